"""The decisions of a file: motions, and what each seat did about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.decisions import Choice, Counts, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.exchange.committee_records import MOST_SEATS
from liaison_desktop.exchange.identifiers import record_id
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.people_records import Roll
from liaison_desktop.exchange.places import Place
from liaison_desktop.exchange.uniqueness import Distinct

_BALLOTS = frozenset({Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.SECRET})

# Where the chair found that no ballot could be held, there are no votes to record.
_WITHOUT_BALLOT = frozenset({Outcome.ADJOURNED, Outcome.NOT_QUORATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting:
    """Where a vote is taken: the meeting with its attendance, the item, and whom the file knows."""

    committee_key: str
    meeting: Meeting
    item_no: int
    roll: Roll

    def present(self) -> frozenset[UUID]:
        """The voting seats represented at the item."""
        return present_voters(self.meeting, self.item_no)


def read_decision(entry: JsonObject, voting: Voting) -> Decision:
    """The decision of an agenda item.

    Names count where they are complete. Where the file names some seats but only counts others, the
    result counts; whoever is named as recused is no voter all the same.

    Raises:
        UserError: the problems of ``JsonObject``, ``member_not_in_file``, ``vote_without_right``,
            ``vote_by_absent``, ``vote_twice``, ``result_too_big``, ``vote_empty``.
    """
    number = entry.optional_text("no")
    text = entry.text("text")
    method = entry.choice("method", Method)
    votes = tuple(_votes(entry, voting))
    counts = _checked_result(entry, voting)
    outcome = entry.choice("outcome", Outcome) if "outcome" in entry else None
    held = voting.meeting.state is MeetingState.HELD
    empty = not votes and counts is None
    if held and method in _BALLOTS and empty and outcome not in _WITHOUT_BALLOT:
        raise entry.place.error("vote_empty")
    if counts is not None and names_incomplete(entry, counts):
        votes = ()
    return Decision(
        id=record_id(voting.committee_key, "decision", voting.meeting.key, voting.item_no),
        number=number,
        text=text,
        method=method,
        votes=votes,
        counts=None if votes else counts,
        declared_outcome=outcome,
        statement=entry.optional_text("statement"),
    )


def read_result(entry: JsonObject) -> Counts | None:
    """The bare counts of a ``decision`` object; the recused may be named instead.

    Raises:
        UserError: the problems of ``JsonObject``.
    """
    if "result" not in entry:
        return None
    result = entry.child("result")
    return Counts(
        votes_for=result.number("votes_for", 0, MOST_SEATS),
        against=result.number("votes_against", 0, MOST_SEATS),
        abstained=result.number("abstentions", 0, MOST_SEATS),
        recused=(
            result.number("recused", 0, MOST_SEATS)
            if "recused" in result
            else len(entry.texts(Choice.RECUSED))
        ),
    )


def names_incomplete(entry: JsonObject, counts: Counts) -> bool:
    """Whether the file counts votes without saying whose they are."""
    cast = (
        (Choice.FOR, counts.votes_for),
        (Choice.AGAINST, counts.against),
        (Choice.ABSTAINED, counts.abstained),
    )
    return any(count > 0 and choice not in entry for choice, count in cast)


def _votes(entry: JsonObject, voting: Voting) -> Iterator[Vote]:
    seen = Distinct("vote_twice")
    present = voting.present()
    for choice in Choice:
        for key, place in entry.placed_texts(choice):
            seat_id = _voter(key, place, voting, present)
            seen.add(key, place)
            yield Vote(seat_id=seat_id, choice=choice)


def _voter(key: str, place: Place, voting: Voting, present: frozenset[UUID]) -> UUID:
    seat = voting.roll.member(key, place).seat
    if not seat.voting:
        raise place.error("vote_without_right", key=key)
    if seat.id not in present:
        raise place.error("vote_by_absent", key=key, item=voting.item_no)
    return seat.id


def _checked_result(entry: JsonObject, voting: Voting) -> Counts | None:
    counts = read_result(entry)
    if counts is None:
        return None
    named = len(entry.texts(Choice.RECUSED))
    counts = replace(counts, recused=named or counts.recused)
    total = counts.votes_for + counts.against + counts.abstained + counts.recused
    present = len(voting.present())
    if total > present:
        place = entry.place.key("result")
        raise place.error("result_too_big", votes=total, present=present)
    return counts
