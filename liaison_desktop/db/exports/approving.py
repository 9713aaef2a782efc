"""The life of minutes and papers beside their text, as it is exported: no addresses."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.exports.table import ExportColumn, ExportTable, columns_of
from liaison_desktop.db.tables import (
    approval,
    circulation,
    dispatch,
    filing,
    meeting,
    objection,
    refusal,
)
from liaison_desktop.db.types import array_length
from liaison_desktop.domain.minutes import Ruling


def approvals() -> ExportTable:
    """One row for each meeting whose minutes were circulated or approved."""
    known = sa.union(
        sa.select(circulation.c.meeting_id), sa.select(approval.c.meeting_id)
    ).subquery("known")
    source = meeting.join(known, known.c.meeting_id == meeting.c.id).outerjoin(
        approval, approval.c.meeting_id == meeting.c.id
    )
    return ExportTable(
        name="approvals",
        source=source,
        committee=meeting.c.committee_id,
        order=(meeting.c.sort_key, meeting.c.id),
        described=(
            ExportColumn("committee_id", meeting.c.committee_id),
            ExportColumn("meeting_id", meeting.c.id),
            ExportColumn("circulations", _circulated(sa.func.count())),
            ExportColumn("drafts_sent", _circulated(_drafts_sent())),
            ExportColumn("circulated_at", _circulated(sa.func.max(circulation.c.circulated_at))),
            ExportColumn("objections_until", _circulated(sa.func.max(circulation.c.until))),
            *(ExportColumn(f"objections_{ruling.value}", _objections(ruling)) for ruling in Ruling),
            *columns_of(
                approval, "approved_on", "approved_in", "decision_id", "words", "corrected"
            ),
        ),
    )


def refusals() -> ExportTable:
    """One row for each signature that was refused."""
    return ExportTable(
        name="refusals",
        source=refusal,
        committee=refusal.c.committee_id,
        order=(refusal.c.refused_on, refusal.c.id),
        described=columns_of(
            refusal,
            "id",
            "committee_id",
            "paper_id",
            "field",
            "name",
            "reason",
            "refused_on",
            personal=frozenset({"name", "reason"}),
        ),
    )


def filings() -> ExportTable:
    """One row for each number that an authority gave a paper in its own register."""
    return ExportTable(
        name="filings",
        source=filing,
        committee=filing.c.committee_id,
        order=(filing.c.filed_on, filing.c.id),
        described=columns_of(
            filing, "id", "committee_id", "paper_id", "authority", "number", "filed_on"
        ),
    )


def dispatches() -> ExportTable:
    """One row for each recipient to whom a paper was handed."""
    return ExportTable(
        name="dispatches",
        source=dispatch,
        committee=dispatch.c.committee_id,
        order=(dispatch.c.sent_at, dispatch.c.id),
        described=columns_of(
            dispatch,
            "id",
            "committee_id",
            "paper_id",
            "edition",
            "name",
            "medium",
            "sent_at",
            "sha256",
            "slip_sha256",
            "received_on",
            "receipt",
            personal=frozenset({"name", "receipt"}),
        ),
    )


def _circulated(told: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """What is told of all drafts of a meeting together."""
    query = sa.select(told).where(circulation.c.meeting_id == meeting.c.id)
    return query.correlate(meeting).scalar_subquery()


def _drafts_sent() -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(array_length(circulation.c.addressees)), 0)


def _objections(ruling: Ruling) -> sa.ColumnElement[Any]:
    query = sa.select(sa.func.count()).where(
        objection.c.meeting_id == meeting.c.id, objection.c.ruling == ruling
    )
    return query.correlate(meeting).scalar_subquery()
