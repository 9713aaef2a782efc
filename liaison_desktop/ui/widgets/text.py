"""Labels: the few kinds of text the window knows (``resources/style``, ``QLabel[kind=...]``)."""

import unicodedata
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

_LEFT_TO_RIGHT_MARK = "\u200e"


class TextKind(StrEnum):
    """How a text looks."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    STRONG = "strong"
    QUIET = "quiet"
    SMALL = "small"
    FIGURE = "figure"
    COUNT = "count"
    ERROR = "error"
    MONO = "mono"
    AVATAR = "avatar"
    NUMBER = "number"
    KEY = "key"


class Words(QLabel):
    """A label whose text stands at the reading start of the window, in whatever script it is.

    Qt would set a Latin name in an Arabic window at the left.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's direction."""
        super().changeEvent(event)
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        if event.type() == QEvent.Type.LayoutDirectionChange and not centred:
            self._follow()

    def _follow(self) -> None:
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(reading_start(self.layoutDirection()) | vertical)


def reading_start(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side at which lines start, whatever script they are in."""
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text as far as there is room, with the ellipsis at its own end.

    Without the mark an Arabic window would put the ellipsis before a Latin name.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    strong = next((c for c in text if unicodedata.bidirectional(c) in ("L", "R", "AL")), "L")
    leftwards = unicodedata.bidirectional(strong) != "L"
    return shown if shown == text or leftwards else f"{shown}{_LEFT_TO_RIGHT_MARK}"


def label(text: str, kind: TextKind = TextKind.BODY, *, wrap: bool = False) -> QLabel:
    """A label of plain text; ``wrap`` lets it use several lines."""
    made = Words(text)
    made.setProperty("kind", kind.value)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setMinimumWidth(1)
    return made


def selectable(made: QLabel) -> QLabel:
    """Let the text of a label be selected and copied."""
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tooltip."""

    def __init__(self, text: str, kind: TextKind = TextKind.BODY) -> None:
        super().__init__(text)
        self.setProperty("kind", kind.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        text = elided(self.text(), self.fontMetrics(), self.width())
        painter.setPen(self.palette().windowText().color())
        flags = Qt.AlignmentFlag.AlignVCenter | reading_start(self.layoutDirection())
        painter.drawText(self.rect(), flags, text)


def picture(pixmap: QPixmap, name: str = "") -> QLabel:
    """An icon on its own; without a name it is decoration."""
    made = QLabel()
    made.setPixmap(pixmap)
    made.setFixedSize(pixmap.deviceIndependentSize().toSize())
    made.setAccessibleName(name)
    return made


def hairline() -> QFrame:
    """The line between two parts."""
    made = QFrame()
    made.setObjectName("hairline")
    return made


def upright() -> QFrame:
    """The line between two columns."""
    made = QFrame()
    made.setObjectName("upright")
    return made


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = [word for word in name.split() if word[:1].isalpha()]
    letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    return "".join(letters).upper()
