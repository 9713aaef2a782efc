"""The record of a meeting as a plain document: ``show meeting --json`` prints it, minutes carry it.

Keys are stable English, dates and times ISO 8601, ids text. Seats are named by their key, as in
committee files. It holds neither e-mail addresses nor constituencies: beside a name these would
tell of religion or origin (GDPR, Art. 9).
"""

from typing import Any
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import Assessment, ItemAssessment
from liaison_desktop.domain.decisions import Action, Decision, Method
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.quorum import QuorumPoint
from liaison_desktop.domain.sheet import Attendee, Guest, Interval
from liaison_desktop.domain.voting import Verdict

Document = dict[str, Any]


def record_document(meeting: Meeting, assessment: Assessment) -> Document:
    """The whole record with everything the rules make of it."""
    return {
        "id": str(meeting.id),
        "key": meeting.key,
        "committee": meeting.committee_name,
        "city": meeting.committee_city,
        "language": meeting.language,
        "number": meeting.number,
        "year": meeting.year,
        "label": meeting.label,
        "kind": meeting.kind,
        "call": meeting.call,
        "mode": meeting.mode,
        "state": meeting.state,
        "minutes_state": meeting.minutes_state,
        "date": meeting.date.isoformat(),
        "place": meeting.place,
        "opened": _iso(meeting.opened),
        "closed": _iso(meeting.closed),
        "chair": _seat(meeting, meeting.chair_seat_id),
        "secretary": _seat(meeting, meeting.secretary_seat_id),
        "rules": _rules(meeting),
        "quorum": _quorum(assessment),
        "quorum_trail": [_point(meeting, point) for point in assessment.trail],
        "attendance": [_attendance(attendee) for attendee in meeting.attendees],
        "guests": [_guest(guest) for guest in meeting.guests],
        "items": [
            _item(meeting, item, assessed)
            for item, assessed in zip(meeting.items, assessment.items, strict=True)
        ],
        **_course(meeting),
    }


def _guest(guest: Guest) -> Document:
    return {"name": guest.name, "organisation": guest.organisation, "reason": guest.reason}


def _course(meeting: Meeting) -> Document:
    """Breaks and handed-over chairs."""
    return _where_set(
        breaks=[{"start": _iso(one.start), "end": _iso(one.end)} for one in meeting.breaks],
        chair_turns=[
            {"seat": _seat(meeting, turn.seat_id), "item": turn.item_no, "at": _iso(turn.at)}
            for turn in meeting.chair_turns
        ],
    )


def _where_set(**values: Any) -> Document:
    """What was recorded; the rest is left out, so that older records stay as they were."""
    return {name: value for name, value in values.items() if value}


def _rules(meeting: Meeting) -> Document:
    rules = meeting.rules
    return {
        "quorum": rules.quorum,
        "second_call_quorum": rules.second_call_quorum,
        "quorum_base": rules.quorum_base,
        "majority": rules.majority,
        "abstention": rules.abstention,
        "tie": rules.tie,
        "secret_ballot": rules.secret_ballot,
        "notice_days": rules.notice_days,
        "signatories": list(rules.signatories),
    }


def _quorum(assessment: Assessment) -> Document:
    quorum = assessment.quorum
    return {
        "rule": quorum.rule,
        "base": quorum.base,
        "basis": quorum.basis,
        "required": quorum.required,
        "present_at_opening": quorum.present_at_opening,
        "established": quorum.established,
    }


def _point(meeting: Meeting, point: QuorumPoint) -> Document:
    return {
        "at": _iso(point.at),
        "item": point.item,
        "present": point.present,
        "required": point.required,
        "quorate": point.quorate,
        "cause": point.cause,
        "seats": [_seat(meeting, seat_id) for seat_id in point.seats],
    }


def _attendance(attendee: Attendee) -> Document:
    return {
        "seat": attendee.seat_key,
        "person": attendee.full_name,
        "organisation": attendee.organisation,
        "role": attendee.role,
        "voting": attendee.voting,
        "status": attendee.status,
        "substitute": attendee.substitute or None,
        "intervals": [_interval(interval) for interval in attendee.intervals],
        "note": attendee.note,
        **_where_set(remote=attendee.remote),
    }


def _interval(interval: Interval) -> Document:
    return {
        "arrived": _iso(interval.arrived),
        "first_item": interval.first_item,
        "left": _iso(interval.left),
        "last_item": interval.last_item,
    }


def _item(meeting: Meeting, item: AgendaItem, assessed: ItemAssessment) -> Document:
    decisions = [
        _decision(meeting, decision, verdict)
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True)
    ]
    return {
        "no": item.no,
        "title": item.title,
        "kind": item.kind,
        "closed": item.closed,
        "discussion": item.discussion,
        "present_voters": assessed.present_voters,
        "quorate": assessed.quorate,
        "decision": decisions[0] if decisions else None,
        "actions": [_action(meeting, action) for action in item.actions],
        **_where_set(
            further_decisions=decisions[1:],
            number=item.label,
            depth=item.depth,
            proposer=item.proposer,
            presenter=item.presenter,
            late=item.late,
            postponed=item.postponed,
            recused=[_seat(meeting, seat_id) for seat_id in item.recused],
        ),
    }


def _decision(meeting: Meeting, decision: Decision, verdict: Verdict) -> Document:
    secret = decision.method is Method.SECRET
    return {
        "number": decision.number or None,
        "text": decision.text,
        "method": decision.method,
        "for": verdict.counts.votes_for,
        "against": verdict.counts.against,
        "abstained": verdict.counts.abstained,
        "recused": verdict.counts.recused,
        "votes": []
        if secret
        else [{"seat": _seat(meeting, v.seat_id), "choice": v.choice} for v in decision.votes],
        "voters": verdict.voters,
        "outcome": verdict.outcome,
        "declared_outcome": decision.declared_outcome,
        "rule": {
            "majority": verdict.majority,
            "abstention": verdict.abstention,
            "tie": verdict.tie,
            "tie_broken_by_chair": verdict.tie_broken_by_chair,
        },
        "statement": decision.statement,
        **_where_set(mover=decision.mover, seconder=decision.seconder),
        **_election(decision, verdict),
        **({"amends": str(decision.amends_id)} if decision.amends_id else {}),
        **({"supersedes": decision.supersedes_number} if decision.supersedes_number else {}),
    }


def _election(decision: Decision, verdict: Verdict) -> Document:
    if verdict.ballot is None:
        return {}
    return {
        "candidates": [{"name": one.name, "votes": one.votes} for one in decision.candidates],
        "places": decision.places,
        "elected": list(verdict.ballot.elected),
    }


def _action(meeting: Meeting, action: Action) -> Document:
    return {
        "number": action.number or None,
        "text": action.text,
        "seat": _seat(meeting, action.seat_id),
        "due": action.due.isoformat() if action.due else None,
        "status": action.status,
        **_where_set(organisation=action.organisation),
    }


def _seat(meeting: Meeting, seat_id: UUID | None) -> str | None:
    """The seat's key; ``None`` also where it is not on the sheet, as in a planned meeting."""
    return next((a.seat_key for a in meeting.attendees if a.seat_id == seat_id), None)


def _iso(moment: Any) -> str | None:
    return moment.isoformat("minutes") if moment else None
