"""The head of the minutes: title, where and when, who presided."""

from collections.abc import Iterator
from uuid import UUID

from liaison_desktop.documents.seats import sitter
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import DOT, Writer, between, spans
from liaison_desktop.domain.meetings import ChairTurn, Convocation, Meeting
from liaison_desktop.domain.numbering import format_number
from liaison_desktop.domain.papers import Edition
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    Paragraph,
    Text,
    Tone,
)


def title(source: MinutesSource, writer: Writer) -> str:
    """The title: by the committee's own pattern in its own language; drafts have no number."""
    meeting, pattern = source.meeting, source.committee.minutes_pattern
    if meeting.number is None or source.draft:
        if meeting.in_writing:
            return writer.catalogue.pgettext("paper", "Minutes of the procedure in writing")
        return writer.catalogue.pgettext("paper", "Minutes of the meeting")
    if writer.writes_the_records_language and meeting.label:
        return meeting.label
    number = format_number("{n}/{year}", meeting.number, meeting.year)
    if writer.writes_the_records_language and not pattern.startswith("{"):
        return format_number(pattern, meeting.number, meeting.year)
    return writer.catalogue.pgettext("paper", "Minutes no. {number}").format(
        number=writer.formats.isolate(number)
    )


def marks(source: MinutesSource, writer: Writer) -> Iterator[str]:
    """What the letterhead says of the paper's standing."""
    if source.draft:
        yield writer.catalogue.pgettext("paper", "Draft, not approved")
    if source.edition is Edition.PUBLIC:
        yield writer.catalogue.pgettext("paper", "Public edition")


def head(source: MinutesSource, heading: str, writer: Writer) -> tuple[Block, ...]:
    """Title and the facts of the meeting."""
    blocks: list[Block] = [
        Heading(text=heading, level=1),
        Paragraph(text=writer.phrases.meeting(source.meeting), tone=Tone.LEAD),
    ]
    if source.edition is Edition.PUBLIC:
        left_out = writer.catalogue.pgettext(
            "paper",
            "Public edition: matters dealt with behind closed doors and personal data are"
            " left out. The committee keeps the full minutes.",
        )
        blocks.append(Paragraph(text=left_out, tone=Tone.QUIET))
    blocks.append(Facts(pairs=tuple(_facts(source.meeting, writer))))
    return tuple(blocks)


def _facts(meeting: Meeting, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext = writer.catalogue.pgettext
    yield place(meeting, writer)
    if meeting.in_writing:
        yield pgettext("paper", "Votes returned until"), writer.formats.full_date(meeting.date)
    if meeting.opened and not meeting.in_writing:
        yield pgettext("paper", "Opened at"), writer.phrases.clock(meeting.opened)
    if meeting.closed and not meeting.in_writing:
        yield pgettext("paper", "Closed at"), writer.phrases.clock(meeting.closed)
    if meeting.breaks:
        spent = (writer.phrases.clock_span(one.start, one.end) for one in meeting.breaks)
        yield pgettext("paper", "Breaks"), between(writer.formats.semicolon, spent)
    yield from _convocation(meeting.convocation, meeting.language, writer)
    yield from officers(meeting, writer)


def place(meeting: Meeting, writer: Writer) -> tuple[Text, Text]:
    """Where the meeting was, and how people took part; in writing, that there was none."""
    if meeting.in_writing:
        decided = writer.catalogue.pgettext("paper", "in writing, without a meeting")
        return writer.catalogue.pgettext("paper", "Decided"), decided
    where = writer.quote(meeting.place) if meeting.place else ""
    mode = writer.phrases.mode(meeting.mode)
    return writer.catalogue.pgettext("paper", "Place"), between(DOT, (where, mode))


def officers(meeting: Meeting, writer: Writer) -> Iterator[tuple[Text, Text]]:
    """Who presided, to whom the chair was handed over, and who took the minutes."""
    pgettext = writer.catalogue.pgettext
    yield from _officer(pgettext("paper", "Chair"), meeting, meeting.chair_seat_id, writer)
    for turn in meeting.chair_turns:
        yield from _officer(_from_item(turn, meeting, writer), meeting, turn.seat_id, writer)
    yield from _officer(pgettext("paper", "Secretary"), meeting, meeting.secretary_seat_id, writer)


def _convocation(
    convocation: Convocation, record_language: str, writer: Writer
) -> Iterator[tuple[Text, Text]]:
    """When and how the members were called; a reference that names the day says it alone."""
    how = tuple(writer.quote(text) for text in (convocation.reference, convocation.medium) if text)
    sent_on = convocation.sent_on
    own = Formats(record_language)
    if sent_on and not any(
        day in convocation.reference for day in (own.date(sent_on), own.long_date(sent_on))
    ):
        label = writer.catalogue.pgettext("paper", "Convened by notice of")
        yield label, between(DOT, (writer.formats.long_date(sent_on), *how))
    elif how:
        yield writer.catalogue.pgettext("paper", "Convocation"), between(DOT, how)


def _from_item(turn: ChairTurn, meeting: Meeting, writer: Writer) -> str:
    """ "Chair from item 4 on (18:05)"."""
    pgettext = writer.catalogue.pgettext
    words = (
        pgettext("paper", "Chair from item {item} on ({time})")
        if turn.at
        else pgettext("paper", "Chair from item {item} on")
    )
    time = writer.phrases.clock(turn.at) if turn.at else ""
    return words.format(item=meeting.item_number(turn.item_no), time=time)


def _officer(
    label: str, meeting: Meeting, seat_id: UUID | None, writer: Writer
) -> Iterator[tuple[Text, Text]]:
    name = sitter(meeting, seat_id)
    if name:
        yield label, spans(writer.formats.isolate(name))
