"""The order of an agenda: numbers, places, and what refers to them.

Stretches of presence and the turns of the chair name items by their place, so whoever changes the
order must change those along with it; ``with_items`` does both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Interval

DEEPEST = 2
"""How far an item may stand below another: 1, 1.1, 1.1.1."""


def numbered(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items in this order with their places and, where one stands below another, numbers.

    No item stands more than one step below the one before it.
    """
    counters: list[int] = []
    made = []
    for no, item in enumerate(items, start=1):
        depth = min(item.depth, DEEPEST, len(counters))
        counters = counters[: depth + 1]
        if len(counters) == depth:
            counters.append(0)
        counters[depth] += 1
        printed = ".".join(map(str, counters))
        label = "" if printed == str(no) else printed
        made.append(replace(item, no=no, depth=depth, label=label))
    return tuple(made)


def with_items(meeting: Meeting, items: Sequence[AgendaItem]) -> Meeting:
    """The meeting with another agenda; presence stays with the items for which it counted."""
    after = numbered(items)
    places = {item.id: item.no for item in after}
    moved = _moved_places(meeting.items, places)
    attendees = tuple(
        replace(
            attendee,
            intervals=tuple(_at_new_places(interval, moved) for interval in attendee.intervals),
        )
        for attendee in meeting.attendees
    )
    turns = tuple(replace(turn, item_no=moved.first(turn.item_no)) for turn in meeting.chair_turns)
    return replace(meeting, items=after, attendees=attendees, chair_turns=turns)


def block_of(items: Sequence[AgendaItem], item_id: UUID) -> range:
    """Where an item stands with all that stands below it, counted from 0.

    Raises:
        KeyError: there is no such item.
    """
    start = next((i for i, item in enumerate(items) if item.id == item_id), None)
    if start is None:
        raise KeyError(item_id)
    end = start + 1
    while end < len(items) and items[end].depth > items[start].depth:
        end += 1
    return range(start, end)


def moved(items: Sequence[AgendaItem], item_id: UUID, before: UUID | None) -> list[AgendaItem]:
    """The items with one of them, and all below it, before another; ``None`` = to the end.

    An item that would be put below itself stays where it is.
    """
    block = block_of(items, item_id)
    taken = list(items[block.start : block.stop])
    if before in {item.id for item in taken}:
        return list(items)
    rest = [*items[: block.start], *items[block.stop :]]
    place = next((i for i, item in enumerate(rest) if item.id == before), len(rest))
    return [*rest[:place], *taken, *rest[place:]]


def shifted(items: Sequence[AgendaItem], item_id: UUID, by: int) -> list[AgendaItem]:
    """The items with one of them, and all below it, one place up (-1) or down (1).

    It changes places with the neighbour of its own depth; where there is none nothing moves.
    """
    block = block_of(items, item_id)
    depth = items[block.start].depth
    if by < 0:
        place = block.start - 1
        while place >= 0 and items[place].depth > depth:
            place -= 1
        if place < 0 or items[place].depth != depth:
            return list(items)
        return moved(items, item_id, items[place].id)
    if block.stop >= len(items) or items[block.stop].depth != depth:
        return list(items)
    neighbour = block_of(items, items[block.stop].id)
    after = items[neighbour.stop].id if neighbour.stop < len(items) else None
    return moved(items, item_id, after)


def indented(items: Sequence[AgendaItem], item_id: UUID, by: int) -> list[AgendaItem]:
    """The items with one of them, and all below it, further in (1) or out (-1)."""
    block = block_of(items, item_id)
    wanted = items[block.start].depth + by
    deepest = items[block.start - 1].depth + 1 if block.start else 0
    if not 0 <= wanted <= min(deepest, DEEPEST):
        return list(items)
    return [
        replace(item, depth=item.depth + by) if place in block else item
        for place, item in enumerate(items)
    ]


class _Moves:
    """From the places items had to those they have; one that is gone counts as the next one."""

    def __init__(self, kept: Mapping[int, int], behind: int) -> None:
        self._kept = kept
        self._behind = behind

    def first(self, no: int) -> int:
        """The place of an item from which something counts."""
        later = [old for old in self._kept if old >= no]
        return self._kept[min(later)] if later else self._behind

    def last(self, no: int) -> int:
        """The place of an item up to which something counts; 0 = before the first one."""
        earlier = [old for old in self._kept if old <= no]
        return self._kept[max(earlier)] if earlier else 0


def _moved_places(before: Sequence[AgendaItem], places: Mapping[UUID, int]) -> _Moves:
    kept = {item.no: places[item.id] for item in before if item.id in places}
    return _Moves(kept, behind=len(places) + 1)


def _at_new_places(interval: Interval, moves: _Moves) -> Interval:
    return replace(
        interval,
        first_item=None if interval.first_item is None else moves.first(interval.first_item),
        last_item=None if interval.last_item is None else moves.last(interval.last_item),
    )
