"""The cards about how often somebody was represented: figures, and a bar beside each."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from liaison_desktop.domain.attendance_statistics import AttendanceStatistics, Figures
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.bars import Bar, Strip
from liaison_desktop.ui.widgets.card import Card
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label

_BAR_WIDTH = 120
_NAME_WIDTH = 150

Named = tuple[str, Figures]


class FiguresCard(Card):
    """A table: a name, a bar with the share of meetings, and the counts it comes from."""

    def __init__(self, title: str, lines: Iterable[Named], look: Look, *, advice: str = "") -> None:
        super().__init__(pad=18, gap=12)
        self._look = look
        self.box.addWidget(label(title, TextKind.SUBHEADING))
        if advice:
            self.box.addWidget(label(advice, TextKind.QUIET, wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnMinimumWidth(1, _BAR_WIDTH)
        self._heads = tuple(_counted(Figures(), look))
        for column, (word, _count) in enumerate(self._heads):
            head = label(word, TextKind.SMALL)
            self._grid.addWidget(head, 0, column + 3, Qt.AlignmentFlag.AlignTrailing)
        for line in lines:
            self._add(*line)
        self.box.addLayout(self._grid)

    def _add(self, name: str, figures: Figures) -> None:
        look, place = self._look, self._grid.rowCount()
        middle = Qt.AlignmentFlag.AlignVCenter
        bar = Bar(name, figures.represented, figures.meetings, look.tokens.accent)
        self._grid.addWidget(ElidedLabel(name), place, 0)
        self._grid.addWidget(Strip(bar, figures.meetings, look), place, 1, middle)
        rate = self._number(f"{name}:", percent(figures.rate, look))
        self._grid.addWidget(rate, place, 2, Qt.AlignmentFlag.AlignTrailing | middle)
        for column, (word, count) in enumerate(_counted(figures, look)):
            shown = look.formats.number(count) if count else "–"
            figure = self._number(f"{name}, {word}:", shown)
            self._grid.addWidget(figure, place, column + 3, Qt.AlignmentFlag.AlignTrailing | middle)

    def _number(self, what: str, figure: str) -> QLabel:
        made = label(self._look.formats.isolate(figure))
        made.setAccessibleName(f"{what} {figure}")
        return made


def percent(rate: Fraction | None, look: Look) -> str:
    """A share in whole per cent, as the window's language writes it."""
    return "–" if rate is None else look.formats.percent(float(rate))


def _counted(figures: Figures, look: Look) -> Iterator[tuple[str, int]]:
    """The counts with their words, in the order of the columns."""
    _ = look.catalogue.gettext
    yield _("Meetings"), figures.meetings
    yield _("In person"), figures.in_person
    yield _("Remote"), figures.remote
    yield _("Substitute"), figures.substituted
    yield _("Excused"), figures.excused
    yield _("Absent"), figures.absent
    yield _("In part"), figures.partly


def whole_card(found: AttendanceStatistics, look: Look) -> Card:
    """The committee as a whole, in two sentences."""
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=6)
    rate = look.formats.isolate(percent(found.whole.rate, look))
    held = look.catalogue.ngettext("{count} meeting", "{count} meetings", found.meetings)
    held = held.format(count=look.formats.number(found.meetings))
    told = _("{rate} of the seats were represented, in {meetings}").format(rate=rate, meetings=held)
    card.box.addWidget(label(told, TextKind.SUBHEADING, wrap=True))
    card.box.addWidget(
        label(
            _(
                "Only meetings inside a term count. A seat is represented by its member, in the"
                " room or from afar, or by a substitute; “in part” tells how often somebody came"
                " later or went earlier."
            ),
            TextKind.QUIET,
            wrap=True,
        )
    )
    return card


def cards(found: AttendanceStatistics, look: Look) -> Iterator[Card]:
    """All cards, the whole first."""
    _ = look.catalogue.gettext
    yield whole_card(found, look)
    yield FiguresCard(_("Members"), ((line.name, line.figures) for line in found.people), look)
    nobody = _("No organisation")
    named = ((line.name or nobody, line.figures) for line in found.organisations)
    yield FiguresCard(_("Organisations"), named, look)
    others = _("Others")
    by_group = (
        (look.labels.label(line.name) if line.name else others, line.figures)
        for line in found.constituencies
    )
    yield FiguresCard(
        _("Constituencies"),
        by_group,
        look,
        advice=_(
            "What is saved puts constituencies of fewer than five members together, so that the"
            " figures tell nothing of a single person."
        ),
    )
