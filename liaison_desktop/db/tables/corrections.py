"""Corrections of final minutes; the table only grows: triggers refuse to change or delete a row."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import json_type

correction = sa.Table(
    "correction",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    text_column("sha256"),
    sa.Column("number", sa.Integer(), nullable=False),
    sa.Column("year", sa.Integer(), nullable=False),
    text_column("label"),
    sa.Column("decided_on", sa.Date(), nullable=False),
    text_column("decided_in"),
    sa.Column("passages", json_type(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "year", "number"),
    sa.Index(None, "paper_id"),
)
