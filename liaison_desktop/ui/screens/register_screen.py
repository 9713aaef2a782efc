"""What the lists of people and of organisations share: records are taken in, merged, handed on."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.tables import Target
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.merging_acts import MergingActs
from liaison_desktop.ui.screens.register_acts import RegisterActs
from liaison_desktop.ui.screens.screen import MoreAction, PrimaryAction
from liaison_desktop.ui.widgets.card import Scroll, clear


class RegisterScreen(ListScreen):
    """A list whose records belong to committees; a subclass sets ``merging``."""

    merging: MergingActs

    def __init__(self, context: Context, target: Target, *, hint: str, empty: QWidget) -> None:
        super().__init__(context, hint=hint, empty=empty)
        self.register = RegisterActs(context, self, target, lambda: self.search_words)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("People")

    def new_record(self) -> PrimaryAction:
        """What takes a record in."""
        raise NotImplementedError

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee’s records; more can be taken in there."""
        self.primary = self.new_record() if committee else None
        self.more = self._more(committee) if committee else ()
        super().show_committee(committee)
        self.headed.emit()

    def show_cards(self, cards: Iterable[QWidget]) -> None:
        """Show a record, card by card."""
        clear(self.detail_box)
        scroll = Scroll(gutter=GUTTER)
        for card in cards:
            scroll.box.addWidget(card)
        scroll.box.addStretch(1)
        self.detail_box.addWidget(scroll)

    def show_nothing(self) -> None:
        """Show an empty place."""
        clear(self.detail_box)

    def _more(self, committee: Committee) -> tuple[MoreAction, ...]:
        _ = self.look.catalogue.gettext
        show = MoreAction(
            _("Possible duplicates"), lambda: self.merging.show_duplicates(committee.id)
        )
        return (*self.register.actions(committee), show)
