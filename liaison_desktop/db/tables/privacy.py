"""Why personal data are kept, and that they were erased."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import enum_type, json_type
from liaison_desktop.domain.privacy import DeletionReason, LegalBasis, Purpose

consent = sa.Table(
    "consent",
    metadata,
    id_column(),
    committee_column(),
    reference("person_id", "person"),
    sa.Column("purpose", enum_type(Purpose, "purpose"), nullable=False),
    sa.Column("basis", enum_type(LegalBasis, "basis"), nullable=False),
    text_column("text_version"),
    sa.Column("given_on", sa.Date(), nullable=False),
    sa.Column("withdrawn_on", sa.Date()),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "person_id"),
)

deletion = sa.Table(
    "deletion",
    metadata,
    id_column(),
    committee_column(),
    sa.Column("on", sa.Date(), nullable=False),
    sa.Column("reason", enum_type(DeletionReason, "reason"), nullable=False),
    text_column("record_kind"),
    sa.Column("fields", json_type(), nullable=False),
    *record_columns(),
    sa.Index(None, "committee_id"),
)
