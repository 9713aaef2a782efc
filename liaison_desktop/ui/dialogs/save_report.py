"""Saving the report on a verified file."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile


def save_report(
    verified: "VerifiedFile", context: Context, parent: QWidget, committee_id: UUID | None = None
) -> None:
    """Ask in which language and where."""
    services = context.services
    _ = context.look.catalogue.gettext
    paper = verified.paper
    name = paper.register_number if paper else verified.path.stem
    SavePaperDialog(
        _("Save the report"),
        _("{name} verified").format(name=name),
        context.look.catalogue.language,
        lambda language: services.signing_work.papers.report(
            verified, language, committee_id=committee_id
        ),
        context,
        parent,
    ).open()
