"""What papers print of a seat."""

from collections.abc import Iterable
from uuid import UUID

from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.pdf.blocks import (
    Paragraph,
    Tone,
)


def substitutes(seat: RosterSeat, writer: Writer) -> tuple[Paragraph, ...]:
    """A line that names who stands in for the holder; nothing where nobody does."""
    if not seat.substitutes:
        return ()
    names = writer.formats.comma.join(map(writer.formats.isolate, seat.substitutes))
    words = writer.catalogue.pgettext("paper", "Substitute: {name}").format(name=names)
    return (Paragraph(text=words, tone=Tone.SMALL),)


def sitter(meeting: Meeting, seat_id: UUID | None) -> str:
    """Who sat in a seat; empty where the sheet does not have it, as when the seat was removed."""
    return next((a.present_name for a in meeting.attendees if a.seat_id == seat_id), "")


def sitters(meeting: Meeting, seat_ids: Iterable[UUID], writer: Writer) -> str:
    """Who sat in some seats, in the order of the sheet."""
    wanted = set(seat_ids)
    names = (a.present_name for a in meeting.attendees if a.seat_id in wanted)
    return writer.formats.comma.join(writer.formats.isolate(name) for name in names)
