"""Items, decisions, votes and actions of a meeting, between row and record.

Decisions and actions are listed by the day of their meeting and their place in it.
"""

from collections.abc import Mapping
from uuid import UUID

from liaison_desktop.db.folding import fold_all
from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values, require_empty
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.decisions import Action, Candidate, Counts, Decision, Outcome, Vote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import NativeText

_ITEM_AS_IT_IS = (
    "id",
    "no",
    "title",
    "kind",
    "discussion",
    "closed",
    "label",
    "depth",
    "proposer",
    "presenter",
    "minutes_allotted",
    "late",
    "postponed",
    "continues_id",
    "approves_id",
    "started",
)
"""What the row of an item holds under the same name and in the same form as the record."""


def item_values(meeting: Meeting) -> list[Values]:
    """The rows of the agenda."""
    return [
        {
            **{name: getattr(item, name) for name in _ITEM_AS_IT_IS},
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "position": position,
            "attachments": plain_parts(item.attachments),
            "titles": plain_parts(item.titles),
            "recused": plain_parts(item.recused),
        }
        for position, item in enumerate(meeting.items)
    ]


def item_of(row: Row, decisions: tuple[Decision, ...], actions: tuple[Action, ...]) -> AgendaItem:
    """An item with what was decided and is to be done."""
    return AgendaItem(
        **{name: getattr(row, name) for name in _ITEM_AS_IT_IS},
        decision=decisions[0] if decisions else None,
        actions=actions,
        attachments=parts_of(row.attachments, UUID),
        titles=parts_of(row.titles, NativeText),
        recused=parts_of(row.recused, UUID),
        further_decisions=decisions[1:],
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
            "mover": decision.mover,
            "seconder": decision.seconder,
            "amends_id": decision.amends_id,
            "supersedes_id": decision.supersedes_id,
            "supersedes_number": decision.supersedes_number,
            "candidates": plain_parts(decision.candidates),
            "places": decision.places,
            "most_votes_suffice": decision.most_votes_suffice,
            "sort_key": _decision_place(meeting, position, which),
            "folded": fold_all(decision.number, decision.text, item.title),
        }
        for position, item in enumerate(meeting.items)
        for which, decision in enumerate(item.decisions)
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
        mover=row.mover,
        seconder=row.seconder,
        amends_id=row.amends_id,
        supersedes_id=row.supersedes_id,
        supersedes_number=row.supersedes_number,
        candidates=parts_of(row.candidates, Candidate),
        places=row.places,
        most_votes_suffice=row.most_votes_suffice,
    )


def vote_values(meeting: Meeting) -> list[Values]:
    """The rows of all votes by name."""
    return [
        {
            "decision_id": decision.id,
            "seat_id": vote.seat_id,
            "committee_id": meeting.committee_id,
            "meeting_id": meeting.id,
            "position": position,
            "choice": vote.choice,
        }
        for item in meeting.items
        for decision in item.decisions
        for position, vote in enumerate(decision.votes)
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
            "organisation": action.organisation,
            "sort_key": f"{meeting.date.isoformat()}/{place:04}/{position:04}",
            "folded": fold_all(
                action.number,
                action.text,
                action.organisation,
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
        organisation=row.organisation,
    )


def _decision_place(meeting: Meeting, position: int, which: int) -> str:
    """By the day, then the place on the agenda, then the place under the item."""
    place = f"{meeting.date.isoformat()}/{position:04}"
    return f"{place}/{which:02}" if which else place


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
        require_empty(row.against, row.abstained, row.recused)
        return None
    return Counts(
        votes_for=row.votes_for,
        against=row.against,
        abstained=row.abstained,
        recused=row.recused,
    )
