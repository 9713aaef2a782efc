"""Meetings and what was decided, as they are exported."""

import sqlalchemy as sa

from liaison_desktop.db.exports.table import ExportColumn, ExportTable, columns_of
from liaison_desktop.db.tables import (
    action,
    agenda_item,
    attendee,
    decision,
    guest,
    meeting,
    presence_interval,
    vote,
)
from liaison_desktop.domain.decisions import Choice

_COURSE_OF_ITEM = (
    "minutes_allotted",
    "started",
    "late",
    "postponed",
    "continues_id",
    "approves_id",
    "recused",
)


def meetings() -> ExportTable:
    """One row for each meeting."""
    return ExportTable(
        name="meetings",
        source=meeting,
        committee=meeting.c.committee_id,
        order=(meeting.c.sort_key, meeting.c.id),
        described=columns_of(
            meeting,
            "id",
            "committee_id",
            "key",
            "number",
            "year",
            "label",
            "kind",
            "call",
            "mode",
            "state",
            "minutes_state",
            "language",
            "seat_count",
            "place",
            "date",
            "starts",
            "ends",
            "opened",
            "closed",
            "breaks",
            "convocation_sent_on",
            "convocation_reference",
            "convocation_medium",
            "chair_seat_id",
            "chair_turns",
            "secretary_seat_id",
            "next_date",
            "next_time",
            "next_place",
        ),
    )


def attendance() -> ExportTable:
    """One row for each seat on the sheet of a meeting."""
    return ExportTable(
        name="attendance",
        source=attendee,
        committee=attendee.c.committee_id,
        order=(attendee.c.meeting_id, attendee.c.position),
        described=columns_of(
            attendee,
            "committee_id",
            "meeting_id",
            "seat_id",
            "seat_key",
            "given_name",
            "family_name",
            "organisation",
            "constituency",
            "role",
            "voting",
            "status",
            "remote",
            "substitute",
            "note",
            personal=frozenset({"given_name", "family_name", "substitute", "note"}),
        ),
    )


def presence() -> ExportTable:
    """One row for each stretch of presence of a seat."""
    table = presence_interval
    return ExportTable(
        name="presence",
        source=table,
        committee=table.c.committee_id,
        order=(table.c.meeting_id, table.c.seat_id, table.c.position),
        described=columns_of(
            table,
            "committee_id",
            "meeting_id",
            "seat_id",
            "position",
            "arrived",
            "first_item",
            "left",
            "last_item",
        ),
    )


def guests() -> ExportTable:
    """One row for each guest of a meeting."""
    return ExportTable(
        name="guests",
        source=guest,
        committee=guest.c.committee_id,
        order=(guest.c.meeting_id, guest.c.position),
        described=columns_of(
            guest,
            "committee_id",
            "meeting_id",
            "position",
            "name",
            "organisation",
            "reason",
            personal=frozenset({"name", "reason"}),
        ),
    )


def items() -> ExportTable:
    """One row for each item of an agenda."""
    return ExportTable(
        name="items",
        source=agenda_item,
        committee=agenda_item.c.committee_id,
        order=(agenda_item.c.meeting_id, agenda_item.c.position),
        described=(
            *columns_of(agenda_item, "id", "committee_id", "meeting_id", "no", "label", "depth"),
            _unless_closed(agenda_item, "title"),
            *columns_of(agenda_item, "kind"),
            _unless_closed(agenda_item, "proposer", personal=True),
            _unless_closed(agenda_item, "presenter", personal=True),
            *(_unless_closed(agenda_item, name) for name in _COURSE_OF_ITEM),
            _unless_closed(agenda_item, "discussion", personal=True),
            *columns_of(agenda_item, "closed"),
        ),
    )


def decisions() -> ExportTable:
    """One row for each decision, with what the rules made of the votes."""
    return ExportTable(
        name="decisions",
        source=decision,
        committee=decision.c.committee_id,
        order=(decision.c.sort_key, decision.c.id),
        described=(
            *columns_of(decision, "id", "committee_id", "meeting_id", "item_id", "number"),
            _unless_closed(decision, "text"),
            _unless_closed(decision, "mover", personal=True),
            _unless_closed(decision, "seconder", personal=True),
            _unless_closed(decision, "amends_id"),
            _unless_closed(decision, "supersedes_id"),
            *columns_of(decision, "method"),
            _counted("votes_for", Choice.FOR),
            _counted("against", Choice.AGAINST),
            _counted("abstained", Choice.ABSTAINED),
            _counted("recused", Choice.RECUSED),
            *columns_of(decision, "outcome", "declared_outcome"),
            _unless_closed(decision, "statement", personal=True),
        ),
    )


def votes() -> ExportTable:
    """One row for each vote that was cast by name."""
    return ExportTable(
        name="votes",
        source=vote,
        committee=vote.c.committee_id,
        order=(vote.c.meeting_id, vote.c.decision_id, vote.c.position),
        described=columns_of(
            vote, "committee_id", "meeting_id", "decision_id", "seat_id", "choice"
        ),
    )


def actions() -> ExportTable:
    """One row for each action."""
    return ExportTable(
        name="actions",
        source=action,
        committee=action.c.committee_id,
        order=(action.c.sort_key, action.c.id),
        described=(
            *columns_of(action, "id", "committee_id", "meeting_id", "item_id", "number"),
            _unless_closed(action, "text"),
            *columns_of(action, "seat_id"),
            _unless_closed(action, "organisation"),
            *columns_of(action, "due", "status"),
        ),
    )


def _unless_closed(table: sa.Table, name: str, *, personal: bool = False) -> ExportColumn:
    """A text that is empty for closed items: what was said there leaves with nobody."""
    closed: sa.ColumnElement[bool] = agenda_item.c.closed
    if table is not agenda_item:
        its_item = sa.select(agenda_item.c.closed).where(agenda_item.c.id == table.c.item_id)
        closed = its_item.scalar_subquery()
    return ExportColumn(name, sa.case((closed, sa.null()), else_=table.c[name]), personal)


def _counted(name: str, choice: Choice) -> ExportColumn:
    """Votes of one kind: as counted by name, else as the bare count; empty if nobody voted."""
    by_name = (
        sa.select(sa.func.sum(sa.case((vote.c.choice == choice, 1), else_=0)))
        .where(vote.c.decision_id == decision.c.id)
        .scalar_subquery()
    )
    return ExportColumn(name, sa.func.coalesce(by_name, decision.c[name]))
