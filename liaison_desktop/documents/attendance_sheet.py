"""The attendance sheet that people sign by hand, with the headcount for a project's indicators."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from liaison_desktop.documents.data_protection import notice_for_attendance
from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.seats import substitutes
from liaison_desktop.documents.signature_fields import BLANK
from liaison_desktop.documents.writer import DOT, Writer, between, bold
from liaison_desktop.domain.meetings import Meeting, MeetingMode
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Cell,
    Facts,
    Heading,
    Paragraph,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)

_ROW_TO_SIGN = 34.0
"""Points: 12 mm, as much as a signature takes."""

_ROW_TO_COUNT = 26.0

_COLUMNS = (7.9, 4.9, 1.9, 1.8)

_GUEST_ROWS = 3
"""Empty rows for guests nobody expected."""


def compose_attendance_sheet(
    meeting: Meeting,
    roster: Sequence[RosterSeat],
    catalogue: Catalogue,
    *,
    starts: time | None,
    created: datetime,
) -> Document:
    """The sheet in the catalogue's language; the same input gives an equal document.

    One row for each seat that somebody holds. It is signed on paper only, so it has no form fields;
    constituencies are left out: beside a name they would tell of religion or origin (GDPR, Art. 9).
    """
    writer = Writer(catalogue, meeting.language)
    title = catalogue.pgettext("paper", "Attendance sheet")
    frame = Frame(
        issuer=Issuer.of_meeting(meeting),
        title=title,
        subject=writer.phrases.meeting(meeting),
        created=created,
    )
    blocks = (
        *_head(meeting, title, starts, writer),
        *_members(roster, writer),
        *_guests(meeting.guests, writer),
        *_headcount(writer),
        notice_for_attendance(frame.issuer.name, writer),
    )
    return framed(frame, blocks, writer)


def _head(meeting: Meeting, title: str, starts: time | None, writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    mode = writer.phrases.mode(meeting.mode)
    yield Heading(text=title, level=1)
    yield Paragraph(text=writer.phrases.meeting(meeting), tone=Tone.LEAD)
    yield Facts(
        pairs=(
            (pgettext("paper", "Place"), between(DOT, (writer.quote(meeting.place), mode))),
            (pgettext("paper", "Time"), writer.phrases.clock(starts) if starts else BLANK),
        )
    )
    yield Paragraph(text=" ".join(_how_to_sign(meeting.mode, writer)), tone=Tone.QUIET)


def _how_to_sign(mode: MeetingMode, writer: Writer) -> Iterator[str]:
    pgettext = writer.catalogue.pgettext
    yield pgettext(
        "paper",
        "Please sign in your row. A substitute signs in the member’s row and adds their own name.",
    )
    yield pgettext("paper", "Times are written only by those who come later or leave early.")
    if mode is not MeetingMode.IN_PERSON:
        yield pgettext(
            "paper",
            "For those who take part online the secretary writes “online” in place of a signature.",
        )
    yield pgettext("paper", "How the data are used is told at the end of the sheet.")


def _members(roster: Sequence[RosterSeat], writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    yield Heading(text=pgettext("paper", "Members"), level=2)
    yield Table(
        header=_header(writer),
        rows=tuple((_member(seat, writer), "", "", "") for seat in roster if not seat.vacant),
        widths=_COLUMNS,
        writing_height=_ROW_TO_SIGN,
        summary=pgettext("paper", "Members, with room to sign and for times"),
    )


def _header(writer: Writer) -> tuple[Text, ...]:
    pgettext = writer.catalogue.pgettext
    return (
        pgettext("paper", "Name and organisation"),
        pgettext("paper", "Signature"),
        pgettext("paper", "Arrived"),
        pgettext("paper", "Left"),
    )


def _member(seat: RosterSeat, writer: Writer) -> Cell:
    office = "" if seat.role is Role.MEMBER else writer.phrases.role(seat.role)
    organisation = writer.quote(seat.organisation) if seat.organisation else ""
    lines: list[Block] = [Paragraph(text=bold(writer.formats.isolate(seat.holder)))]
    about = between(DOT, (office, organisation))
    if about:
        lines.append(Paragraph(text=about, tone=Tone.SMALL))
    return Cell(content=(*lines, *substitutes(seat, writer)))


def _guests(guests: Sequence[Guest], writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    expected = [(_guest(guest, writer), "", "", "") for guest in guests if guest.name]
    table = Table(
        header=_header(writer),
        rows=(*expected, *[("", "", "", "")] * _GUEST_ROWS),
        widths=_COLUMNS,
        row_headers=False,
        writing_height=_ROW_TO_SIGN,
        summary=pgettext("paper", "Guests, with room to sign and for times"),
    )
    heading = Heading(text=pgettext("paper", "Guests (without vote)"), level=2)
    yield Together(blocks=(heading, table))


def _guest(guest: Guest, writer: Writer) -> Cell:
    name = Paragraph(text=bold(writer.formats.isolate(guest.name)))
    if not guest.organisation:
        return Cell(content=(name,))
    return Cell(content=(name, Paragraph(text=writer.quote(guest.organisation), tone=Tone.SMALL)))


def _headcount(writer: Writer) -> Iterator[Block]:
    """The tally that indicators ask for: counted, never noted beside a name."""
    pgettext = writer.catalogue.pgettext
    told = pgettext(
        "paper",
        "Counted without names, for the indicators of the project. Whoever wishes makes one"
        " stroke in each of the two rows; nobody has to.",
    )
    not_stated = pgettext("paper", "Not stated")
    sexes = (
        pgettext("paper", "Women"),
        pgettext("paper", "Men"),
        pgettext("paper", "Non-binary"),
        not_stated,
    )
    ages = (
        pgettext("paper", "Under 18"),
        *(writer.formats.isolate(band) for band in ("18–29", "30–49", "50–64", "65+")),
        not_stated,
    )
    yield Together(
        blocks=(
            Heading(text=pgettext("paper", "Headcount"), level=2),
            Paragraph(text=told, tone=Tone.QUIET, keep_with_next=True),
            _tally(sexes, pgettext("paper", "Headcount by sex")),
            _tally(ages, pgettext("paper", "Headcount by age")),
            _confirmation(writer),
        )
    )


def _tally(boxes: tuple[str, ...], summary: str) -> Table:
    return Table(
        header=boxes,
        rows=(("",) * len(boxes),),
        widths=(1,) * len(boxes),
        alignments=(Alignment.CENTRE,) * len(boxes),
        row_headers=False,
        writing_height=_ROW_TO_COUNT,
        summary=summary,
    )


def _confirmation(writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    return Table(
        header=(
            pgettext("paper", "People present in all"),
            pgettext("paper", "Sheet kept by (name)"),
            pgettext("paper", "Signature"),
        ),
        rows=(("", "", ""),),
        widths=(3.5, 6.0, 7.0),
        row_headers=False,
        writing_height=_ROW_TO_SIGN,
        summary=pgettext("paper", "Who kept the sheet"),
    )
