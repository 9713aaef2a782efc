"""The end of the minutes: the close, the next meeting, annexes, summaries, signatures."""

from collections.abc import Iterator

from liaison_desktop.documents.writer import DOT, Writer, between
from liaison_desktop.domain.assessment import Signatory, signatories
from liaison_desktop.domain.meetings import Meeting, NextMeeting
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Foreign,
    Heading,
    ListBlock,
    Paragraph,
    SignatureField,
    SignatureGrid,
    Text,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown


def closing(meeting: Meeting, writer: Writer) -> Iterator[Block]:
    """What follows the last item, up to the signatures."""
    say = writer.catalogue.pgettext
    yield Heading(text=say("paper", "Close of the meeting"), level=2)
    yield from _close(meeting, writer)
    if meeting.next_meeting:
        next_meeting = _next_meeting(meeting.next_meeting, writer)
        yield Facts(pairs=((say("paper", "Next meeting"), next_meeting),))
    if meeting.annexes:
        yield Heading(text=say("paper", "Annexes"), level=3)
        yield ListBlock(
            entries=tuple((Paragraph(text=writer.quote(annex)),) for annex in meeting.annexes)
        )
    for summary in meeting.summaries:
        language = writer.formats.language_name(summary.language)
        heading = say("paper", "Summary ({language})").format(language=language)
        yield Heading(text=heading, level=3)
        yield Foreign(language=summary.language, blocks=blocks_from_markdown(summary.text))


def signatures(meeting: Meeting, writer: Writer) -> Iterator[Block]:
    """Room for each signature the committee's rules ask for."""
    signing = signatories(meeting)
    if signing:
        yield Heading(text=writer.catalogue.pgettext("paper", "Signatures"), level=2)
        yield SignatureGrid(fields=tuple(_field(signatory, writer) for signatory in signing))


def _close(meeting: Meeting, writer: Writer) -> Iterator[Block]:
    """The words that were recorded, else the official phrases."""
    if meeting.closing_text:
        yield from writer.quote_blocks(Paragraph(text=meeting.closing_text))
        return
    say = writer.catalogue.pgettext
    if meeting.closed:
        close = say("paper", "There being no further business, the meeting closed at {time}.")
        yield Paragraph(text=close.format(time=writer.formats.time(meeting.closed)))
    yield Paragraph(text=say("paper", "Read, approved and signed."))


def _next_meeting(next_meeting: NextMeeting, writer: Writer) -> Text:
    return between(
        DOT,
        (
            writer.formats.full_date(next_meeting.date),
            writer.phrases.clock(next_meeting.time) if next_meeting.time else "",
            writer.quote(next_meeting.place) if next_meeting.place else "",
        ),
    )


def _field(signatory: Signatory, writer: Writer) -> SignatureField:
    say = writer.catalogue.pgettext
    name = writer.formats.isolate(signatory.name)
    function = writer.phrases.function(signatory.function)
    caption: list[Text] = [name, function]
    if signatory.substitute_for:
        holder = writer.formats.isolate(signatory.substitute_for)
        caption.append(say("paper", "Substitute for {name}").format(name=holder))
    caption.append(say("paper", "Date"))
    label = say("paper", "Signature of {name}, {function}")
    return SignatureField(
        name=signatory.field,
        label=label.format(name=name, function=function),
        caption=tuple(caption),
    )
