"""The tables of the first release."""

from functools import partial

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.types import ENUM_LENGTH, GUID, UTC, json_type, sort_text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ENUM = partial(sa.Enum, native_enum=False, create_constraint=True, length=ENUM_LENGTH)

TABLES = (
    "audit_entry",
    "committee",
    "store",
    "agreement",
    "organisation",
    "person",
    "rules_version",
    "agreement_party",
    "seat",
    "meeting",
    "membership",
    "agenda_item",
    "attendee",
    "guest",
    "paper",
    "action",
    "decision",
    "paper_file",
    "presence_interval",
    "vote",
)


def upgrade() -> None:
    """Create every table."""
    _create_audit_entry()
    _create_committee()
    _create_store()
    _create_agreement()
    _create_organisation()
    _create_person()
    _create_rules_version()
    _create_agreement_party()
    _create_seat()
    _create_meeting()
    _create_membership()
    _create_agenda_item()
    _create_attendee()
    _create_guest()
    _create_paper()
    _create_action()
    _create_decision()
    _create_paper_file()
    _create_presence_interval()
    _create_vote()


def downgrade() -> None:
    """Drop every table, those that point to others first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity_id", GUID(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("committee_id", "sequence", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_entity_id"), "audit_entry", ["entity_id"], unique=False)


def _create_committee() -> None:
    op.create_table(
        "committee",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("seat_count", sa.Integer(), nullable=False),
        sa.Column("established_on", sa.Date(), nullable=True),
        sa.Column("term_start", sa.Date(), nullable=True),
        sa.Column("term_end", sa.Date(), nullable=True),
        sa.Column("minutes_pattern", sa.Text(), nullable=False),
        sa.Column("decision_pattern", sa.Text(), nullable=False),
        sa.Column("action_pattern", sa.Text(), nullable=False),
        sa.Column("register_prefix", sa.Text(), nullable=False),
        sa.Column("register_next", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee")),
        sa.UniqueConstraint("key", name=op.f("uq_committee_key")),
    )


def _create_store() -> None:
    op.create_table(
        "store",
        sa.Column("origin", GUID(), nullable=False),
        sa.Column("created_at", UTC(), nullable=False),
        sa.PrimaryKeyConstraint("origin", name=op.f("pk_store")),
    )


def _create_agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "status",
            ENUM("draft", "approved", "signed", "in_force", "expired", "withdrawn", name="status"),
            nullable=False,
        ),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("duration_months", sa.Integer(), nullable=True),
        sa.Column("renewal", ENUM("none", "express", "tacit", name="renewal"), nullable=False),
        sa.Column("renewal_months", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("articles", json_type(), nullable=False),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_agreement_committee_id_committee")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_agreement_committee_id_key")),
    )
    op.create_index(op.f("ix_agreement_sort_key_id"), "agreement", ["sort_key", "id"], unique=False)


def _create_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("native_language", sa.Text(), nullable=True),
        sa.Column("native_name", sa.Text(), nullable=True),
        sa.Column(
            "constituency",
            ENUM(
                "LOCAL_AUTHORITY",
                "CSO",
                "MIGRANT_ASSOCIATION",
                "MUSLIM_COMMUNITY",
                "COMMUNITY_LEADER",
                "SECRETARIAT",
                name="constituency",
            ),
            nullable=False,
        ),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_organisation_committee_id_committee")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_organisation_committee_id_key")),
    )
    op.create_index(
        op.f("ix_organisation_sort_key_id"), "organisation", ["sort_key", "id"], unique=False
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("gender", ENUM("F", "M", "X", name="gender"), nullable=True),
        sa.Column("age_range", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("native_language", sa.Text(), nullable=True),
        sa.Column("native_name", sa.Text(), nullable=True),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_person_committee_id_committee")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_person_committee_id_key")),
    )
    op.create_index(op.f("ix_person_sort_key_id"), "person", ["sort_key", "id"], unique=False)


def _create_rules_version() -> None:
    op.create_table(
        "rules_version",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("rules", json_type(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_rules_version_committee_id_committee")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rules_version")),
        sa.UniqueConstraint(
            "committee_id", "valid_from", name=op.f("uq_rules_version_committee_id_valid_from")
        ),
    )


def _create_agreement_party() -> None:
    op.create_table(
        "agreement_party",
        sa.Column("agreement_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("organisation_id", GUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"],
            ["committee.id"],
            name=op.f("fk_agreement_party_committee_id_committee"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_agreement_party_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("agreement_id", "position", name=op.f("pk_agreement_party")),
    )


def _create_seat() -> None:
    op.create_table(
        "seat",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column(
            "constituency",
            ENUM(
                "LOCAL_AUTHORITY",
                "CSO",
                "MIGRANT_ASSOCIATION",
                "MUSLIM_COMMUNITY",
                "COMMUNITY_LEADER",
                "SECRETARIAT",
                name="constituency",
            ),
            nullable=False,
        ),
        sa.Column("organisation_id", GUID(), nullable=True),
        sa.Column("voting", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_seat_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_seat_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_seat_committee_id_key")),
    )
    op.create_index(op.f("ix_seat_organisation_id"), "seat", ["organisation_id"], unique=False)


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("committee_name", sa.Text(), nullable=False),
        sa.Column("committee_city", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("seat_count", sa.Integer(), nullable=False),
        sa.Column("rules", json_type(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column(
            "kind", ENUM("ordinary", "extraordinary", "constitutive", name="kind"), nullable=False
        ),
        sa.Column("call", ENUM("first", "second", name="call"), nullable=False),
        sa.Column("mode", ENUM("in_person", "online", "hybrid", name="mode"), nullable=False),
        sa.Column("state", ENUM("planned", "convened", "held", name="state"), nullable=False),
        sa.Column(
            "minutes_state", ENUM("none", "draft", "final", name="minutes_state"), nullable=False
        ),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("opened", sa.Time(), nullable=True),
        sa.Column("closed", sa.Time(), nullable=True),
        sa.Column("convocation_sent_on", sa.Date(), nullable=True),
        sa.Column("convocation_reference", sa.Text(), nullable=False),
        sa.Column("convocation_medium", sa.Text(), nullable=False),
        sa.Column("chair_seat_id", GUID(), nullable=True),
        sa.Column("secretary_seat_id", GUID(), nullable=True),
        sa.Column("quorum_text", sa.Text(), nullable=False),
        sa.Column("closing_text", sa.Text(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_time", sa.Time(), nullable=True),
        sa.Column("next_place", sa.Text(), nullable=False),
        sa.Column("annexes", json_type(), nullable=False),
        sa.Column("summaries", json_type(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chair_seat_id"], ["seat.id"], name=op.f("fk_meeting_chair_seat_id_seat")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_meeting_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["secretary_seat_id"], ["seat.id"], name=op.f("fk_meeting_secretary_seat_id_seat")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_meeting_committee_id_key")),
        sa.UniqueConstraint(
            "committee_id", "year", "number", name=op.f("uq_meeting_committee_id_year_number")
        ),
    )
    op.create_index(op.f("ix_meeting_sort_key_id"), "meeting", ["sort_key", "id"], unique=False)


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=False),
        sa.Column("person_id", GUID(), nullable=False),
        sa.Column("capacity", ENUM("holder", "substitute", name="capacity"), nullable=False),
        sa.Column(
            "role", ENUM("chair", "vice_chair", "secretary", "member", name="role"), nullable=False
        ),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_membership_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_membership_person_id_person")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_membership_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(
        op.f("ix_membership_committee_id"), "membership", ["committee_id"], unique=False
    )
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_index(op.f("ix_membership_seat_id"), "membership", ["seat_id"], unique=False)


def _create_agenda_item() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            ENUM("information", "discussion", "decision", "election", name="kind"),
            nullable=False,
        ),
        sa.Column("discussion", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_agenda_item_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "no", name=op.f("uq_agenda_item_meeting_id_no")),
    )


def _create_attendee() -> None:
    op.create_table(
        "attendee",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seat_key", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("native_language", sa.Text(), nullable=True),
        sa.Column("native_name", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column(
            "constituency",
            ENUM(
                "LOCAL_AUTHORITY",
                "CSO",
                "MIGRANT_ASSOCIATION",
                "MUSLIM_COMMUNITY",
                "COMMUNITY_LEADER",
                "SECRETARIAT",
                name="constituency",
            ),
            nullable=False,
        ),
        sa.Column(
            "role", ENUM("chair", "vice_chair", "secretary", "member", name="role"), nullable=False
        ),
        sa.Column("voting", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            ENUM("present", "substituted", "excused", "absent", name="status"),
            nullable=False,
        ),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_attendee_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendee_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_attendee_seat_id_seat")),
        sa.PrimaryKeyConstraint("meeting_id", "seat_id", name=op.f("pk_attendee")),
    )


def _create_guest() -> None:
    op.create_table(
        "guest",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_guest_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_guest_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_guest")),
    )


def _create_paper() -> None:
    op.create_table(
        "paper",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("kind", ENUM("minutes", name="kind"), nullable=False),
        sa.Column("edition", ENUM("full", "public", name="edition"), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("register_number", sa.Text(), nullable=False),
        sa.Column("register_position", sa.Integer(), nullable=False),
        sa.Column("fields", json_type(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_paper_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_paper_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint(
            "committee_id",
            "meeting_id",
            "kind",
            "edition",
            "language",
            name=op.f("uq_paper_committee_id_meeting_id_kind_edition_language"),
        ),
        sa.UniqueConstraint(
            "committee_id", "register_number", name=op.f("uq_paper_committee_id_register_number")
        ),
        sa.UniqueConstraint(
            "committee_id",
            "register_position",
            name=op.f("uq_paper_committee_id_register_position"),
        ),
    )
    op.create_index(op.f("ix_paper_meeting_id"), "paper", ["meeting_id"], unique=False)


def _create_action() -> None:
    op.create_table(
        "action",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("item_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("status", ENUM("open", "done", "dropped", name="status"), nullable=False),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_action_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_action_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_action_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_action_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_item_id"), "action", ["item_id"], unique=False)
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_action_sort_key_id"), "action", ["sort_key", "id"], unique=False)


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("item_id", GUID(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column(
            "method",
            ENUM(
                "show_of_hands", "roll_call", "secret", "consensus", "noted", "none", name="method"
            ),
            nullable=False,
        ),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("against", sa.Integer(), nullable=True),
        sa.Column("abstained", sa.Integer(), nullable=True),
        sa.Column("recused", sa.Integer(), nullable=True),
        sa.Column(
            "declared_outcome",
            ENUM(
                "adopted",
                "rejected",
                "not_quorate",
                "adjourned",
                "noted",
                "none",
                name="declared_outcome",
            ),
            nullable=True,
        ),
        sa.Column(
            "outcome",
            ENUM(
                "adopted", "rejected", "not_quorate", "adjourned", "noted", "none", name="outcome"
            ),
            nullable=False,
        ),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_decision_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_decision_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("item_id", name=op.f("uq_decision_item_id")),
    )
    op.create_index(op.f("ix_decision_meeting_id"), "decision", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_decision_sort_key_id"), "decision", ["sort_key", "id"], unique=False)


def _create_paper_file() -> None:
    op.create_table(
        "paper_file",
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("paper_id", GUID(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", UTC(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_paper_file_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["paper.id"], name=op.f("fk_paper_file_paper_id_paper")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_file")),
        sa.UniqueConstraint("paper_id", "sequence", name=op.f("uq_paper_file_paper_id_sequence")),
    )
    op.create_index(op.f("ix_paper_file_sha256"), "paper_file", ["sha256"], unique=False)


def _create_presence_interval() -> None:
    op.create_table(
        "presence_interval",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("arrived", sa.Time(), nullable=True),
        sa.Column("first_item", sa.Integer(), nullable=True),
        sa.Column("left", sa.Time(), nullable=True),
        sa.Column("last_item", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id"],
            ["committee.id"],
            name=op.f("fk_presence_interval_committee_id_committee"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "seat_id"],
            ["attendee.meeting_id", "attendee.seat_id"],
            name=op.f("fk_presence_interval_meeting_id_seat_id_attendee"),
        ),
        sa.PrimaryKeyConstraint(
            "meeting_id", "seat_id", "position", name=op.f("pk_presence_interval")
        ),
    )


def _create_vote() -> None:
    op.create_table(
        "vote",
        sa.Column("decision_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "choice", ENUM("for", "against", "abstained", "recused", name="choice"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name=op.f("fk_vote_committee_id_committee")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_vote_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_vote_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_vote_seat_id_seat")),
        sa.PrimaryKeyConstraint("decision_id", "seat_id", name=op.f("pk_vote")),
    )
    op.create_index(op.f("ix_vote_meeting_id"), "vote", ["meeting_id"], unique=False)
