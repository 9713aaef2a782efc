"""Corrections of final minutes: the signed paper stays as it is, a numbered note goes with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that was wrong, and how it is to be read.

    Attributes:
        item_no: number of the agenda item it stands under; ``None`` = elsewhere in the minutes.
    """

    item_no: int | None
    was: str
    now: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is corrected in final minutes, and who decided so. Never rewritten.

    Attributes:
        paper_id: the minutes in the register that it corrects.
        sha256: of the minutes' file that counted when the correction was made, in hexadecimal.
        number, year: in the committee's yearly series of corrections; the year is the decision's.
        label: the number as printed.
        decided_on, decided_in: when, and in which meeting or by which resolution.
    """

    id: UUID
    committee_id: UUID
    paper_id: UUID
    sha256: str
    number: int
    year: int
    label: str
    decided_on: date
    decided_in: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """A correction with a paper that tells of it; each language has its own."""

    correction: Correction
    paper: Paper


def correction_notes(
    corrections: Iterable[Correction], papers: Iterable[Paper]
) -> tuple[CorrectionNote, ...]:
    """The papers that tell of corrections, in their own order."""
    by_id = {correction.id: correction for correction in corrections}
    return tuple(
        CorrectionNote(correction=by_id[paper.correction_id], paper=paper)
        for paper in papers
        if paper.correction_id in by_id
    )


def require_decided(meeting: Meeting, decided_on: date, decided_in: str, today: date) -> None:
    """Make sure that a correction of a meeting's minutes can have been decided like this.

    Raises:
        UserError: ``correction_before_meeting``, ``correction_in_future``,
            ``correction_decision_missing``.
    """
    if decided_on < meeting.date:
        raise UserError("correction_before_meeting", decided=decided_on, held=meeting.date)
    if decided_on > today:
        raise UserError("correction_in_future", decided=decided_on)
    if not decided_in.strip():
        raise UserError("correction_decision_missing")


def require_passages(meeting: Meeting, passages: Iterable[Passage]) -> None:
    """Make sure that passages say what in a meeting's minutes is to be read how.

    Raises:
        UserError: ``passages_missing``, ``passage_incomplete``, ``passage_unchanged``,
            ``passage_item_unknown``; ``passage`` counts from 1.
    """
    place = 0
    on_the_agenda = {item.no for item in meeting.items}
    for place, passage in enumerate(passages, start=1):
        if not passage.was.strip() or not passage.now.strip():
            raise UserError("passage_incomplete", passage=place)
        if passage.was.strip() == passage.now.strip():
            raise UserError("passage_unchanged", passage=place)
        if passage.item_no is not None and passage.item_no not in on_the_agenda:
            raise UserError("passage_item_unknown", passage=place, item=passage.item_no)
    if not place:
        raise UserError("passages_missing")
