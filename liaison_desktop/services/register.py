"""The register of papers: a year's overview, and what goes with a paper that is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.corrections import Correction, Passage
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.register import register_entries
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.references import find_paper
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMinutes:
    """Say how passages of minutes in the register are to be read.

    Attributes:
        number: of the note, in the committee's yearly series of corrections.
        decided_in: the meeting or the resolution.
    """

    paper_id: UUID
    number: str
    decided_on: date
    decided_in: str
    passages: tuple[Passage, ...]


class RegisterService:
    """Use cases on the register; papers come as the bytes of a PDF, no language = the record's."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def by_ref(self, text: str) -> Paper:
        """The paper a person named; raises ``UserError("paper_unknown")``."""
        with self._store.read() as reading:
            return find_paper(reading, text)

    def of_year(self, committee_id: UUID, year: int, language: str | None = None) -> bytes:
        """The register of a year's minutes, dated by the newest entry of the audit log.

        Raises:
            UserError: ``register_empty``.
        """
        from liaison_desktop.documents.register_of_minutes import compose_register

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            meetings = reading.meetings.of_year(committee_id, year)
            papers = reading.papers.of_committee(committee_id)
            head = required(reading.audit.head(committee_id))
        entries = register_entries(meetings, papers)
        if not entries:
            raise UserError("register_empty", committee=committee.name, year=year)
        return typeset(
            compose_register(
                committee,
                year,
                entries,
                self._catalogue(language or committee.language),
                head=head,
                created=stamped_at(head.at),
            )
        )

    def transmittal_slip(
        self, paper_id: UUID, language: str | None = None, addressee: str = ""
    ) -> bytes:
        """The slip with which a paper is handed to the authority; no addressee = room to write."""
        from liaison_desktop.documents.transmittal_slip import compose_transmittal_slip
        from liaison_desktop.pdf.page_count import page_count

        with self._store.read() as reading:
            paper = required(reading.papers.get(paper_id))
            meeting = required(reading.meetings.get(paper.meeting_id))
            committee = required(reading.committees.get(paper.committee_id))
            content = reading.papers.content(paper.newest.id)
            head = required(reading.audit.head(paper.committee_id))
        return typeset(
            compose_transmittal_slip(
                paper,
                meeting,
                committee,
                self._catalogue(language or meeting.language),
                pages=page_count(content),
                addressee=addressee,
                head=head,
                created=stamped_at(head.at),
            )
        )

    def correction_note(self, command: CorrectMinutes, language: str | None = None) -> bytes:
        """The note on minutes in the register; the paper itself stays as it was signed."""
        from liaison_desktop.documents.correction_note import compose_correction_note

        with self._store.read() as reading:
            paper = required(reading.papers.get(command.paper_id))
            meeting = required(reading.meetings.get(paper.meeting_id))
            committee = required(reading.committees.get(paper.committee_id))
        correction = Correction(
            number=command.number,
            minutes_label=paper.title,
            meeting_date=meeting.date,
            sha256=paper.newest.sha256,
            minutes_register_number=paper.register_number,
            decided_on=command.decided_on,
            decided_in=command.decided_in,
            passages=command.passages,
            chair=_name(meeting, meeting.chair_seat_id),
            secretary=_name(meeting, meeting.secretary_seat_id),
        )
        return typeset(
            compose_correction_note(
                correction,
                committee,
                self._catalogue(language or committee.language),
                register_number="",
                created=datetime.combine(command.decided_on, time(), UTC),
            )
        )


def _name(meeting: Meeting, seat_id: UUID | None) -> str:
    return meeting.attendee(seat_id).present_name if seat_id else ""
