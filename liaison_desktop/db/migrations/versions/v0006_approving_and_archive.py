"""Minutes circulated, objected to and approved; what becomes of papers; who is trusted."""

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.migrations import columns
from liaison_desktop.db.types import GUID, UTC

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OLD_STATES = ("none", "draft", "final")
NEW_STATES = ("none", "draft", "circulated", "approved", "final")

NEW_TABLES = (
    "trust_anchor",
    "dispatch",
    "filing",
    "hand_signature",
    "refusal",
    "approval",
    "objection",
    "circulation",
)


def upgrade() -> None:
    """Add tables, two states of minutes, and an index for a committee's list of meetings."""
    columns.widen("meeting", (), ("minutes_state", NEW_STATES))
    columns.index("meeting", "committee_id", "sort_key", "id")
    _create_approving()
    _create_signing_otherwise()
    _create_handing_over()
    _create_trust()


def downgrade() -> None:
    """Take them away again."""
    for table in NEW_TABLES:
        op.drop_table(table)
    columns.drop_index("meeting", "committee_id", "sort_key", "id")
    columns.narrow("meeting", (), ("minutes_state", OLD_STATES))


def _create_approving() -> None:
    columns.create(
        "circulation",
        _id("meeting_id"),
        sa.Column("circulated_at", UTC(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        *columns.chosen("circulation", "medium", ("draft", "smtp", "by_hand")),
        _text("language"),
        sa.Column("addressees", columns.listed("addressees").type, nullable=False),
        _id("file_id"),
        _text("digest"),
        columns.pointing("circulation", "meeting_id", "meeting"),
        columns.pointing("circulation", "file_id", "attachment"),
    )
    columns.index("circulation", "committee_id")
    columns.index("circulation", "meeting_id")
    rulings = ("open", "accepted", "rejected", "withdrawn")
    columns.create(
        "objection",
        _id("meeting_id"),
        sa.Column("seat_id", GUID(), nullable=True),
        _text("name"),
        sa.Column("item_id", GUID(), nullable=True),
        _text("text"),
        sa.Column("raised_on", sa.Date(), nullable=False),
        *columns.chosen("objection", "ruling", rulings),
        _text("answer"),
        sa.Column("ruled_on", sa.Date(), nullable=True),
        columns.pointing("objection", "meeting_id", "meeting"),
        columns.pointing("objection", "seat_id", "seat"),
    )
    columns.index("objection", "committee_id")
    columns.index("objection", "meeting_id")
    columns.create(
        "approval",
        _id("meeting_id"),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("approved_in", GUID(), nullable=True),
        sa.Column("decision_id", GUID(), nullable=True),
        _text("words"),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        columns.pointing("approval", "meeting_id", "meeting"),
        columns.pointing("approval", "approved_in", "meeting"),
        columns.unique("approval", "meeting_id"),
    )
    columns.index("approval", "committee_id")


def _create_signing_otherwise() -> None:
    columns.create(
        "refusal",
        _id("paper_id"),
        _text("field"),
        _text("name"),
        _text("reason"),
        sa.Column("refused_on", sa.Date(), nullable=False),
        columns.pointing("refusal", "paper_id", "paper"),
        columns.unique("refusal", "paper_id", "field"),
    )
    columns.index("refusal", "committee_id")
    columns.create(
        "hand_signature",
        _id("paper_id"),
        _text("field"),
        _text("name"),
        sa.Column("signed_on", sa.Date(), nullable=False),
        _id("scan_id"),
        columns.pointing("hand_signature", "paper_id", "paper"),
        columns.pointing("hand_signature", "scan_id", "attachment"),
        columns.unique("hand_signature", "paper_id", "field"),
    )
    columns.index("hand_signature", "committee_id")


def _create_handing_over() -> None:
    columns.create(
        "filing",
        _id("paper_id"),
        _text("authority"),
        _text("number"),
        sa.Column("filed_on", sa.Date(), nullable=False),
        columns.pointing("filing", "paper_id", "paper"),
        columns.unique("filing", "paper_id", "authority", "number"),
    )
    columns.index("filing", "committee_id")
    columns.create(
        "dispatch",
        _id("paper_id"),
        *columns.chosen("dispatch", "edition", ("full", "public")),
        _text("name"),
        _text("address"),
        *columns.chosen("dispatch", "medium", ("draft", "smtp", "folder")),
        sa.Column("sent_at", UTC(), nullable=False),
        _text("sha256"),
        _text("slip_sha256"),
        sa.Column("received_on", sa.Date(), nullable=True),
        _text("receipt"),
        columns.pointing("dispatch", "paper_id", "paper"),
    )
    columns.index("dispatch", "committee_id")
    columns.index("dispatch", "paper_id")


def _create_trust() -> None:
    columns.create(
        "trust_anchor",
        _text("certificate"),
        _text("name"),
        _text("issuer"),
        _text("fingerprint"),
        *columns.chosen("trust_anchor", "purpose", ("signing", "time_stamps", "both")),
        _text("source"),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        columns.unique("trust_anchor", "committee_id", "fingerprint"),
    )


def _id(name: str) -> sa.Column[object]:
    return sa.Column(name, GUID(), nullable=False)


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False)
