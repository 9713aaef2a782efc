"""Meetings: lists, and the whole record of one with what the rules make of it."""

from dataclasses import dataclass, field
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.assessment import Assessment, Signatory, assess, signatories
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.listings import ActionRow, DecisionRow, MeetingRow, Page, PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.record import Document, record_document
from liaison_desktop.services.corrections import notes_on
from liaison_desktop.services.references import find_meeting
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """A meeting, what the rules make of it, who signs its minutes and the papers made of it.

    Attributes:
        papers: the minutes in the register.
        notes: the papers in the register that correct them.
        typed: texts of items that are in the journal and not yet in the record, by the item's id.
        replaced: numbers of the later decisions that replaced one of its own, by its id.
        private_notes: the secretary's own notes on items, by the item's id; they are for the window
            alone, and not even told where the record is printed for a log.
        promised: titles of the agreements whose commitments an action carries out, by its id.
    """

    meeting: Meeting
    assessment: Assessment
    signatories: tuple[Signatory, ...]
    papers: tuple[Paper, ...]
    notes: tuple[CorrectionNote, ...]
    promised: dict[UUID, str]
    typed: dict[UUID, str]
    replaced: dict[UUID, str]
    private_notes: dict[UUID, str] = field(repr=False)


class MeetingService:
    """Use cases on meetings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, request: PageRequest) -> Page[MeetingRow]:
        """A page of the meetings, the newest first."""
        with self._store.read() as reading:
            return reading.listings.meetings(request)

    def decisions(self, request: PageRequest) -> Page[DecisionRow]:
        """A page of the decisions, the newest first."""
        with self._store.read() as reading:
            return reading.listings.decisions(request)

    def actions(self, request: PageRequest) -> Page[ActionRow]:
        """A page of the actions, the newest first."""
        with self._store.read() as reading:
            return reading.listings.actions(request)

    def by_ref(self, text: str) -> Meeting:
        """The meeting a person named (``borgolume/3-2026``); raises ``meeting_unknown``."""
        with self._store.read() as reading:
            return find_meeting(reading, text)

    def record(self, meeting_id: UUID) -> MeetingRecord:
        """The whole record, computed anew by the rules it was held under."""
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            papers = reading.papers.minutes_of(meeting_id)
            notes = notes_on(reading, meeting_id)
            promised = _promised(reading, meeting)
            replaced = reading.meetings.replacing(meeting_id)
            private = reading.private_notes.where("meeting_id", meeting_id)
            typed = {each.item_id: each.text for each in reading.journal.of_meeting(meeting_id)}
        held = meeting.state is MeetingState.HELD
        return MeetingRecord(
            meeting=meeting,
            assessment=assess(meeting),
            signatories=signatories(meeting) if held else (),
            papers=papers,
            notes=notes,
            promised=promised,
            typed=typed,
            replaced=replaced,
            private_notes={each.id: each.text for each in private},
        )

    def document(self, meeting_id: UUID) -> Document:
        """The record as a plain document with stable English keys."""
        record = self.record(meeting_id)
        return record_document(record.meeting, record.assessment)


def _promised(reading: Reading, meeting: Meeting) -> dict[UUID, str]:
    actions = {action.id for item in meeting.items for action in item.actions}
    found = {}
    for commitment in reading.commitments.of_committee(meeting.committee_id) if actions else ():
        if commitment.action_id in actions:
            agreement = required(reading.agreements.get(commitment.agreement_id))
            found[commitment.action_id] = agreement.title
    return found
