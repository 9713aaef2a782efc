"""A drawing that scales with its place."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget


class Drawing(QWidget):
    """An SVG drawing with the words for those who cannot see it; empty until it is there."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size
        self._renderer: QSvgRenderer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_svg(self, svg: bytes) -> None:
        """Show a drawing."""
        self._renderer = QSvgRenderer(QByteArray(svg), self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.update()

    def sizeHint(self) -> QSize:
        """The size asked for; it may become wider."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing in the middle."""
        if self._renderer is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._renderer.render(painter, QRectF(self.rect()))
