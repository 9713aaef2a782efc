"""List of agreements, by title."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.listings.paging import Listing
from liaison_desktop.db.mapping.agreements import agreement_of
from liaison_desktop.db.tables import agreement, agreement_party, committee
from liaison_desktop.domain.agreement_steps import standing
from liaison_desktop.domain.agreements import ends_on, notice_until
from liaison_desktop.domain.listings import AgreementRow


def agreement_listing(today: date | None = None) -> Listing[AgreementRow]:
    """All agreements; with ``today``, the term that runs on that day counts."""
    parties = (
        sa.select(sa.func.count())
        .where(agreement_party.c.agreement_id == agreement.c.id)
        .scalar_subquery()
    )
    query = sa.select(agreement, committee.c.city, parties.label("parties")).join_from(
        agreement, committee
    )
    return Listing(
        query=query,
        table=agreement,
        make=lambda row: _agreement_row(row, today),
    )


def _agreement_row(row: sa.Row[Any], today: date | None) -> AgreementRow:
    stored = agreement_of(row, parties=())
    return AgreementRow(
        id=stored.id,
        committee_id=stored.committee_id,
        city=row.city,
        kind=stored.kind,
        title=stored.title,
        status=stored.status,
        parties=row.parties,
        signed_on=stored.signed_on,
        ends_on=ends_on(stored, today),
        notice_until=notice_until(stored, today),
        standing=standing(stored, today) if today else None,
    )
