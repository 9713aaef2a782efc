"""Committees and the versions of their rules."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_column,
    metadata,
    record_columns,
    text_column,
)
from liaison_desktop.db.types import GUID, json_type

committee = sa.Table(
    "committee",
    metadata,
    id_column(),
    sa.Column("key", sa.Text(), nullable=False, unique=True),
    text_column("name"),
    text_column("abbreviation"),
    text_column("city"),
    text_column("country"),
    text_column("language"),
    sa.Column("seat_count", sa.Integer(), nullable=False),
    sa.Column("established_on", sa.Date()),
    sa.Column("term_start", sa.Date()),
    sa.Column("term_end", sa.Date()),
    text_column("minutes_pattern"),
    text_column("decision_pattern"),
    text_column("action_pattern"),
    text_column("register_prefix"),
    sa.Column("register_next", sa.Integer(), nullable=False),
    text_column("notice"),
    text_column("correction_pattern"),
    list_column("names"),
    list_column("languages"),
    text_column("address"),
    # An attachment points to its committee, so the other way round the reference is not enforced.
    sa.Column("logo_id", GUID()),
    text_column("funding"),
    list_column("quotas"),
    text_column("preset"),
    sa.Column("evidence_until", sa.Date()),
    *record_columns(),
)

rules_version = sa.Table(
    "rules_version",
    metadata,
    id_column(),
    committee_column(),
    sa.Column("valid_from", sa.Date(), nullable=False),
    sa.Column("rules", json_type(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "valid_from"),
)
