"""A list at the start, the chosen record beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.jobs import Job
from liaison_desktop.ui.models.paged import Face, PagedModel
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.widgets.card import Card
from liaison_desktop.ui.widgets.listing import Listing
from liaison_desktop.ui.widgets.search_field import SearchField
from liaison_desktop.ui.widgets.text import hairline

_LIST_WIDTH = 328
_NARROWEST_LIST = 260
MARGIN = 24
GUTTER = 14
"""Room at the end of a record, where its scroll bar appears."""


class ListScreen(Screen):
    """Reads a list page by page and shows one record of it."""

    lead_width = 0

    def __init__(self, context: Context, *, hint: str, empty: QWidget) -> None:
        super().__init__(context)
        self._current: UUID | None = None
        self._reading: Job | None = None
        self._search = SearchField(hint, self.look)
        self._search.searched.connect(lambda _words: self._read_list())
        self.model: PagedModel[Any] = PagedModel(self._source, self.face, self)
        self.model.loaded.connect(self._listed)
        self.listing = Listing(self.title, self.look, self.lead_width)
        self.listing.setModel(self.model)
        self.listing.chosen.connect(self._choose)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.listing)
        self._lists.addWidget(empty)
        self.detail = QWidget()
        self.detail_box = QVBoxLayout(self.detail)
        self.detail_box.setContentsMargins(0, 0, 0, 0)
        self.detail_box.setSpacing(0)
        self._lay_out()

    def page(self, request: PageRequest) -> Page[Any]:
        """Read a page; on a worker."""
        raise NotImplementedError

    def face(self, row: Any) -> Face:
        """What is drawn of a row."""
        raise NotImplementedError

    def load(self, target: UUID) -> Callable[[], Any]:
        """What reads the record, on a worker."""
        raise NotImplementedError

    def show_record(self, record: Any) -> None:
        """Show the record that was read."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """No record is open."""
        raise NotImplementedError

    @property
    def current(self) -> UUID | None:
        """The record that is open."""
        return self._current

    @property
    def search_words(self) -> str:
        """What is looked for in the list."""
        return self._search.text().strip()

    def open(self, target: UUID) -> None:
        """Open a record, also one that the list has not reached yet."""
        self._choose(target)
        self._mark()

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee's records; the one open before is closed."""
        self._current = None
        super().show_committee(committee)

    def refresh(self) -> None:
        """Read the list and the record anew."""
        self._read_list()
        if self._current is not None:
            self._choose(self._current)

    def show_list(self, *, shown: bool) -> None:
        """Show the list, or leave its room to the record."""
        self._list.setVisible(shown)

    def _lay_out(self) -> None:
        card = Card(pad=0, gap=0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.addWidget(self._search)
        card.box.addLayout(top)
        card.box.addWidget(hairline())
        card.box.addWidget(self._lists, 1)
        card.box.setContentsMargins(1, 0, 1, 8)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        self._list = self._held(card)
        splitter.addWidget(self._list)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(1, 1)
        card.setMinimumWidth(_NARROWEST_LIST)
        splitter.setSizes([self._list_width(), 2000])
        splitter.splitterMoved.connect(lambda _at, _index: self._keep_width(card.width()))
        box = QVBoxLayout(self)
        box.setContentsMargins(*self._margins())
        box.addWidget(splitter)

    def _keep_width(self, width: int) -> None:
        desk = self.context.desk
        desk.remember(replace(desk.settings, splitters=str(width)))

    def _held(self, card: Card) -> QWidget:
        """QSplitter puts its first part one pixel too far to the right in a mirrored window."""
        holder = QWidget()
        box = QHBoxLayout(holder)
        mirrored = self.look.direction == Qt.LayoutDirection.RightToLeft
        box.setContentsMargins(0, 0, 1 if mirrored else 0, 0)
        box.addWidget(card)
        return holder

    def _list_width(self) -> int:
        kept = self.context.desk.settings.splitters
        return int(kept) if kept.isdecimal() else _LIST_WIDTH

    def _margins(self) -> tuple[int, int, int, int]:
        mirrored = self.look.direction == Qt.LayoutDirection.RightToLeft
        start, end = MARGIN, MARGIN - GUTTER
        return (end, 22, start, 22) if mirrored else (start, 22, end, 22)

    def _read_list(self) -> None:
        words = self.search_words
        self.model.read(PageRequest(committee_id=self.committee_id, search=words))

    def _source(self, request: PageRequest, done: Callable[[Page[Any]], None]) -> None:
        self.context.jobs.read(lambda: self.page(request), done, owner=self)

    def _listed(self) -> None:
        empty = self.model.rowCount() == 0
        searched = bool(self.search_words)
        self._lists.setCurrentIndex(1 if empty and not searched else 0)
        if empty and not searched:
            self._current = None
            self.show_nothing()
        elif self._current is None:
            self._choose_first()
        self._mark()

    def _choose_first(self) -> None:
        first = self.listing.id_at(self.model.index(0))
        if first is not None:
            self._choose(first)

    def _mark(self) -> None:
        if self._current is not None:
            index = self.model.index_of(self._current)
            self.listing.setCurrentIndex(index)

    def _choose(self, target: UUID) -> None:
        self._current = target
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.context.jobs.read(self.load(target), self.show_record, owner=self)
