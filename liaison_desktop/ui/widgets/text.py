"""Labels: the few kinds of text the window knows (``resources/style``, ``QLabel[kind=...]``)."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from liaison_desktop.ui.look import Look


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


def label(text: str, kind: TextKind = TextKind.BODY, *, wrap: bool = False) -> QLabel:
    """A label of plain text; ``wrap`` lets it use several lines."""
    made = QLabel(text)
    made.setProperty("kind", kind.value)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.MinimumExpanding)
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
        metrics = self.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().windowText().color())
        flags = Qt.AlignmentFlag.AlignVCenter | self._leading()
        painter.drawText(self.rect(), flags, text)

    def _leading(self) -> Qt.AlignmentFlag:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute


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


def name_widget(widget: QWidget, name: str, look: Look) -> None:
    """Name a control for screen readers, and lay it out in the window's direction."""
    widget.setAccessibleName(name)
    widget.setLayoutDirection(look.direction)
