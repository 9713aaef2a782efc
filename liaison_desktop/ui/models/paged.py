"""A list model that reads its rows page by page, as somebody scrolls."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.theme import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

FACE_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()
"""The parent of rows in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What is drawn of a row: all lists of the window look alike.

    Attributes:
        lead: short text before the title, for example a number.
        chip: a word for the row's state.
        initials: letters in a round at the start.
    """

    id: UUID
    title: str
    subtitle: str = ""
    lead: str = ""
    provisional: bool = False
    chip: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None
    initials: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.lead, self.title, self.subtitle, self.chip) if part)


class PageSource(Protocol, Generic[Row]):
    """Starts to read a page and hands it over when it is there."""

    def __call__(self, request: PageRequest, done: Callable[[Page[Row]], None]) -> None:
        """Start to read."""
        ...


class PagedModel(QAbstractListModel, Generic[Row]):
    """Rows read in keyset pages.

    Signals:
        loaded: a page has arrived.
    """

    loaded = Signal()

    def __init__(
        self,
        source: PageSource[Row],
        face: Callable[[Row], Face],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._face = face
        self._rows: list[Row] = []
        self._faces: list[Face] = []
        self._request = PageRequest()
        self._next: PageRequest | None = None
        self._generation = 0

    def read(self, request: PageRequest) -> None:
        """Read the list anew; the old rows stay until the new ones are there, or for good."""
        self._request = request
        self._next = None
        self._ask(request, fresh=True)

    def row(self, index: Index) -> Row:
        """The record behind an index."""
        return self._rows[index.row()]

    def index_of(self, id_: UUID) -> QModelIndex:
        """Where a record stands, invalid if it was not read yet."""
        for place, face in enumerate(self._faces):
            if face.id == id_:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, face, spoken text or record."""
        if not index.isValid():
            return None
        face = self._faces[index.row()]
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: face.title,
            Qt.ItemDataRole.AccessibleTextRole: face.spoken,
            FACE_ROLE: face,
            ROW_ROLE: self._rows[index.row()],
        }
        return answers.get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is a page behind the last row."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        request, self._next = self._next, None
        if request is not None and not parent.isValid():
            self._ask(request, fresh=False)

    def _ask(self, request: PageRequest, *, fresh: bool) -> None:
        self._generation += 1
        generation = self._generation

        def arrived(page: Page[Row]) -> None:
            if generation == self._generation:
                self._take(page, fresh=fresh)

        self._source(request, arrived)

    def _take(self, page: Page[Row], *, fresh: bool) -> None:
        same = fresh and self._rows == list(page.rows)
        faces = [] if same else [self._face(row) for row in page.rows]
        if fresh and not same:
            self.beginResetModel()
            self._rows, self._faces = list(page.rows), faces
            self.endResetModel()
        elif faces:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(faces) - 1)
            self._rows.extend(page.rows)
            self._faces.extend(faces)
            self.endInsertRows()
        self._next = replace(self._request, after=page.next) if page.next else None
        self.loaded.emit()
