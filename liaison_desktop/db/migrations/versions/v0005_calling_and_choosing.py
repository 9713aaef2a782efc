"""Letters and replies, templates and text modules; elections, amendments, meetings in writing."""

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.migrations import columns
from liaison_desktop.db.types import GUID, UTC

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OLD_MODES = ("in_person", "online", "hybrid")
NEW_MODES = (*OLD_MODES, "written")
MEETING_KINDS = ("ordinary", "extraordinary", "constitutive")

NEW_TABLES = ("text_module", "meeting_template", "reply", "letter")


def upgrade() -> None:
    """Add tables and columns."""
    columns.widen("meeting", (columns.number("sequence"),), ("mode", NEW_MODES))
    columns.widen("agenda_item", _item_columns())
    columns.widen("decision", _decision_columns())
    columns.index("decision", "supersedes_id")
    _create_calling()
    _create_templates()


def downgrade() -> None:
    """Take them away again."""
    for table in NEW_TABLES:
        op.drop_table(table)
    columns.drop_index("decision", "supersedes_id")
    columns.narrow("decision", _decision_columns())
    columns.narrow("agenda_item", _item_columns())
    columns.narrow("meeting", (columns.number("sequence"),), ("mode", OLD_MODES))


def _item_columns() -> tuple[sa.Column[object], ...]:
    return (sa.Column("started", sa.Time(), nullable=True),)


def _decision_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("amends_id", GUID(), nullable=True),
        sa.Column("supersedes_id", GUID(), nullable=True),
        columns.text("supersedes_number"),
        columns.listed("candidates"),
        columns.number("places", empty=1),
        columns.flag("most_votes_suffice"),
    )


def _create_calling() -> None:
    columns.create(
        "letter",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=True),
        *columns.chosen("letter", "purpose", ("request", "update", "cancel")),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        *columns.chosen("letter", "medium", ("draft", "smtp")),
        sa.Column("sent_at", UTC(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("paper_digest", sa.Text(), nullable=False),
        columns.pointing("letter", "meeting_id", "meeting"),
        columns.pointing("letter", "seat_id", "seat"),
    )
    columns.index("letter", "committee_id")
    columns.index("letter", "meeting_id")
    answers = ("accepted", "declined", "tentative", "delegated")
    columns.create(
        "reply",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("seat_id", GUID(), nullable=False),
        *columns.chosen("reply", "answer", answers),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("answered_at", UTC(), nullable=False),
        *columns.chosen("reply", "source", ("by_hand", "icalendar")),
        sa.Column("comment", sa.Text(), nullable=False),
        columns.pointing("reply", "meeting_id", "meeting"),
        columns.pointing("reply", "seat_id", "seat"),
        columns.unique("reply", "meeting_id", "seat_id"),
    )
    columns.index("reply", "committee_id")


def _create_templates() -> None:
    columns.create(
        "meeting_template",
        sa.Column("name", sa.Text(), nullable=False),
        *columns.chosen("meeting_template", "kind", MEETING_KINDS),
        *columns.chosen("meeting_template", "mode", NEW_MODES),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("items", columns.listed("items").type, nullable=False),
        columns.unique("meeting_template", "committee_id", "name"),
    )
    columns.create(
        "text_module",
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        columns.unique("text_module", "committee_id", "language", "name"),
    )
