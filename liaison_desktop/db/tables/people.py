"""Organisations, people, seats and who fills them."""

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
from liaison_desktop.db.types import enum_type
from liaison_desktop.domain.people import Constituency, Gender
from liaison_desktop.domain.seats import Capacity, EndReason, Role

organisation = sa.Table(
    "organisation",
    metadata,
    id_column(),
    committee_column(),
    text_column("key"),
    text_column("name"),
    sa.Column("native_language", sa.Text()),
    sa.Column("native_name", sa.Text()),
    sa.Column("constituency", enum_type(Constituency, "constituency"), nullable=False),
    text_column("registration"),
    list_column("contacts"),
    list_column("languages"),
    sa.Column("active_until", sa.Date()),
    reference("merged_into", "organisation", nullable=True),
    *list_columns(),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "key"),
    sa.Index(None, "sort_key", "id"),
)

person = sa.Table(
    "person",
    metadata,
    id_column(),
    committee_column(),
    text_column("key"),
    text_column("given_name"),
    text_column("family_name"),
    sa.Column("gender", enum_type(Gender, "gender")),
    sa.Column("age_range", sa.Text()),
    text_column("email"),
    sa.Column("native_language", sa.Text()),
    sa.Column("native_name", sa.Text()),
    text_column("form_of_address"),
    list_column("contacts"),
    list_column("languages"),
    text_column("note"),
    reference("merged_into", "person", nullable=True),
    sa.Column("erased_on", sa.Date()),
    *list_columns(),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "key"),
    # Whoever looks for somebody reads one of these alone, in the order of the list.
    sa.Index(None, "sort_key", "id", "merged_into", "folded"),
    sa.Index(None, "committee_id", "sort_key", "id", "merged_into", "folded"),
)

seat = sa.Table(
    "seat",
    metadata,
    id_column(),
    committee_column(),
    text_column("key"),
    sa.Column("constituency", enum_type(Constituency, "constituency"), nullable=False),
    reference("organisation_id", "organisation", nullable=True),
    sa.Column("voting", sa.Boolean(), nullable=False),
    sa.Column("closed_on", sa.Date()),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "key"),
    sa.Index(None, "organisation_id"),
)

membership = sa.Table(
    "membership",
    metadata,
    id_column(),
    committee_column(),
    reference("seat_id", "seat"),
    reference("person_id", "person"),
    sa.Column("capacity", enum_type(Capacity, "capacity"), nullable=False),
    sa.Column("role", enum_type(Role, "role"), nullable=False),
    sa.Column("start", sa.Date()),
    sa.Column("end", sa.Date()),
    sa.Column("end_reason", enum_type(EndReason, "end_reason")),
    reference("on_behalf_of", "organisation", nullable=True),
    text_column("appointed_by"),
    reference("appointment_id", "attachment", nullable=True),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "person_id"),
    sa.Index(None, "seat_id"),
)
