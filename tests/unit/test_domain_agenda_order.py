"""The order of an agenda: numbers, places, and presence that stays with its items."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.agenda_order import (
    DEEPEST,
    indented,
    moved,
    numbered,
    shifted,
    with_items,
)
from liaison_desktop.domain.meetings import ChairTurn
from liaison_desktop.domain.sheet import Interval
from tests.unit.committee_meetings import attendee, item, meeting_of, seat_id

depths = st.lists(st.integers(0, 4), min_size=1, max_size=9)


def agenda(*levels: int) -> tuple[AgendaItem, ...]:
    return numbered([replace(item(n), depth=depth) for n, depth in enumerate(levels, 1)])


def numbers(items: tuple[AgendaItem, ...]) -> list[str]:
    return [each.number for each in items]


def names(items: list[AgendaItem] | tuple[AgendaItem, ...]) -> list[int]:
    return [each.id.int - 3000 for each in items]


def test_items_below_others_are_numbered_after_them() -> None:
    assert numbers(agenda(0, 0, 1, 1, 2, 0)) == ["1", "2", "2.1", "2.2", "2.2.1", "3"]


def test_a_flat_agenda_keeps_its_plain_numbers() -> None:
    assert [each.label for each in agenda(0, 0, 0)] == ["", "", ""]


@given(depths)
def test_numbers_are_unique_and_no_item_hangs_in_the_air(levels: list[int]) -> None:
    items = agenda(*levels)
    assert len(set(numbers(items))) == len(items)
    assert [each.no for each in items] == list(range(1, len(items) + 1))
    before = -1
    for each in items:
        assert 0 <= each.depth <= min(before + 1, DEEPEST)
        before = each.depth


@given(depths, st.data())
def test_moving_loses_no_item_and_keeps_families_together(
    levels: list[int], data: st.DataObject
) -> None:
    items = agenda(*levels)
    which = data.draw(st.sampled_from(items)).id
    before = data.draw(st.none() | st.sampled_from([each.id for each in items]))
    after = moved(items, which, before)
    assert sorted(names(after)) == sorted(names(items))
    place = [each.id for each in items].index(which)
    family = [which]
    for each in items[place + 1 :]:
        if each.depth <= items[place].depth:
            break
        family.append(each.id)
    start = [each.id for each in after].index(which)
    assert [each.id for each in after[start : start + len(family)]] == family


def test_an_item_changes_places_with_its_neighbour_and_takes_along_what_is_below() -> None:
    items = agenda(0, 0, 1, 0)
    assert names(shifted(items, items[1].id, 1)) == [1, 4, 2, 3]
    assert names(shifted(items, items[1].id, -1)) == [2, 3, 1, 4]
    assert names(shifted(items, items[2].id, 1)) == [1, 2, 3, 4]
    assert names(shifted(items, items[0].id, -1)) == [1, 2, 3, 4]


def test_an_item_goes_below_the_one_before_it_and_out_again() -> None:
    items = agenda(0, 0, 1)
    inside = numbered(indented(items, items[1].id, 1))
    assert numbers(inside) == ["1", "1.1", "1.1.1"]
    assert numbers(numbered(indented(inside, items[1].id, -1))) == ["1", "2", "2.1"]
    assert indented(items, items[0].id, 1) == list(items)


def test_presence_and_chair_stay_with_their_items() -> None:
    """An item comes in before the others: who came to item 2 came to what is item 3 now."""
    meeting = meeting_of(
        [attendee(1), attendee(2, Interval(first_item=2, last_item=2))],
        items=[item(1), item(2), item(3)],
    )
    meeting = replace(meeting, chair_turns=(ChairTurn(seat_id=seat_id(2), item_no=2),))
    late = replace(item(9), no=1)
    after = with_items(meeting, [late, *meeting.items])
    assert after.attendees[1].intervals == (Interval(first_item=3, last_item=3),)
    assert after.chair_turns[0].item_no == 3
    gone = with_items(meeting, [meeting.items[0], meeting.items[2]])
    assert gone.attendees[1].intervals == (Interval(first_item=2, last_item=1),)
