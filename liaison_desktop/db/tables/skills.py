"""The skill map."""

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
from liaison_desktop.db.types import enum_type
from liaison_desktop.domain.skills import SkillDirection

skill = sa.Table(
    "skill",
    metadata,
    id_column(),
    committee_column(),
    text_column("name"),
    sa.Column("direction", enum_type(SkillDirection, "direction"), nullable=False),
    reference("organisation_id", "organisation", nullable=True),
    reference("person_id", "person", nullable=True),
    text_column("note"),
    *list_columns(),
    *record_columns(),
    sa.CheckConstraint("(organisation_id IS NULL) <> (person_id IS NULL)", name="owner"),
    sa.Index(None, "committee_id"),
    sa.Index(None, "organisation_id"),
    sa.Index(None, "person_id"),
)
