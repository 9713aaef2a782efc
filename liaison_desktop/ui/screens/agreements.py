"""Agreements between the organisations of a committee."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.agreement_steps import Standing
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import AgreementRow, Page, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.agreements import NewAgreementDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.agreement_view import AgreementView
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.paper_story import STORY_KINDS
from liaison_desktop.ui.screens.screen import PrimaryAction
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import agreement_chip, today

if TYPE_CHECKING:
    from liaison_desktop.services.agreements import AgreementRecord


class AgreementsScreen(ListScreen):
    """Agreements."""

    touched_by = STORY_KINDS | {
        Kind.AGREEMENT,
        Kind.AGREEMENT_VERSION,
        Kind.COMMITMENT,
        Kind.COMMITTEE,
        Kind.ORGANISATION,
    }

    def __init__(self, context: Context) -> None:
        look = context.look
        _ = look.catalogue.gettext
        empty = EmptyState(
            Icon.AGREEMENTS,
            _("No agreements yet"),
            _(
                "Draft one: it begins with the usual articles. Or import a committee file, which "
                "brings the committee’s agreements along."
            ),
            look,
            [
                button(_("&Draft an agreement"), self.draft, look, icon=Icon.ADD),
                button(_("&Import a file"), context.desk.import_file, look, icon=Icon.IMPORT),
            ],
        )
        super().__init__(context, hint=_("Search in agreements"), empty=empty)
        self.primary = PrimaryAction(_("New agreement"), Icon.ADD, self.draft)
        self.view = AgreementView(context, gutter=GUTTER)
        self.view.hide()
        self.detail_box.addWidget(self.view)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Agreements")

    def page(self, request: PageRequest) -> Page[AgreementRow]:
        """A page of agreements, as they stand today."""
        return self.context.services.agreements.page(request, today())

    def face(self, row: AgreementRow) -> Face:
        """An agreement in the list."""
        where = "" if self.committee else f"{self.look.formats.isolate(row.city)} · "
        chip, tone = agreement_chip(row.status, row.standing, self.look)
        return Face(
            id=row.id,
            title=row.title,
            subtitle=f"{where}{self._until(row)}",
            chip=chip,
            tone=tone,
        )

    def load(self, target: UUID) -> Callable[[], "AgreementRecord"]:
        """Read one agreement."""
        return lambda: self.context.services.agreements.record(target, today())

    def show_record(self, record: "AgreementRecord") -> None:
        """Show one agreement."""
        self.view.show_record(record)
        self.view.show()

    def show_nothing(self) -> None:
        """Show an empty place."""
        self.view.hide()

    def draft(self) -> None:
        """Ask for a new agreement of the committee in view, or of one that is chosen."""
        if self.committee is not None:
            self._ask((self.committee,))
        else:
            committees = self.context.services.committees
            self.context.jobs.read(committees.all, self._ask, owner=self)

    def _ask(self, committees: tuple[Committee, ...]) -> None:
        if not committees:
            self.context.desk.found_committee()
            return
        dialog = NewAgreementDialog(committees, self.context, self)
        dialog.drafted.connect(self.open)
        dialog.open()

    def _until(self, row: AgreementRow) -> str:
        """The day that matters: the last one of notice where it is near, else the end."""
        _ = self.look.catalogue.gettext
        long_date = self.look.formats.long_date
        ahead = row.notice_until is not None and row.notice_until >= today()
        if row.standing is Standing.ENDING and row.notice_until is not None and ahead:
            return _("notice until {day}").format(day=long_date(row.notice_until))
        if row.ends_on is not None:
            return _("until {day}").format(day=long_date(row.ends_on))
        return row.kind
