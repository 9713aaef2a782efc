"""Whether a committee's register is as it was written: every file, every number, the audit log."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from liaison_desktop.db.audit_check import UNREADABLE
from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.health import Finding
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.register_book import missing_numbers
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterHealth:
    """What the check of a register found.

    Attributes:
        papers, files: how many were read.
        entries: how many entries of the audit log were recomputed.
        findings: empty = everything is as it was written.
    """

    papers: int
    files: int
    entries: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.findings


class RegisterCheckService:
    """Recomputes what the register says of its files and the audit log of all records."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, committee_id: UUID, progress: Progress | None = None) -> RegisterHealth:
        """Read every file of a committee's register, then its audit log with all its records.

        Raises:
            Cancelled: the user stopped the work.
        """
        progress = progress or Unheard()
        with self._store.read() as reading:
            papers = reading.papers.of_committee(committee_id)
            committee = required(reading.committees.get(committee_id))
            total = len(papers) + 1
            findings: list[Finding] = []
            for done, paper in enumerate(papers):
                advance(progress, done, total, paper.register_number)
                findings.extend(reading.altered_files_of(paper.id))
            findings.extend(
                Finding("register_number_missing", {"number": number})
                for number in missing_numbers(papers, committee.register_next)
            )
            advance(progress, len(papers), total, committee.name)
            findings.extend(_in_the_log(reading, committee_id, papers))
            head = reading.audit.head(committee_id)
        return RegisterHealth(
            papers=len(papers),
            files=sum(len(paper.files) for paper in papers),
            entries=head.sequence if head else 0,
            findings=tuple(findings),
        )


def _in_the_log(
    reading: Reading, committee_id: UUID, papers: tuple[Paper, ...]
) -> Iterator[Finding]:
    """What is wrong with log and records; papers, and what became of them, by their numbers."""
    findings = tuple(reading.audit.findings_of(committee_id))
    numbers = dict(_numbers(reading, committee_id, papers)) if findings else {}
    for finding in findings:
        number = numbers.get(str(finding.parameters.get("id")))
        known = {**finding.parameters, "id": number} if number else finding.parameters
        yield replace(finding, parameters=known)


def _numbers(
    reading: Reading, committee_id: UUID, papers: tuple[Paper, ...]
) -> Iterator[tuple[str, str]]:
    """The number of the paper by the id of each record on it."""
    by_paper = {paper.id: paper.register_number for paper in papers}
    for paper_id, number in by_paper.items():
        yield str(paper_id), number
    archive = reading.archive
    readers = (archive.refusals, archive.hand_signatures, archive.filings, archive.dispatches)
    for reader in readers:
        # A kind of which a record cannot be read is a finding of its own.
        with suppress(*UNREADABLE):
            for told in reader.of_committee(committee_id):
                yield str(told.id), by_paper.get(told.paper_id, "")
