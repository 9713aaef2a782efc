"""What the members answered: noted by hand, or read from the replies of their calendars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.calling import Answer, AnswerSource, Reply
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.services.files import read_file
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.required import required

if TYPE_CHECKING:
    from liaison_desktop.exchange.calendar_replies import CalendarAnswer

_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CONVENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReply:
    """Note what was answered for a seat; ``None`` = there is no answer after all.

    Attributes:
        substitute: full name of who comes instead, where the answer is ``DELEGATED``.
    """

    meeting_id: UUID
    seat_id: UUID
    answer: Answer | None
    substitute: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReply:
    """An answer that was read from a file and kept.

    Attributes:
        name: who holds the seat.
        other_sender: address the message came from, where it is not that of who was called.
    """

    path: Path
    name: str
    meeting: Meeting
    reply: Reply
    other_sender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesTaken:
    """What became of some files: every answer in them was taken, or refused with a reason."""

    changes: Changes
    taken: tuple[TakenReply, ...]
    refused: tuple[tuple[Path, UserError], ...]


class AnsweringService:
    """Use cases that keep answers."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._store, self._undo, self._actor = changes.store, changes.undo, changes.actor

    def note(self, command: NoteReply) -> Changes:
        """Keep an answer that was given by word of mouth, by telephone or in a letter.

        Raises:
            UserError: ``meeting_begun``, ``substitute_without_name``.
        """
        substitute = command.substitute.strip()
        if command.answer is Answer.DELEGATED and not substitute:
            raise UserError("substitute_without_name")
        with self._store.write("note_reply", self._actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            _require_ahead(meeting)
            before = _reply_of(work, meeting.id, command.seat_id)
            if command.answer is None:
                if before is not None:
                    work.replies.remove(before)
            else:
                work.replies.put(
                    Reply(
                        id=before.id if before else uuid7(),
                        committee_id=meeting.committee_id,
                        meeting_id=meeting.id,
                        seat_id=command.seat_id,
                        answer=command.answer,
                        substitute=substitute if command.answer is Answer.DELEGATED else "",
                        answered_at=datetime.now(UTC),
                        comment=command.comment.strip(),
                    )
                )
            return self._undo.commit(work, "note_reply")

    def take_in(self, paths: Sequence[Path]) -> RepliesTaken:
        """Read the replies that calendars sent: ``.ics`` files, or messages with one inside.

        What cannot be read or belongs to nobody is refused file by file; the rest is kept.
        """
        taken: list[TakenReply] = []
        refused: list[tuple[Path, UserError]] = []
        with self._store.write("take_in_replies", self._actor) as work:
            for path in paths:
                try:
                    answers = _read(path)
                except UserError as problem:
                    refused.append((path, problem))
                    continue
                for answer in answers:
                    try:
                        taken.append(_take(work, path, answer))
                    except UserError as problem:
                        refused.append((path, problem))
            changes = self._undo.commit(work, "take_in_replies")
        return RepliesTaken(changes=changes, taken=tuple(taken), refused=tuple(refused))


def _read(path: Path) -> "tuple[CalendarAnswer, ...]":
    from liaison_desktop.exchange.calendar_replies import read_answers

    return read_answers(read_file(path))


def _take(work: UnitOfWork, path: Path, given: "CalendarAnswer") -> TakenReply:
    from liaison_desktop.services.answerers import seat_answered

    if given.meeting_id is None:
        raise UserError("reply_other_program", address=given.who.address)
    meeting = work.meetings.get(given.meeting_id)
    if meeting is None:
        raise UserError("reply_meeting_unknown", address=given.who.address)
    _require_ahead(meeting)
    seat = seat_answered(work, meeting, given)
    before = _reply_of(work, meeting.id, seat.holder.seat_id)
    now = datetime.now(UTC)
    answered_at = min(given.answered_at or now, now)
    if before is not None and before.answered_at > answered_at:
        raise UserError("reply_overtaken", name=seat.holder.name)
    answer, substitute = seat.said(given, before)
    reply = Reply(
        id=before.id if before else uuid7(),
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        seat_id=seat.holder.seat_id,
        answer=answer,
        substitute=substitute,
        answered_at=answered_at,
        source=AnswerSource.ICALENDAR,
        comment=given.comment,
    )
    work.replies.put(reply)
    other = given.sender if given.sender not in ("", given.who.address) else ""
    return TakenReply(
        path=path, name=seat.holder.name, meeting=meeting, reply=reply, other_sender=other
    )


def _reply_of(work: UnitOfWork, meeting_id: UUID, seat_id: UUID) -> Reply | None:
    replies = work.replies.where("meeting_id", meeting_id)
    return next((reply for reply in replies if reply.seat_id == seat_id), None)


def _require_ahead(meeting: Meeting) -> None:
    if meeting.state not in _AHEAD:
        raise UserError("meeting_begun")
