"""The rows of a year's book of the register."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from liaison_desktop.domain.archive import Dispatch, Filing
from liaison_desktop.domain.papers import Paper, PaperKind
from liaison_desktop.domain.register_book import BookEntry, entered_at
from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import NOWHERE, Index
from liaison_desktop.ui.theme import Tone

_Role = Qt.ItemDataRole
_NUMBER = 0


class RegisterModel(QAbstractTableModel):
    """A line for each number: paper, day, who signed it, where it was filed, who got it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _ = look.catalogue.gettext
        self._look = look
        self._names = (
            _("Number"),
            _("Paper"),
            _("Date"),
            _("Signed by"),
            _("Filed as"),
            _("Handed to"),
        )
        self.entries: Sequence[BookEntry] = ()
        self._words: list[tuple[str, ...]] = []

    def show(self, entries: Sequence[BookEntry]) -> None:
        """Show another book."""
        self.beginResetModel()
        self.entries = entries
        self._words = [tuple(self._cells(entry)) for entry in entries]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Numbers of the year."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """What is told of each."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._names[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """The words of a cell; a missing paper has a colour too."""
        entry = self.entries[index.row()]
        words = self._words[index.row()][index.column()]
        match role:
            case _Role.DisplayRole:
                return words
            case _Role.ToolTipRole if entry.paper is not None and index.column() == _NUMBER:
                return f"SHA-256 {entry.paper.newest.sha256}"
            case _Role.AccessibleTextRole:
                return f"{self._names[index.column()]}: {words or '–'}"
            case _Role.FontRole if index.column() == _NUMBER:
                return font(weight=QFont.Weight.DemiBold)
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
            case _Role.ForegroundRole if entry.paper is None:
                return QColor(self._look.tokens.ink_of(Tone.WRONG))
        return None

    def _cells(self, entry: BookEntry) -> Iterator[str]:
        _ = self._look.catalogue.gettext
        yield self._look.formats.isolate(entry.register_number)
        if entry.paper is None:
            yield _("No paper is stored under this number.")
            yield from [""] * (len(self._names) - 2)
            return
        yield f"{self._look.formats.isolate(entry.paper.title)}\n{self._about(entry.paper)}"
        yield self._look.formats.date(entered_at(entry.paper).date())
        yield "\n".join(self._signed(entry, entry.paper))
        yield "\n".join(map(self._filing, entry.story.filings))
        yield "\n".join(map(self._dispatch, entry.story.dispatches))

    def _about(self, paper: Paper) -> str:
        """For whom minutes are, what other papers are; and the language."""
        labels = self._look.labels
        minutes = paper.kind is PaperKind.MINUTES
        kind = labels.label(paper.edition if minutes else paper.kind)
        return f"{kind} · {self._look.formats.language_name(paper.language)}"

    def _signed(self, entry: BookEntry, paper: Paper) -> Iterator[str]:
        _, isolate = self._look.catalogue.gettext, self._look.formats.isolate
        for state in paper.signatures:
            yield isolate(state.signer)
        for by_hand in entry.story.hand_signatures:
            yield _("{name}, by hand").format(name=isolate(entry.signer(by_hand)))
        for refusal in entry.story.refusals:
            yield _("{name} refused").format(name=isolate(entry.signer(refusal)))
        for name in entry.waiting:
            yield _("{name}: not yet").format(name=isolate(name))

    def _filing(self, filing: Filing) -> str:
        isolate = self._look.formats.isolate
        return f"{isolate(filing.authority)} · {isolate(filing.number)}"

    def _dispatch(self, dispatch: Dispatch) -> str:
        name = self._look.formats.isolate(dispatch.name)
        if dispatch.received_on is None:
            return name
        return self._look.catalogue.gettext("{name}, received").format(name=name)
