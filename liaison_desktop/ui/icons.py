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
    UP = "chevron-up"
    DOWN = "chevron-down"
    ADD = "plus"
    ACTION = "circle-check-big"
    DECISION = "gavel"
    LARGER = "zoom-in"
    SMALLER = "zoom-out"
    KEY = "key-round"
    CARE = "triangle-alert"
    WRONG = "circle-x"
    TELL = "info"
    PAPER = "file-text"
    DEMONSTRATION = "sparkles"
    COPY = "copy"
    OPEN = "folder-open"
    ARRIVED = "log-in"
    LEFT = "log-out"
    SHOW = "eye"
    HIDE = "eye-off"
    COMMITTEE = "landmark"
    SKILL = "lightbulb"
    MERGE = "merge"
    PRIVACY = "shield-user"
    PRINT = "printer"
    LABELS = "tags"
    BOLD = "bold"
    ITALIC = "italic"
    BULLETS = "list"
    NUMBERS = "list-ordered"
    QUOTE = "text-quote"
    TABLE = "table"
    MODULES = "book-text"
    SEND = "send"


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

    def icon(self, icon: Icon, colour: str) -> QIcon:
        """An icon for a button without words."""
        return QIcon(self.pixmap(icon, colour))

    def beside_text(
        self,
        icon: Icon,
        colours: tuple[str, str],
        direction: Qt.LayoutDirection,
        size: int = 18,
        gap: int = 8,
    ) -> QIcon:
        """An icon with a gap on the side of the text; the second colour is for checked buttons."""
        made = QIcon()
        for colour, state in zip(colours, (QIcon.State.Off, QIcon.State.On), strict=True):
            drawn = self.pixmap(icon, colour, size)
            ratio = drawn.devicePixelRatio()
            wide = QPixmap(round((size + gap) * ratio), drawn.height())
            wide.setDevicePixelRatio(ratio)
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            mirrored = direction == Qt.LayoutDirection.RightToLeft
            painter.drawPixmap(gap if mirrored else 0, 0, drawn)
            painter.end()
            made.addPixmap(wide, QIcon.Mode.Normal, state)
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
