"""Who stands for election, and how many votes each had."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.decisions import Candidate
from liaison_desktop.ui.forms.editors import number_editor
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import column, row

_MOST = 999
_AT_FIRST = 2


class CandidatesEdit(QWidget):
    """A line for each candidate; empty lines are left out.

    Signals:
        resized: a line was added or taken away.
    """

    resized = Signal()

    def __init__(self, candidates: tuple[Candidate, ...], look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self.lines: list[_Line] = []
        self._box = column(gap=6)
        more = button(_("A&dd a candidate"), self._add_empty, look, icon=Icon.ADD)
        self.setLayout(column(self._box, row(more, None), gap=8))
        empty = [Candidate(name="")] * max(0, _AT_FIRST - len(candidates))
        for candidate in (*candidates, *empty):
            self._add(candidate)

    @property
    def value(self) -> tuple[Candidate, ...]:
        """The candidates with their votes."""
        return tuple(line.value for line in self.lines if line.value.name or line.value.votes)

    def _add_empty(self) -> None:
        self._add(Candidate(name=""))
        self.lines[-1].name.setFocus()
        self.resized.emit()

    def _add(self, candidate: Candidate) -> None:
        line = _Line(candidate, self._look, lambda: self._remove(line))
        self.lines.append(line)
        self._box.addWidget(line)

    def _remove(self, line: "_Line") -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.resized.emit()


class _Line(QWidget):
    """The name, the votes, and a button that takes the line away."""

    def __init__(self, candidate: Candidate, look: Look, remove: Callable[[], None]) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self.name = QLineEdit(candidate.name)
        self.name.setPlaceholderText(_("Name"))
        self.name.setAccessibleName(_("Name of the candidate"))
        self.votes = number_editor(0, _MOST, candidate.votes)
        self.votes.setAccessibleName(_("Votes for the candidate"))
        self.votes.setMinimumWidth(90)
        line = row(gap=8)
        line.addWidget(self.name, 1)
        line.addWidget(self.votes)
        line.addWidget(button(_("Remove"), remove, look))
        self.setLayout(line)

    @property
    def value(self) -> Candidate:
        """What is filled in."""
        return Candidate(name=" ".join(self.name.text().split()), votes=self.votes.value())
