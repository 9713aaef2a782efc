"""Agreements (memoranda of understanding) between a committee's organisations."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later


class AgreementStatus(StrEnum):
    """How far an agreement is; ``APPROVED`` = adopted by a decision of the committee."""

    DRAFT = "draft"
    NEGOTIATION = "negotiation"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Renewal(StrEnum):
    """What happens at its end."""

    NONE = "none"
    EXPRESS = "express"
    TACIT = "tacit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An organisation bound by an agreement; the name is that of the day.

    Attributes:
        left_on: the last day on which it was bound, if it withdrew and the others went on.
    """

    organisation_id: UUID
    name: str
    left_on: date | None = later(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement.

    Attributes:
        kind: what the committee calls it (``"protocollo d'intesa"``).
        duration_months: from the day it begins; ``None`` = no end was agreed.
        renewal_months: length of a tacit renewal.
        notice_days: days before its end by which a party must say that it leaves.
        articles: headings in order, as a file told them; the text is in its versions.
        starts_on: where it is not the day of signing.
        decision_id: the decision that adopted it.
        withdrawn_by: the party that withdrew.
        ended_on: when it was withdrawn or ended before its time.
    """

    id: UUID
    committee_id: UUID
    key: str
    kind: str
    title: str
    status: AgreementStatus
    parties: tuple[Party, ...]
    signed_on: date | None = None
    duration_months: int | None = None
    renewal: Renewal = Renewal.NONE
    renewal_months: int | None = None
    notice_days: int | None = None
    articles: tuple[str, ...] = ()
    starts_on: date | None = later(None)
    decision_id: UUID | None = later(None)
    withdrawn_by: UUID | None = later(None)
    ended_on: date | None = later(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Who signs an agreement for a party; the capacity may be untold."""

    organisation_id: UUID
    name: str
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTerms:
    """What the parties wrote beside the articles; what is empty was not told.

    Attributes:
        approved_by: the resolution that approved it, as printed (``"D.9/2026"``).
        whereas: the reasons, each a sentence.
        costs, data_protection: who bears what, and how personal data are dealt with.
        legal_nature: in the parties' own words, where they have any.
        place: where it is signed.
    """

    representatives: tuple[Representative, ...] = ()
    approved_by: str = ""
    whereas: tuple[str, ...] = ()
    costs: str = ""
    data_protection: str = ""
    legal_nature: str = ""
    place: str = ""

    def representative(self, party: Party) -> Representative | None:
        """Who signs for that party, if it is known."""
        for representative in self.representatives:
            if representative.organisation_id == party.organisation_id:
                return representative
        return None


def staying(agreement: Agreement) -> tuple[Party, ...]:
    """The parties that have not withdrawn."""
    return tuple(party for party in agreement.parties if party.left_on is None)


def answerable(agreement: Agreement, already: UUID | None = None) -> tuple[Party, ...]:
    """The parties that can promise something: those that stay, and the one that did already."""
    return tuple(
        party
        for party in agreement.parties
        if party.left_on is None or party.organisation_id == already
    )


RUNNING = frozenset({AgreementStatus.SIGNED, AgreementStatus.IN_FORCE})
"""States in which an agreement binds its parties, if its term is not over."""


def begins_on(agreement: Agreement) -> date | None:
    """The first day of an agreement: the one agreed upon, else the day it was signed."""
    return agreement.starts_on or agreement.signed_on


def ends_on(agreement: Agreement, today: date | None = None) -> date | None:
    """The last day of an agreement; ``None`` if it has not begun or no end was agreed.

    A period of months ends with the day that has the number of the day it began on, or with the
    last of a month that has no such day (Regulation (EEC, Euratom) No 1182/71, article 3(2)(c)).

    Args:
        agreement: the agreement.
        today: where given, the term that runs on that day counts, for one that renews itself.
    """
    return agreement.ended_on or _end_of_terms(agreement, terms_begun(agreement, today))


def notice_until(agreement: Agreement, today: date | None = None) -> date | None:
    """The last day on which a party can say that it leaves; ``None`` if there is none to keep.

    Args:
        agreement: the agreement.
        today: as for ``ends_on``.
    """
    end = ends_on(agreement, today)
    if end is None or agreement.notice_days is None or agreement.ended_on:
        return None
    return end - timedelta(days=agreement.notice_days)


def terms_begun(agreement: Agreement, today: date | None) -> int:
    """How many terms have begun by a day; more than one if it has renewed itself."""
    terms = 1
    if today and agreement.renewal is Renewal.TACIT and agreement.status in RUNNING:
        while (agreement.renewal_months or 0) > 0:
            end = _end_of_terms(agreement, terms)
            if end is None or end >= today:
                break
            terms += 1
    return terms


def months_after(start: date, months: int) -> date:
    """The day of the same number some months later, or the last of a month that has none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _end_of_terms(agreement: Agreement, terms: int) -> date | None:
    """Counted from the first day: the 31st comes back after a month of 30 days."""
    start = begins_on(agreement)
    if start is None or agreement.duration_months is None:
        return None
    renewals = (terms - 1) * (agreement.renewal_months or 0)
    return months_after(start, agreement.duration_months + renewals)
