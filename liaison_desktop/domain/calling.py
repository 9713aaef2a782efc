"""How the members of a committee were called, and what they answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Purpose(StrEnum):
    """What a letter is for: the first call, a later one that changes it, or the cancelling."""

    REQUEST = "request"
    UPDATE = "update"
    CANCEL = "cancel"


class Medium(StrEnum):
    """How a letter left: as a draft for a mail program, or through a mail server."""

    DRAFT = "draft"
    SMTP = "smtp"


class Answer(StrEnum):
    """What somebody answered; ``DELEGATED`` = a substitute comes."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"


class AnswerSource(StrEnum):
    """Where an answer was read."""

    BY_HAND = "by_hand"
    ICALENDAR = "icalendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to one person that went out: the proof of sending.

    Attributes:
        seat_id: the seat it was for; ``None`` = somebody without a seat, such as a guest.
        sequence: of the call (RFC 5546, SEQUENCE).
        digest: SHA-256 of the message, hexadecimal.
        paper_digest: SHA-256 of the convocation that went with it.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    seat_id: UUID | None
    purpose: Purpose
    sequence: int
    name: str
    address: str
    medium: Medium
    sent_at: datetime
    message_id: str
    digest: str
    paper_digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a seat answered to the call.

    Attributes:
        substitute: full name of who comes instead, where that was said.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    seat_id: UUID
    answer: Answer
    substitute: str = ""
    answered_at: datetime
    source: AnswerSource = AnswerSource.BY_HAND
    comment: str = ""
