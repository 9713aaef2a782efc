"""Agreements and their parties."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_columns,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import enum_type, json_type
from liaison_desktop.domain.agreements import AgreementStatus, Renewal

agreement = sa.Table(
    "agreement",
    metadata,
    id_column(),
    committee_column(),
    text_column("key"),
    text_column("kind"),
    text_column("title"),
    sa.Column("status", enum_type(AgreementStatus, "status"), nullable=False),
    sa.Column("signed_on", sa.Date()),
    sa.Column("duration_months", sa.Integer()),
    sa.Column("renewal", enum_type(Renewal, "renewal"), nullable=False),
    sa.Column("renewal_months", sa.Integer()),
    sa.Column("notice_days", sa.Integer()),
    sa.Column("articles", json_type(), nullable=False),
    *list_columns(),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "key"),
    sa.Index(None, "sort_key", "id"),
)

agreement_party = sa.Table(
    "agreement_party",
    metadata,
    reference("agreement_id", "agreement", key=True),
    sa.Column("position", sa.Integer(), primary_key=True),
    committee_column(),
    reference("organisation_id", "organisation"),
    text_column("name"),
)
