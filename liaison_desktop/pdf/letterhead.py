"""The head of a paper's first page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from liaison_desktop.pdf.blocks import (
    Alignment,
)
from liaison_desktop.pdf.boxes import Box, Column, Extent, Place, Row
from liaison_desktop.pdf.composition import Composer, Scope
from liaison_desktop.pdf.document import (
    Letterhead,
)
from liaison_desktop.pdf.figures import AccentRule, PictureBox
from liaison_desktop.pdf.typography import LETTERHEAD_LINE, LETTERHEAD_NAME, TextStyle

_NAME_SHARE: Final = 0.64
_ASIDE_SHARE: Final = 0.33
_SPACE_AFTER: Final = 9.0
_LOGO_HIGHEST: Final = 48.0
_LOGO_WIDEST: Final = 110.0
_LOGO_GAP: Final = 12.0


def letterhead_boxes(letterhead: Letterhead | None, composer: Composer, scope: Scope) -> list[Box]:
    """Logo, name and lines at the start side, the lines aside at the other, and a rule below."""
    if letterhead is None:
        return []
    inner = replace(scope, node=scope.node.add("Div"))
    places = []
    start = 0.0
    if letterhead.logo:
        figure = letterhead.logo
        node = inner.node.add("Figure", alternative=figure.alternative)
        width = min(figure.width, _LOGO_WIDEST)
        logo = PictureBox(figure.image, width, node, rtl=scope.rtl, highest=_LOGO_HIGHEST)
        places.append(Place(logo, Extent(), Extent(width)))
        start = logo.natural_width(width) + _LOGO_GAP
    name = [(letterhead.name, LETTERHEAD_NAME)]
    name += [(line, LETTERHEAD_LINE) for line in letterhead.lines]
    style = replace(LETTERHEAD_LINE, leading=LETTERHEAD_NAME.leading, alignment=Alignment.END)
    aside = [(line, style) for line in letterhead.aside]
    places += [
        Place(_lines(name, composer, inner), Extent(start), Extent(-start, _NAME_SHARE)),
        Place(_lines(aside, composer, inner), Extent(0, 1 - _ASIDE_SHARE), Extent(0, _ASIDE_SHARE)),
    ]
    return [Row(places, rtl=scope.rtl, space_after=_SPACE_AFTER), AccentRule()]


def _lines(lines: Sequence[tuple[str, TextStyle]], composer: Composer, scope: Scope) -> Column:
    return Column([composer.text(line, style, scope.node.add("P"), scope) for line, style in lines])
