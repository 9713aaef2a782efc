"""Contacts, quotas, consents, skills, attachments; texts of agreements and commitments."""

from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.types import ENUM_LENGTH, GUID, UTC, json_type, sort_text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ENUM = partial(sa.Enum, native_enum=False, create_constraint=True, length=ENUM_LENGTH)
END_REASONS = ("term_over", "resigned", "recalled", "role_changed", "seat_closed", "deceased")
OLD_STATUS = ("draft", "approved", "signed", "in_force", "expired", "withdrawn")
NEW_STATUS = ("draft", "negotiation", *OLD_STATUS[1:])

NEW_TABLES = ("skill", "deletion", "consent", "commitment", "agreement_version", "attachment")

_PERSON_LISTED = (
    ("sort_key", "id", "merged_into", "folded"),
    ("committee_id", "sort_key", "id", "merged_into", "folded"),
)


def upgrade() -> None:
    """Add tables and columns."""
    _create_attachment()
    _create_agreement_version()
    _create_commitment()
    _create_consent()
    _create_deletion()
    _create_skill()
    _fill("committee", _committee_columns())
    with op.batch_alter_table("committee", recreate="always") as batch:
        _require(batch, _committee_columns())
    _fill("organisation", _organisation_columns())
    with op.batch_alter_table("organisation", recreate="always") as batch:
        _require(batch, _organisation_columns())
        batch.create_foreign_key(
            batch.f("fk_organisation_merged_into_organisation"),
            "organisation",
            ["merged_into"],
            ["id"],
        )
    _fill("person", _person_columns())
    with op.batch_alter_table("person", recreate="always") as batch:
        _require(batch, _person_columns())
        batch.create_foreign_key(
            batch.f("fk_person_merged_into_person"), "person", ["merged_into"], ["id"]
        )
    op.drop_index(op.f("ix_person_sort_key_id"), "person")
    for columns in _PERSON_LISTED:
        _index("person", *columns)
    with op.batch_alter_table("seat", recreate="always") as batch:
        batch.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
    _upgrade_membership()
    _upgrade_agreement()
    with op.batch_alter_table("agreement_party", recreate="always") as batch:
        batch.add_column(sa.Column("left_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("agreement_party", recreate="always") as batch:
        batch.drop_column("left_on")
    with op.batch_alter_table("agreement", recreate="always") as batch:
        batch.drop_constraint(batch.f("fk_agreement_withdrawn_by_organisation"), "foreignkey")
        for name in ("starts_on", "decision_id", "withdrawn_by", "ended_on"):
            batch.drop_column(name)
        batch.drop_constraint(batch.f("ck_agreement_status"), "check")
        batch.create_check_constraint(batch.f("ck_agreement_status"), _one_of(OLD_STATUS))
    with op.batch_alter_table("membership", recreate="always") as batch:
        batch.drop_constraint(batch.f("fk_membership_on_behalf_of_organisation"), "foreignkey")
        batch.drop_constraint(batch.f("fk_membership_appointment_id_attachment"), "foreignkey")
        batch.drop_constraint(batch.f("ck_membership_end_reason"), "check")
        for name in ("end_reason", "on_behalf_of", "appointed_by", "appointment_id"):
            batch.drop_column(name)
    with op.batch_alter_table("seat", recreate="always") as batch:
        batch.drop_column("closed_on")
    for columns in _PERSON_LISTED:
        op.drop_index(op.f(f"ix_person_{'_'.join(columns)}"), "person")
    _index("person", "sort_key", "id")
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.drop_constraint(batch.f("fk_person_merged_into_person"), "foreignkey")
        for column in _person_columns():
            batch.drop_column(column.name)
    with op.batch_alter_table("organisation", recreate="always") as batch:
        batch.drop_constraint(batch.f("fk_organisation_merged_into_organisation"), "foreignkey")
        for column in _organisation_columns():
            batch.drop_column(column.name)
    with op.batch_alter_table("committee", recreate="always") as batch:
        for column in _committee_columns():
            batch.drop_column(column.name)
    for table in NEW_TABLES:
        op.drop_table(table)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=True)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, json_type(), nullable=True)


def _fill(table: str, columns: tuple[sa.Column[Any], ...]) -> None:
    """Add columns to the rows there are: empty texts and lists, and no day or reference."""
    for column in columns:
        op.add_column(table, column)
        if isinstance(column.type, sa.Text):
            op.execute(f"UPDATE {table} SET {column.name} = ''")  # noqa: S608 - names of ours
        elif isinstance(column.type, sa.JSON):
            op.execute(f"UPDATE {table} SET {column.name} = '[]'")  # noqa: S608 - names of ours


def _require(batch: Any, columns: tuple[sa.Column[Any], ...]) -> None:
    """From now on no row is without its texts and lists."""
    for column in columns:
        if isinstance(column.type, sa.Text | sa.JSON):
            batch.alter_column(column.name, existing_type=column.type, nullable=False)


def _committee_columns() -> tuple[sa.Column[Any], ...]:
    return (
        _list("names"),
        _list("languages"),
        _text("address"),
        sa.Column("logo_id", GUID(), nullable=True),
        _text("funding"),
        _list("quotas"),
        _text("preset"),
        sa.Column("evidence_until", sa.Date(), nullable=True),
    )


def _organisation_columns() -> tuple[sa.Column[Any], ...]:
    return (
        _text("registration"),
        _list("contacts"),
        _list("languages"),
        sa.Column("active_until", sa.Date(), nullable=True),
        sa.Column("merged_into", GUID(), nullable=True),
    )


def _person_columns() -> tuple[sa.Column[Any], ...]:
    return (
        _text("form_of_address"),
        _list("contacts"),
        _list("languages"),
        _text("note"),
        sa.Column("merged_into", GUID(), nullable=True),
        sa.Column("erased_on", sa.Date(), nullable=True),
    )


def _upgrade_membership() -> None:
    _fill("membership", (_text("appointed_by"),))
    with op.batch_alter_table("membership", recreate="always") as batch:
        _require(batch, (_text("appointed_by"),))
        batch.add_column(sa.Column("end_reason", sa.String(ENUM_LENGTH), nullable=True))
        batch.add_column(sa.Column("on_behalf_of", GUID(), nullable=True))
        batch.add_column(sa.Column("appointment_id", GUID(), nullable=True))
        batch.create_check_constraint(
            batch.f("ck_membership_end_reason"), _one_of(END_REASONS, "end_reason")
        )
        batch.create_foreign_key(
            batch.f("fk_membership_on_behalf_of_organisation"),
            "organisation",
            ["on_behalf_of"],
            ["id"],
        )
        batch.create_foreign_key(
            batch.f("fk_membership_appointment_id_attachment"),
            "attachment",
            ["appointment_id"],
            ["id"],
        )


def _upgrade_agreement() -> None:
    with op.batch_alter_table("agreement", recreate="always") as batch:
        batch.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("decision_id", GUID(), nullable=True))
        batch.add_column(sa.Column("withdrawn_by", GUID(), nullable=True))
        batch.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        batch.create_foreign_key(
            batch.f("fk_agreement_withdrawn_by_organisation"),
            "organisation",
            ["withdrawn_by"],
            ["id"],
        )
        batch.drop_constraint(batch.f("ck_agreement_status"), "check")
        batch.create_check_constraint(batch.f("ck_agreement_status"), _one_of(NEW_STATUS))


def _one_of(values: tuple[str, ...], column: str = "status") -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


def _record_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
    )


def _own_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}")
    )


def _create(table: str, *parts: Any) -> None:
    op.create_table(
        table,
        *_own_columns(),
        *parts,
        *_record_columns(),
        _reference(table, "committee_id", "committee"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _create_attachment() -> None:
    _create(
        "attachment",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", UTC(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    _index("attachment", "committee_id")


def _create_agreement_version() -> None:
    _create(
        "agreement_version",
        sa.Column("agreement_id", GUID(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("articles", json_type(), nullable=False),
        sa.Column("whereas", json_type(), nullable=False),
        sa.Column("representatives", json_type(), nullable=False),
        sa.Column("costs", sa.Text(), nullable=False),
        sa.Column("data_protection", sa.Text(), nullable=False),
        sa.Column("legal_nature", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decision_id", GUID(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("scope", json_type(), nullable=False),
        _reference("agreement_version", "agreement_id", "agreement"),
        sa.UniqueConstraint(
            "agreement_id", "number", name=op.f("uq_agreement_version_agreement_id_number")
        ),
    )
    _index("agreement_version", "committee_id")


def _create_commitment() -> None:
    _create(
        "commitment",
        sa.Column("agreement_id", GUID(), nullable=False),
        sa.Column("organisation_id", GUID(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column(
            "recurrence",
            ENUM("once", "monthly", "quarterly", "yearly", name="recurrence"),
            nullable=False,
        ),
        sa.Column("status", ENUM("open", "kept", "dropped", name="status"), nullable=False),
        sa.Column("kept_on", json_type(), nullable=False),
        sa.Column("action_id", GUID(), nullable=True),
        _reference("commitment", "agreement_id", "agreement"),
        _reference("commitment", "organisation_id", "organisation"),
    )
    _index("commitment", "committee_id")
    _index("commitment", "agreement_id")
    _index("commitment", "due")


def _create_consent() -> None:
    _create(
        "consent",
        sa.Column("person_id", GUID(), nullable=False),
        sa.Column(
            "purpose",
            ENUM(
                "membership",
                "contact",
                "name_in_minutes",
                "name_in_public",
                "photo",
                "skills",
                name="purpose",
            ),
            nullable=False,
        ),
        sa.Column(
            "basis",
            ENUM(
                "consent",
                "explicit_consent",
                "legal_obligation",
                "public_task",
                "made_public",
                name="basis",
            ),
            nullable=False,
        ),
        sa.Column("text_version", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        _reference("consent", "person_id", "person"),
    )
    _index("consent", "committee_id")
    _index("consent", "person_id")


def _create_deletion() -> None:
    _create(
        "deletion",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column(
            "reason",
            ENUM("on_request", "retention_over", "consent_withdrawn", name="reason"),
            nullable=False,
        ),
        sa.Column("record_kind", sa.Text(), nullable=False),
        sa.Column("fields", json_type(), nullable=False),
    )
    _index("deletion", "committee_id")


def _create_skill() -> None:
    _create(
        "skill",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("direction", ENUM("offered", "sought", name="direction"), nullable=False),
        sa.Column("organisation_id", GUID(), nullable=True),
        sa.Column("person_id", GUID(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        _reference("skill", "organisation_id", "organisation"),
        _reference("skill", "person_id", "person"),
        sa.CheckConstraint(
            "(organisation_id IS NULL) <> (person_id IS NULL)", name=op.f("ck_skill_owner")
        ),
    )
    _index("skill", "committee_id")
    _index("skill", "organisation_id")
    _index("skill", "person_id")
