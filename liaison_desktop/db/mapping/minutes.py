"""Items, decisions, votes and actions of a meeting, between row and record.

Decisions and actions are listed by the day of their meeting and their place in it.
"""

from collections.abc import Mapping
from uuid import UUID

from liaison_desktop.db.folding import fold_all
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.meetings import (
    Action,
    AgendaItem,
    Counts,
    Decision,
    Meeting,
    Outcome,
    Vote,
)


def item_values(meeting: Meeting) -> list[Values]:
    """The rows of the agenda."""
    return [
        {
            "id": item.id,
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "position": position,
            "no": item.no,
            "title": item.title,
            "kind": item.kind,
            "discussion": item.discussion,
            "closed": item.closed,
        }
        for position, item in enumerate(meeting.items)
    ]


def item_of(row: Row, decision: Decision | None, actions: tuple[Action, ...]) -> AgendaItem:
    """An item with what was decided and is to be done."""
    return AgendaItem(
        id=row.id,
        no=row.no,
        title=row.title,
        kind=row.kind,
        discussion=row.discussion,
        decision=decision,
        actions=actions,
        closed=row.closed,
    )


def decision_values(meeting: Meeting, outcomes: Mapping[UUID, Outcome]) -> list[Values]:
    """The rows of the decisions with what the rules made of them.

    Raises:
        KeyError: a decision has no outcome.
    """
    return [
        {
            "id": decision.id,
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "item_id": item.id,
            "number": decision.number,
            "text": decision.text,
            "method": decision.method,
            **_count_values(decision.counts),
            "declared_outcome": decision.declared_outcome,
            "outcome": outcomes[decision.id],
            "statement": decision.statement,
            "sort_key": f"{meeting.date.isoformat()}/{position:04}",
            "folded": fold_all(decision.number, decision.text, item.title),
        }
        for position, item in enumerate(meeting.items)
        if (decision := item.decision) is not None
    ]


def decision_of(row: Row, votes: tuple[Vote, ...]) -> Decision:
    """A decision with its votes."""
    return Decision(
        id=row.id,
        number=row.number,
        text=row.text,
        method=row.method,
        votes=votes,
        counts=_counts_of(row),
        declared_outcome=row.declared_outcome,
        statement=row.statement,
    )


def vote_values(meeting: Meeting) -> list[Values]:
    """The rows of all votes by name."""
    return [
        {
            "decision_id": item.decision.id,
            "seat_id": vote.seat_id,
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "position": position,
            "choice": vote.choice,
        }
        for item in meeting.items
        if item.decision is not None
        for position, vote in enumerate(item.decision.votes)
    ]


def vote_of(row: Row) -> Vote:
    """What one seat did."""
    return Vote(seat_id=row.seat_id, choice=row.choice)


def action_values(meeting: Meeting) -> list[Values]:
    """The rows of the actions."""
    responsible = {attendee.seat_id: attendee.full_name for attendee in meeting.attendees}
    return [
        {
            "id": action.id,
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "item_id": item.id,
            "position": position,
            "number": action.number,
            "text": action.text,
            "seat_id": action.seat_id,
            "due": action.due,
            "status": action.status,
            "sort_key": f"{meeting.date.isoformat()}/{place:04}/{position:04}",
            "folded": fold_all(
                action.number,
                action.text,
                "" if action.seat_id is None else responsible.get(action.seat_id, ""),
            ),
        }
        for place, item in enumerate(meeting.items)
        for position, action in enumerate(item.actions)
    ]


def action_of(row: Row) -> Action:
    """Something to be done."""
    return Action(
        id=row.id,
        number=row.number,
        text=row.text,
        seat_id=row.seat_id,
        due=row.due,
        status=row.status,
    )


def _count_values(counts: Counts | None) -> Values:
    if counts is None:
        return {"votes_for": None, "against": None, "abstained": None, "recused": None}
    return {
        "votes_for": counts.votes_for,
        "against": counts.against,
        "abstained": counts.abstained,
        "recused": counts.recused,
    }


def _counts_of(row: Row) -> Counts | None:
    if row.votes_for is None:
        return None
    return Counts(
        votes_for=row.votes_for,
        against=row.against,
        abstained=row.abstained,
        recused=row.recused,
    )
