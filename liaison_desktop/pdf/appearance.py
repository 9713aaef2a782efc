"""What a digital signature shows on the page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from liaison_desktop.pdf.typography import HAIRLINE, HAIRLINE_WIDTH, INK, TextStyle

if TYPE_CHECKING:
    from liaison_desktop.pdf.boxes import Column
    from liaison_desktop.pdf.composition import Composer

_PADDING: Final = 6.0
_CORNER: Final = 3.0
_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_LEADING: Final = 1.32


def signature_appearance(lines: Sequence[str], language: str, width: float, height: float) -> bytes:
    """A page of that size in points, as a PDF file: the lines in a frame, the first one bold.

    The type is as large as the frame allows, between 9 and 5 points.
    """
    from liaison_desktop.paths import resources
    from liaison_desktop.pdf.canvas import PageCanvas
    from liaison_desktop.pdf.composition import Composer
    from liaison_desktop.pdf.embedding import FontBook
    from liaison_desktop.pdf.finishing import finish_appearance
    from liaison_desktop.pdf.shaping import Shaper
    from liaison_desktop.pdf.tagging import Structure
    from liaison_desktop.pdf.word_shaping import load_words

    book = FontBook()
    canvas = PageCanvas((width, height), Structure(language), book)
    composer = Composer(Shaper(load_words(resources() / "fonts")))
    inner_width, inner_height = width - 2 * _PADDING, height - 2 * _PADDING
    column = _fitting_column(composer, lines, language, inner_width, inner_height)
    above = max((inner_height - column.measure(inner_width)) / 2, 0)
    with canvas.artifact():
        canvas.setStrokeColorRGB(*HAIRLINE)
        canvas.setLineWidth(HAIRLINE_WIDTH)
        edge = HAIRLINE_WIDTH / 2
        canvas.roundRect(edge, edge, width - 2 * edge, height - 2 * edge, _CORNER)
        column.draw(canvas, _PADDING, height - _PADDING - above, inner_width)
    canvas.next_page()
    return finish_appearance(canvas.getpdfdata(), book)


def _fitting_column(
    composer: "Composer", lines: Sequence[str], language: str, width: float, height: float
) -> "Column":
    """The lines in the largest size that fits, or in the smallest."""
    columns = (_column(composer, lines, language, size) for size in _SIZES)
    return next(
        (column for column in columns if column.measure(width) <= height),
        _column(composer, lines, language, _SIZES[-1]),
    )


def _column(composer: "Composer", lines: Sequence[str], language: str, size: float) -> "Column":
    from liaison_desktop.pdf.boxes import Column
    from liaison_desktop.pdf.composition import Scope
    from liaison_desktop.pdf.tagging import Node

    scope = Scope(Node("Artifact"), language)
    style = TextStyle(size, size * _LEADING, INK)
    return Column(
        [
            composer.text(line, replace(style, bold=number == 0), scope.node, scope)
            for number, line in enumerate(lines)
        ]
    )
