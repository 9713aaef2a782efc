"""What becomes of papers beside electronic signatures, and whose certificates are trusted."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import UTC, enum_type
from liaison_desktop.domain.archive import DispatchMedium
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.trust_anchors import AnchorPurpose

refusal = sa.Table(
    "refusal",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    text_column("field"),
    text_column("name"),
    text_column("reason"),
    sa.Column("refused_on", sa.Date(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("paper_id", "field"),
    sa.Index(None, "committee_id"),
)

hand_signature = sa.Table(
    "hand_signature",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    text_column("field"),
    text_column("name"),
    sa.Column("signed_on", sa.Date(), nullable=False),
    reference("scan_id", "attachment"),
    *record_columns(),
    sa.UniqueConstraint("paper_id", "field"),
    sa.Index(None, "committee_id"),
)

filing = sa.Table(
    "filing",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    text_column("authority"),
    text_column("number"),
    sa.Column("filed_on", sa.Date(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("paper_id", "authority", "number"),
    sa.Index(None, "committee_id"),
)

dispatch = sa.Table(
    "dispatch",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    sa.Column("edition", enum_type(Edition, "edition"), nullable=False),
    text_column("name"),
    text_column("address"),
    sa.Column("medium", enum_type(DispatchMedium, "medium"), nullable=False),
    sa.Column("sent_at", UTC(), nullable=False),
    text_column("sha256"),
    text_column("slip_sha256"),
    sa.Column("received_on", sa.Date()),
    text_column("receipt"),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "paper_id"),
)

trust_anchor = sa.Table(
    "trust_anchor",
    metadata,
    id_column(),
    committee_column(),
    text_column("certificate"),
    text_column("name"),
    text_column("issuer"),
    text_column("fingerprint"),
    sa.Column("purpose", enum_type(AnchorPurpose, "purpose"), nullable=False),
    text_column("source"),
    sa.Column("valid_until", sa.Date(), nullable=False),
    sa.Column("added_on", sa.Date(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "fingerprint"),
)
