"""What an erasure takes out of the way of minutes to their approval and beyond.

The addresses go. The name stays where the minutes are final and name the person too, and where a
paper of the register was refused, signed by hand or handed over (GDPR, article 17(3)); elsewhere
the person is N. N. and is taken out of what others wrote. The file of a draft that went out stays
as it is: it is the proof of what could be objected to.
"""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.minutes import Addressee, Objection
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.retention import PSEUDONYM, pseudonymised
from liaison_desktop.domain.traces import Traces
from liaison_desktop.services.erasing_letters import is_final
from liaison_desktop.services.required import required


def erase_archive(work: UnitOfWork, committee_id: UUID, traces: Traces) -> tuple[UUID, ...]:
    """Take a person out of circulations, objections and dispatches; the ids of what was changed.

    ``traces``: as known before the erasure.
    """
    return (
        *_circulations(work, committee_id, traces),
        *_objections(work, committee_id, traces),
        *_dispatches(work, committee_id, traces),
    )


def drafts_out(work: UnitOfWork, person: Person, seats: frozenset[UUID]) -> tuple[str, ...]:
    """The meetings whose draft went out as a file with a person's name, and is not final yet.

    ``seats``: those that the person held or stood in for; the drafts as known before the erasure.
    """
    sent = {each.meeting_id for each in work.archive.circulations.of_committee(person.committee_id)}
    meetings = (required(work.meetings.get(meeting_id)) for meeting_id in sorted(sent))
    return tuple(each.key for each in meetings if pseudonymised(each, person, seats) != each)


def _circulations(work: UnitOfWork, committee_id: UUID, traces: Traces) -> Iterator[UUID]:
    for circulation in work.archive.circulations.of_committee(committee_id):
        final = is_final(work, circulation.meeting_id)
        addressees = tuple(_erased(each, traces, final) for each in circulation.addressees)
        if work.archive.circulations.put(replace(circulation, addressees=addressees)):
            yield circulation.id


def _erased(addressee: Addressee, traces: Traces, final: bool) -> Addressee:
    if not traces.is_addressee(addressee.name, addressee.address, addressee.seat_id):
        return addressee
    named = not final and traces.is_named(addressee.name, addressee.seat_id)
    return replace(addressee, address="", name=PSEUDONYM if named else addressee.name)


def _objections(work: UnitOfWork, committee_id: UUID, traces: Traces) -> Iterator[UUID]:
    for objection in work.archive.objections.of_committee(committee_id):
        if is_final(work, objection.meeting_id):
            continue
        after = _without_names(objection, traces)
        if traces.is_objector(objection.name, objection.seat_id):
            after = replace(after, name=PSEUDONYM)
        if work.archive.objections.put(after):
            yield objection.id


def _without_names(objection: Objection, traces: Traces) -> Objection:
    text, answer = objection.text, objection.answer
    for name in traces.names:
        text, answer = text.replace(name, PSEUDONYM), answer.replace(name, PSEUDONYM)
    return replace(objection, text=text, answer=answer)


def _dispatches(work: UnitOfWork, committee_id: UUID, traces: Traces) -> Iterator[UUID]:
    for dispatch in work.archive.dispatches.of_committee(committee_id):
        to_person = traces.is_recipient(dispatch.name, dispatch.address)
        if to_person and work.archive.dispatches.put(replace(dispatch, address="")):
            yield dispatch.id
