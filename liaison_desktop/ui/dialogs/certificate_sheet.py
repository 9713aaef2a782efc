"""Saving the sheet with which a key's certificate is handed to an authority."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.forms.editors import ChoiceEdit


class SaveSheetDialog(SavePaperDialog):
    """Asks for the committee too where there are several and none is chosen in the window."""

    def __init__(
        self,
        key: KeyInfo,
        committees: Sequence[Committee],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        isolate = context.look.formats.isolate
        self.committee = ChoiceEdit((isolate(each.name), each.id) for each in committees)
        services = context.services
        super().__init__(
            _("Sheet with the certificate"),
            _("{name} certificate").format(name=key.name),
            committees[0].language,
            lambda language: services.signing_work.papers.certificate_sheet(
                key.path, self.committee.values[self.committee.currentIndex()], language
            ),
            context,
            parent,
        )
        if len(committees) > 1:
            self.add(_("Committee"), self.committee)


def save_certificate_sheet(
    key: KeyInfo, committee_id: UUID | None, context: Context, parent: QWidget
) -> None:
    """Ask in which language, on whose stationery and where."""

    def ask(committees: Sequence[Committee]) -> None:
        chosen = [each for each in committees if committee_id in (None, each.id)]
        if chosen:
            SaveSheetDialog(key, chosen, context, parent).open()

    context.jobs.read(context.services.committees.all, ask, owner=parent)
