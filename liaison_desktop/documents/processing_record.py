"""The record of processing activities of a committee (GDPR, article 30)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from liaison_desktop.documents.data_protection import RECEIVERS, responsible, told
from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import Block, Heading, Paragraph, Table, Text, Tone
from liaison_desktop.pdf.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How much a committee holds of each kind.

    Attributes:
        people: in the register, the erased ones left out.
        encrypted: whether the store is.
    """

    people: int
    organisations: int
    meetings: int
    agreements: int
    skills: int
    consents: int
    deletions: int
    encrypted: bool


def compose_processing_record(
    committee: Committee,
    holdings: Holdings,
    catalogue: Catalogue,
    *,
    on: date,
    created: datetime,
) -> Document:
    """Activities, data, how long they are kept, measures: as they are on the day."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    title = pgettext("paper", "Record of processing activities")
    as_of = pgettext("paper", "As of {date}").format(date=writer.formats.long_date(on))
    frame = Frame(
        issuer=Issuer.of_committee(committee), title=title, subject=as_of, created=created
    )
    header = (
        pgettext("paper", "Activity"),
        pgettext("paper", "People and data"),
        pgettext("paper", "Kept until"),
        pgettext("paper", "Held today"),
    )
    blocks: tuple[Block, ...] = (
        Heading(text=title, level=1),
        Paragraph(text=as_of, tone=Tone.LEAD),
        responsible(committee.name_in(catalogue.language), writer),
        Table(
            header=header,
            rows=tuple(_activities(committee, holdings, writer)),
            widths=(5, 7, 5, 3),
            summary=title,
        ),
        *told((RECEIVERS,), writer),
        Heading(text=pgettext("paper", "Measures"), level=2),
        Paragraph(text=_measures(holdings, writer)),
    )
    return framed(frame, blocks, writer)


def _activities(
    committee: Committee, holdings: Holdings, writer: Writer
) -> Iterator[tuple[Text, ...]]:
    pgettext = writer.catalogue.pgettext
    archived = pgettext("paper", "archived")
    yield (
        pgettext("paper", "Members, seats and invitations"),
        pgettext("paper", "Members and substitutes: name, office, term, ways to reach, languages"),
        pgettext("paper", "twelve months after the last term; the name is archived"),
        str(holdings.people),
    )
    yield (
        pgettext("paper", "Organisations"),
        pgettext("paper", "Organisations: name, constituency, ways to reach"),
        archived,
        str(holdings.organisations),
    )
    yield (
        pgettext("paper", "Meetings, minutes and votes"),
        pgettext("paper", "Those present: name, attendance, votes by name where the rules ask it"),
        archived,
        str(holdings.meetings),
    )
    yield (
        pgettext("paper", "Attendance sheets as evidence for a grant"),
        pgettext("paper", "Those present: name, organisation, signature"),
        writer.formats.date(committee.evidence_until)
        if committee.evidence_until
        else pgettext("paper", "five years after the last payment"),
        str(holdings.meetings),
    )
    yield (
        pgettext("paper", "Agreements"),
        pgettext("paper", "Signatories: name, capacity"),
        archived,
        str(holdings.agreements),
    )
    yield (
        pgettext("paper", "Skill map"),
        pgettext("paper", "Those who consented: skills offered and sought"),
        pgettext("paper", "until the consent is withdrawn"),
        str(holdings.skills),
    )
    yield (
        pgettext("paper", "Proof of legal bases and erasures"),
        pgettext("paper", "Purpose, basis, text, days; of erasures no names"),
        archived,
        str(holdings.consents + holdings.deletions),
    )


def _measures(holdings: Holdings, writer: Writer) -> str:
    pgettext = writer.catalogue.pgettext
    stored = (
        pgettext("paper", "The data stand on the secretary’s computer in an encrypted store.")
        if holdings.encrypted
        else pgettext(
            "paper", "The data stand on the secretary’s computer; access is by its login."
        )
    )
    rest = pgettext(
        "paper",
        "Every change is logged without its content; backups are checked; signed papers are known"
        " by their digest; nothing is sent anywhere by itself.",
    )
    return f"{stored} {rest}"
