"""What a file claims about a meeting, compared with what the committee's own rules give."""

from collections.abc import Iterator

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.committees import QuorumRule, Rules, SecretBallotRule
from liaison_desktop.domain.decisions import Choice, Decision, Method
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.quorum import Quorum
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.exchange.committee_records import MOST_SEATS
from liaison_desktop.exchange.decision_records import names_incomplete, read_result
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.meeting_records import MOST_NUMBERED
from liaison_desktop.exchange.places import Place


def meeting_notices(entry: JsonObject, meeting: Meeting) -> Iterator[Notice]:
    """What the rules say otherwise than the ``meeting`` object, in the order of the file.

    Raises:
        UserError: the problems of ``JsonObject``, where a claim is not of the kind it should be.
    """
    yield from _numbers(entry, meeting)
    yield from _convocation(entry, meeting)
    # What is still to come cannot be compared, yet its claims are read, for what they are made of.
    claims = tuple(_claims(entry, meeting))
    if meeting.state is MeetingState.HELD:
        yield from _officers(entry, meeting)
        yield from claims


def _claims(entry: JsonObject, meeting: Meeting) -> Iterator[Notice]:
    assessment = assess(meeting)
    if "quorum" in entry:
        yield from _quorum(entry.child("quorum"), assessment.quorum)
    items = zip(entry.children("items"), meeting.items, assessment.items, strict=True)
    for item_entry, item, assessed in items:
        place = item_entry.place.key("present_voters")
        yield from _differs(place, _count(item_entry, "present_voters"), assessed.present_voters)
        if item.decision and assessed.verdict:
            decision_entry = item_entry.child("decision")
            yield from _decision(decision_entry, item.decision, assessed.verdict)
            if item.decision.method is Method.SECRET:
                yield from _secret_ballot(decision_entry, item.decision, item.kind, meeting.rules)


def _numbers(entry: JsonObject, meeting: Meeting) -> Iterator[Notice]:
    """Minutes get their number when they become final, the next one of the year."""
    if "number" in entry and meeting.minutes_state is not MinutesState.FINAL:
        number = entry.number("number", 1, MOST_NUMBERED)
        yield Notice("number_not_kept", entry.place.key("number").path, {"number": number})


def _convocation(entry: JsonObject, meeting: Meeting) -> Iterator[Notice]:
    sent_on = meeting.convocation.sent_on
    if sent_on is None:
        return
    days = (meeting.date - sent_on).days
    if days < meeting.rules.notice_days:
        place = entry.place.key("convocation").key("sent_on")
        yield Notice(
            "convened_late", place.path, {"days": days, "required": meeting.rules.notice_days}
        )


def _officers(entry: JsonObject, meeting: Meeting) -> Iterator[Notice]:
    officers = (("chair", meeting.chair_seat_id), ("secretary", meeting.secretary_seat_id))
    there: dict[object, Attendee] = {a.seat_id: a for a in meeting.attendees if a.was_there}
    for key, seat_id in officers:
        if seat_id is not None and seat_id not in there:
            name = entry.text(key)
            yield Notice(f"{key}_not_there", entry.place.key(key).path, {"key": name})


def _quorum(entry: JsonObject, quorum: Quorum) -> Iterator[Notice]:
    rule = entry.choice("rule", QuorumRule) if "rule" in entry else None
    established = entry.flag("established") if "established" in entry else None
    present = _count(entry, "present_at_opening")
    yield from _differs(entry.place.key("rule"), rule, quorum.rule)
    yield from _differs(entry.place.key("basis"), _count(entry, "basis"), quorum.basis)
    yield from _differs(entry.place.key("required"), _count(entry, "required"), quorum.required)
    yield from _differs(entry.place.key("present_at_opening"), present, quorum.present_at_opening)
    yield from _differs(entry.place.key("established"), established, quorum.established)


def _decision(entry: JsonObject, decision: Decision, verdict: Verdict) -> Iterator[Notice]:
    yield from _differs(entry.place.key("outcome"), decision.declared_outcome, verdict.outcome)
    counts = read_result(entry)
    if counts is None:
        return
    place = entry.place.key("result")
    if names_incomplete(entry, counts):
        named = sum(len(entry.texts(choice)) for choice in Choice)
        if named:
            yield Notice("names_left_out", entry.place.path, {"count": named})
    yield from _differs(place.key("votes_for"), counts.votes_for, verdict.counts.votes_for)
    yield from _differs(place.key("votes_against"), counts.against, verdict.counts.against)
    yield from _differs(place.key("abstentions"), counts.abstained, verdict.counts.abstained)
    yield from _differs(place.key("recused"), counts.recused, verdict.counts.recused)


def _secret_ballot(
    entry: JsonObject, decision: Decision, kind: ItemKind, rules: Rules
) -> Iterator[Notice]:
    place = entry.place.key("method").path
    if rules.secret_ballot is SecretBallotRule.NEVER:
        yield Notice("secret_ballot_never", place)
    elif rules.secret_ballot is SecretBallotRule.PERSONS_ONLY and kind is not ItemKind.ELECTION:
        yield Notice("secret_ballot_persons_only", place)
    if decision.votes:
        yield Notice("secret_ballot_named", place)


def _count(entry: JsonObject, key: str) -> int | None:
    return entry.number(key, 0, MOST_SEATS) if key in entry else None


def _differs(place: Place, claimed: object, given: object) -> Iterator[Notice]:
    """A claim that is missing is no claim."""
    if claimed is not None and claimed != given:
        yield Notice("claim_differs", place.path, {"claimed": claimed, "given": given})
