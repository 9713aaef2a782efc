"""Agreements and their parties, between row and record."""

from datetime import date

from liaison_desktop.db.folding import fold, fold_all
from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.agreement_texts import AgreementVersion, Article, Commitment, Scope
from liaison_desktop.domain.agreements import Agreement, Party, Representative


def agreement_values(agreement: Agreement) -> Values:
    """The row of an agreement; its parties have their own table."""
    return {
        "id": agreement.id,
        "committee_id": agreement.committee_id,
        "key": agreement.key,
        "kind": agreement.kind,
        "title": agreement.title,
        "status": agreement.status,
        "signed_on": agreement.signed_on,
        "duration_months": agreement.duration_months,
        "renewal": agreement.renewal,
        "renewal_months": agreement.renewal_months,
        "notice_days": agreement.notice_days,
        "articles": list(agreement.articles),
        "starts_on": agreement.starts_on,
        "decision_id": agreement.decision_id,
        "withdrawn_by": agreement.withdrawn_by,
        "ended_on": agreement.ended_on,
        "sort_key": fold(agreement.title),
        "folded": fold_all(
            agreement.kind, agreement.title, *(party.name for party in agreement.parties)
        ),
    }


def agreement_of(row: Row, parties: tuple[Party, ...]) -> Agreement:
    """The agreement of its row and its parties."""
    return Agreement(
        id=row.id,
        committee_id=row.committee_id,
        key=row.key,
        kind=row.kind,
        title=row.title,
        status=row.status,
        parties=parties,
        signed_on=row.signed_on,
        duration_months=row.duration_months,
        renewal=row.renewal,
        renewal_months=row.renewal_months,
        notice_days=row.notice_days,
        articles=tuple(row.articles),
        starts_on=row.starts_on,
        decision_id=row.decision_id,
        withdrawn_by=row.withdrawn_by,
        ended_on=row.ended_on,
    )


def party_values(agreement: Agreement) -> list[Values]:
    """The rows of the parties."""
    return [
        {
            "agreement_id": agreement.id,
            "position": position,
            "committee_id": agreement.committee_id,
            "organisation_id": party.organisation_id,
            "name": party.name,
            "left_on": party.left_on,
        }
        for position, party in enumerate(agreement.parties)
    ]


def party_of(row: Row) -> Party:
    """A party."""
    return Party(organisation_id=row.organisation_id, name=row.name, left_on=row.left_on)


def version_values(version: AgreementVersion) -> Values:
    """The row of one version of an agreement's text."""
    return {
        "id": version.id,
        "committee_id": version.committee_id,
        "agreement_id": version.agreement_id,
        "number": version.number,
        "language": version.language,
        "articles": plain_parts(version.articles),
        "whereas": list(version.whereas),
        "representatives": plain_parts(version.representatives),
        "costs": version.costs,
        "data_protection": version.data_protection,
        "legal_nature": version.legal_nature,
        "place": version.place,
        "reason": version.reason,
        "decision_id": version.decision_id,
        "agreed_on": version.agreed_on,
        "scope": plain_parts((version.scope,) if version.scope else ()),
    }


def version_of(row: Row) -> AgreementVersion:
    """One version of an agreement's text."""
    return AgreementVersion(
        id=row.id,
        committee_id=row.committee_id,
        agreement_id=row.agreement_id,
        number=row.number,
        language=row.language,
        articles=parts_of(row.articles, Article),
        whereas=tuple(row.whereas),
        representatives=parts_of(row.representatives, Representative),
        costs=row.costs,
        data_protection=row.data_protection,
        legal_nature=row.legal_nature,
        place=row.place,
        reason=row.reason,
        decision_id=row.decision_id,
        agreed_on=row.agreed_on,
        scope=next(iter(parts_of(row.scope, Scope)), None),
    )


def commitment_values(commitment: Commitment) -> Values:
    """The row of a commitment."""
    return {
        "id": commitment.id,
        "committee_id": commitment.committee_id,
        "agreement_id": commitment.agreement_id,
        "organisation_id": commitment.organisation_id,
        "text": commitment.text,
        "due": commitment.due,
        "recurrence": commitment.recurrence,
        "status": commitment.status,
        "kept_on": [day.isoformat() for day in commitment.kept_on],
        "action_id": commitment.action_id,
    }


def commitment_of(row: Row) -> Commitment:
    """The commitment of a row."""
    return Commitment(
        id=row.id,
        committee_id=row.committee_id,
        agreement_id=row.agreement_id,
        organisation_id=row.organisation_id,
        text=row.text,
        due=row.due,
        recurrence=row.recurrence,
        status=row.status,
        kept_on=tuple(date.fromisoformat(day) for day in row.kept_on),
        action_id=row.action_id,
    )
