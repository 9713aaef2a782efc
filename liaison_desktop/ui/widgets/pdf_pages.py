"""Sizes and pictures of PDF pages, by PDFium.

PDFium may only be called by one thread at a time: ``Jobs.render`` sees to that.
"""

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """The size of each page."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return tuple(PageSize(*document.get_page_size(page)) for page in range(len(document)))


def render_page(content: bytes, page: int, scale: float) -> QImage:
    """A page as a picture, ``scale`` pixels for a point, with its filled signature fields."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        document.init_forms()
        bitmap = document[page].render(scale=scale, prefer_bgrx=True)
        shared = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        return shared.copy()
