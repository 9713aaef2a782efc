"""Agreements, papers and the register, as they are exported."""

import sqlalchemy as sa

from liaison_desktop.db.exports.table import ExportColumn, ExportTable, columns_of
from liaison_desktop.db.tables import agreement, agreement_party, correction, paper, paper_file


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
    signatures = (
        sa.select(sa.func.count())
        .where(paper_file.c.paper_id == paper.c.id, paper_file.c.field != "")
        .scalar_subquery()
    )
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
            ExportColumn("signed", signatures),
        ),
    )
