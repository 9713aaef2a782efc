"""The text of agreements in numbered versions, and what the parties took upon themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    AgreementTerms,
    Party,
    Renewal,
    Representative,
    begins_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article; the text is Markdown."""

    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom an agreement binds and for how long; the fields are those of ``Agreement``."""

    parties: tuple[Party, ...]
    starts_on: date | None
    duration_months: int | None
    renewal: Renewal
    renewal_months: int | None
    notice_days: int | None


def scope_of(agreement: Agreement) -> Scope:
    """Whom an agreement binds and for how long, as it stands."""
    return Scope(**{name: getattr(agreement, name) for name in Scope.__dataclass_fields__})


def within(agreement: Agreement, scope: Scope) -> Agreement:
    """The agreement with the parties and the term of a scope."""
    told = {name: getattr(scope, name) for name in Scope.__dataclass_fields__}
    return replace(agreement, **told)


def rescoped(agreement: Agreement, scope: Scope, on: date) -> Agreement:
    """The agreement with other parties and another term from a day on; who left stays known."""
    there = {party.organisation_id for party in scope.parties}
    left = tuple(
        replace(party, left_on=party.left_on or on)
        for party in agreement.parties
        if party.organisation_id not in there
    )
    changed = within(agreement, scope)
    return replace(changed, parties=(*scope.parties, *left))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVersion:
    """What was agreed: version 1 is the agreement itself, each later one an amendment.

    Attributes:
        reason: why it was amended; empty for the first.
        agreed_on: when the parties signed it; from then on it is never changed.
        decision_id: the decision that adopted this version.
        costs, data_protection, legal_nature, place: as in ``AgreementTerms``.
        scope: its own parties and term, where an amendment changes them or has changed them since;
            ``None`` = those of the agreement.
    """

    id: UUID
    committee_id: UUID
    agreement_id: UUID
    number: int
    language: str
    articles: tuple[Article, ...] = ()
    whereas: tuple[str, ...] = ()
    representatives: tuple[Representative, ...] = ()
    costs: str = ""
    data_protection: str = ""
    legal_nature: str = ""
    place: str = ""
    reason: str = ""
    decision_id: UUID | None = None
    agreed_on: date | None = None
    scope: Scope | None = None

    def terms(self, approved_by: str = "") -> AgreementTerms:
        """What the parties wrote beside the articles."""
        return AgreementTerms(
            representatives=self.representatives,
            approved_by=approved_by,
            whereas=self.whereas,
            costs=self.costs,
            data_protection=self.data_protection,
            legal_nature=self.legal_nature,
            place=self.place,
        )


def newest_version(versions: Iterable[AgreementVersion]) -> AgreementVersion | None:
    """The version with the highest number."""
    return max(versions, key=lambda version: version.number, default=None)


def first_version(version_id: UUID, agreement: Agreement, language: str) -> AgreementVersion:
    """The text of an agreement of which only the headings are known; what is signed is agreed."""
    return AgreementVersion(
        id=version_id,
        committee_id=agreement.committee_id,
        agreement_id=agreement.id,
        number=1,
        language=language,
        articles=tuple(Article(heading=heading) for heading in agreement.articles),
        decision_id=agreement.decision_id,
        agreed_on=agreement.signed_on,
    )


def amendment(version: AgreementVersion, version_id: UUID, reason: str) -> AgreementVersion:
    """The version that is to follow one that was agreed, with the same text to begin with.

    Raises:
        ValueError: the version was not agreed.
    """
    if version.agreed_on is None:
        raise ValueError("only what was agreed can be amended")
    return replace(
        version,
        id=version_id,
        number=version.number + 1,
        reason=reason,
        decision_id=None,
        agreed_on=None,
        scope=None,
    )


def as_of(agreement: Agreement, version: AgreementVersion) -> Agreement:
    """The agreement as the paper of one version tells it: an amendment has its own state and day.

    Who had withdrawn before an amendment does not sign it.
    """
    if version.scope is not None:
        agreement = within(agreement, version.scope)
    if version.number == 1:
        return agreement
    day = version.agreed_on or date.max
    parties = (each for each in agreement.parties if each.left_on is None or each.left_on >= day)
    agreement = replace(agreement, parties=tuple(parties))
    status = AgreementStatus.DRAFT
    if version.decision_id is not None:
        status = AgreementStatus.APPROVED
    if version.agreed_on is not None:
        status = AgreementStatus.SIGNED
    return replace(
        agreement,
        status=status,
        starts_on=begins_on(agreement),
        signed_on=version.agreed_on,
        decision_id=version.decision_id,
    )


class Recurrence(StrEnum):
    """How often a commitment comes due."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class CommitmentStatus(StrEnum):
    """How far a commitment is."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a party took upon itself in an agreement.

    Attributes:
        organisation_id: the party responsible; ``None`` = all of them.
        due: the next day it is due.
        kept_on: the days on which it was kept, oldest first.
        action_id: the action of a meeting that carries it out.
    """

    id: UUID
    committee_id: UUID
    agreement_id: UUID
    organisation_id: UUID | None
    text: str
    due: date | None = None
    recurrence: Recurrence = Recurrence.ONCE
    status: CommitmentStatus = CommitmentStatus.OPEN
    kept_on: tuple[date, ...] = ()
    action_id: UUID | None = None
