"""The column at the start: which committee, which place."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.domain.committees import Committee
from liaison_desktop.ui.context import Place, family_of
from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label, picture, reading_start

WIDTH = 232
_TWO_LINES = 32

_ICONS = {
    Place.TODAY: Icon.TODAY,
    Place.MEETINGS: Icon.MEETINGS,
    Place.MINUTES: Icon.MINUTES,
    Place.AGREEMENTS: Icon.AGREEMENTS,
    Place.PEOPLE: Icon.PEOPLE,
    Place.COMMITTEE: Icon.COMMITTEE,
    Place.VERIFY: Icon.VERIFY,
    Place.SETTINGS: Icon.SETTINGS,
}
_ABOVE = (
    Place.TODAY,
    Place.MEETINGS,
    Place.MINUTES,
    Place.AGREEMENTS,
    Place.PEOPLE,
    Place.COMMITTEE,
)
_BELOW = (Place.VERIFY, Place.SETTINGS)


def place_names(look: Look) -> Mapping[Place, str]:
    """What the places are called."""
    _ = look.catalogue.gettext
    return {
        Place.TODAY: _("Today"),
        Place.MEETINGS: _("Meetings"),
        Place.MINUTES: _("Minutes"),
        Place.REGISTER: _("Register"),
        Place.AGREEMENTS: _("Agreements"),
        Place.PEOPLE: _("People"),
        Place.ORGANISATIONS: _("Organisations"),
        Place.SKILLS: _("Skill map"),
        Place.COMMITTEE: _("Committee"),
        Place.ATTENDANCE: _("Attendance"),
        Place.DATA_PROTECTION: _("Data protection"),
        Place.VERIFY: _("Verify a PDF"),
        Place.SETTINGS: _("Settings"),
    }


class PlaceButton(QPushButton):
    """A place, with how many things wait there.

    It draws its own words: style sheets cannot put them at the start in both directions.
    """

    def __init__(self, place: Place, name: str, look: Look) -> None:
        super().__init__()
        self._name = name
        self._icon = _ICONS[place]
        self._look = look
        self._waiting = 0
        self.setObjectName("place")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def count(self, waiting: int) -> None:
        """Show how many things wait; none shows nothing."""
        self._waiting = waiting
        self.setAccessibleName(f"{self._name}, {waiting}" if waiting else self._name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and focus by the style sheet, then icon, name and count from the start on."""
        super().paintEvent(event)
        tokens = self._look.tokens
        checked = self.isChecked()
        painter = QPainter(self)
        drawn = self._look.icons.pixmap(self._icon, tokens.accent if checked else tokens.quiet)
        painter.drawPixmap(self._part(11, 18).left(), (self.height() - 18) // 2, drawn)
        weight = QFont.Weight.DemiBold if checked else QFont.Weight.Normal
        painter.setFont(font(weight=weight))
        painter.setPen(QColor(tokens.accent if checked else tokens.ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = self._part(40, self.width() - 80)
        painter.drawText(words, reading_start(self._look.direction) | middle, self._name)
        if self._waiting:
            painter.setFont(font(13, weight))
            painter.setPen(QColor(tokens.accent if checked else tokens.quiet))
            area = self._part(self.width() - 40, 28)
            painter.drawText(area, Qt.AlignmentFlag.AlignTrailing | middle, str(self._waiting))

    def _part(self, start: int, width: int) -> QRect:
        mirrored = self._look.direction == Qt.LayoutDirection.RightToLeft
        left = self.width() - start - width if mirrored else start
        return QRect(left, 0, width, self.height())


class CommitteeSwitch(QToolButton):
    """Shows the committee and lets another one be chosen.

    Signals:
        chosen: id of a committee, or ``None`` for all of them.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self._all = _("All committees")
        self.setObjectName("committee")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(64)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._initials = label("", TextKind.AVATAR)
        self._initials.setFixedSize(28, 30)
        self._initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._above = label("", TextKind.SMALL, wrap=True)
        self._above.setMaximumHeight(_TWO_LINES)
        self._below = ElidedLabel("", TextKind.STRONG)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 10, 8)
        box.setSpacing(10)
        box.addWidget(self._initials)
        box.addLayout(column(None, self._above, self._below, None, gap=0), 1)
        box.addWidget(picture(look.icons.pixmap(Icon.SWITCH, look.tokens.ink, 16)))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(WIDTH - 24, 64)

    def show_committees(self, committees: Sequence[Committee], current: UUID | None) -> None:
        """Fill the menu and show the current one."""
        self._menu.clear()
        self._add(self._all, None, current)
        if committees:
            self._menu.addSeparator()
        for committee in committees:
            self._add(f"{committee.city} · {committee.abbreviation}", committee.id, current)
        found = next((c for c in committees if c.id == current), None)
        self._show(found, len(committees))

    def _show(self, committee: Committee | None, known: int) -> None:
        _ = self._look.catalogue.gettext
        if committee is None:
            ngettext = self._look.catalogue.ngettext
            above = ngettext("{count} committee", "{count} committees", known).format(count=known)
            below = self._all if known else _("No committee")
            tokens = self._look.tokens
            drawn = self._look.icons.pixmap(Icon.COMMITTEE, tokens.on_accent, 16)
            self._initials.setPixmap(drawn)
        else:
            above, below = committee.name, committee.city
            self._initials.setText(committee.city[:2].upper())
        self._above.setText(above if known else "")
        self._above.setVisible(known > 0)
        self._below.setText(below)
        self.setAccessibleName(_("Committee: {name}").format(name=below))
        self.setToolTip(committee.name if committee else "")

    def _add(self, name: str, committee_id: UUID | None, current: UUID | None) -> None:
        action = QAction(name, self._menu)
        action.setCheckable(True)
        action.setChecked(committee_id == current)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(committee_id))
        self._menu.addAction(action)


class Navigation(QWidget):
    """Committee switch, places, and at the foot verification and settings.

    Signals:
        gone: the ``Place`` somebody wants to go to.
    """

    gone = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.switch = CommitteeSwitch(look)
        self._buttons: dict[Place, PlaceButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 14, 12, 14)
        box.setSpacing(2)
        box.addWidget(self.switch)
        box.addSpacing(14)
        names = place_names(look)
        for number, place in enumerate(_ABOVE, 1):
            box.addWidget(self._button(place, names[place], look))
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda place=place: self.gone.emit(place))
            self._buttons[place].setToolTip(
                shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
            )
        box.addStretch(1)
        for place in _BELOW:
            box.addWidget(self._button(place, names[place], look))

    def show_place(self, place: Place) -> None:
        """Mark where we are."""
        self._buttons[family_of(place)[0]].setChecked(True)

    def count(self, place: Place, waiting: int) -> None:
        """Show how many things wait in a place."""
        self._buttons[place].count(waiting)

    def _button(self, place: Place, name: str, look: Look) -> PlaceButton:
        made = PlaceButton(place, name, look)
        made.clicked.connect(lambda _checked=False: self.gone.emit(place))
        self._buttons[place] = made
        return made
