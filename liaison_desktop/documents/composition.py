"""How a committee is composed: its voting seats by constituency, as a chart and in figures."""

from collections.abc import Sequence
from datetime import date, datetime

from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.member_list import about_groups, group_name
from liaison_desktop.documents.seat_charts import hemicycle, seats_in_line
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.composition import ConstituencyShare
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Paragraph,
    Table,
    Text,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.languages import is_right_to_left


def compose_composition(
    committee: Committee,
    shares: Sequence[ConstituencyShare],
    catalogue: Catalogue,
    *,
    on: date,
    created: datetime,
) -> Document:
    """The voting seats on a day; no names stand in it."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    title = pgettext("paper", "Composition of the committee")
    blocks: list[Block] = [
        Facts(pairs=((pgettext("paper", "Voting seats"), _sum(committee, shares, writer)),)),
    ]
    if shares:
        blocks += [_chart(shares, writer), _table(shares, writer)]
    blocks.append(Paragraph(text=about_groups(writer), tone=Tone.QUIET))
    return dated(title, blocks, committee, writer, on=on, created=created)


def _sum(committee: Committee, shares: Sequence[ConstituencyShare], writer: Writer) -> Text:
    return writer.catalogue.pgettext(
        "paper", "{total} by statute, {seats} set up, {filled} filled"
    ).format(
        total=committee.seat_count,
        seats=sum(share.seats for share in shares),
        filled=sum(share.filled for share in shares),
    )


def _chart(shares: Sequence[ConstituencyShare], writer: Writer) -> Chart:
    told = writer.catalogue.pgettext("paper", "{group}: {filled} of {seats} seats filled")
    words = writer.formats.list(
        told.format(
            group=group_name(share.constituency, writer),
            filled=share.filled,
            seats=max(share.seats, share.minimum),
        )
        for share in shares
    )
    drawing = hemicycle(shares, mirrored=is_right_to_left(writer.catalogue.tag))
    return Chart(drawing=drawing, alternative=words, centred=True)


def _table(shares: Sequence[ConstituencyShare], writer: Writer) -> Table:
    """The groups in figures; what was agreed only where something was."""
    pgettext = writer.catalogue.pgettext
    columns = [
        (pgettext("paper", "Group"), 7, _group),
        (pgettext("paper", "Seats"), 5, _dots),
        (pgettext("paper", "Filled"), 3, _filled),
    ]
    if any(share.minimum or share.maximum is not None for share in shares):
        columns.append((pgettext("paper", "Agreed"), 4, _agreed))
    return Table(
        header=tuple(name for name, _width, _cell in columns),
        rows=tuple(
            tuple(cell(share, writer) for _name, _width, cell in columns) for share in shares
        ),
        widths=tuple(width for _name, width, _cell in columns),
        summary=pgettext("paper", "Voting seats of each group"),
    )


def _group(share: ConstituencyShare, writer: Writer) -> Text | Cell:
    return group_name(share.constituency, writer)


def _dots(share: ConstituencyShare, writer: Writer) -> Text | Cell:
    """The seats as dots; the figures beside them say the same."""
    drawing = seats_in_line(share, mirrored=is_right_to_left(writer.catalogue.tag))
    return Cell(content=(Chart(drawing=drawing, alternative=""),))


def _filled(share: ConstituencyShare, writer: Writer) -> Text | Cell:
    words = writer.catalogue.pgettext("paper", "{filled} of {seats}")
    return words.format(filled=share.filled, seats=share.seats)


def _agreed(share: ConstituencyShare, writer: Writer) -> Text | Cell:
    """How many seats the rules give the group."""
    pgettext = writer.catalogue.pgettext
    if share.maximum is None:
        words = pgettext("paper", "at least {least}") if share.minimum else "–"
    elif share.maximum == share.minimum:
        words = pgettext("paper", "exactly {least}")
    elif share.minimum:
        words = pgettext("paper", "{least} to {most}")
    else:
        words = pgettext("paper", "at most {most}")
    return words.format(least=share.minimum, most=share.maximum)
