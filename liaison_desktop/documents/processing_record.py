"""The record of processing activities of a committee (GDPR, article 30)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from liaison_desktop.documents.data_protection import RECEIVERS, responsible, told
from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.pdf.blocks import Block, Heading, Paragraph, Table, Text
from liaison_desktop.pdf.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How much a committee holds of each kind.

    Attributes:
        people: in the register, the erased ones left out.
        proofs: recorded bases and erasures.
        encrypted: whether the store is.
    """

    people: int
    organisations: int
    meetings: int
    agreements: int
    skills: int
    proofs: int
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
    header = (
        pgettext("paper", "Activity"),
        pgettext("paper", "People and data"),
        pgettext("paper", "Kept until"),
        pgettext("paper", "Held today"),
    )
    blocks: tuple[Block, ...] = (
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
    return dated(title, blocks, committee, writer, on=on, created=created)


_CONTACT: Final = NP_("paper", "twelve months after the last term; the name is archived")
_EVIDENCE: Final = NP_("paper", "five years after the last payment")
_ARCHIVED: Final = NP_("paper", "archived")
_CONSENT: Final = NP_("paper", "until the consent is withdrawn")

_ACTIVITIES: Final = (
    (
        NP_("paper", "Members, seats and invitations"),
        NP_("paper", "Members and substitutes: name, office, term, ways to reach, languages"),
        _CONTACT,
        "people",
    ),
    (
        NP_("paper", "Organisations"),
        NP_("paper", "Organisations: name, constituency, ways to reach"),
        _ARCHIVED,
        "organisations",
    ),
    (
        NP_("paper", "Meetings, minutes and votes"),
        NP_("paper", "Those present: name, attendance, votes by name where the rules ask it"),
        _ARCHIVED,
        "meetings",
    ),
    (
        NP_("paper", "Attendance sheets as evidence for a grant"),
        NP_("paper", "Those present: name, organisation, signature"),
        _EVIDENCE,
        "meetings",
    ),
    (
        NP_("paper", "Agreements"),
        NP_("paper", "Signatories: name, capacity"),
        _ARCHIVED,
        "agreements",
    ),
    (
        NP_("paper", "Skill map"),
        NP_("paper", "Those who consented: skills offered and sought"),
        _CONSENT,
        "skills",
    ),
    (
        NP_("paper", "Proof of legal bases and erasures"),
        NP_("paper", "Purpose, basis, text, days; of erasures no names"),
        _ARCHIVED,
        "proofs",
    ),
)
"""Activity, people and data, until when, and which of the holdings counts it."""


def _activities(
    committee: Committee, holdings: Holdings, writer: Writer
) -> Iterator[tuple[Text, ...]]:
    pgettext, until = writer.catalogue.pgettext, committee.evidence_until
    for activity, data, kept, held in _ACTIVITIES:
        day = writer.formats.date(until) if kept == _EVIDENCE and until else ""
        yield (
            pgettext("paper", activity),
            pgettext("paper", data),
            day or pgettext("paper", kept),
            str(getattr(holdings, held)),
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
