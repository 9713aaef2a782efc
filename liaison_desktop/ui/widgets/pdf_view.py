"""Pages of a PDF, one below the other, drawn off the window thread as they come into view."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from liaison_desktop.ui.jobs import Job, Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.pdf_pages import PageSize, page_sizes, render_page

_MARGIN = 24
_GAP = 20
_CORNER = 11
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 12
"""Pictures of pages kept; a page at 100 % is about 4 MB."""


@dataclass(frozen=True, slots=True)
class _Picture:
    page: int
    scale: float


class PdfView(QAbstractScrollArea):
    """Shows a PDF; zoom 1 fits the page to the width."""

    def __init__(self, jobs: Jobs, look: Look) -> None:
        super().__init__()
        self._jobs = jobs
        self._look = look
        self._coming = b""
        self._content = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom = 1.0
        self._pictures: dict[_Picture, QImage] = {}
        self._awaited: dict[_Picture, Job] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(look.catalogue.gettext("Pages of the paper"))
        self.verticalScrollBar().setSingleStep(40)

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    @property
    def drawn_pages(self) -> set[int]:
        """Pages of which there is a picture, from 0."""
        return {picture.page for picture in self._pictures}

    @property
    def zoom(self) -> float:
        """Width of a page in widths of the view."""
        return self._zoom

    def show_pdf(self, content: bytes) -> None:
        """Show a file from its first page; what was shown stays until its pages are known."""
        if content == self._coming:
            return
        self._coming = content
        self._jobs.render(
            lambda: page_sizes(content), lambda sizes: self._measured(content, sizes), owner=self
        )

    def clear(self) -> None:
        """Show nothing."""
        self._forget()
        self._coming, self._content, self._sizes = b"", b"", ()
        self._settle()

    def larger(self) -> None:
        """Zoom in one step."""
        self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > self._zoom), _ZOOMS[-1]))

    def smaller(self) -> None:
        """Zoom out one step."""
        self._set_zoom(next((zoom for zoom in reversed(_ZOOMS) if zoom < self._zoom), _ZOOMS[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in view; ask for pictures that are missing."""
        painter = QPainter(self.viewport())
        self._paint_ground(painter)
        for page, place in enumerate(self._places()):
            if place.intersects(self.viewport().rect()):
                self._paint_page(painter, page, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.larger()
            else:
                self.smaller()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; the arrows scroll."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for a readable page."""
        return QSize(420, 560)

    def _forget(self) -> None:
        for job in self._awaited.values():
            job.cancel()
        self._awaited.clear()
        self._pictures.clear()

    def _measured(self, content: bytes, sizes: tuple[PageSize, ...]) -> None:
        if content != self._coming:
            return  # another file was asked for since
        self._forget()
        self._content, self._sizes = content, sizes
        self._settle()
        self.verticalScrollBar().setValue(0)

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._zoom = zoom
        self._settle()
        bar.setValue(round(share * bar.maximum()))

    def _scale(self) -> float:
        """Pixels for a point."""
        widest = max((size.width for size in self._sizes), default=595.0)
        return max(self.viewport().width() - 2 * _MARGIN, 80) / widest * self._zoom

    def _places(self) -> list[QRect]:
        scale, across = self._scale(), self.horizontalScrollBar().value()
        top = _MARGIN - self.verticalScrollBar().value()
        places = []
        for size in self._sizes:
            width, height = round(size.width * scale), round(size.height * scale)
            left = max((self.viewport().width() - width) // 2, _MARGIN) - across
            places.append(QRect(left, top, width, height))
            top += height + _GAP
        return places

    def _settle(self) -> None:
        scale, view = self._scale(), self.viewport()
        height = sum(round(size.height * scale) + _GAP for size in self._sizes) + 2 * _MARGIN - _GAP
        width = max((round(size.width * scale) for size in self._sizes), default=0) + 2 * _MARGIN
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        view.update()

    def _paint_ground(self, painter: QPainter) -> None:
        """The ground follows the round corner of the card at its foot."""
        mirrored = self._look.direction == Qt.LayoutDirection.RightToLeft
        beyond = 2 * _CORNER
        left, right = (-beyond, 0) if mirrored else (0, beyond)
        ground = QRectF(self.viewport().rect()).adjusted(left, -beyond, right, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.ground))
        painter.drawRoundedRect(ground, _CORNER, _CORNER)

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        ratio = self.devicePixelRatioF()
        wanted = _Picture(page, round(self._scale() * ratio, 3))
        picture = self._pictures.get(wanted)
        if picture is not None:
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), picture)
        else:
            self._ask(wanted)
            self._paint_stopgap(painter, page, place)
        painter.setPen(QPen(QColor(self._look.tokens.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_stopgap(self, painter: QPainter, page: int, place: QRect) -> None:
        """Until the picture is there: an older one in another size, or white."""
        painter.fillRect(place, QColor("#FFFFFF"))
        older = next((p for key, p in self._pictures.items() if key.page == page), None)
        if older is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, older, QRect(QPoint(0, 0), older.size()))

    def _ask(self, wanted: _Picture) -> None:
        if wanted in self._awaited:
            return
        content = self._content
        self._awaited[wanted] = self._jobs.render(
            lambda: render_page(content, wanted.page, wanted.scale),
            lambda picture: self._keep(wanted, picture),
            owner=self,
        )

    def _keep(self, wanted: _Picture, picture: QImage) -> None:
        self._awaited.pop(wanted, None)
        self._pictures[wanted] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.viewport().update()
