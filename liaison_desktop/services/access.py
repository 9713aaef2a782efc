"""Gathering everything that is held on one person."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.access import (
    HeldAnswer,
    HeldData,
    HeldLetter,
    HeldMeeting,
    HeldPaper,
    HeldTerm,
    HeldVote,
)
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.seats import Membership
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.domain.traces import Traces
from liaison_desktop.services.access_archive import (
    held_dispatches,
    held_drafts,
    held_objections,
    held_signatures,
)
from liaison_desktop.services.erasing_letters import is_about, is_to
from liaison_desktop.services.required import required
from liaison_desktop.services.tracing import traces_of


def held_on(reading: Reading, person_id: UUID, on: date) -> HeldData:
    """Everything that the store holds on a person, and nothing of anybody else."""
    person = required(reading.people.person(person_id))
    committee = required(reading.committees.get(person.committee_id))
    terms = reading.people.memberships_of(person.id)
    traces = traces_of(reading, person)
    names, committee_id = traces.names, committee.id
    meetings = tuple(_meetings(reading, person, terms, names))
    return HeldData(
        person=person,
        committee_name=committee.name,
        on=on,
        terms=tuple(_term(reading, term) for term in terms),
        consents=reading.consents.where("person_id", person.id),
        skills=reading.skills.where("person_id", person.id),
        meetings=tuple(_told(meeting, attendee, names) for meeting, attendee in meetings),
        papers=tuple(_papers(reading, [meeting for meeting, _attendee in meetings])),
        letters=tuple(_letters(reading, committee_id, traces)),
        answers=tuple(_answers(reading, committee_id, terms, traces)),
        drafts=tuple(held_drafts(reading, committee_id, traces)),
        objections=tuple(held_objections(reading, committee_id, traces)),
        signatures=tuple(held_signatures(reading, committee_id, traces)),
        dispatches=tuple(held_dispatches(reading, committee_id, traces)),
        log=reading.audit.entries_of(person.id),
    )


def _term(reading: Reading, term: Membership) -> HeldTerm:
    seat = required(reading.people.seat(term.seat_id))
    spoken_for = term.on_behalf_of or seat.organisation_id
    organisation = reading.people.organisation(spoken_for) if spoken_for else None
    paper = reading.attachments.get(term.appointment_id) if term.appointment_id else None
    return HeldTerm(
        organisation=organisation.name if organisation else "",
        constituency=seat.constituency,
        capacity=term.capacity,
        role=term.role,
        start=term.start,
        end=term.end,
        end_reason=term.end_reason,
        appointed_by=term.appointed_by,
        appointment_paper=paper.name if paper else "",
    )


def _meetings(
    reading: Reading, person: Person, terms: tuple[Membership, ...], names: frozenset[str]
) -> Iterator[tuple[Meeting, Attendee]]:
    """The meetings whose sheet names the person in one of the seats held or stood in for."""
    seats = {term.seat_id for term in terms}
    if not seats:
        return
    for meeting_id in reading.meetings.of_committee(person.committee_id):
        meeting = required(reading.meetings.get(meeting_id))
        for attendee in meeting.attendees:
            if attendee.seat_id in seats and names & {attendee.full_name, attendee.substitute}:
                yield meeting, attendee


def _told(meeting: Meeting, attendee: Attendee, names: frozenset[str]) -> HeldMeeting:
    """What the record says of the person: who was stood in for is told nothing of the other."""
    seat = attendee.seat_id if attendee.present_name in names else None
    votes = tuple(
        HeldVote(item=item.no, title=item.title, choice=vote.choice)
        for item in meeting.items
        for decision in item.decisions
        for vote in decision.votes
        if vote.seat_id == seat
    )
    actions = tuple(
        action.text
        for item in meeting.items
        for action in item.actions
        if action.seat_id is not None and action.seat_id == seat
    )
    return HeldMeeting(
        label=meeting.label or meeting.key,
        date=meeting.date,
        state=meeting.state,
        minutes_state=meeting.minutes_state,
        name=attendee.present_name if seat else attendee.full_name,
        status=attendee.status,
        note=attendee.note,
        votes=votes,
        actions=actions,
    )


def _papers(reading: Reading, meetings: list[Meeting]) -> Iterator[HeldPaper]:
    for meeting in meetings:
        for paper in reading.papers.minutes_of(meeting.id):
            newest = paper.newest
            yield HeldPaper(
                register_number=paper.register_number,
                title=paper.title,
                made_on=newest.created_at.date(),
                sha256=newest.sha256,
                signed=bool(paper.signatures),
            )


def _letters(reading: Reading, committee_id: UUID, traces: Traces) -> Iterator[HeldLetter]:
    for letter in reading.letters.of_committee(committee_id):
        if is_to(letter, traces):
            yield HeldLetter(
                meeting=_label(required(reading.meetings.get(letter.meeting_id))),
                purpose=letter.purpose,
                sent_at=letter.sent_at,
                address=letter.address,
                medium=letter.medium,
                digest=letter.digest,
            )


def _answers(
    reading: Reading, committee_id: UUID, terms: tuple[Membership, ...], traces: Traces
) -> Iterator[HeldAnswer]:
    """Those of the person; of a substitute's the holder's words are left out."""
    for reply in reading.replies.of_committee(committee_id):
        meeting = required(reading.meetings.get(reply.meeting_id))
        if is_about(reply, meeting, terms, traces):
            own = reply.substitute not in traces.names
            yield HeldAnswer(
                meeting=_label(meeting),
                answer=reply.answer,
                substitute="" if own else reply.substitute,
                answered_at=reply.answered_at,
                source=reply.source,
                comment=reply.comment if own else "",
            )


def _label(meeting: Meeting) -> str:
    return meeting.label or meeting.key
