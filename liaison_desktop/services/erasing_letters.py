"""What an erasure takes out of the letters that went out and the answers that came.

The address goes. The name stays in the proof where the minutes of the meeting are final and name
the person too (GDPR, article 17(3)); elsewhere the letter says N. N., as the draft does.
"""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.calling import Letter, Reply
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.retention import PSEUDONYM, without_name
from liaison_desktop.domain.seats import Capacity, Membership
from liaison_desktop.domain.traces import Traces
from liaison_desktop.services.required import required


def erase_letters(
    work: UnitOfWork, person: Person, terms: tuple[Membership, ...], traces: Traces
) -> tuple[UUID, ...]:
    """Take a person out of letters and answers; the ids of what was changed.

    ``person`` and ``traces``: as known before the erasure.
    """
    letters = _letters(work, person.committee_id, traces)
    return (*letters, *_replies(work, person, terms, traces))


def is_to(letter: Letter, traces: Traces) -> bool:
    """Whether a letter went to a person."""
    return traces.is_addressee(letter.name, letter.address, letter.seat_id)


def is_about(reply: Reply, meeting: Meeting, terms: tuple[Membership, ...], traces: Traces) -> bool:
    """Whether an answer is a person's, or names the person as the substitute."""
    held = any(
        term.seat_id == reply.seat_id
        and term.capacity is Capacity.HOLDER
        and term.runs_on(meeting.date)
        for term in terms
    )
    return held or reply.substitute in traces.names


def _letters(work: UnitOfWork, committee_id: UUID, traces: Traces) -> Iterator[UUID]:
    for letter in work.letters.of_committee(committee_id):
        if is_to(letter, traces):
            final = is_final(work, letter.meeting_id)
            named = not final and traces.is_named(letter.name, letter.seat_id)
            name = PSEUDONYM if named else letter.name
            if work.letters.put(replace(letter, address="", name=name)):
                yield letter.id


def _replies(
    work: UnitOfWork, person: Person, terms: tuple[Membership, ...], traces: Traces
) -> Iterator[UUID]:
    for reply in work.replies.of_committee(person.committee_id):
        meeting = required(work.meetings.get(reply.meeting_id))
        comment = without_name(reply.comment, person)
        after = replace(reply, comment=comment)
        if is_about(reply, meeting, terms, traces):
            final = meeting.minutes_state is MinutesState.FINAL
            named = reply.substitute in traces.names and not final
            substitute = PSEUDONYM if named else reply.substitute
            after = replace(reply, comment="", substitute=substitute)
        if work.replies.put(after):
            yield reply.id


def is_final(work: UnitOfWork, meeting_id: UUID) -> bool:
    """Whether a meeting's minutes are final, so that they keep the names of whom they tell."""
    return required(work.meetings.get(meeting_id)).minutes_state is MinutesState.FINAL
