"""Meetings and who was there."""

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
from liaison_desktop.db.types import GUID, enum_type, json_type
from liaison_desktop.domain.meetings import (
    Call,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
)
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import AttendanceStatus

meeting = sa.Table(
    "meeting",
    metadata,
    id_column(),
    committee_column(),
    text_column("key"),
    text_column("committee_name"),
    text_column("committee_city"),
    text_column("language"),
    sa.Column("seat_count", sa.Integer(), nullable=False),
    sa.Column("rules", json_type(), nullable=False),
    sa.Column("number", sa.Integer()),
    sa.Column("year", sa.Integer(), nullable=False),
    text_column("label"),
    sa.Column("kind", enum_type(MeetingKind, "kind"), nullable=False),
    sa.Column("call", enum_type(Call, "call"), nullable=False),
    sa.Column("mode", enum_type(MeetingMode, "mode"), nullable=False),
    sa.Column("state", enum_type(MeetingState, "state"), nullable=False),
    sa.Column("minutes_state", enum_type(MinutesState, "minutes_state"), nullable=False),
    text_column("place"),
    sa.Column("date", sa.Date(), nullable=False),
    sa.Column("opened", sa.Time()),
    sa.Column("closed", sa.Time()),
    sa.Column("convocation_sent_on", sa.Date()),
    text_column("convocation_reference"),
    text_column("convocation_medium"),
    reference("chair_seat_id", "seat", nullable=True),
    reference("secretary_seat_id", "seat", nullable=True),
    text_column("quorum_text"),
    text_column("closing_text"),
    sa.Column("next_date", sa.Date()),
    sa.Column("next_time", sa.Time()),
    text_column("next_place"),
    sa.Column("annexes", json_type(), nullable=False),
    sa.Column("summaries", json_type(), nullable=False),
    text_column("notice"),
    sa.Column("starts", sa.Time()),
    sa.Column("ends", sa.Time()),
    text_column("link"),
    sa.Column("breaks", json_type(), nullable=False),
    sa.Column("chair_turns", json_type(), nullable=False),
    sa.Column("sequence", sa.Integer(), nullable=False),
    *list_columns(),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "key"),
    sa.UniqueConstraint("committee_id", "year", "number"),
    sa.Index(None, "sort_key", "id"),
    sa.Index(None, "committee_id", "sort_key", "id"),
)

attendee = sa.Table(
    "attendee",
    metadata,
    reference("meeting_id", "meeting", key=True),
    reference("seat_id", "seat", key=True),
    committee_column(),
    sa.Column("position", sa.Integer(), nullable=False),
    text_column("seat_key"),
    text_column("given_name"),
    text_column("family_name"),
    sa.Column("native_language", sa.Text()),
    sa.Column("native_name", sa.Text()),
    text_column("organisation"),
    sa.Column("constituency", enum_type(Constituency, "constituency"), nullable=False),
    sa.Column("role", enum_type(Role, "role"), nullable=False),
    sa.Column("voting", sa.Boolean(), nullable=False),
    sa.Column("status", enum_type(AttendanceStatus, "status"), nullable=False),
    text_column("substitute"),
    text_column("note"),
    sa.Column("remote", sa.Boolean(), nullable=False),
)

presence_interval = sa.Table(
    "presence_interval",
    metadata,
    sa.Column("meeting_id", GUID(), primary_key=True),
    sa.Column("seat_id", GUID(), primary_key=True),
    sa.Column("position", sa.Integer(), primary_key=True),
    committee_column(),
    sa.Column("arrived", sa.Time()),
    sa.Column("first_item", sa.Integer()),
    sa.Column("left", sa.Time()),
    sa.Column("last_item", sa.Integer()),
    sa.ForeignKeyConstraint(["meeting_id", "seat_id"], ["attendee.meeting_id", "attendee.seat_id"]),
)

guest = sa.Table(
    "guest",
    metadata,
    reference("meeting_id", "meeting", key=True),
    sa.Column("position", sa.Integer(), primary_key=True),
    committee_column(),
    text_column("name"),
    text_column("organisation"),
    text_column("reason"),
)
