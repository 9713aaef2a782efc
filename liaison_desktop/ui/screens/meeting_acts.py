"""What can be made of a meeting: a template, or a second call."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.planning import second_call_possible
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.second_call import SecondCallDialog
from liaison_desktop.ui.dialogs.templates import TemplatesDialog
from liaison_desktop.ui.screens.screen import MoreAction


def keep_as_template(meeting: Meeting, context: Context, owner: QWidget) -> MoreAction:
    """Keep a meeting's agenda for the next ones."""
    _ = context.look.catalogue.gettext
    return MoreAction(
        _("Keep as template …"), lambda: TemplatesDialog(meeting, context, owner).open()
    )


def call_again(
    meeting: Meeting, context: Context, owner: QWidget, planned: Callable[[UUID], None]
) -> tuple[MoreAction, ...]:
    """A second call, where too few came to the first one."""
    if not second_call_possible(meeting):
        return ()

    def ask() -> None:
        dialog = SecondCallDialog(meeting, context, owner)
        dialog.planned.connect(planned)
        dialog.open()

    return (MoreAction(context.look.catalogue.gettext("Plan the second call …"), ask),)
