"""Official papers and their place in the register."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later


class PaperKind(StrEnum):
    """What a paper is."""

    MINUTES = "minutes"
    CORRECTION_NOTE = "correction_note"
    AGREEMENT = "agreement"


class Edition(StrEnum):
    """For whom a paper is: the public edition leaves closed items and personal data out."""

    FULL = "full"
    PUBLIC = "public"


class Layout(StrEnum):
    """How two languages stand on one paper."""

    SIDE_BY_SIDE = "side_by_side"
    ONE_AFTER_OTHER = "one_after_other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """One state of a paper's file: as made, or with one signature more. Never rewritten.

    Attributes:
        sequence: 0 = as made first; each signature, and each making anew before the first
            signature, adds one.
        field: the signature field filled by this state, empty for the first.
        signer: name in the signing certificate, empty for the first.
    """

    id: UUID
    paper_id: UUID
    sequence: int
    sha256: str
    size: int
    created_at: datetime
    field: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper in the register: the newest file is the one that counts.

    Attributes:
        meeting_id: the meeting whose minutes it holds or corrects.
        correction_id: the correction that a note tells of.
        agreement_id, agreement_version: the agreement it holds, and which version of its text.
        register_number: as printed, from the committee's own gapless series.
        fields: names of its signature fields in the order of the page.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID | None
    kind: PaperKind
    edition: Edition
    language: str
    title: str
    register_number: str
    fields: tuple[str, ...]
    files: tuple[PaperFile, ...]
    correction_id: UUID | None = later(None)
    agreement_id: UUID | None = later(None)
    agreement_version: int | None = later(None)

    @property
    def newest(self) -> PaperFile:
        """The file that counts."""
        return max(self.files, key=lambda file: file.sequence)

    @property
    def signatures(self) -> tuple[PaperFile, ...]:
        """The states that a signature made, in the order of signing."""
        states = sorted(self.files, key=lambda file: file.sequence)
        return tuple(file for file in states if file.field)

    @property
    def unsigned_fields(self) -> tuple[str, ...]:
        """Fields nobody signed yet."""
        signed = {file.field for file in self.files}
        return tuple(name for name in self.fields if name not in signed)


def full_minutes(papers: Iterable[Paper], language: str) -> Paper | None:
    """The minutes that count among a meeting's papers: full, in its language, else filed first."""
    full = [
        paper
        for paper in papers
        if paper.kind is PaperKind.MINUTES and paper.edition is Edition.FULL
    ]
    return min(full, key=lambda paper: paper.language != language, default=None)


def sha256_of(content: bytes) -> str:
    """The digest by which the register knows a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
