"""What the members were told of a meeting, so that it shows when that no longer holds."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.domain.calling import Letter, Purpose
from liaison_desktop.domain.meetings import Meeting, MeetingState

_LETTERS = 8
_NAME = 16


@dataclass(frozen=True, slots=True)
class Announcement:
    """Digests of what was announced: when and where, and everything else."""

    appointment: str
    details: str

    @property
    def mark(self) -> str:
        """Both in one word; it stands in the id of each message that tells of it."""
        return f"{self.appointment}{self.details}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is to go out next, or is going out.

    Attributes:
        sequence: of the call.
        mark: what it announces.
        changed: what was sent before no longer holds.
    """

    sequence: int
    mark: str
    changed: bool


def announcement(meeting: Meeting) -> Announcement:
    """What there is to announce now."""
    items = [
        (item.number, item.title, item.kind.value, item.closed, item.minutes_allotted)
        for item in meeting.items
    ]
    return Announcement(
        appointment=_digest(str(meeting.date), str(meeting.starts), meeting.place),
        details=_digest(
            str(meeting.ends),
            meeting.link,
            meeting.mode.value,
            meeting.kind.value,
            meeting.call.value,
            items,
        ),
    )


def message_name(letter_id: UUID, mark: str) -> str:
    """The part of a message's id before the at sign, short enough for one line of a header."""
    return f"{letter_id.hex[-_NAME:]}.{mark}"


def mark_of(letter: Letter) -> str:
    """What a letter announced."""
    return letter.message_id.partition("@")[0].rpartition(".")[2]


def appointment_of(letter: Letter) -> str:
    """Which day, hour and place a letter named."""
    return mark_of(letter)[:_LETTERS]


def next_round(meeting: Meeting, letters: Sequence[Letter]) -> Round:
    """What is to go out next; the same again while it has not changed, so that it can be ended."""
    mark = announcement(meeting).mark
    newest = max(letters, key=lambda letter: letter.sent_at, default=None)
    if newest is None:
        return Round(sequence=meeting.sequence, mark=mark, changed=False)
    cancelled = meeting.state is MeetingState.CANCELLED
    holds = mark_of(newest) == mark and (newest.purpose is Purpose.CANCEL) == cancelled
    sequence = newest.sequence if holds else newest.sequence + 1
    return Round(sequence=sequence, mark=mark, changed=not holds)


def reached_by(
    call: Round, letters: Sequence[Letter], seat_id: UUID, address: str
) -> Letter | None:
    """The letter of this round to one recipient, if it went out."""
    return next(
        (
            letter
            for letter in reversed(letters)
            if letter.seat_id == seat_id
            and letter.address.lower() == address.lower()
            and letter.sequence == call.sequence
        ),
        None,
    )


def purpose_for(
    meeting: Meeting, call: Round, letters: Sequence[Letter], seat_id: UUID, address: str
) -> Purpose:
    """What the next letter to a recipient is for; whoever was never written to is called."""
    if meeting.state is MeetingState.CANCELLED:
        return Purpose.CANCEL
    before = [
        letter
        for letter in letters
        if letter.seat_id == seat_id and letter.address.lower() == address.lower()
    ]
    told_otherwise = any(mark_of(letter) != call.mark for letter in before)
    return Purpose.UPDATE if told_otherwise else Purpose.REQUEST


def _digest(*facts: object) -> str:
    told = json.dumps(facts, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:_LETTERS]
