"""The window's line icons (Lucide), coloured when they are drawn."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icon(StrEnum):
    """The icons in use; each value is the name of a file in ``resources/icons``."""

    TODAY = "sun"
    MEETINGS = "calendar-days"
    MINUTES = "file-pen-line"
    AGREEMENTS = "handshake"
    PEOPLE = "users"
    VERIFY = "shield-check"
    SETTINGS = "settings"
    SWITCH = "chevrons-up-down"
    SEARCH = "search"
    CHECK = "check"
    NOT_ENCRYPTED = "lock-open"
    ENCRYPTED = "lock"
    BACKUP = "database-backup"
    SIGN = "pen-line"
    OVERDUE = "clock-alert"
    VACANT = "user-x"
    TERM = "calendar-clock"
    FINAL = "file-check"
    FILE = "folder-input"
    IMPORT = "file-input"
    CLOSE = "x"
    ACTION = "circle-check-big"
    DECISION = "gavel"
    LARGER = "zoom-in"
    SMALLER = "zoom-out"
    SAVE = "download"
    KEY = "key-round"
    CARE = "triangle-alert"
    WRONG = "circle-x"
    TELL = "info"
    PAPER = "file-text"
    ADD = "plus"
    DEMONSTRATION = "sparkles"
    COPY = "copy"
    OPEN = "folder-open"
    ARRIVED = "log-in"
    LEFT = "log-out"
    PLACE = "map-pin"
    SHOW = "eye"
    HIDE = "eye-off"
    COMMITTEE = "landmark"


class Icons:
    """Draws the icons in any colour and size, and keeps what it drew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[Icon, str, int, float], QPixmap] = {}

    def pixmap(self, icon: Icon, colour: str, size: int = 18) -> QPixmap:
        """The icon in a colour (``#RRGGBB``), ``size`` logical pixels wide."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        key = (icon, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(icon, colour, size, ratio)
        return self._drawn[key]

    def icon(self, icon: Icon, colour: str, active: str | None = None, size: int = 18) -> QIcon:
        """An icon for a button; ``active`` colours it while the button is checked."""
        made = QIcon(self.pixmap(icon, colour, size))
        if active is not None:
            made.addPixmap(self.pixmap(icon, active, size), QIcon.Mode.Normal, QIcon.State.On)
        return made

    def _draw(self, icon: Icon, colour: str, size: int, ratio: float) -> QPixmap:
        source = (self._folder / f"{icon}.svg").read_text(encoding="utf-8")
        coloured = source.replace("currentColor", colour).replace(
            'stroke-width="2"', 'stroke-width="1.75"'
        )
        renderer = QSvgRenderer(QByteArray(coloured.encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
