"""Agreements and their parties, between row and record."""

from liaison_desktop.db.folding import fold, fold_all
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.agreements import Agreement, Party


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
        }
        for position, party in enumerate(agreement.parties)
    ]


def party_of(row: Row) -> Party:
    """A party."""
    return Party(organisation_id=row.organisation_id, name=row.name)
