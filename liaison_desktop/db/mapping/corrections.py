"""Corrections of minutes, between row and record."""

from typing import Any

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.corrections import Correction, Passage


def correction_values(correction: Correction) -> Values:
    """The row of a correction with its passages."""
    return {
        "id": correction.id,
        "committee_id": correction.committee_id,
        "paper_id": correction.paper_id,
        "sha256": correction.sha256,
        "number": correction.number,
        "year": correction.year,
        "label": correction.label,
        "decided_on": correction.decided_on,
        "decided_in": correction.decided_in,
        "passages": [_passage_json(passage) for passage in correction.passages],
    }


def correction_of(row: Row) -> Correction:
    """The correction of a row."""
    return Correction(
        id=row.id,
        committee_id=row.committee_id,
        paper_id=row.paper_id,
        sha256=row.sha256,
        number=row.number,
        year=row.year,
        label=row.label,
        decided_on=row.decided_on,
        decided_in=row.decided_in,
        passages=tuple(_passage_of(stored) for stored in row.passages),
    )


def _passage_json(passage: Passage) -> dict[str, Any]:
    return {
        "item": passage.item_no,
        "was": passage.was,
        "now": passage.now,
        "reason": passage.reason,
    }


def _passage_of(stored: dict[str, Any]) -> Passage:
    return Passage(
        item_no=stored["item"], was=stored["was"], now=stored["now"], reason=stored["reason"]
    )
