"""The agenda and each of its items: what was said, decided and is to be done."""

from collections.abc import Iterator

from liaison_desktop.documents.in_writing import presence
from liaison_desktop.documents.seats import sitters
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.votes import decision_blocks
from liaison_desktop.documents.writer import DOT, Writer, between, bold, spans
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
        yield from item_head(item, source.meeting, writer)
        yield from discussion(item, writer)
        yield from decided(item, assessed, source, writer)
        yield from _left_over(item, assessed, writer)
        if item.actions:
            yield _actions(item.actions, source, writer)


def item_head(item: AgendaItem, meeting: Meeting, writer: Writer) -> Iterator[Block]:
    """The item's heading; under it how it came up, whether it was closed and who kept out of it."""
    pgettext = writer.catalogue.pgettext
    yield Heading(text=_numbered_title(item, writer), level=2)
    if item.closed:
        closed = pgettext("paper", "Dealt with behind closed doors.")
        yield Paragraph(text=closed, tone=Tone.QUIET)
    origin = between(DOT, _origin(item, writer))
    if origin:
        yield Paragraph(text=origin, tone=Tone.QUIET)
    recused = sitters(meeting, item.recused, writer)
    if recused:
        words = pgettext("paper", "Kept out of this item for a conflict of interest: {names}")
        yield Paragraph(text=words.format(names=recused))


def _origin(item: AgendaItem, writer: Writer) -> Iterator[str]:
    pgettext, isolate = writer.catalogue.pgettext, writer.formats.isolate
    if item.late:
        yield pgettext("paper", "Put on the agenda after the members were called")
    if item.proposer:
        yield pgettext("paper", "Proposed by {name}").format(name=isolate(item.proposer))
    if item.presenter:
        yield pgettext("paper", "Presented by {name}").format(name=isolate(item.presenter))


def _left_over(item: AgendaItem, assessed: ItemAssessment, writer: Writer) -> Iterator[Block]:
    """That an item was postponed, where no decision says that it was adjourned."""
    said = any(verdict.outcome is Outcome.ADJOURNED for verdict in assessed.verdicts)
    if item.postponed and not said:
        yield Paragraph(text=bold(writer.catalogue.pgettext("paper", "Left to the next meeting.")))


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
        yield Paragraph(text=presence(assessed, source, writer), tone=Tone.SMALL)


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
    due = writer.formats.date(action.due) if action.due else ""
    return (writer.quote(action.text), _responsible(action, meeting, writer), due)


def _responsible(action: Action, meeting: Meeting, writer: Writer) -> Text:
    """The holder of the seat, or the organisation; empty where the sheet has no such seat."""
    names = [a.full_name for a in meeting.attendees if a.seat_id == action.seat_id]
    who = writer.formats.isolate(names[0]) if names else ""
    if not action.organisation:
        return who
    return between(writer.formats.comma, (who, writer.quote(action.organisation)))
