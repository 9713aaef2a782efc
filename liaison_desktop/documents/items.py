"""The agenda and each of its items: what was said, decided and is to be done."""

from collections.abc import Iterator

from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.votes import decision_blocks
from liaison_desktop.documents.writer import Writer, spans
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import ItemAssessment
from liaison_desktop.domain.decisions import Action, Outcome
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.pdf.blocks import (
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown


def agenda(meeting: Meeting, writer: Writer) -> tuple[Block, ...]:
    """The agenda as a list with the items' own numbers."""
    if not meeting.items:
        return ()
    first = meeting.items[0].no
    numbers = [item.number for item in meeting.items]
    in_order = numbers == [str(first + place) for place in range(len(numbers))]
    entries = (
        item_title(item, writer) if in_order else _numbered_title(item, writer)
        for item in meeting.items
    )
    heading = Heading(text=writer.catalogue.pgettext("paper", "Agenda"), level=2)
    titles = ListBlock(
        entries=tuple((Paragraph(text=text),) for text in entries),
        ordered=in_order,
        start=first,
    )
    return (Together(blocks=(heading, titles)),)


def items(source: MinutesSource, writer: Writer) -> Iterator[Block]:
    """Each item under its heading, in the order of the agenda."""
    for item, assessed in zip(source.meeting.items, source.assessment.items, strict=True):
        yield from item_head(item, writer)
        yield from discussion(item, writer)
        yield from decided(item, assessed, source, writer)
        if item.actions:
            yield _actions(item.actions, source, writer)


def item_head(item: AgendaItem, writer: Writer) -> Iterator[Block]:
    """The item's heading; under it, whether it was closed."""
    yield Heading(text=_numbered_title(item, writer), level=2)
    if item.closed:
        closed = writer.catalogue.pgettext("paper", "Dealt with behind closed doors.")
        yield Paragraph(text=closed, tone=Tone.QUIET)


def discussion(item: AgendaItem, writer: Writer) -> tuple[Block, ...]:
    """What was said, in the words of the record."""
    if not item.discussion:
        return ()
    return writer.quote_blocks(*blocks_from_markdown(item.discussion))


def _numbered_title(item: AgendaItem, writer: Writer) -> Text:
    return spans(f"{item.number}. ", item_title(item, writer))


def item_title(item: AgendaItem, writer: Writer) -> Text:
    """The item's title, in the paper's language where it is known in it.

    The public edition's record has none for what was closed.
    """
    if translated := item.title_in(writer.catalogue.language):
        return translated
    if item.title:
        return writer.quote(item.title)
    return writer.catalogue.pgettext("paper", "Closed item")


def decided(
    item: AgendaItem, assessed: ItemAssessment, source: MinutesSource, writer: Writer
) -> Iterator[Block]:
    """The decisions; where the committee was not quorate and none of them says so, a line does."""
    for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True):
        yield from decision_blocks(decision, assessed, verdict, source, writer)
    said = any(verdict.outcome is Outcome.NOT_QUORATE for verdict in assessed.verdicts)
    if not assessed.quorate and not said:
        presence = writer.phrases.presence(assessed, source.assessment.quorum)
        yield Paragraph(text=presence, tone=Tone.SMALL)


def _actions(actions: tuple[Action, ...], source: MinutesSource, writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    header = [pgettext("paper", "What"), pgettext("paper", "Who"), pgettext("paper", "Deadline")]
    widths = [8.0, 4.6, 2.9]
    rows = [_action(action, source.meeting, writer) for action in actions]
    if any(action.number for action in actions):
        header.insert(0, pgettext("paper", "No."))
        widths.insert(0, 2.4)
        rows = [
            (_action_number(action, source, writer), *row)
            for action, row in zip(actions, rows, strict=True)
        ]
    return Table(
        header=tuple(header),
        rows=tuple(rows),
        widths=tuple(widths),
        summary=pgettext("paper", "Action items"),
    )


def _action_number(action: Action, source: MinutesSource, writer: Writer) -> Text:
    return writer.number(action.number, provisional=source.draft) if action.number else ""


def _action(action: Action, meeting: Meeting, writer: Writer) -> tuple[Text, ...]:
    who = meeting.attendee(action.seat_id).full_name if action.seat_id else ""
    due = writer.formats.date(action.due) if action.due else ""
    return (writer.quote(action.text), writer.formats.isolate(who) if who else "", due)
