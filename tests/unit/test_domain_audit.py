"""The audit chain and the one way to write a value as bytes."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.audit import (
    CHAIN_START,
    AuditEntry,
    canonical,
    chain_digest,
    later,
    verify_chain,
)
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.decisions import Outcome
from tests.unit.committee_meetings import meeting_of, present

COMMITTEE = UUID(int=1)
DIGEST = "ab" * 32


def chain_of(length: int) -> list[AuditEntry]:
    """A sound chain."""
    entries: list[AuditEntry] = []
    previous = CHAIN_START
    for sequence in range(1, length + 1):
        open_entry = AuditEntry(
            sequence=sequence,
            at=f"2026-10-14T17:05:00.{sequence:03}Z-0000-here",
            actor="maria",
            command="import_file",
            committee_id=COMMITTEE,
            kind=Kind.MEETING,
            entity_id=UUID(int=100 + sequence % 3),
            before=None,
            after=DIGEST,
            previous=previous,
        )
        entries.append(replace(open_entry, digest=chain_digest(open_entry)))
        previous = entries[-1].digest
    return entries


def test_values_are_written_in_one_way() -> None:
    @dataclass(frozen=True)
    class Record:
        name: str
        outcome: Outcome
        parts: tuple[int, ...]

    value = {
        "time": time(17, 5),
        "day": date(2026, 10, 14),
        "moment": datetime(2026, 10, 14, 19, 5, tzinfo=timezone(timedelta(hours=2))),
        "id": UUID(int=1),
        "record": Record("Åse", Outcome.ADOPTED, (2, 1)),
        "set": {"b", "a"},
        "list": [None, True, 1, 1.5],
        UUID(int=2): frozenset([3, 1]),
    }
    assert canonical(value).decode() == (
        '{"00000000-0000-0000-0000-000000000002":[1,3],"day":"2026-10-14",'
        '"id":"00000000-0000-0000-0000-000000000001","list":[null,true,1,1.5],'
        '"moment":"2026-10-14T17:05:00+00:00",'
        '"record":{"name":"Åse","outcome":"adopted","parts":[2,1]},"set":["a","b"],'
        '"time":"17:05:00"}'
    )


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    max_leaves=10,
)


@given(value=plain_values)
def test_the_form_is_json_of_the_same_value(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(value=st.dictionaries(st.text(), st.integers()))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_the_same_moment_has_one_form() -> None:
    moment = datetime(2026, 10, 14, 12, tzinfo=UTC)
    assert canonical(moment) == canonical(moment.astimezone(timezone(timedelta(hours=-5))))


def test_a_whole_meeting_has_a_form_that_tells_every_change() -> None:
    meeting = meeting_of(present(1, 2))
    assert canonical(meeting) == canonical(meeting_of(present(1, 2)))
    assert canonical(meeting) != canonical(replace(meeting, closed=time(19, 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRelease:
    name: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRelease(FirstRelease):
    note: str = later("")
    of: UUID | None = later(None)
    version: int = later(1)


names = st.text()
parts = st.lists(st.integers()).map(tuple)
FILLED = {"note": "n", "of": UUID(int=7), "version": 2}


@given(name=names, parts=parts)
def test_a_field_added_later_leaves_the_form_of_older_records_as_it_was(
    name: str, parts: tuple[int, ...]
) -> None:
    older = FirstRelease(name=name, parts=parts)
    newer = LaterRelease(name=name, parts=parts)
    assert canonical([newer]) == canonical([older])
    assert newer == LaterRelease(name=name, parts=parts, note="", of=None, version=1)


@given(name=names, parts=parts, filled=st.sets(st.sampled_from(sorted(FILLED)), min_size=1))
def test_a_field_added_later_is_written_once_it_says_something(
    name: str, parts: tuple[int, ...], filled: set[str]
) -> None:
    record = LaterRelease(name=name, parts=parts)
    changed = replace(record, **{field: FILLED[field] for field in filled})  # type: ignore[arg-type]
    assert set(json.loads(canonical(changed))) == {"name", "parts", *filled}


@pytest.mark.parametrize("value", [b"bytes", object(), Outcome, {1: "a"}, AuditEntry])
def test_values_without_a_form_are_errors(value: object) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        canonical(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), datetime(2026, 1, 1)])  # noqa: DTZ001
def test_values_that_say_nothing_certain_are_errors(value: object) -> None:
    with pytest.raises(ValueError, match=r"JSON compliant|time zone"):
        canonical(value)


def test_a_sound_chain_holds() -> None:
    assert verify_chain([]) is None
    assert verify_chain(chain_of(5)) is None


OTHER_VALUES: dict[str, Any] = {
    "at": "2026-10-14T17:05:09.000Z-0000-here",
    "actor": "mario",
    "command": "sign_paper",
    "committee_id": UUID(int=9),
    "kind": Kind.PERSON,
    "entity_id": UUID(int=9),
    "before": DIGEST,
    "after": None,
    "previous": DIGEST,
    "digest": DIGEST,
    "sequence": 40,
}

lengths = st.integers(1, 8)
chains = lengths.map(chain_of)


def test_every_field_is_tried() -> None:
    assert set(OTHER_VALUES) == set(AuditEntry.__slots__)


@given(chain=chains, place=st.data(), field=st.sampled_from(sorted(OTHER_VALUES)))
def test_a_change_breaks_the_chain_where_it_was_made(
    chain: list[AuditEntry], place: st.DataObject, field: str
) -> None:
    at = place.draw(st.integers(0, len(chain) - 1))
    chain[at] = replace(chain[at], **{field: OTHER_VALUES[field]})
    assert verify_chain(chain) == at + 1


@given(chain=chains, place=st.data(), field=st.sampled_from(sorted(OTHER_VALUES)))
def test_a_change_with_a_new_digest_breaks_it_one_later(
    chain: list[AuditEntry], place: st.DataObject, field: str
) -> None:
    at = place.draw(st.integers(0, len(chain) - 1))
    forged = replace(chain[at], **{field: OTHER_VALUES[field]})
    chain[at] = replace(forged, digest=chain_digest(forged))
    links = field in ("previous", "sequence")  # these are checked against the entry before
    unchanged = field == "digest"
    last_of_all = at == len(chain) - 1
    expected = at + 1 if links else None if unchanged or last_of_all else at + 2
    assert verify_chain(chain) == expected


def test_a_forged_entry_cannot_be_linked_in_without_writing_all_that_follow_anew() -> None:
    chain = chain_of(4)
    forged = replace(chain[1], actor="mario")
    chain[1] = replace(forged, digest=chain_digest(forged))
    chain[2] = replace(chain[2], previous=chain[1].digest)
    assert verify_chain(chain) == 3


@given(chain=chains, place=st.data())
def test_an_entry_left_out_breaks_it_there(chain: list[AuditEntry], place: st.DataObject) -> None:
    at = place.draw(st.integers(0, len(chain) - 1))
    del chain[at]
    cut_off_at_the_end = at == len(chain)
    assert verify_chain(chain) == (None if cut_off_at_the_end else at + 1)


@given(chain=chains, order=st.data())
def test_another_order_breaks_it_at_the_first_moved(
    chain: list[AuditEntry], order: st.DataObject
) -> None:
    moved = order.draw(st.permutations(chain))
    differs = [n for n, (a, b) in enumerate(zip(chain, moved, strict=True), 1) if a != b]
    assert verify_chain(moved) == (differs[0] if differs else None)


@given(chain=chains, place=st.data())
def test_an_entry_put_in_twice_breaks_it(chain: list[AuditEntry], place: st.DataObject) -> None:
    at = place.draw(st.integers(0, len(chain) - 1))
    chain.insert(at, chain[at])
    assert verify_chain(chain) == at + 2
