"""The book of a committee's register: shown, printed, handed on as a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.corrections import correction_notes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.register import register_entries
from liaison_desktop.domain.register_book import (
    BookEntry,
    RegisterBook,
    book_of,
    stories_of,
    years_of,
)
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.consigning import signers_of
from liaison_desktop.services.files import write_file
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOfYear:
    """A year's book, and the years of which there are others, newest first."""

    book: RegisterBook
    years: tuple[int, ...]


class RegisterBookService:
    """Use cases on the book of a year; a year is one of universal time."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def book(self, committee_id: UUID, year: int | None = None) -> BookOfYear:
        """The book of a year; ``None`` = the newest one. Without papers it has no entries."""
        with self._store.read() as reading:
            papers = reading.papers.of_committee(committee_id)
            years = years_of(papers)
            wanted = year if year is not None else max(years, default=0)
            return BookOfYear(book=_book(reading, committee_id, wanted, papers), years=years)

    def of_year(self, committee_id: UUID, year: int, language: str | None = None) -> bytes:
        """The book as the bytes of a PDF, dated by the newest entry of the audit log.

        Raises:
            UserError: ``register_empty``.
        """
        from liaison_desktop.documents.register_of_minutes import compose_register

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            meetings = reading.meetings.of_year(committee_id, year)
            papers = reading.papers.of_committee(committee_id)
            corrections = reading.corrections.of_committee(committee_id)
            book = _book(reading, committee_id, year, papers)
            stationery = stationery_of(reading, committee)
            head = required(reading.audit.head(committee_id))
        entries = register_entries(meetings, papers, corrections)
        if not entries and not book.entries:
            raise UserError("register_empty", committee=committee.name, year=year)
        return typeset(
            compose_register(
                committee,
                entries,
                book,
                self._catalogue(language or committee.language),
                head=head,
                created=stamped_at(head.at),
            ),
            stationery,
        )

    def save(self, committee_id: UUID, year: int, path: Path, language: str | None = None) -> Path:
        """Write the book: a PDF, XLSX or CSV by the name of the file.

        Raises:
            UserError: ``register_empty``, ``register_file_kind``; as for ``write_file``.
        """
        write_file(path, self._content(committee_id, year, path.suffix.casefold(), language))
        return path

    def _content(self, committee_id: UUID, year: int, suffix: str, language: str | None) -> bytes:
        from liaison_desktop.exchange.register_table import register_table
        from liaison_desktop.exchange.single_tables import as_csv, as_xlsx

        if suffix == ".pdf":
            return self.of_year(committee_id, year, language)
        if suffix not in (".csv", ".xlsx"):
            raise UserError("register_file_kind", suffix=suffix or "–")
        book = self.book(committee_id, year).book
        if not book.entries:
            with self._store.read() as reading:
                committee = required(reading.committees.get(committee_id))
            raise UserError("register_empty", committee=committee.name, year=year)
        return (as_csv if suffix == ".csv" else as_xlsx)(register_table(book))


def _book(
    reading: Reading, committee_id: UUID, year: int, papers: tuple[Paper, ...]
) -> RegisterBook:
    committee = required(reading.committees.get(committee_id))
    archive = reading.archive
    book = book_of(
        year,
        papers,
        committee.register_next,
        stories=stories_of(
            archive.refusals.of_committee(committee_id),
            archive.hand_signatures.of_committee(committee_id),
            archive.filings.of_committee(committee_id),
            archive.dispatches.of_committee(committee_id),
        ),
        notes=correction_notes(reading.corrections.of_committee(committee_id), papers),
    )
    return replace(book, entries=tuple(_named(reading, entry) for entry in book.entries))


def _named(reading: Reading, entry: BookEntry) -> BookEntry:
    """Who is to sign is read only where it is told: most papers are signed long since."""
    if entry.paper is None or not (entry.waiting or entry.nameless):
        return entry
    return replace(entry, names=signers_of(reading, entry.paper))
