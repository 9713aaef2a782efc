"""Earlier texts and private notes, between row and record."""

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.writing import PrivateNote, TextVersion


def version_values(version: TextVersion) -> Values:
    """The row of an earlier text."""
    return {
        "id": version.id,
        "committee_id": version.committee_id,
        "meeting_id": version.meeting_id,
        "item_id": version.item_id,
        "saved_at": version.saved_at,
        "text": version.text,
    }


def version_of(row: Row) -> TextVersion:
    """The earlier text of a row."""
    return TextVersion(
        id=row.id,
        committee_id=row.committee_id,
        meeting_id=row.meeting_id,
        item_id=row.item_id,
        saved_at=row.saved_at,
        text=row.text,
    )


def note_values(note: PrivateNote) -> Values:
    """The row of a private note."""
    return {
        "id": note.id,
        "committee_id": note.committee_id,
        "meeting_id": note.meeting_id,
        "text": note.text,
    }


def note_of(row: Row) -> PrivateNote:
    """The private note of a row."""
    return PrivateNote(
        id=row.id, committee_id=row.committee_id, meeting_id=row.meeting_id, text=row.text
    )
