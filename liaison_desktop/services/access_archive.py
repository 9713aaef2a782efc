"""What the life of minutes and papers holds on one person: drafts, objections, signatures."""

from collections.abc import Iterator
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.access import HeldDispatch, HeldDraft, HeldObjection, HeldSignature
from liaison_desktop.domain.traces import Traces
from liaison_desktop.services.required import required


def held_drafts(reading: Reading, committee_id: UUID, traces: Traces) -> Iterator[HeldDraft]:
    """The drafts that were sent to the person."""
    for circulation in reading.archive.circulations.of_committee(committee_id):
        for each in circulation.addressees:
            if traces.is_addressee(each.name, each.address, each.seat_id):
                yield HeldDraft(
                    meeting=_meeting(reading, circulation.meeting_id),
                    circulated_at=circulation.circulated_at,
                    until=circulation.until,
                    address=each.address,
                    medium=circulation.medium,
                    digest=each.digest,
                )


def held_objections(
    reading: Reading, committee_id: UUID, traces: Traces
) -> Iterator[HeldObjection]:
    """What the person objected to."""
    for objection in reading.archive.objections.of_committee(committee_id):
        if traces.is_objector(objection.name, objection.seat_id):
            yield HeldObjection(
                meeting=_meeting(reading, objection.meeting_id),
                text=objection.text,
                raised_on=objection.raised_on,
                ruling=objection.ruling,
                answer=objection.answer,
                ruled_on=objection.ruled_on,
            )


def held_signatures(
    reading: Reading, committee_id: UUID, traces: Traces
) -> Iterator[HeldSignature]:
    """What the person signed by hand or refused to sign."""
    for signature in reading.archive.hand_signatures.of_committee(committee_id):
        if traces.is_signer(signature.name):
            yield HeldSignature(
                register_number=_number(reading, signature.paper_id),
                field=signature.field,
                on=signature.signed_on,
                refused=False,
            )
    for refusal in reading.archive.refusals.of_committee(committee_id):
        if traces.is_signer(refusal.name):
            yield HeldSignature(
                register_number=_number(reading, refusal.paper_id),
                field=refusal.field,
                on=refusal.refused_on,
                refused=True,
                reason=refusal.reason,
            )


def held_dispatches(reading: Reading, committee_id: UUID, traces: Traces) -> Iterator[HeldDispatch]:
    """The papers that were handed to the person."""
    for dispatch in reading.archive.dispatches.of_committee(committee_id):
        if traces.is_recipient(dispatch.name, dispatch.address):
            yield HeldDispatch(
                register_number=_number(reading, dispatch.paper_id),
                edition=dispatch.edition,
                sent_at=dispatch.sent_at,
                address=dispatch.address,
                medium=dispatch.medium,
                sha256=dispatch.sha256,
                received_on=dispatch.received_on,
                receipt=dispatch.receipt,
            )


def _meeting(reading: Reading, meeting_id: UUID) -> str:
    meeting = required(reading.meetings.get(meeting_id))
    return meeting.label or meeting.key


def _number(reading: Reading, paper_id: UUID) -> str:
    return required(reading.papers.get(paper_id)).register_number
