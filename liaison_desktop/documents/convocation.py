"""The notice that calls the members to a meeting, with the agenda."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.head import place
from liaison_desktop.documents.items import item_title
from liaison_desktop.documents.signature_fields import BLANK, signature_field
from liaison_desktop.documents.writer import DOT, Writer, between, bold
from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.assessment import SignatoryFunction
from liaison_desktop.domain.meetings import Call, Meeting
from liaison_desktop.domain.quorum import quorum_needed
from liaison_desktop.domain.roster import RosterSeat, filled_voting_seats
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.pdf.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)

_KINDS: Final[Mapping[ItemKind, str]] = {
    ItemKind.INFORMATION: NP_("paper", "For information"),
    ItemKind.DISCUSSION: NP_("paper", "For discussion"),
    ItemKind.DECISION: NP_("paper", "For decision"),
    ItemKind.ELECTION: NP_("paper", "Election"),
    ItemKind.APPROVAL: NP_("paper", "For approval"),
    ItemKind.ANY_OTHER: NP_("paper", "Other business"),
}


def compose_convocation(
    meeting: Meeting,
    roster: Sequence[RosterSeat],
    catalogue: Catalogue,
    *,
    starts: time | None,
    register_number: str,
    created: datetime,
) -> Document:
    """The convocation in the catalogue's language; the same input gives an equal document.

    A meeting that is only planned has no sheet, so the roster of that day tells who is in the chair
    and how many voting seats are filled. Without a time there is room to write it in. The paper is
    dated by the day it was sent, or by ``created`` as long as it was not.
    """
    writer = Writer(catalogue, meeting.language)
    title = catalogue.pgettext("paper", "Convocation of the meeting")
    if meeting.in_writing:
        title = catalogue.pgettext("paper", "Call for votes in writing")
    frame = Frame(
        issuer=Issuer.of_meeting(meeting),
        title=title,
        subject=writer.phrases.meeting(meeting),
        created=created,
        register_number=register_number,
    )
    blocks = (
        *_head(meeting, title, starts, writer),
        *_agenda(meeting.items, writer),
        *_rules(meeting, roster, writer),
        _end(meeting, roster, meeting.convocation.sent_on or created.date(), writer),
    )
    return framed(frame, blocks, writer)


def _head(meeting: Meeting, title: str, starts: time | None, writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    yield Paragraph(text=pgettext("paper", "To the members of the committee"))
    yield Heading(text=title, level=1)
    yield Paragraph(text=writer.phrases.meeting(meeting), tone=Tone.LEAD)
    yield Facts(pairs=tuple(_facts(meeting, starts, writer)))
    called = pgettext("paper", "The members are called to this meeting, with the following agenda.")
    if meeting.in_writing:
        called = pgettext("paper", "The members are asked to vote in writing on the items below.")
    yield Paragraph(text=called, keep_with_next=True)


def _facts(meeting: Meeting, starts: time | None, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext = writer.catalogue.pgettext
    mode = writer.phrases.mode(meeting.mode)
    second = meeting.call is Call.SECOND
    if meeting.in_writing:
        yield pgettext("paper", "Votes until"), bold(writer.formats.full_date(meeting.date))
        yield place(meeting, writer)
    else:
        yield pgettext("paper", "Time"), bold(writer.phrases.clock(starts)) if starts else BLANK
        yield pgettext("paper", "Place"), between(DOT, (writer.quote(meeting.place), mode))
    if meeting.link:
        yield pgettext("paper", "Link"), writer.formats.isolate(meeting.link)
    call = pgettext("paper", "second") if second else pgettext("paper", "first")
    yield pgettext("paper", "Call"), call
    if meeting.annexes:
        annexes = (writer.quote(annex) for annex in meeting.annexes)
        yield pgettext("paper", "Annexes"), between(writer.formats.semicolon, annexes)


def _agenda(items: Sequence[AgendaItem], writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    yield Heading(text=pgettext("paper", "Agenda"), level=2)
    if not items:
        yield Paragraph(text=pgettext("paper", "The agenda follows."))
        return
    yield Table(
        header=(
            pgettext("paper", "No."),
            pgettext("paper", "Agenda item"),
            pgettext("paper", "Purpose"),
        ),
        rows=tuple((item.number, _title(item, writer), _purpose(item, writer)) for item in items),
        widths=(1.2, 11.4, 3.8),
        summary=pgettext("paper", "Items of the agenda, with what is asked of the committee"),
    )


def _title(item: AgendaItem, writer: Writer) -> Text | Cell:
    title = item_title(item, writer)
    if not item.closed:
        return title
    closed = writer.catalogue.pgettext("paper", "Behind closed doors")
    return Cell(content=(Paragraph(text=title), Paragraph(text=closed, tone=Tone.SMALL)))


def _purpose(item: AgendaItem, writer: Writer) -> Text:
    """What the item asks of the committee and how long it may take."""
    pgettext = writer.catalogue.pgettext
    purpose = pgettext("paper", _KINDS[item.kind])
    if not item.minutes_allotted:
        return purpose
    minutes = pgettext("paper", "{minutes} min").format(minutes=item.minutes_allotted)
    return between(DOT, (purpose, minutes))


def _rules(meeting: Meeting, roster: Sequence[RosterSeat], writer: Writer) -> Iterator[Block]:
    """What the committee's rules ask of this call and of those who are called."""
    pgettext = writer.catalogue.pgettext
    said = [*_notice(meeting, writer), *_quorum(meeting, roster, writer)]
    prevented = pgettext(
        "paper",
        "If you cannot attend, please tell the secretary in good time and send your substitute.",
    )
    if meeting.in_writing:
        prevented = pgettext(
            "paper", "Please return your signed vote on each item to the secretary by {date}."
        ).format(date=writer.formats.full_date(meeting.date))
    yield Together(
        blocks=(
            Heading(text=pgettext("paper", "Notice and quorum"), level=2),
            *(Paragraph(text=sentence) for sentence in said),
        )
    )
    yield Paragraph(text=bold(prevented), keep_with_next=True)


def _notice(meeting: Meeting, writer: Writer) -> Iterator[str]:
    days = meeting.rules.notice_days
    if days:
        sentence = writer.catalogue.npgettext(
            "paper",
            "The committee’s rules ask for one day’s notice: it has to be sent by {date}.",
            "The committee’s rules ask for {days} days’ notice: it has to be sent by {date}.",
            days,
        )
        latest = writer.formats.full_date(meeting.date - timedelta(days=days))
        yield sentence.format(days=days, date=latest)


def _quorum(meeting: Meeting, roster: Sequence[RosterSeat], writer: Writer) -> Iterator[str]:
    """The quorum it will take; the second call's is announced where it is lower.

    That the notice itself says so is what makes a second meeting quorate (§ 53 HGO).
    """
    pgettext = writer.catalogue.pgettext
    filled = filled_voting_seats(roster)
    first, second = (
        quorum_needed(meeting.rules, call, filled=filled, provided=meeting.seat_count)
        for call in (Call.FIRST, Call.SECOND)
    )
    lower = second.required < first.required
    if meeting.call is Call.FIRST:
        yield writer.phrases.quorum_needed(first)
        if lower:
            yield pgettext(
                "paper",
                "If the meeting is not quorate, the committee can be called a second time to the"
                " same items; the quorum of the second call is {required} of {total} voting seats.",
            ).format(required=second.required, total=second.basis)
        return
    if lower:
        yield pgettext(
            "paper",
            "This is the second call to items that were left undecided for want of a quorum. For"
            " these items the lower quorum of the second call holds, and this notice says so"
            " expressly.",
        )
    yield writer.phrases.quorum_needed(second)


def _end(meeting: Meeting, roster: Sequence[RosterSeat], day: date, writer: Writer) -> Together:
    place_and_date = between(
        writer.formats.comma, (writer.quote(meeting.committee_city), writer.formats.long_date(day))
    )
    chair = signature_field(
        writer,
        field=SignatoryFunction.CHAIR.value,
        name=_chair(meeting.chair_seat_id, roster),
        function=SignatoryFunction.CHAIR,
        dated=False,
    )
    return Together(
        blocks=(
            Paragraph(text=place_and_date, keep_with_next=True),
            SignatureGrid(fields=(chair,)),
        )
    )


def _chair(seat_id: UUID | None, roster: Sequence[RosterSeat]) -> str:
    """Who is to preside, by the roster of the day; empty while nobody holds the seat."""
    return next((seat.holder for seat in roster if seat.seat_id == seat_id), "")
