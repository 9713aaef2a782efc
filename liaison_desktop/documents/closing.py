"""The end of the minutes: summaries, next meeting, annexes, the close, signatures."""

from collections.abc import Iterator

from liaison_desktop.documents.signature_fields import signatorys_field
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import DOT, Writer, between
from liaison_desktop.domain.assessment import Signatory, signatories
from liaison_desktop.domain.meetings import Meeting, NextMeeting, Summary
from liaison_desktop.domain.minutes import Approval
from liaison_desktop.domain.papers import Edition
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Foreign,
    Heading,
    Paragraph,
    SignatureGrid,
    Span,
    Text,
    Together,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown


def closing(source: MinutesSource, writer: Writer) -> Iterator[Block]:
    """What follows the last item: summaries, what comes next, the close and who signs it.

    The words of the close often end in a colon, so the signatures stand directly under them.
    """
    for summary in source.meeting.summaries:
        yield from _summary(summary, writer)
    pgettext = writer.catalogue.pgettext
    heading = pgettext("paper", "Close of the meeting")
    if source.meeting.in_writing:
        heading = pgettext("paper", "Close of the procedure in writing")
    pairs = tuple(_pairs(source, writer))
    facts = (Facts(pairs=pairs),) if pairs else ()
    end = (Heading(text=heading, level=2), *facts, *_close(source.meeting, writer))
    fields = tuple(signatorys_field(signatory, writer) for signatory in _signing(source))
    yield Together(blocks=(*end, SignatureGrid(fields=fields)) if fields else end)


def _signing(source: MinutesSource) -> tuple[Signatory, ...]:
    """Who signs this paper: a draft has nothing to sign yet, and what is signed is the full one."""
    signed = source.edition is Edition.FULL and not source.draft
    return signatories(source.meeting) if signed else ()


def _summary(summary: Summary, writer: Writer) -> Iterator[Block]:
    language = writer.formats.language_name(summary.language)
    heading = writer.catalogue.pgettext("paper", "Summary ({language})")
    yield Heading(text=heading.format(language=language), level=2)
    yield Foreign(language=summary.language, blocks=blocks_from_markdown(summary.text))


def _pairs(source: MinutesSource, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext, meeting = writer.catalogue.pgettext, source.meeting
    if source.approval:
        yield pgettext("paper", "Approved"), _approved(source.approval, writer)
    if meeting.next_meeting:
        yield pgettext("paper", "Next meeting"), _next_meeting(meeting.next_meeting, writer)
    annexes = [writer.quote(annex) for annex in meeting.annexes]
    annexes += _files(source, writer)
    if annexes:
        yield pgettext("paper", "Annexes"), between(writer.formats.semicolon, annexes)


def _approved(approval: Approval, writer: Writer) -> Text:
    """When, where, and whether anything was corrected before."""
    pgettext = writer.catalogue.pgettext
    corrected = pgettext("paper", "with corrections") if approval.corrected else ""
    day = writer.formats.long_date(approval.approved_on)
    return between(DOT, (day, writer.quote(approval.words), corrected))


def _files(source: MinutesSource, writer: Writer) -> Iterator[tuple[Span, ...]]:
    """The files attached to items, each with the number of its item."""
    words = writer.catalogue.pgettext("paper", "{name} (item {item})")
    for item in source.meeting.items:
        for file_id in item.attachments:
            name = source.files.get(file_id)
            if name:
                told = words.format(name=writer.formats.isolate(name), item=item.number)
                yield (Span(told),)


def _close(meeting: Meeting, writer: Writer) -> Iterator[Block]:
    """The words that were recorded, else the official phrases."""
    if meeting.closing_text:
        yield from writer.quote_blocks(Paragraph(text=meeting.closing_text))
        return
    pgettext = writer.catalogue.pgettext
    if meeting.in_writing:
        close = pgettext(
            "paper", "It was decided in writing; votes were returned until {date}."
        ).format(date=writer.formats.long_date(meeting.date))
        yield Paragraph(text=close)
    elif meeting.closed:
        close = pgettext("paper", "There being no further business, the meeting closed at {time}.")
        yield Paragraph(text=close.format(time=writer.formats.time(meeting.closed)))
    yield Paragraph(text=pgettext("paper", "Read, approved and signed."))


def _next_meeting(next_meeting: NextMeeting, writer: Writer) -> Text:
    return between(
        DOT,
        (
            writer.formats.full_date(next_meeting.date),
            writer.phrases.clock(next_meeting.time) if next_meeting.time else "",
            writer.quote(next_meeting.place) if next_meeting.place else "",
        ),
    )
