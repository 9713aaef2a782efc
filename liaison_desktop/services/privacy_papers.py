"""The papers of data protection."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.access import held_on
from liaison_desktop.services.files import make_folder, write_file
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset

if TYPE_CHECKING:
    from liaison_desktop.documents.processing_record import Holdings


class PrivacyPaperService:
    """Use cases: one paper each; no language = the committee's own."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def report(self, person_id: UUID, on: date, language: str | None = None) -> tuple[bytes, bytes]:
        """Everything held on a person, as a PDF and as JSON; the PDF holds the JSON as well."""
        from liaison_desktop.documents.data_report import compose_data_report
        from liaison_desktop.exchange.person_report import person_document

        with self._store.read() as reading:
            held = held_on(reading, person_id, on)
            committee = required(reading.committees.get(held.person.committee_id))
            stationery = stationery_of(reading, committee)
        document = person_document(held)
        paper = compose_data_report(
            held,
            committee,
            self._catalogue(language or committee.language),
            machine_readable=document,
        )
        return typeset(paper, stationery), document

    def save_report(
        self, person_id: UUID, on: date, folder: Path, language: str | None = None
    ) -> tuple[Path, Path]:
        """Write both into a folder; raises what making a folder and writing a file raise."""
        with self._store.read() as reading:
            key = required(reading.people.person(person_id)).key
        paper, document = self.report(person_id, on, language)
        make_folder(folder)
        paths = folder / f"{key}-{on.isoformat()}.pdf", folder / f"{key}-{on.isoformat()}.json"
        for path, content in zip(paths, (paper, document), strict=True):
            write_file(path, content)
        return paths

    def members_notice(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """What members are told about their data."""
        from liaison_desktop.documents.members_notice import compose_members_notice

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            stationery = stationery_of(reading, committee)
        catalogue = self._catalogue(language or committee.language)
        created = datetime.combine(on, time(), UTC)
        return typeset(
            compose_members_notice(committee, catalogue, on=on, created=created), stationery
        )

    def processing_record(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """What a committee does with data of people."""
        from liaison_desktop.documents.processing_record import compose_processing_record

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            holdings = _holdings(reading, committee_id)
            stationery = stationery_of(reading, committee)
        return typeset(
            compose_processing_record(
                committee,
                holdings,
                self._catalogue(language or committee.language),
                on=on,
                created=datetime.combine(on, time(), UTC),
            ),
            stationery,
        )


def _holdings(reading: Reading, committee_id: UUID) -> "Holdings":
    from liaison_desktop.documents.processing_record import Holdings

    people = reading.people
    return Holdings(
        people=sum(
            each.erased_on is None and each.merged_into is None
            for each in people.people(committee_id)
        ),
        organisations=len(people.known_organisations(committee_id)),
        meetings=len(reading.meetings.of_committee(committee_id)),
        agreements=len(reading.agreements.of_committee(committee_id)),
        skills=len(reading.skills.of_committee(committee_id)),
        proofs=len(reading.consents.of_committee(committee_id))
        + len(reading.deletions.of_committee(committee_id)),
        encrypted=False,
    )
