"""Meetings with everything that belongs to their record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.mapping.meetings import (
    attendee_of,
    attendee_values,
    guest_of,
    guest_values,
    interval_of,
    interval_values,
    meeting_of,
    meeting_values,
)
from liaison_desktop.db.mapping.minutes import (
    action_of,
    action_values,
    decision_of,
    decision_values,
    item_of,
    item_values,
    vote_of,
    vote_values,
)
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.decisions import Decision, Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.sheet import Attendee

Part = TypeVar("Part")

_PARTS_INNERMOST_FIRST = (
    tables.vote,
    tables.decision,
    tables.action,
    tables.agenda_item,
    tables.guest,
    tables.presence_interval,
    tables.attendee,
)


class MeetingReader(Reader):
    """Finds meetings."""

    def get(self, meeting_id: UUID) -> Meeting | None:
        """The meeting with this id."""
        return self._one(tables.meeting.c.id == meeting_id)

    def by_key(self, committee_id: UUID, key: str) -> Meeting | None:
        """The meeting with this name in files."""
        table = tables.meeting
        return self._one(table.c.committee_id == committee_id, table.c.key == key)

    def by_number(self, committee_id: UUID, number: int, year: int) -> Meeting | None:
        """The meeting whose minutes carry this number of the yearly series."""
        table = tables.meeting
        return self._one(
            table.c.committee_id == committee_id, table.c.number == number, table.c.year == year
        )

    def of_committee(self, committee_id: UUID) -> tuple[UUID, ...]:
        """Ids of a committee's meetings, oldest first."""
        table = tables.meeting
        query = (
            sa.select(table.c.id)
            .where(table.c.committee_id == committee_id)
            .order_by(table.c.date, table.c.id)
        )
        return self._all(query, lambda row: row.id)

    def of_year(self, committee_id: UUID, year: int) -> tuple[Meeting, ...]:
        """A committee's meetings of the yearly series of minutes, oldest first."""
        table = tables.meeting
        query = (
            sa.select(table)
            .where(table.c.committee_id == committee_id, table.c.year == year)
            .order_by(table.c.date, table.c.id)
        )
        return self._all(query, self._whole)

    def outcomes(self, meeting_id: UUID) -> dict[UUID, Outcome]:
        """What the rules made of a meeting's decisions when it was written, by decision id."""
        return {row.id: row.outcome for row in self._parts(tables.decision, meeting_id)}

    def taken_numbers(self, committee_id: UUID, year: int) -> frozenset[int]:
        """Numbers of the yearly series that minutes carry already."""
        table = tables.meeting
        query = sa.select(table.c.number).where(
            table.c.committee_id == committee_id,
            table.c.year == year,
            table.c.number.is_not(None),
        )
        return frozenset(self._all(query, lambda row: row.number))

    def decision_numbers(self, committee_id: UUID, year: int) -> tuple[str, ...]:
        """Numbers that decisions of the year's meetings carry already, as printed."""
        return self._numbers(tables.decision, committee_id, year)

    def decision_number(self, decision_id: UUID) -> str:
        """The number of a decision as printed; empty where it has none or is not there."""
        table = tables.decision
        query = sa.select(table.c.number).where(table.c.id == decision_id)
        return self._connection.scalar(query) or ""

    def replacing(self, meeting_id: UUID) -> dict[UUID, str]:
        """Numbers of the adopted decisions that replaced a meeting's, by the replaced one's id."""
        old, new = tables.decision.alias(), tables.decision
        query = (
            sa.select(old.c.id, new.c.number)
            .join(new, new.c.supersedes_id == old.c.id)
            .where(old.c.meeting_id == meeting_id, new.c.outcome == Outcome.ADOPTED)
            .order_by(new.c.sort_key)
        )
        return {row.id: row.number for row in self._connection.execute(query)}

    def action_numbers(self, committee_id: UUID, year: int) -> tuple[str, ...]:
        """Numbers that actions of the year's meetings carry already, as printed."""
        return self._numbers(tables.action, committee_id, year)

    def _numbers(self, part: sa.Table, committee_id: UUID, year: int) -> tuple[str, ...]:
        query = (
            sa.select(part.c.number)
            .join(tables.meeting, tables.meeting.c.id == part.c.meeting_id)
            .where(
                part.c.committee_id == committee_id,
                part.c.number != "",
                tables.meeting.c.year == year,
            )
        )
        return self._all(query, lambda row: str(row.number))

    def _one(self, *conditions: sa.ColumnElement[bool]) -> Meeting | None:
        row = self._connection.execute(sa.select(tables.meeting).where(*conditions)).one_or_none()
        return None if row is None else self._whole(row)

    def _whole(self, row: sa.Row[Any]) -> Meeting:
        guests = tuple(guest_of(guest) for guest in self._parts(tables.guest, row.id))
        return meeting_of(row, self._attendees(row.id), guests, self._items(row.id))

    def _parts(self, table: sa.Table, meeting_id: UUID) -> Iterable[sa.Row[Any]]:
        query = sa.select(table).where(table.c.meeting_id == meeting_id)
        if "position" in table.c:
            query = query.order_by(table.c.position)
        return self._connection.execute(query)

    def _attendees(self, meeting_id: UUID) -> tuple[Attendee, ...]:
        intervals = _grouped(
            self._parts(tables.presence_interval, meeting_id), "seat_id", interval_of
        )
        return tuple(
            attendee_of(row, intervals.get(row.seat_id, ()))
            for row in self._parts(tables.attendee, meeting_id)
        )

    def _items(self, meeting_id: UUID) -> tuple[AgendaItem, ...]:
        decisions = self._decisions(meeting_id)
        actions = _grouped(self._parts(tables.action, meeting_id), "item_id", action_of)
        return tuple(
            item_of(row, decisions.get(row.id, ()), actions.get(row.id, ()))
            for row in self._parts(tables.agenda_item, meeting_id)
        )

    def _decisions(self, meeting_id: UUID) -> dict[UUID, tuple[Decision, ...]]:
        votes = _grouped(self._parts(tables.vote, meeting_id), "decision_id", vote_of)
        rows = sorted(self._parts(tables.decision, meeting_id), key=lambda row: row.sort_key)
        return _grouped(rows, "item_id", lambda row: decision_of(row, votes.get(row.id, ())))


class MeetingRepository(MeetingReader):
    """Finds and keeps meetings."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def put(self, meeting: Meeting, outcomes: Mapping[UUID, Outcome]) -> bool:
        """Store a meeting with what the rules made of its decisions, by decision id.

        Returns ``False`` if all is stored as it is. The outcomes of final minutes stay what they
        were on the day.

        Raises:
            UserError: ``minutes_locked``, the stored minutes are final and differ.
            KeyError: a decision has no outcome.
        """
        stored = self.get(meeting.id)
        locked = stored is not None and stored.minutes_state is MinutesState.FINAL
        if stored == meeting and (locked or self.outcomes(meeting.id) == dict(outcomes)):
            return False
        if locked:
            raise UserError("minutes_locked", minutes=meeting.label or meeting.key)
        self._recorder.write(_target(meeting), stored, meeting, meeting_values(meeting))
        self._replace_parts(meeting, outcomes)
        return True

    def remove(self, meeting: Meeting) -> None:
        """Remove a meeting on which nothing was built, as when its planning is taken back."""
        self._remove_parts(meeting)
        self._recorder.remove(_target(meeting), meeting)

    def _remove_parts(self, meeting: Meeting) -> None:
        for table in _PARTS_INNERMOST_FIRST:
            self._connection.execute(sa.delete(table).where(table.c.meeting_id == meeting.id))

    def _replace_parts(self, meeting: Meeting, outcomes: Mapping[UUID, Outcome]) -> None:
        self._remove_parts(meeting)
        for table, rows in (
            (tables.attendee, attendee_values(meeting)),
            (tables.presence_interval, interval_values(meeting)),
            (tables.guest, guest_values(meeting)),
            (tables.agenda_item, item_values(meeting)),
            (tables.decision, decision_values(meeting, outcomes)),
            (tables.vote, vote_values(meeting)),
            (tables.action, action_values(meeting)),
        ):
            if rows:
                self._connection.execute(sa.insert(table), rows)


def _target(meeting: Meeting) -> Target:
    return Target(Kind.MEETING, tables.meeting, meeting.committee_id)


def _grouped(
    rows: Iterable[sa.Row[Any]], column: str, make: Callable[[sa.Row[Any]], Part]
) -> dict[UUID, tuple[Part, ...]]:
    groups: defaultdict[UUID, list[Part]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(make(row))
    return {key: tuple(parts) for key, parts in groups.items()}
