"""Corrections of minutes, and papers of other subjects than a meeting."""

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.types import GUID, json_type, sort_text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFERENCES = (
    "(kind = 'minutes' AND meeting_id IS NOT NULL AND correction_id IS NULL"
    " AND agreement_id IS NULL AND agreement_version IS NULL)"
    " OR (kind = 'correction_note' AND meeting_id IS NOT NULL AND correction_id IS NOT NULL"
    " AND agreement_id IS NULL AND agreement_version IS NULL)"
    " OR (kind = 'agreement' AND meeting_id IS NULL AND correction_id IS NULL"
    " AND agreement_id IS NOT NULL AND agreement_version IS NOT NULL)"
)
ONCE = {
    "minutes": ["committee_id", "meeting_id", "edition", "language"],
    "correction_note": ["committee_id", "correction_id", "language"],
    "agreement": ["committee_id", "agreement_id", "agreement_version", "edition", "language"],
}
ONCE_BEFORE = ["committee_id", "meeting_id", "kind", "edition", "language"]
KINDS = "kind IN ('minutes', 'correction_note', 'agreement')"
KINDS_BEFORE = "kind IN ('minutes')"


def upgrade() -> None:
    """Add the table of corrections; let papers be about corrections and agreements."""
    _add_correction_pattern()
    _create_correction()
    with op.batch_alter_table("paper", recreate="always") as batch:
        batch.alter_column("meeting_id", existing_type=GUID(), nullable=True)
        batch.add_column(sa.Column("correction_id", GUID(), nullable=True))
        batch.add_column(sa.Column("agreement_id", GUID(), nullable=True))
        batch.add_column(sa.Column("agreement_version", sa.Integer(), nullable=True))
        batch.drop_constraint(op.f("ck_paper_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_paper_kind"), KINDS)
        batch.create_check_constraint(op.f("ck_paper_references"), REFERENCES)
        batch.drop_constraint(
            op.f("uq_paper_committee_id_meeting_id_kind_edition_language"), type_="unique"
        )
        batch.create_foreign_key(
            op.f("fk_paper_correction_id_correction"), "correction", ["correction_id"], ["id"]
        )
        batch.create_foreign_key(
            op.f("fk_paper_agreement_id_agreement"), "agreement", ["agreement_id"], ["id"]
        )
    for kind, columns in ONCE.items():
        of_the_kind = sa.text(f"kind = '{kind}'")
        op.create_index(
            op.f(f"uq_paper_{kind}"),
            "paper",
            columns,
            unique=True,
            sqlite_where=of_the_kind,
            postgresql_where=of_the_kind,
        )


def downgrade() -> None:
    """Take it back; where there are papers of the new kinds, the old check refuses them."""
    for kind in ONCE:
        op.drop_index(op.f(f"uq_paper_{kind}"), "paper")
    with op.batch_alter_table("paper", recreate="always") as batch:
        batch.drop_constraint(op.f("fk_paper_agreement_id_agreement"), type_="foreignkey")
        batch.drop_constraint(op.f("fk_paper_correction_id_correction"), type_="foreignkey")
        batch.drop_constraint(op.f("ck_paper_references"), type_="check")
        batch.drop_constraint(op.f("ck_paper_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_paper_kind"), KINDS_BEFORE)
        batch.create_unique_constraint(
            op.f("uq_paper_committee_id_meeting_id_kind_edition_language"), ONCE_BEFORE
        )
        batch.drop_column("agreement_version")
        batch.drop_column("agreement_id")
        batch.drop_column("correction_id")
        batch.alter_column("meeting_id", existing_type=GUID(), nullable=False)
    op.drop_table("correction")
    with op.batch_alter_table("committee", recreate="always") as batch:
        batch.drop_column("correction_pattern")


def _add_correction_pattern() -> None:
    op.add_column("committee", sa.Column("correction_pattern", sa.Text(), nullable=True))
    op.execute("UPDATE committee SET correction_pattern = '{n}/{year}'")
    with op.batch_alter_table("committee", recreate="always") as batch:
        batch.alter_column("correction_pattern", existing_type=sa.Text(), nullable=False)


def _create_correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("paper_id", GUID(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_in", sa.Text(), nullable=False),
        sa.Column("passages", json_type(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_correction_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper.id"], name=op.f("fk_correction_paper_id_paper")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint(
            "committee_id", "year", "number", name=op.f("uq_correction_committee_id_year_number")
        ),
    )
    op.create_index(op.f("ix_correction_paper_id"), "correction", ["paper_id"], unique=False)
