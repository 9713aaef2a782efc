"""The seats of a committee as dots, in a half circle and in lines, for paper and screen alike.

The drawings hold no words: they are set beside them, where every script is shaped.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liaison_desktop.domain.composition import CHART_COLOURS, ConstituencyShare
from liaison_desktop.domain.people import Constituency

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Circle, Drawing

WIDTH: Final = 240.0
"""Points; the drawing is about half as high."""

_MARGIN: Final = 2.0
_INNER: Final = 0.4
"""Radius of the innermost row, as a part of the outermost one's."""

_SEATS_IN_ONE_ROW: Final = 9
_FILLED_OF_PITCH: Final = 0.4
"""Radius of a dot, as a part of the way to its neighbour."""

_PITCH: Final = 12.0
_SEATS_IN_ONE_LINE: Final = 10
_LARGEST_DOT: Final = 15.0
_VACANT_RIM: Final = 1.6
_EDGE: Final = _LARGEST_DOT + _MARGIN
"""From the middle of a dot to the edge of the drawing."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat there is or should be."""

    constituency: Constituency
    filled: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a seat is drawn, and how far along the half circle that is."""

    x: float
    y: float
    angle: float


def hemicycle(shares: Sequence[ConstituencyShare], *, mirrored: bool = False) -> "Drawing":
    """The voting seats, constituency by constituency from the start side on.

    A filled seat is a full dot, a vacant one a ring. ``mirrored``: the start side is the right one.
    """
    from reportlab.graphics.shapes import Drawing

    seats = [seat for share in shares for seat in _seats(share)]
    places, radius = _placed(len(seats))
    if mirrored:
        places.reverse()
    drawing = Drawing(WIDTH, WIDTH / 2 + _EDGE)
    for seat, place in zip(seats, places, strict=True):
        drawing.add(_dot(seat, place.x, place.y, radius))
    return drawing


def seats_in_line(share: ConstituencyShare, *, mirrored: bool = False) -> "Drawing":
    """The seats of one constituency beside each other, in as many lines as they need."""
    from reportlab.graphics.shapes import Drawing

    seats = _seats(share)
    lines = max(math.ceil(len(seats) / _SEATS_IN_ONE_LINE), 1)
    height = lines * _PITCH
    drawing = Drawing(min(len(seats), _SEATS_IN_ONE_LINE) * _PITCH, height)
    for number, seat in enumerate(seats):
        line, place = divmod(number, _SEATS_IN_ONE_LINE)
        x = (place + 0.5) * _PITCH
        if mirrored:
            x = drawing.width - x
        drawing.add(_dot(seat, x, height - (line + 0.5) * _PITCH, _PITCH * _FILLED_OF_PITCH))
    return drawing


def as_svg(drawing: "Drawing") -> bytes:
    """The drawing for the screen."""
    from reportlab.graphics.renderSVG import drawToString

    # Qt draws the outline of a clipping path as if it were a shape.
    return str(drawToString(drawing, useClip=True)).encode()


def _dot(seat: _Seat, x: float, y: float, radius: float) -> "Circle":
    from reportlab.graphics.shapes import Circle
    from reportlab.lib.colors import HexColor

    colour = HexColor(CHART_COLOURS[seat.constituency])
    if seat.filled:
        return Circle(x, y, radius, fillColor=colour, strokeColor=None, strokeWidth=0)
    inner = radius - _VACANT_RIM / 2
    return Circle(x, y, inner, fillColor=None, strokeColor=colour, strokeWidth=_VACANT_RIM)


def _seats(share: ConstituencyShare) -> list[_Seat]:
    """Every seat there is or should be; the filled ones come first."""
    return [
        _Seat(share.constituency, filled=place < share.filled)
        for place in range(max(share.seats, share.minimum))
    ]


def _placed(count: int) -> tuple[list[_Place], float]:
    """The seats on concentric rows, in the order of their angle, and the radius of a dot."""
    rows = 1
    while _capacity(rows) < count:
        rows += 1
    outer = WIDTH / 2 - _EDGE
    radii = [outer * (1 - (1 - _INNER) * row / max(rows, 2)) for row in range(rows)]
    shared = _shared(count, radii)
    pitch = min(
        (math.pi * r / max(n - 1, 1) for r, n in zip(radii, shared, strict=True) if n),
        default=WIDTH,
    )
    if rows > 1:
        pitch = min(pitch, radii[0] - radii[1])
    dots = [
        _on_circle(radius, place / (n - 1) if n > 1 else 0.5)
        for radius, n in zip(radii, shared, strict=True)
        for place in range(n)
    ]
    dots.sort(key=lambda dot: (round(dot.angle, 6), -dot.y))
    return dots, min(pitch * _FILLED_OF_PITCH, _LARGEST_DOT)


def _capacity(rows: int) -> int:
    """How many seats look well on so many rows."""
    return _SEATS_IN_ONE_ROW if rows == 1 else rows * (_SEATS_IN_ONE_ROW + 3 * rows)


def _shared(count: int, radii: Sequence[float]) -> list[int]:
    """The seats shared among the rows in proportion to their length."""
    whole = sum(radii)
    shared = [round(count * radius / whole) for radius in radii]
    shared[0] += count - sum(shared)
    return shared


def _on_circle(radius: float, part: float) -> _Place:
    angle = math.pi * part
    middle = WIDTH / 2
    return _Place(middle - radius * math.cos(angle), _EDGE + radius * math.sin(angle), angle)
