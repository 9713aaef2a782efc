"""Boxes that a page is built of: each can be measured, cut where a page ends, and drawn.

ReportLab's own page flow cannot cut nested boxes nor keep a heading with the first lines of what
follows, and it learns the number of pages only by building the paper twice; so the flow is ours and
the canvas is ReportLab's.
All lengths are in points; ``x`` is the left edge and ``top`` the upper edge of a box.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from liaison_desktop.pdf.canvas import PageCanvas

# Sums of lengths may differ from the height of the page by rounding.
SLACK = 0.01


class Box(ABC):
    """Something that takes up the width it is given and needs a height of its own.

    Attributes:
        space_before, space_after: kept free around it; between neighbours the larger one counts.
        keep_with_next: whether a page may not end below it.
    """

    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False

    @abstractmethod
    def measure(self, width: float) -> float:
        """The height at that width."""

    def exceeds(self, width: float, height: float) -> bool:
        """Whether it is higher than that; a long box need not be measured to its end."""
        return self.measure(width) > height + SLACK

    @abstractmethod
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """Draw on the page under way."""

    def notes(self, width: float) -> "Iterator[Box]":
        """The notes that belong at the foot of the page it stands on."""
        yield from ()

    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        """The part that fits that height and the part that goes on, for a box that is higher.

        Args:
            fresh: whether the page is empty, so that waiting for the next one gains nothing.

        Returns:
            ``None`` if nothing of it should stand here.
        """
        return None


class Column(Box):
    """Boxes below each other."""

    def __init__(self, children: Sequence[Box]) -> None:
        self._children = list(children)
        self._heights: dict[float, float] = {}
        if self._children:
            self.space_before = self._children[0].space_before
            self.space_after = self._children[-1].space_after
            self.keep_with_next = self._children[-1].keep_with_next

    @override
    def measure(self, width: float) -> float:
        if width not in self._heights:
            gaps = sum(self._gap(place) for place in range(len(self._children)))
            heights = sum(child.measure(width) for child in self._children)
            self._heights[width] = gaps + heights
        return self._heights[width]

    @override
    def exceeds(self, width: float, height: float) -> bool:
        return self._first_too_low(width, height)[0] < len(self._children)

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        for place, child in enumerate(self._children):
            top -= self._gap(place)
            child.draw(canvas, x, top, width)
            top -= child.measure(width)

    @override
    def notes(self, width: float) -> Iterator[Box]:
        for child in self._children:
            yield from child.notes(width)

    @override
    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[Column, Column] | None":
        place, room = self._first_too_low(width, height)
        if place == len(self._children):
            return None
        child = self._children[place]
        parts = child.cut(width, room, fresh=fresh and place == 0) if room > 0 else None
        if parts:
            return (
                Column([*self._children[:place], parts[0]]),
                Column([parts[1], *self._children[place + 1 :]]),
            )
        end = place
        while end and self._children[end - 1].keep_with_next:
            end -= 1
        if end == 0:
            if not fresh:
                return None
            end = max(place, 1)
        if end == len(self._children):
            return None
        return Column(self._children[:end]), Column(self._children[end:])

    def _gap(self, place: int) -> float:
        if place == 0:
            return 0
        return max(self._children[place - 1].space_after, self._children[place].space_before)

    def _first_too_low(self, width: float, height: float) -> tuple[int, float]:
        """The number of the first child that does not fit, and the height left for it."""
        room = height
        for place, child in enumerate(self._children):
            room -= self._gap(place)
            if child.exceeds(width, room):
                return place, room
            room -= child.measure(width)
        return len(self._children), room


class Together(Column):
    """A column that is cut only where it is higher than a page."""

    @override
    def cut(self, width: float, height: float, *, fresh: bool) -> tuple[Column, Column] | None:
        return super().cut(width, height, fresh=True) if fresh else None


@dataclass(frozen=True, slots=True)
class Extent:
    """A length that follows the width around it: so many points and that share of the width."""

    points: float = 0
    share: float = 0

    def within(self, width: float) -> float:
        """The length in points."""
        return self.points + self.share * width


@dataclass(frozen=True, slots=True)
class Place:
    """A box in a row; the offset counts from the side where reading starts."""

    box: Box
    offset: Extent
    width: Extent


class Row(Box):
    """Boxes beside each other, their upper edges in line."""

    def __init__(self, places: Sequence[Place], *, rtl: bool, space_after: float = 0) -> None:
        self._places = list(places)
        self._rtl = rtl
        boxes = [place.box for place in self._places]
        self.space_before = max((box.space_before for box in boxes), default=0)
        self.space_after = max((space_after, *(box.space_after for box in boxes)))
        self.keep_with_next = any(box.keep_with_next for box in boxes)

    @override
    def measure(self, width: float) -> float:
        return max(place.box.measure(place.width.within(width)) for place in self._places)

    @override
    def exceeds(self, width: float, height: float) -> bool:
        return any(place.box.exceeds(place.width.within(width), height) for place in self._places)

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        for place in self._places:
            offset, inner = place.offset.within(width), place.width.within(width)
            left = width - offset - inner if self._rtl else offset
            place.box.draw(canvas, x + left, top, inner)

    @override
    def notes(self, width: float) -> Iterator[Box]:
        for place in self._places:
            yield from place.box.notes(place.width.within(width))

    @override
    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[Row, Row] | None":
        heads, tails = [], []
        for place in self._places:
            parts = _cut_beside(place.box, place.width.within(width), height, fresh=fresh)
            if parts is None:
                return None
            heads.append(replace(place, box=parts[0]))
            tails.append(replace(place, box=parts[1]))
        return (
            Row(heads, rtl=self._rtl),
            Row(tails, rtl=self._rtl, space_after=self.space_after),
        )


def _cut_beside(box: Box, width: float, height: float, *, fresh: bool) -> tuple[Box, Box] | None:
    """A box cut beside others: one that fits stays whole, and nothing of it goes on."""
    if not box.exceeds(width, height):
        return box, Column([])
    return box.cut(width, height, fresh=fresh)


class Panel(Box):
    """A column with a bar at the side where reading starts, and a ground if its frame has one."""

    def __init__(self, content: Column, frame: "Frame", *, rtl: bool) -> None:
        self._content = content
        self._frame = frame
        self._rtl = rtl
        self.space_before = frame.space
        self.space_after = frame.space

    @override
    def measure(self, width: float) -> float:
        return self._content.measure(width - self._frame.horizontal) + 2 * self._frame.vertical

    @override
    def exceeds(self, width: float, height: float) -> bool:
        frame = self._frame
        return self._content.exceeds(width - frame.horizontal, height - 2 * frame.vertical)

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        frame = self._frame
        height = self.measure(width)
        with canvas.artifact():
            if frame.ground:
                canvas.fill(x, top - height, width, height, frame.ground)
            bar = x + width - frame.bar if self._rtl else x
            canvas.fill(bar, top - height, frame.bar, height, frame.colour)
        left = x + (frame.end if self._rtl else frame.start)
        self._content.draw(canvas, left, top - frame.vertical, width - frame.horizontal)

    @override
    def notes(self, width: float) -> Iterator[Box]:
        return self._content.notes(width - self._frame.horizontal)

    @override
    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[Panel, Panel] | None":
        frame = self._frame
        parts = self._content.cut(
            width - frame.horizontal, height - 2 * frame.vertical, fresh=fresh
        )
        if parts is None:
            return None
        return Panel(parts[0], frame, rtl=self._rtl), Panel(parts[1], frame, rtl=self._rtl)


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground and the bar of a panel, and how far its content stands from its sides."""

    colour: tuple[float, float, float]
    bar: float
    start: float
    end: float
    vertical: float
    space: float
    ground: tuple[float, float, float] | None = None

    @property
    def horizontal(self) -> float:
        """What both sides take from the width."""
        return self.start + self.end
