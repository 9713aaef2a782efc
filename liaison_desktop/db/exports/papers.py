"""Agreements, papers and the register, as they are exported."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.exports.table import ExportColumn, ExportTable, columns_of
from liaison_desktop.db.tables import (
    agreement,
    agreement_party,
    correction,
    dispatch,
    filing,
    hand_signature,
    paper,
    paper_file,
    refusal,
)


def agreements() -> ExportTable:
    """One row for each agreement."""
    return ExportTable(
        name="agreements",
        source=agreement,
        committee=agreement.c.committee_id,
        order=(agreement.c.sort_key, agreement.c.id),
        described=columns_of(
            agreement,
            "id",
            "committee_id",
            "key",
            "kind",
            "title",
            "status",
            "signed_on",
            "duration_months",
            "renewal",
            "renewal_months",
            "notice_days",
            "articles",
        ),
    )


def agreement_parties() -> ExportTable:
    """One row for each party of an agreement."""
    table = agreement_party
    return ExportTable(
        name="agreement_parties",
        source=table,
        committee=table.c.committee_id,
        order=(table.c.agreement_id, table.c.position),
        described=columns_of(
            table, "committee_id", "agreement_id", "position", "organisation_id", "name"
        ),
    )


def papers() -> ExportTable:
    """One row for each state of a paper's file: as made, and after each signature."""
    return ExportTable(
        name="papers",
        source=paper_file,
        committee=paper_file.c.committee_id,
        order=(paper_file.c.paper_id, paper_file.c.sequence),
        described=columns_of(
            paper_file,
            "id",
            "committee_id",
            "paper_id",
            "sequence",
            "sha256",
            "size",
            "created_at",
            "field",
            "signer",
            personal=frozenset({"signer"}),
        ),
    )


def corrections() -> ExportTable:
    """One row for each correction of minutes."""
    return ExportTable(
        name="corrections",
        source=correction,
        committee=correction.c.committee_id,
        order=(correction.c.committee_id, correction.c.year, correction.c.number),
        described=columns_of(
            correction,
            "id",
            "committee_id",
            "paper_id",
            "sha256",
            "number",
            "year",
            "label",
            "decided_on",
            "decided_in",
            "passages",
            personal=frozenset({"passages"}),
        ),
    )


def register() -> ExportTable:
    """One row for each paper, at its place in the committee's register."""
    handed_over = dispatch.c.paper_id == paper.c.id
    return ExportTable(
        name="register",
        source=paper,
        committee=paper.c.committee_id,
        order=(paper.c.committee_id, paper.c.register_position),
        described=(
            *columns_of(paper, "committee_id", "register_position", "register_number"),
            ExportColumn("paper_id", paper.c.id),
            *columns_of(
                paper,
                "meeting_id",
                "correction_id",
                "agreement_id",
                "agreement_version",
                "kind",
                "edition",
                "language",
                "title",
                "fields",
            ),
            ExportColumn(
                "signed", _how_many(paper_file.c.paper_id == paper.c.id, paper_file.c.field != "")
            ),
            ExportColumn("signed_by_hand", _how_many(hand_signature.c.paper_id == paper.c.id)),
            ExportColumn("refused", _how_many(refusal.c.paper_id == paper.c.id)),
            ExportColumn("authority", _filed(filing.c.authority)),
            ExportColumn("authority_number", _filed(filing.c.number)),
            ExportColumn("filed_on", _filed(filing.c.filed_on)),
            ExportColumn("handed_over", _how_many(handed_over)),
            ExportColumn("received", _how_many(handed_over, dispatch.c.received_on.is_not(None))),
        ),
    )


def _how_many(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    """How many rows that belong to a paper meet all conditions."""
    query = sa.select(sa.func.count()).where(*conditions)
    return query.correlate(paper).scalar_subquery()


def _filed(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """What an authority's register says of a paper; the newest entry, where there are several."""
    query = (
        sa.select(column)
        .where(filing.c.paper_id == paper.c.id)
        .order_by(filing.c.filed_on.desc(), filing.c.id.desc())
        .limit(1)
    )
    return query.correlate(paper).scalar_subquery()
