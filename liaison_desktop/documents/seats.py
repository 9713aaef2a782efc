"""What papers print of a seat."""

from liaison_desktop.documents.writer import Writer
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
