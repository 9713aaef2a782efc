"""Cards and columns: the boxes a screen is made of."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

PAD = 16
_BAR = 10
"""Width of a scroll bar in the style sheet."""


class Card(QFrame):
    """A rounded surface with its parts one below the other."""

    def __init__(
        self, *, pad: int = PAD, gap: int = 8, name: str = "card", parent: QWidget | None = None
    ) -> None:
        """``parent``: where it will stand; whatever is moved as a whole is styled anew."""
        super().__init__(parent)
        self.setObjectName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(gap)


class Scroll(QScrollArea):
    """A column that scrolls when it is taller than its place.

    ``start`` and ``above`` are the margins there (below as above); ``gutter`` is the one at the
    end, in which the scroll bar appears without moving anything. With ``least`` it is as wide as
    its parts need, and at least so many pixels.
    """

    def __init__(
        self, *, gap: int = PAD, start: int = 0, above: int = 0, gutter: int = 0, least: int = 0
    ) -> None:
        super().__init__()
        self._start = start
        self._above = above
        self._gutter = gutter
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.inner.setObjectName("column")
        self.box = QVBoxLayout(self.inner)
        self.box.setSpacing(gap)
        self.setWidget(self.inner)
        self._keep_gutter()
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._keep_gutter())

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the reading direction is known."""
        super().showEvent(event)
        self._keep_gutter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Parts count only once they are shown, so the width follows each request of theirs."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            if self._least:
                self.setFixedWidth(max(self._least, self.needed_width()))
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """What stands beside it gives way before something in it is cut."""
        return QSize(self.needed_width(), super().minimumSizeHint().height())

    def needed_width(self) -> int:
        """Pixels below which something shown would be cut: nothing scrolls sideways."""
        margins = self.box.contentsMargins()
        parts = self.box.totalMinimumSize().width() - margins.left() - margins.right()
        return self._start + parts + max(self._gutter, _BAR)

    def fit_height(self, width: int, highest: int) -> None:
        """Be as high as the parts need in a width, but no higher than that; pixels."""
        wanted = max(self.box.totalHeightForWidth(width), self.box.totalSizeHint().height())
        self.setFixedHeight(min(wanted, highest))

    def _keep_gutter(self) -> None:
        shown = self.verticalScrollBar().maximum() > 0
        end = max(self._gutter - (_BAR if shown else 0), 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (end, self._start) if mirrored else (self._start, end)
        self.box.setContentsMargins(left, self._above, right, self._above)


def row(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QHBoxLayout:
    """Parts side by side; ``None`` stretches, a number is a gap in pixels."""
    box = QHBoxLayout()
    _fill(box, parts, gap)
    return box


def column(*parts: QWidget | QLayout | int | None, gap: int = 4) -> QVBoxLayout:
    """Parts one below the other; ``None`` stretches, a number is a gap in pixels."""
    box = QVBoxLayout()
    _fill(box, parts, gap)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; a cursor that stood there stays in what is around it."""
    _keep_cursor(layout)
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _keep_cursor(layout: QLayout) -> None:
    """Otherwise Qt sends it to the first widget of the window."""
    around = layout.parentWidget()
    cursor = around.window().focusWidget() if around is not None else None
    leaving = _widgets(layout)
    if cursor is None or not any(each is cursor or each.isAncestorOf(cursor) for each in leaving):
        return
    while around is not None and not around.focusPolicy() & Qt.FocusPolicy.TabFocus:
        around = around.parentWidget()
    if around is not None:
        around.setFocus()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)


def _fill(box: QBoxLayout, parts: Iterable[QWidget | QLayout | int | None], gap: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
