"""What is written in a meeting: the discussion of each item, its earlier texts, private notes.

What is being typed is put into a journal within two seconds and becomes part of the record when
the writer rests; after a crash the journal is what is opened.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.writing import PrivateNote, TextVersion, Typed
from liaison_desktop.services.meeting_changes import MeetingChanges, changeable, item_of, keep


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDiscussion:
    """The discussion of an item, in Markdown."""

    meeting_id: UUID
    item_id: UUID
    text: str


class WritingService:
    """Use cases on texts of meetings."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._changes = changes
        self._store = changes.store
        self._actor = changes.actor

    def note_typing(self, command: WriteDiscussion) -> None:
        """Put what is being typed into the journal; it is no record yet, so no log tells of it."""
        with self._store.write("note_typing", self._actor) as work:
            meeting = changeable(work, command.meeting_id)
            work.journal.put(
                Typed(
                    item_id=command.item_id,
                    committee_id=meeting.committee_id,
                    meeting_id=meeting.id,
                    typed_at=datetime.now(UTC),
                    text=command.text,
                )
            )
            work.commit()

    def write(self, command: WriteDiscussion) -> Changes:
        """Make what was written part of the record, with a version of it; the journal forgets it.

        Raises:
            UserError: ``item_gone``, ``minutes_locked``.
        """
        with self._store.write("write_discussion", self._actor) as work:
            meeting = changeable(work, command.meeting_id)
            item = item_of(meeting, command.item_id)
            work.journal.drop(item.id)
            if item.discussion != command.text:
                keep(work, _with_text(meeting, item.id, command.text))
                work.text_versions.put(
                    TextVersion(
                        id=uuid7(),
                        committee_id=meeting.committee_id,
                        meeting_id=meeting.id,
                        item_id=item.id,
                        saved_at=datetime.now(UTC),
                        text=command.text,
                    )
                )
            return self._changes.undo.commit(work, "write_discussion")

    def versions(self, item_id: UUID) -> tuple[TextVersion, ...]:
        """The texts of an item as they were saved, the newest first."""
        with self._store.read() as reading:
            return reading.text_versions.where("item_id", item_id)[::-1]

    def note(self, meeting_id: UUID, item_id: UUID, text: str) -> Changes:
        """Keep the private note on an item; without a text it is taken away."""
        with self._store.write("private_note", self._actor) as work:
            meeting = changeable(work, meeting_id)
            known = work.private_notes.get(item_id)
            note = PrivateNote(
                id=item_of(meeting, item_id).id,
                committee_id=meeting.committee_id,
                meeting_id=meeting.id,
                text=text.strip(),
            )
            if note.text:
                work.private_notes.put(note)
            elif known is not None:
                work.private_notes.remove(known)
            return self._changes.undo.commit(work, "private_note")


def _with_text(meeting: Meeting, item_id: UUID, text: str) -> Meeting:
    items = tuple(
        replace(item, discussion=text) if item.id == item_id else item for item in meeting.items
    )
    return replace(meeting, items=items)
