"""The list of a committee's members, without contact data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.seats import substitutes
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.roster import RosterSeat, filled_voting_seats
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.pdf.blocks import (
    Cell,
    Facts,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)

_GROUPS: Final[Mapping[Constituency, str]] = {
    Constituency.LOCAL_AUTHORITY: NP_("paper", "Local authorities"),
    Constituency.CSO: NP_("paper", "Civil-society organisations"),
    Constituency.MIGRANT_ASSOCIATION: NP_("paper", "Migrant associations"),
    Constituency.MUSLIM_COMMUNITY: NP_("paper", "Muslim communities"),
    Constituency.COMMUNITY_LEADER: NP_("paper", "Community leaders"),
    Constituency.SECRETARIAT: NP_("paper", "Secretariat"),
}

_Term = tuple[date | None, date | None]


class _Column(NamedTuple):
    """A column of the list, and what it tells of a seat."""

    header: str
    width: float
    cell: Callable[[RosterSeat, Writer], Text | Cell]


def compose_member_list(
    committee: Committee,
    roster: Sequence[RosterSeat],
    catalogue: Catalogue,
    *,
    on: date,
    register_number: str,
    created: datetime,
) -> Document:
    """The seats on a day, by constituency; the same input gives an equal document.

    Nothing personal stands in it but names; the constituency is the seat's, so it heads a group of
    seats and is never printed beside a person.
    """
    writer = Writer(catalogue, committee.language)
    title = catalogue.pgettext("paper", "Members of the committee")
    terms = {(seat.start, seat.end) for seat in roster if not seat.vacant}
    common = terms.pop() if len(terms) == 1 else None
    blocks = (
        Facts(pairs=tuple(_facts(committee, roster, common, writer))),
        Paragraph(text=about_groups(writer), tone=Tone.QUIET),
        _table(roster, writer, with_terms=common is None),
    )
    return dated(
        title,
        blocks,
        committee,
        writer,
        on=on,
        created=created,
        register_number=register_number,
    )


def group_name(constituency: Constituency, writer: Writer) -> str:
    """What a paper calls the seats of a constituency."""
    return writer.catalogue.pgettext("paper", _GROUPS[constituency])


def about_groups(writer: Writer) -> str:
    """That a constituency says nothing about a person."""
    return writer.catalogue.pgettext(
        "paper",
        "The groups are those the seats speak for; they say nothing about who sits in them.",
    )


def _facts(
    committee: Committee, roster: Sequence[RosterSeat], term: _Term | None, writer: Writer
) -> Iterator[tuple[Text, Text]]:
    """How many seats there are and, where all have the same, their term of office."""
    pgettext = writer.catalogue.pgettext
    filled = filled_voting_seats(roster)
    seats = pgettext("paper", "{total} provided, {filled} filled, {vacant} vacant").format(
        total=committee.seat_count, filled=filled, vacant=max(0, committee.seat_count - filled)
    )
    yield pgettext("paper", "Voting seats"), seats
    words = _term(term, writer) if term else ""
    if words:
        yield pgettext("paper", "Term of office"), words


def _term(term: _Term, writer: Writer) -> str:
    pgettext = writer.catalogue.pgettext
    start, end = (writer.formats.date(day) if day else "" for day in term)
    if start and end:
        words = pgettext("paper", "{start} to {end}")
    elif start:
        words = pgettext("paper", "since {start}")
    elif end:
        words = pgettext("paper", "until {end}")
    else:
        return ""
    return words.format(start=start, end=end)


def _table(roster: Sequence[RosterSeat], writer: Writer, *, with_terms: bool) -> Table:
    """The seats under the names of their groups; terms only where they are not all the same."""
    pgettext = writer.catalogue.pgettext
    columns = [
        _Column(pgettext("paper", "Organisation"), 7.9, _organisation),
        _Column(pgettext("paper", "Name"), 4.8, _holder),
        _Column(pgettext("paper", "Office"), 4.2, _office),
    ]
    if with_terms:
        columns.append(_Column(pgettext("paper", "Term of office"), 3.6, _term_of))
    rows: list[tuple[Text | Cell, ...]] = []
    for constituency in _GROUPS:
        seats = [seat for seat in roster if seat.constituency is constituency]
        if seats:
            heading = Heading(text=group_name(constituency, writer), level=2)
            rows.append((Cell(content=(heading,), columns=len(columns)),))
            rows.extend(tuple(column.cell(seat, writer) for column in columns) for seat in seats)
    return Table(
        header=tuple(column.header for column in columns),
        rows=tuple(rows),
        widths=tuple(column.width for column in columns),
        summary=pgettext("paper", "Seats with the people who hold them"),
    )


def _organisation(seat: RosterSeat, writer: Writer) -> Text:
    return writer.quote(seat.organisation) if seat.organisation else "–"


def _holder(seat: RosterSeat, writer: Writer) -> Cell:
    """Who holds the seat, and below who stands in."""
    name: Text = writer.formats.isolate(seat.holder)
    if seat.vacant:
        name = (Span(writer.catalogue.pgettext("paper", "vacant"), italic=True),)
    return Cell(content=(Paragraph(text=name), *substitutes(seat, writer)))


def _office(seat: RosterSeat, writer: Writer) -> Cell:
    """The holder's office, and below that the seat has no vote."""
    office = "" if seat.vacant else writer.phrases.role(seat.role)
    lines = [Paragraph(text=office)] if office else []
    if not seat.voting:
        without = writer.catalogue.pgettext("paper", "without vote")
        lines.append(Paragraph(text=without, tone=Tone.SMALL))
    return Cell(content=tuple(lines))


def _term_of(seat: RosterSeat, writer: Writer) -> Text:
    return _term((seat.start, seat.end), writer)
