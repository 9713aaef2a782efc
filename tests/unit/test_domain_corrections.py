"""Corrections of minutes: what can be corrected, and which paper tells of which correction."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.corrections import (
    Correction,
    Passage,
    correction_notes,
    require_decided,
    require_passages,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Edition, Paper, PaperKind, full_minutes
from tests.unit.committee_meetings import meeting_of

ITEM = AgendaItem(id=UUID(int=7), no=3, title="Laboratori", kind=ItemKind.DECISION)
MEETING = replace(meeting_of([]), items=(ITEM,))
WEEK = timedelta(days=7)


def paper(identity: int, language: str = "it", edition: Edition = Edition.FULL) -> Paper:
    return Paper(
        id=UUID(int=identity),
        committee_id=MEETING.committee_id,
        meeting_id=MEETING.id,
        kind=PaperKind.MINUTES,
        edition=edition,
        language=language,
        title="",
        register_number=str(identity),
        fields=(),
        files=(),
    )


def correction(number: int) -> Correction:
    return Correction(
        id=UUID(int=90 + number),
        committee_id=MEETING.committee_id,
        paper_id=UUID(int=1),
        sha256="00",
        number=number,
        year=2026,
        label=f"{number}/2026",
        decided_on=MEETING.date,
        decided_in="n. 4",
        passages=(),
    )


@given(days=st.integers(0, 400), margin=st.integers(0, 400))
def test_a_correction_is_decided_between_the_meeting_and_today(days: int, margin: int) -> None:
    decided = MEETING.date + timedelta(days=days)
    require_decided(MEETING, decided, "n. 4", decided + timedelta(days=margin))
    with pytest.raises(UserError, match="correction_in_future"):
        require_decided(MEETING, decided + timedelta(days=1), "n. 4", decided)
    with pytest.raises(UserError, match="correction_before_meeting"):
        require_decided(MEETING, MEETING.date - timedelta(days=days + 1), "n. 4", date.max)


@pytest.mark.parametrize("decided_in", ["", " \n"])
def test_somebody_decided_it(decided_in: str) -> None:
    with pytest.raises(UserError, match="correction_decision_missing"):
        require_decided(MEETING, MEETING.date, decided_in, MEETING.date)


words = st.text(alphabet="ab ", min_size=1).filter(str.strip)
passages = st.builds(Passage, item_no=st.sampled_from([None, 3]), was=words, now=words)


@given(st.lists(passages.filter(lambda p: p.was.strip() != p.now.strip()), min_size=1))
def test_whole_passages_are_accepted(given_passages: list[Passage]) -> None:
    require_passages(MEETING, given_passages)


GOOD = Passage(item_no=3, was="quattro", now="cinque")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(GOOD, was=" "), "passage_incomplete"),
        (replace(GOOD, now=""), "passage_incomplete"),
        (replace(GOOD, now="quattro "), "passage_unchanged"),
        (replace(GOOD, item_no=4), "passage_item_unknown"),
    ],
)
def test_a_wrong_passage_is_named_by_its_place(wrong: Passage, code: str) -> None:
    with pytest.raises(UserError, match=code) as refused:
        require_passages(MEETING, (GOOD, wrong))
    assert refused.value.parameters["passage"] == 2


def test_without_passages_nothing_is_corrected() -> None:
    with pytest.raises(UserError, match="passages_missing"):
        require_passages(MEETING, ())


def test_each_paper_tells_of_its_own_correction() -> None:
    first, second = correction(1), correction(2)
    german, italian, other = (
        replace(paper(identity), kind=PaperKind.CORRECTION_NOTE, correction_id=of)
        for identity, of in ((11, second.id), (12, first.id), (13, UUID(int=1)))
    )
    notes = correction_notes((first, second), (german, paper(10), italian, other))
    assert [(note.correction, note.paper) for note in notes] == [(second, german), (first, italian)]


def test_the_full_minutes_in_the_meetings_language_count() -> None:
    danish, italian = paper(1, "da"), paper(2)
    public, note = paper(3, edition=Edition.PUBLIC), replace(paper(4), kind=PaperKind.AGREEMENT)
    assert full_minutes((public, note, danish, italian), "it") == italian
    assert full_minutes((danish, paper(5, "el")), "it") == danish
    assert full_minutes((public, note), "it") is None
