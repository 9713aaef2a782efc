"""What becomes of a paper of the register beside electronic signatures: refusals, signatures by
hand, what was handed over to whom, and where an authority filed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from liaison_desktop.domain.papers import Edition, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody who was to sign a paper and would not (Styria, § 60a GemO: it is noted).

    Attributes:
        field: the signature field that stays empty.
    """

    id: UUID
    committee_id: UUID
    paper_id: UUID
    field: str
    name: str
    reason: str
    refused_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HandSignature:
    """A signature on the printed paper, with the scan that shows it.

    Attributes:
        field: the signature field in whose place it stands.
        scan_id: the scan, among the store's files; all who signed the sheet share it.
    """

    id: UUID
    committee_id: UUID
    paper_id: UUID
    field: str
    name: str
    signed_on: date
    scan_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """That an authority entered a paper in its own register.

    Attributes:
        number: the authority's (Italy: ``Prot. n. 0000123``, DPR 445/2000, art. 57).
    """

    id: UUID
    committee_id: UUID
    paper_id: UUID
    authority: str
    number: str
    filed_on: date


class DispatchMedium(StrEnum):
    """How a paper went to somebody."""

    DRAFT = "draft"
    SMTP = "smtp"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets a paper, and in which edition.

    Attributes:
        address: for e-mail; not needed where files are handed over otherwise.
    """

    name: str
    address: str = ""
    edition: Edition = Edition.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A paper that was handed to a recipient, with its slip.

    Attributes:
        sha256: of the paper's file that went out.
        slip_sha256: of the transmittal slip that went with it.
        received_on: when the recipient confirmed it; ``None`` = not yet.
        receipt: what was confirmed, such as the number it was given.
    """

    id: UUID
    committee_id: UUID
    paper_id: UUID
    edition: Edition
    name: str
    address: str
    medium: DispatchMedium
    sent_at: datetime
    sha256: str
    slip_sha256: str
    received_on: date | None = None
    receipt: str = ""


Answered = TypeVar("Answered", Refusal, HandSignature)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStory:
    """All that became of one paper."""

    refusals: tuple[Refusal, ...] = ()
    hand_signatures: tuple[HandSignature, ...] = ()
    filings: tuple[Filing, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()

    def refusal(self, field: str) -> Refusal | None:
        """Who refused to sign a field."""
        return _of_field(self.refusals, field)

    def hand_signature(self, field: str) -> HandSignature | None:
        """Who signed by hand in the place of a field."""
        return _of_field(self.hand_signatures, field)

    def waiting(self, paper: Paper) -> tuple[str, ...]:
        """The fields of a paper that wait, in the order of the page."""
        done = {each.field for each in self.refusals} | {e.field for e in self.hand_signatures}
        return tuple(name for name in paper.unsigned_fields if name not in done)


def _of_field(answers: Iterable[Answered], field: str) -> Answered | None:
    return next((each for each in answers if each.field == field), None)
