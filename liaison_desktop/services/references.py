"""What a person types to name a record: an id, a committee's key or city, ``borgolume/3-2026``."""

import re
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Paper, full_minutes

_NUMBER_OF_YEAR = re.compile(r"(\d{1,9})-(\d{4})")


def as_id(text: str) -> UUID | None:
    """The id a text is, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def find_committee(reading: Reading, text: str) -> Committee:
    """The committee with this id, key or city, whatever its case.

    Raises:
        UserError: ``committee_unknown``.
    """
    wanted = text.strip().casefold()
    for committee in reading.committees.all():
        if wanted in (str(committee.id), committee.key.casefold(), committee.city.casefold()):
            return committee
    raise UserError("committee_unknown", reference=text)


def find_meeting(reading: Reading, text: str) -> Meeting:
    """The meeting with this id, key, or ``COMMITTEE/NUMBER-YEAR``.

    Raises:
        UserError: ``meeting_unknown``, ``committee_unknown``.
    """
    meeting = _meeting_by_id(reading, text) or _meeting_by_name(reading, text)
    if meeting is None:
        raise UserError("meeting_unknown", reference=text)
    return meeting


def _meeting_by_id(reading: Reading, text: str) -> Meeting | None:
    meeting_id = as_id(text)
    return reading.meetings.get(meeting_id) if meeting_id else None


def _meeting_by_name(reading: Reading, text: str) -> Meeting | None:
    left, slash, right = text.strip().partition("/")
    if not slash:
        found = (reading.meetings.by_key(c.id, left) for c in reading.committees.all())
        return next((meeting for meeting in found if meeting), None)
    committee = find_committee(reading, left)
    number = _NUMBER_OF_YEAR.fullmatch(right)
    if number:
        return reading.meetings.by_number(committee.id, int(number[1]), int(number[2]))
    return reading.meetings.by_key(committee.id, right)


def find_agreement(reading: Reading, text: str) -> Agreement:
    """The agreement with this id, or ``COMMITTEE/KEY``.

    Raises:
        UserError: ``agreement_unknown``, ``committee_unknown``.
    """
    agreement_id = as_id(text)
    if agreement_id:
        agreement = reading.agreements.get(agreement_id)
    else:
        left, _, right = text.strip().partition("/")
        agreement = reading.agreements.by_key(find_committee(reading, left).id, right)
    if agreement is None:
        raise UserError("agreement_unknown", reference=text)
    return agreement


def find_paper(reading: Reading, text: str) -> Paper:
    """The paper with this id or register number, or a meeting's: the full one in its own language.

    Raises:
        UserError: ``paper_unknown``, also where committees share the number.
    """
    paper_id = as_id(text)
    paper = reading.papers.get(paper_id) if paper_id else None
    found = (
        (paper,) if paper else _papers_by_number(reading, text) or _papers_by_meeting(reading, text)
    )
    if len(found) != 1:
        raise UserError("paper_unknown", reference=text)
    return found[0]


def find_minutes(reading: Reading, text: str) -> Paper:
    """The paper with this id or register number, or a meeting's full minutes.

    Raises:
        UserError: ``paper_unknown``, ``meeting_unknown``, ``committee_unknown``,
            ``minutes_not_filed``.
    """
    paper_id = as_id(text)
    if (paper_id and reading.papers.get(paper_id)) or _papers_by_number(reading, text):
        return find_paper(reading, text)
    meeting = find_meeting(reading, text)
    paper = full_minutes(reading.papers.minutes_of(meeting.id), meeting.language)
    if paper is None:
        raise UserError("minutes_not_filed", minutes=meeting.label or meeting.key)
    return paper


def _papers_by_number(reading: Reading, text: str) -> tuple[Paper, ...]:
    wanted = text.strip().casefold()
    return tuple(
        paper
        for committee in reading.committees.all()
        for paper in reading.papers.of_committee(committee.id)
        if paper.register_number.casefold() == wanted
    )


def _papers_by_meeting(reading: Reading, text: str) -> tuple[Paper, ...]:
    meeting = _meeting_by_id(reading, text) or _meeting_by_name(reading, text)
    if meeting is None:
        return ()
    wanted = (Edition.FULL, meeting.language)
    papers = reading.papers.minutes_of(meeting.id)
    return tuple(paper for paper in papers if (paper.edition, paper.language) == wanted)
