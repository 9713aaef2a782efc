"""Editors of a form: days, choices and numbers that look and speak alike everywhere."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QSpinBox, QTimeEdit, QWidget

from liaison_desktop.ui.look import Look

_LOCALES = {"ar": "ar_MA"}
"""Western digits, as everywhere in the program."""

_SIDE = 10
"""Pixels beside a number: the style sheet gives its box no room there."""

_NO_DAY = QDate(1900, 1, 1)


class DayEdit(QDateEdit):
    """A day, written out in the window's language; where it may be missing it can be emptied."""

    def __init__(self, look: Look, day: date | None, *, nothing: str = "") -> None:
        """``nothing``: what stands there without a day; empty = there must be one."""
        super().__init__()
        self._optional = bool(nothing)
        language = look.catalogue.language
        self.setCalendarPopup(True)
        self.setLocale(QLocale(_LOCALES.get(language, language)))
        _show_as(self, "d MMMM yyyy")
        if nothing:
            self.setMinimumDate(_NO_DAY)
            self.setSpecialValueText(nothing)
        self.setDate(_NO_DAY if day is None else to_qt(day))

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab leaves the day; the arrow keys go from day to month and year.

        Qt would stop at each of the three, and in some languages never leave a day that is missing.
        """
        return QWidget.focusNextPrevChild(self, next_one)

    @property
    def day(self) -> date | None:
        """The day; ``None`` = there is none."""
        chosen = self.date()
        if self._optional and chosen == _NO_DAY:
            return None
        return date(chosen.year(), chosen.month(), chosen.day())


class ClockEdit(QTimeEdit):
    """A time on the clock, to the minute."""

    def __init__(self, at: time) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self.lineEdit().setTextMargins(_SIDE, 0, _SIDE, 0)
        _show_as(self, "HH:mm")

    @property
    def at(self) -> time:
        """The time."""
        chosen = self.time()
        return time(chosen.hour(), chosen.minute())


def _show_as(editor: QDateTimeEdit, parts: str) -> None:
    """Qt would turn the parts round from right to left, in which the text runs by itself."""
    editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    editor.setDisplayFormat(parts)
    editor.unsetLayoutDirection()


def to_qt(day: date) -> QDate:
    """A day as Qt knows it."""
    return QDate(day.year, day.month, day.day)


class ChoiceEdit(QComboBox):
    """A list of words to choose from, each with the value it stands for.

    The values are kept here: Qt's copy of a member of an enumeration is a plain text.
    """

    def __init__(self, choices: Iterable[tuple[str, Any]], chosen: Any = None) -> None:
        super().__init__()
        self.values: list[Any] = []
        self.offer(choices, chosen)

    def offer(self, choices: Iterable[tuple[str, Any]], chosen: Any = None) -> None:
        """Offer these instead of what was offered before."""
        self.clear()
        self.values.clear()
        for word, value in choices:
            self.add(word, value)
        self.setCurrentIndex(self.values.index(chosen) if chosen in self.values else 0)

    def add(self, word: str, value: Any) -> None:
        """Offer one more."""
        self.values.append(value)
        self.addItem(word, value)

    def choose(self, value: Any) -> None:
        """Choose what stands for a value."""
        self.setCurrentIndex(self.values.index(value))

    def currentData(self, _role: int = Qt.ItemDataRole.UserRole) -> Any:
        """The value of what is chosen."""
        place = self.currentIndex()
        return None if place < 0 else self.values[place]


def choice_editor(choices: Iterable[tuple[str, Any]], chosen: Any = None) -> ChoiceEdit:
    """A list of words to choose from, at first the one that stands for ``chosen``."""
    return ChoiceEdit(choices, chosen)


def number_editor(lowest: int, highest: int, value: int) -> QSpinBox:
    """A whole number within bounds."""
    made = QSpinBox()
    made.setRange(lowest, highest)
    made.lineEdit().setTextMargins(_SIDE, 0, _SIDE, 0)
    made.setValue(value)
    return made
