"""Agreements, their parties, the versions of their text and the commitments in them.

Decisions and actions are referred to without a foreign key: the rows of a meeting's parts are
written anew with the meeting.
"""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_column,
    list_columns,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import GUID, enum_type, json_type
from liaison_desktop.domain.agreement_texts import CommitmentStatus, Recurrence
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
    sa.Column("starts_on", sa.Date()),
    sa.Column("decision_id", GUID()),
    reference("withdrawn_by", "organisation", nullable=True),
    sa.Column("ended_on", sa.Date()),
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
    sa.Column("left_on", sa.Date()),
)

agreement_version = sa.Table(
    "agreement_version",
    metadata,
    id_column(),
    committee_column(),
    reference("agreement_id", "agreement"),
    sa.Column("number", sa.Integer(), nullable=False),
    text_column("language"),
    sa.Column("articles", json_type(), nullable=False),
    sa.Column("whereas", json_type(), nullable=False),
    sa.Column("representatives", json_type(), nullable=False),
    text_column("costs"),
    text_column("data_protection"),
    text_column("legal_nature"),
    text_column("place"),
    text_column("reason"),
    sa.Column("decision_id", GUID()),
    sa.Column("agreed_on", sa.Date()),
    list_column("scope"),
    *record_columns(),
    sa.UniqueConstraint("agreement_id", "number"),
    sa.Index(None, "committee_id"),
)

commitment = sa.Table(
    "commitment",
    metadata,
    id_column(),
    committee_column(),
    reference("agreement_id", "agreement"),
    reference("organisation_id", "organisation", nullable=True),
    text_column("text"),
    sa.Column("due", sa.Date()),
    sa.Column("recurrence", enum_type(Recurrence, "recurrence"), nullable=False),
    sa.Column("status", enum_type(CommitmentStatus, "status"), nullable=False),
    sa.Column("kept_on", json_type(), nullable=False),
    sa.Column("action_id", GUID()),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "agreement_id"),
    sa.Index(None, "due"),
)
