"""Letters and replies, between row and record."""

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.calling import Letter, Reply

_LETTER = (
    "id",
    "committee_id",
    "meeting_id",
    "seat_id",
    "purpose",
    "sequence",
    "name",
    "address",
    "medium",
    "sent_at",
    "message_id",
    "digest",
    "paper_digest",
)
_REPLY = (
    "id",
    "committee_id",
    "meeting_id",
    "seat_id",
    "answer",
    "substitute",
    "answered_at",
    "source",
    "comment",
)


def letter_values(letter: Letter) -> Values:
    """The row of a letter."""
    return {name: getattr(letter, name) for name in _LETTER}


def letter_of(row: Row) -> Letter:
    """The letter of a row."""
    return Letter(**{name: getattr(row, name) for name in _LETTER})


def reply_values(reply: Reply) -> Values:
    """The row of a reply."""
    return {name: getattr(reply, name) for name in _REPLY}


def reply_of(row: Row) -> Reply:
    """The reply of a row."""
    return Reply(**{name: getattr(row, name) for name in _REPLY})
