"""The register: its numbers, and what it says of the minutes of a year."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.corrections import Correction
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.papers import Edition, Paper, PaperKind
from liaison_desktop.domain.register import register_entries, register_number
from tests.unit.committee_meetings import meeting_of


def held(identity: int, number: int | None, day: int = 1) -> Meeting:
    record = meeting_of(())
    return replace(record, id=UUID(int=identity), number=number, date=date(2026, 3, day))


def paper(identity: int, of: Meeting, edition: Edition = Edition.FULL) -> Paper:
    return Paper(
        id=UUID(int=identity),
        committee_id=of.committee_id,
        meeting_id=of.id,
        kind=PaperKind.MINUTES,
        edition=edition,
        language="it",
        title="",
        register_number=str(identity),
        fields=(),
        files=(),
    )


def test_register_numbers_sort_as_text() -> None:
    assert register_number("ICC-PTC", 118) == "ICC-PTC-0000118"
    assert register_number("", 118) == "0000118"
    assert register_number("X", 9) < register_number("X", 10)


def test_gaps_in_the_series_are_entries_of_their_own() -> None:
    second, fourth = held(12, 2), held(14, 4)
    entries = register_entries((fourth, second), ())
    assert [(entry.number, entry.meeting) for entry in entries] == [
        (1, None),
        (2, second),
        (3, None),
        (4, fourth),
    ]


def test_minutes_without_a_number_come_last_by_date() -> None:
    late, early, numbered = held(11, None, day=9), held(12, None, day=2), held(13, 1, day=5)
    entries = register_entries((late, early, numbered), ())
    assert [(entry.number, entry.meeting) for entry in entries] == [
        (1, numbered),
        (None, early),
        (None, late),
    ]


def test_a_meeting_that_was_not_held_has_no_entry() -> None:
    planned = replace(held(11, None), state=MeetingState.PLANNED)
    assert register_entries((planned,), ()) == ()


def test_only_the_full_edition_files_the_minutes() -> None:
    first, second = held(11, 1), held(12, 2)
    public, full = paper(21, first, Edition.PUBLIC), paper(22, second)
    of_first, of_second = register_entries((first, second), (public, full))
    assert (of_first.papers, of_first.filed) == ((public,), False)
    assert (of_second.papers, of_second.filed) == ((full,), True)


def test_a_note_stands_beside_the_minutes_it_corrects_and_files_nothing() -> None:
    first, second = held(11, 1), held(12, 2)
    minutes = paper(21, second)
    correction = Correction(
        id=UUID(int=31),
        committee_id=second.committee_id,
        paper_id=minutes.id,
        sha256="00",
        number=1,
        year=2026,
        label="1/2026",
        decided_on=second.date,
        decided_in="",
        passages=(),
    )
    note = replace(paper(22, second), kind=PaperKind.CORRECTION_NOTE, correction_id=correction.id)
    of_first, of_second = register_entries((first, second), (note, minutes), (correction,))
    assert (of_first.papers, of_first.notes) == ((), ())
    assert of_second.papers == (minutes,)
    assert [(told.correction, told.paper) for told in of_second.notes] == [(correction, note)]
    (alone,) = register_entries((second,), (note,), (correction,))[1:]
    assert not alone.filed
