"""Buttons that say a verb."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look

_SMALL = 16
_GAP = 5


def button(
    text: str,
    clicked: Callable[[], None],
    look: Look,
    *,
    icon: Icon | None = None,
    primary: bool = False,
) -> QPushButton:
    """A button; the primary one is filled, and there is one of them in view."""
    made = QPushButton(text)
    made.setProperty("primary", primary)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if icon is not None:
        colour = look.tokens.on_accent if primary else look.tokens.ink
        drawn = look.icons.beside_text(icon, (colour, colour), look.direction, _SMALL, _GAP)
        made.setIcon(drawn)
        made.setIconSize(QSize(_SMALL + _GAP, _SMALL))
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(icon: Icon, name: str, clicked: Callable[[], None], look: Look) -> QToolButton:
    """A button of one icon; its name is the tooltip too."""
    made = QToolButton()
    made.setIcon(look.icons.icon(icon, look.tokens.quiet))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked=False: clicked())
    return made
