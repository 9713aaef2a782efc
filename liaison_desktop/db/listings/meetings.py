"""Lists of meetings, minutes, decisions and actions, the newest first."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.listings.paging import Listing
from liaison_desktop.db.tables import (
    action,
    agenda_item,
    attendee,
    committee,
    correction,
    decision,
    filing,
    hand_signature,
    meeting,
    paper,
    paper_file,
    refusal,
)
from liaison_desktop.domain.listings import ActionRow, DecisionRow, MeetingRow, MinutesRow
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.domain.papers import Edition, PaperKind


def meeting_listing() -> Listing[MeetingRow]:
    """All meetings."""
    query = sa.select(
        meeting.c.id,
        meeting.c.committee_id,
        committee.c.key.label("committee_key"),
        committee.c.city,
        meeting.c.number,
        meeting.c.year,
        meeting.c.kind,
        meeting.c.date,
        meeting.c.place,
        meeting.c.state,
        meeting.c.minutes_state,
        meeting.c.sort_key,
    ).join_from(meeting, committee)
    return Listing(query=query, table=meeting, make=_meeting_row, newest_first=True)


def minutes_listing() -> Listing[MinutesRow]:
    """The minutes of meetings that were held, with the full edition's place in the register."""
    filed = paper.alias("filed")
    query = (
        sa.select(
            meeting.c.id,
            meeting.c.committee_id,
            committee.c.key.label("committee_key"),
            committee.c.city,
            meeting.c.number,
            meeting.c.year,
            meeting.c.label,
            meeting.c.kind,
            meeting.c.date,
            meeting.c.minutes_state,
            filed.c.id.label("paper_id"),
            filed.c.register_number,
            filed.c.fields,
            _count(_answered(), filed).label("signed"),
            _count(filing, filed).label("filings"),
            _corrections().label("corrections"),
            meeting.c.sort_key,
        )
        .join_from(meeting, committee)
        .outerjoin(filed, filed.c.id == _first_full_paper())
    )
    return Listing(
        query=query,
        table=meeting,
        listed=meeting.c.state == MeetingState.HELD,
        make=_minutes_row,
        newest_first=True,
    )


def decision_listing() -> Listing[DecisionRow]:
    """All decisions."""
    query = (
        sa.select(
            decision.c.id,
            decision.c.committee_id,
            committee.c.city,
            decision.c.meeting_id,
            meeting.c.date,
            agenda_item.c.no.label("item"),
            decision.c.number,
            decision.c.text,
            decision.c.outcome,
            decision.c.declared_outcome,
            decision.c.sort_key,
        )
        .join_from(decision, committee)
        .join(meeting, meeting.c.id == decision.c.meeting_id)
        .join(agenda_item, agenda_item.c.id == decision.c.item_id)
    )
    return Listing(
        query=query,
        table=decision,
        make=_decision_row,
        newest_first=True,
    )


def action_listing() -> Listing[ActionRow]:
    """All actions with whoever held the seat on the day."""
    responsible = sa.and_(
        attendee.c.meeting_id == action.c.meeting_id, attendee.c.seat_id == action.c.seat_id
    )
    query = (
        sa.select(
            action.c.id,
            action.c.committee_id,
            committee.c.city,
            action.c.meeting_id,
            action.c.number,
            action.c.text,
            attendee.c.given_name,
            attendee.c.family_name,
            action.c.due,
            action.c.status,
            action.c.sort_key,
        )
        .join_from(action, committee)
        .outerjoin(attendee, responsible)
    )
    return Listing(query=query, table=action, make=_action_row, newest_first=True)


def _first_full_paper() -> sa.ScalarSelect[Any]:
    """A meeting may be filed in several languages: its own counts, else the one filed first."""
    candidate = paper.alias("candidate")
    return (
        sa.select(candidate.c.id)
        .where(
            candidate.c.meeting_id == meeting.c.id,
            candidate.c.kind == PaperKind.MINUTES,
            candidate.c.edition == Edition.FULL,
        )
        .order_by(
            (candidate.c.language == meeting.c.language).desc(), candidate.c.register_position
        )
        .limit(1)
        .scalar_subquery()
    )


def _answered() -> sa.Subquery:
    """The fields of papers that are signed, signed by hand or refused, each once."""
    fields = (
        sa.select(table.c.paper_id, table.c.field).where(table.c.field != "")
        for table in (paper_file, refusal, hand_signature)
    )
    return sa.union(*fields).subquery()


def _count(
    table: sa.FromClause, of: sa.FromClause, *conditions: sa.ColumnElement[bool]
) -> sa.ScalarSelect[int]:
    """How many rows of a table belong to a paper."""
    belongs = table.c.paper_id == of.c.id
    return sa.select(sa.func.count()).where(belongs, *conditions).scalar_subquery()


def _corrections() -> sa.ScalarSelect[Any]:
    """What corrects a meeting's minutes, in the order of the register."""
    note = paper.alias("note")
    told = (
        sa.select((correction.c.label + " (" + note.c.register_number + ")").label("told"))
        .join_from(note, correction, correction.c.id == note.c.correction_id)
        .where(note.c.meeting_id == meeting.c.id)
        .order_by(note.c.register_position)
        .correlate(meeting)
        .subquery("told")
    )
    return sa.select(sa.func.aggregate_strings(told.c.told, "; ")).scalar_subquery()


def _meeting_row(row: sa.Row[Any]) -> MeetingRow:
    return MeetingRow(
        id=row.id,
        committee_id=row.committee_id,
        committee_key=row.committee_key,
        city=row.city,
        number=row.number,
        year=row.year,
        kind=row.kind,
        date=row.date,
        place=row.place,
        state=row.state,
        minutes_state=row.minutes_state,
    )


def _minutes_row(row: sa.Row[Any]) -> MinutesRow:
    return MinutesRow(
        meeting_id=row.id,
        committee_id=row.committee_id,
        committee_key=row.committee_key,
        city=row.city,
        number=row.number,
        year=row.year,
        label=row.label,
        kind=row.kind,
        date=row.date,
        minutes_state=row.minutes_state,
        paper_id=row.paper_id,
        register_number=row.register_number or "",
        signed=row.signed,
        required=len(row.fields or ()),
        filed=bool(row.filings),
        corrections=row.corrections or "",
    )


def _decision_row(row: sa.Row[Any]) -> DecisionRow:
    return DecisionRow(
        id=row.id,
        committee_id=row.committee_id,
        city=row.city,
        meeting_id=row.meeting_id,
        date=row.date,
        item=row.item,
        number=row.number,
        text=row.text,
        outcome=row.outcome,
        declared_outcome=row.declared_outcome,
    )


def _action_row(row: sa.Row[Any]) -> ActionRow:
    return ActionRow(
        id=row.id,
        committee_id=row.committee_id,
        city=row.city,
        meeting_id=row.meeting_id,
        number=row.number,
        text=row.text,
        responsible=f"{row.given_name or ''} {row.family_name or ''}".strip(),
        due=row.due,
        status=row.status,
    )
