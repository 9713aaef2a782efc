"""How the members of a committee are reached: for the committee's own work, not for publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.people import ContactKind, ContactPurpose, Person
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Callout,
    Cell,
    Paragraph,
    Table,
    Text,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)

_SHOWN = frozenset({ContactPurpose.COMMITTEE_WORK, ContactPurpose.PUBLIC})
"""What was given for convocations alone is the secretary's."""

_KINDS = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.WEBSITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Somebody on the list."""

    person: Person
    organisation: str
    role: Role
    capacity: Capacity


def compose_contact_list(
    committee: Committee,
    members: Sequence[Reached],
    catalogue: Catalogue,
    *,
    on: date,
    created: datetime,
) -> Document:
    """Members and substitutes in the order given, with what they gave for the committee’s work."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    title = pgettext("paper", "How members are reached")
    warning = pgettext(
        "paper",
        "For the committee’s own work. It holds personal data: it is not passed on, not published,"
        " and destroyed when a newer list is there.",
    )
    blocks = (
        Callout(blocks=(Paragraph(text=warning),)),
        Table(
            header=(
                pgettext("paper", "Name"),
                pgettext("paper", "Organisation"),
                pgettext("paper", "Ways to reach"),
            ),
            rows=tuple(_row(each, writer) for each in members),
            widths=(6, 6, 8),
            summary=pgettext("paper", "Members with the ways to reach them"),
        ),
    )
    return dated(title, blocks, committee, writer, on=on, created=created)


def _row(reached: Reached, writer: Writer) -> tuple[Text | Cell, ...]:
    person, isolate = reached.person, writer.formats.isolate
    name = [Paragraph(text=isolate(person.full_name))]
    if person.name_native is not None:
        name.append(Paragraph(text=isolate(person.name_native.text), tone=Tone.SMALL))
    return Cell(content=tuple(name)), _organisation(reached, writer), _ways(person, writer)


def _organisation(reached: Reached, writer: Writer) -> Cell:
    office = (
        writer.catalogue.pgettext("paper", "substitute")
        if reached.capacity is Capacity.SUBSTITUTE
        else writer.phrases.role(reached.role)
    )
    lines = [Paragraph(text=writer.quote(reached.organisation))] if reached.organisation else []
    return Cell(content=(*lines, Paragraph(text=office, tone=Tone.SMALL)))


def _ways(person: Person, writer: Writer) -> Cell:
    ways = [person.email] if person.email else []
    ways += [
        point.value
        for kind in _KINDS
        for point in person.contacts
        if point.kind is kind and point.purpose in _SHOWN
    ]
    lines = tuple(Paragraph(text=writer.formats.isolate(way)) for way in dict.fromkeys(ways))
    return Cell(content=lines or (Paragraph(text="–"),))
