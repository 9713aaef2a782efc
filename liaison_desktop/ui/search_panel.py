"""What the search finds: people, meetings, agreements, decisions and things to do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import FACE_ROLE, NOWHERE, Face, Index
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.listing import ROW_HEIGHT, Listing
from liaison_desktop.ui.widgets.search_field import SearchField
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import meeting_title, today

_WIDTH = 520
_OF_EACH = 4
_ROWS_IN_VIEW = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the answer and what happens when it is chosen."""

    face: Face
    act: Callable[[], None]


class FoundModel(QAbstractListModel):
    """The rows of one answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()

    def show(self, found: Sequence[Found]) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def at(self, index: Index) -> Found:
        """The row at an index."""
        return self._found[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the answer."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, face or spoken text."""
        if not index.isValid():
            return None
        face = self._found[index.row()].face
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: face.title,
            Qt.ItemDataRole.AccessibleTextRole: face.spoken,
            FACE_ROLE: face,
        }
        return answers.get(role)


class SearchPanel(QFrame):
    """Hangs under the search field while it has the focus.

    Signals:
        done: something was chosen or the search was left.
    """

    done = Signal()

    def __init__(
        self, field: SearchField, commands: Sequence[Found], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("found")
        _ = look.catalogue.gettext
        self._field = field
        self._commands = commands
        self._ask: Callable[[str, Callable[[list[Found]], None]], None] | None = None
        self.model = FoundModel(self)
        self._list = Listing(_("Found"), look)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self.model)
        self._list.clicked.connect(self._act)
        self._nothing = label(_("Nothing found."), TextKind.QUIET)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 6, 1, 6)
        box.setSpacing(0)
        box.addWidget(self._list)
        box.addWidget(self._nothing)
        field.searched.connect(self._search)
        field.installEventFilter(self)
        self.hide()

    def answer_with(self, ask: Callable[[str, Callable[[list[Found]], None]], None]) -> None:
        """From now on look words up in the store, too."""
        self._ask = ask

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys, Enter and Escape of the field; its gain and loss of focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._search(self._field.text().strip())
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        chosen = self._list.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible() and chosen.isValid():
            self._act(chosen)
            return True
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False

    def _move(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            place = (self._list.currentIndex().row() + step) % rows
            self._list.setCurrentIndex(self.model.index(place))

    def _act(self, index: QModelIndex) -> None:
        found = self.model.at(index)
        self._leave()
        found.act()

    def _leave(self) -> None:
        self._field.clear()
        self._field.clearFocus()
        self.hide()
        self.done.emit()

    def _search(self, words: str) -> None:
        if not self._field.hasFocus():
            return
        folded = words.casefold()
        commands = [found for found in self._commands if folded in found.face.title.casefold()]
        if not words or self._ask is None:
            self._show(commands)
            return
        self._ask(words, lambda found: self._show([*found, *commands]))

    def _show(self, found: Sequence[Found]) -> None:
        if not self._field.hasFocus():
            return
        self.model.show(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self.model.index(0))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        rows = min(max(self.model.rowCount(), 1), _ROWS_IN_VIEW)
        below = self._field.mapTo(self._window, QPoint(0, self._field.height() + 6))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = below.x() if mirrored else below.x() + self._field.width() - _WIDTH
        left = max(8, min(left, self._window.width() - _WIDTH - 8))
        self.setGeometry(left, below.y(), _WIDTH, rows * ROW_HEIGHT + 14)


def search(
    words: str,
    committee_id: UUID | None,
    context: Context,
    owner: QObject,
    done: Callable[[list[Found]], None],
) -> None:
    """Look words up in people, meetings, agreements and decisions."""
    context.jobs.read(lambda: _found(words, committee_id, context), done, owner=owner)


def _found(words: str, committee_id: UUID | None, context: Context) -> list[Found]:
    request = PageRequest(committee_id=committee_id, search=words, limit=_OF_EACH)
    finder = _Finder(context)
    return [*finder.register(request), *finder.papers(request)]


class _Finder:
    """Looks words up, subject by subject."""

    def __init__(self, context: Context) -> None:
        self._services = context.services
        self._look = context.look
        self._desk = context.desk

    def register(self, request: PageRequest) -> Iterator[Found]:
        """People, organisations and skills."""
        _ = self._look.catalogue.gettext
        people = self._services.people
        for person in people.page(request).rows:
            about = person.organisation or person.city
            yield self._hit(person.id, person.name, about, _("Person"), Place.PEOPLE)
        for each in people.organisations(request).rows:
            yield self._hit(each.id, each.name, each.city, _("Organisation"), Place.ORGANISATIONS)
        skills = self._services.people_work.skills.page(request, today()).rows
        for skill in skills[:_OF_EACH]:
            yield self._hit(skill.id, skill.name, "", _("Skill"), Place.SKILLS)

    def papers(self, request: PageRequest) -> Iterator[Found]:
        """Meetings, agreements and decisions."""
        _ = self._look.catalogue.gettext
        formats = self._look.formats
        for row in self._services.meetings.page(request).rows:
            about = f"{formats.isolate(row.city)} · {formats.long_date(row.date)}"
            title = meeting_title(row, self._look)
            yield self._hit(row.id, title, about, _("Meeting"), Place.MEETINGS)
        for agreement in self._services.agreements.page(request).rows:
            yield self._hit(
                agreement.id, agreement.title, agreement.city, _("Agreement"), Place.AGREEMENTS
            )
        for decision in self._services.meetings.decisions(request).rows:
            yield self._hit(
                decision.meeting_id,
                decision.text,
                decision.number,
                _("Decision"),
                Place.MEETINGS,
            )

    def _hit(self, target: UUID, title: str, subtitle: str, word: str, place: Place) -> Found:
        face = Face(id=target, title=title, subtitle=subtitle, chip=word, tone=Tone.NEUTRAL)
        return Found(face, lambda: self._desk.go(place, target))
