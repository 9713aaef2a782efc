"""What an agreement is and what it says, as somebody fills it in."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.agreement_texts import AgreementVersion, Article, within
from liaison_desktop.domain.agreements import Agreement, Renewal, staying


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTold:
    """An organisation that is to be a party, and who signs for it in which capacity."""

    organisation_id: UUID
    signatory: str = ""
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAgreement:
    """Change what an agreement is: its title, its parties, how long it lasts."""

    agreement_id: UUID
    title: str
    kind: str
    parties: tuple[PartyTold, ...]
    starts_on: date | None = None
    duration_months: int | None = None
    renewal: Renewal = Renewal.NONE
    renewal_months: int | None = None
    notice_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAgreementText:
    """Change the text that is worked on: that of the agreement, or of its amendment."""

    agreement_id: UUID
    articles: tuple[Article, ...]
    whereas: tuple[str, ...] = ()
    costs: str = ""
    data_protection: str = ""
    legal_nature: str = ""
    place: str = ""


def edit_of(agreement: Agreement, version: AgreementVersion) -> EditAgreement:
    """What an agreement is, or what its amendment makes of it, to be changed and handed back."""
    if version.scope is not None:
        agreement = within(agreement, version.scope)
    elif version.number > 1:
        agreement = replace(agreement, parties=staying(agreement))
    terms = version.terms()
    signers = ((party, terms.representative(party)) for party in agreement.parties)
    return EditAgreement(
        agreement_id=agreement.id,
        title=agreement.title,
        kind=agreement.kind,
        parties=tuple(
            PartyTold(
                organisation_id=party.organisation_id,
                signatory=signer.name if signer else "",
                capacity=signer.capacity if signer else "",
            )
            for party, signer in signers
        ),
        starts_on=agreement.starts_on,
        duration_months=agreement.duration_months,
        renewal=agreement.renewal,
        renewal_months=agreement.renewal_months,
        notice_days=agreement.notice_days,
    )


def text_of(version: AgreementVersion) -> EditAgreementText:
    """The text of an agreement, to be changed and handed back."""
    return EditAgreementText(
        agreement_id=version.agreement_id,
        articles=version.articles,
        whereas=version.whereas,
        costs=version.costs,
        data_protection=version.data_protection,
        legal_nature=version.legal_nature,
        place=version.place,
    )
