"""What is stored comes back equal, and is written only if it changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.papers import Edition, Paper
from tests.db.records import (
    Town,
    agreement_paper_of,
    correction_of,
    file_of,
    note_of,
    paper_of,
    town,
)


def test_every_record_comes_back_as_it_was(store: Store, stored_town: Town) -> None:
    committee_id = stored_town.committee.id
    with store.read() as reading:
        assert reading.committees.get(committee_id) == stored_town.committee
        assert reading.committees.by_key("it") == stored_town.committee
        assert reading.committees.all() == (stored_town.committee,)
        assert reading.committees.rules_versions(committee_id) == (stored_town.rules,)
        assert set(reading.people.organisations(committee_id)) == set(stored_town.organisations)
        assert set(reading.people.people(committee_id)) == set(stored_town.people)
        assert reading.people.seats(committee_id) == stored_town.seats
        assert set(reading.people.memberships(committee_id)) == set(stored_town.memberships)
        assert reading.meetings.get(stored_town.meeting.id) == stored_town.meeting
        assert reading.meetings.by_key(committee_id, "it-2026-3") == stored_town.meeting
        assert reading.meetings.of_committee(committee_id) == (stored_town.meeting.id,)
        assert reading.agreements.get(stored_town.agreement.id) == stored_town.agreement
        assert reading.agreements.by_key(committee_id, "a1") == stored_town.agreement
        assert reading.agreements.of_committee(committee_id) == (stored_town.agreement,)


def test_what_is_not_there_is_none(store: Store, stored_town: Town) -> None:
    other = town().committee.id
    with store.read() as reading:
        assert reading.committees.get(other) is None
        assert reading.committees.by_key("xx") is None
        assert reading.meetings.get(other) is None
        assert reading.meetings.by_number(stored_town.committee.id, 3, 2026) is None
        assert reading.agreements.get(other) is None
        assert reading.papers.get(other) is None
        assert reading.papers.by_digest("00") is None
        with pytest.raises(LookupError):
            reading.papers.content(other)


def test_storing_the_same_again_writes_nothing(store: Store, stored_town: Town) -> None:
    with store.write("again", "tester") as unit:
        stored_town.put(unit)
        assert not unit.commit()


def test_rules_are_those_of_the_day(store: Store, stored_town: Town) -> None:
    with store.read() as reading:
        rules_on = reading.committees.rules_on
        assert rules_on(stored_town.committee.id, date(2025, 3, 17)) is None
        assert rules_on(stored_town.committee.id, date(2025, 3, 18)) == stored_town.rules
        assert rules_on(stored_town.committee.id, date(2030, 1, 1)) == stored_town.rules


def _rename_committee(unit: UnitOfWork, town: Town) -> bool:
    return unit.committees.put(replace(town.committee, name="Altro"))


def _end_membership(unit: UnitOfWork, town: Town) -> bool:
    return unit.people.put_membership(replace(town.memberships[0], end=date(2026, 1, 1)))


def _drop_a_party(unit: UnitOfWork, town: Town) -> bool:
    return unit.agreements.put(replace(town.agreement, parties=town.agreement.parties[:1]))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_rename_committee, Kind.COMMITTEE),
        (_end_membership, Kind.MEMBERSHIP),
        (_drop_a_party, Kind.AGREEMENT),
    ],
)
def test_a_change_is_stored_and_named(
    store: Store, stored_town: Town, change: Callable[[UnitOfWork, Town], bool], kind: Kind
) -> None:
    with store.write("change", "tester") as unit:
        assert change(unit, stored_town)
        changes = unit.commit()
    assert set(changes.touched) == {kind}
    with store.write("change", "tester") as unit:
        assert not change(unit, stored_town)


def test_without_commit_nothing_stays(store: Store, stored_town: Town) -> None:
    with store.write("change", "tester") as unit:
        unit.committees.put(replace(stored_town.committee, name="Altro"))
    with suppress(ZeroDivisionError), store.write("change", "tester") as unit:
        unit.committees.put(replace(stored_town.committee, name="Altro"))
        raise ZeroDivisionError
    with store.read() as reading:
        assert reading.committees.get(stored_town.committee.id) == stored_town.committee


def test_nothing_is_written_after_commit(store: Store, stored_town: Town) -> None:
    with store.write("change", "tester") as unit:
        unit.commit()
        with pytest.raises(Exception, match="closed"):
            unit.committees.put(replace(stored_town.committee, name="Altro"))


def _finalised(meeting: Meeting) -> Meeting:
    return replace(meeting, number=3, label="Verbale n. 3/2026", minutes_state=MinutesState.FINAL)


def test_parts_of_a_meeting_are_a_set(store: Store, stored_town: Town) -> None:
    meeting = stored_town.meeting
    shorter = replace(
        meeting,
        items=(meeting.items[1], replace(meeting.items[0], decision=None, actions=())),
        attendees=meeting.attendees[::-1],
        guests=(),
    )
    with store.write("edit", "tester") as unit:
        assert unit.meetings.put(shorter, stored_town.outcomes)
        unit.commit()
    with store.read() as reading:
        assert reading.meetings.get(meeting.id) == shorter


def test_final_minutes_are_locked(store: Store, stored_town: Town) -> None:
    final = _finalised(stored_town.meeting)
    with store.write("finalise", "tester") as unit:
        assert unit.meetings.put(final, stored_town.outcomes)
        unit.commit()
    with store.write("edit", "tester") as unit:
        assert not unit.meetings.put(final, {})
        with pytest.raises(UserError) as caught:
            unit.meetings.put(replace(final, place="Altrove"), stored_town.outcomes)
    assert caught.value.code == "minutes_locked"
    assert caught.value.parameters == {"minutes": "Verbale n. 3/2026"}


def test_numbers_taken(store: Store, stored_town: Town) -> None:
    final = _finalised(stored_town.meeting)
    with store.write("finalise", "tester") as unit:
        unit.meetings.put(final, stored_town.outcomes)
        unit.commit()
    with store.read() as reading:
        assert reading.meetings.taken_numbers(final.committee_id, 2026) == {3}
        assert reading.meetings.taken_numbers(final.committee_id, 2025) == frozenset()
        assert reading.meetings.by_number(final.committee_id, 3, 2026) == final


def test_a_new_outcome_of_a_draft_is_stored(store: Store, stored_town: Town) -> None:
    rejected = dict.fromkeys(stored_town.outcomes, Outcome.REJECTED)
    with store.write("recount", "tester") as unit:
        assert unit.meetings.put(stored_town.meeting, rejected)
        assert not unit.meetings.put(stored_town.meeting, rejected)


def test_a_decision_needs_its_outcome(store: Store, stored_town: Town) -> None:
    moved = replace(stored_town.meeting, place="Altrove")
    with store.write("edit", "tester") as unit, pytest.raises(KeyError):
        unit.meetings.put(moved, {})


def test_nothing_points_to_what_is_not_there(store: Store, stored_town: Town) -> None:
    elsewhere = replace(stored_town.seats[0], organisation_id=stored_town.committee.id)
    with (
        pytest.raises(IntegrityError, match="FOREIGN KEY"),
        store.write("edit", "tester") as unit,
    ):
        unit.people.put_seat(elsewhere)


class TestPapers:
    def test_a_paper_and_its_signatures(self, store: Store, stored_town: Town) -> None:
        made, signed = b"%PDF made", b"%PDF made and signed"
        paper = paper_of(stored_town.meeting, made, "ICC-PTC-0000118")
        second = file_of(paper.id, signed, 1, "chair")
        with store.write("file", "tester") as unit:
            unit.papers.add(paper, made)
            changes = unit.commit()
        assert set(changes.touched) == {Kind.PAPER, Kind.REGISTER_ENTRY}
        with store.write("sign", "tester") as unit:
            unit.papers.add_file(second, signed)
            unit.commit()
        whole = replace(paper, files=(*paper.files, second))
        with store.read() as reading:
            self._found_everywhere(reading, whole)
            assert reading.papers.content(paper.files[0].id) == made
            assert reading.papers.content(second.id) == signed

    def _found_everywhere(self, reading: Reading, paper: Paper) -> None:
        assert reading.papers.get(paper.id) == paper
        assert paper.meeting_id is not None
        assert reading.papers.minutes_of(paper.meeting_id) == (paper,)
        assert reading.papers.notes_of(paper.meeting_id) == ()
        assert reading.papers.of_committee(paper.committee_id) == (paper,)
        for file in paper.files:
            assert reading.papers.by_digest(file.sha256) == paper

    def test_a_state_is_added_only_once(self, store: Store, stored_town: Town) -> None:
        paper = paper_of(stored_town.meeting, b"a", "1")
        with store.write("file", "tester") as unit:
            unit.papers.add(paper, b"a")
            unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
            with pytest.raises(UserError) as caught:
                unit.papers.add_file(file_of(paper.id, b"ac", 1, "secretary"), b"ac")
        assert caught.value.code == "paper_signed_meanwhile"

    def test_content_must_be_what_is_described(self, store: Store, stored_town: Town) -> None:
        paper = paper_of(stored_town.meeting, b"a", "1")
        with store.write("file", "tester") as unit:
            with pytest.raises(ValueError, match="digest"):
                unit.papers.add(paper, b"b")
            with pytest.raises(ValueError, match="one file"):
                unit.papers.add(replace(paper, files=()), b"")
            with pytest.raises(LookupError):
                unit.papers.add_file(file_of(stored_town.committee.id, b"a", 1), b"a")

    def test_a_correction_and_its_notes(self, store: Store, stored_town: Town) -> None:
        meeting = stored_town.meeting
        minutes = paper_of(meeting, b"a", "1")
        correction = correction_of(minutes)
        note = note_of(correction, meeting, b"n", "2")
        with store.write("correct", "tester") as unit:
            unit.papers.add(minutes, b"a")
            unit.corrections.add(correction)
            unit.papers.add(note, b"n")
            changes = unit.commit()
        assert set(changes.touched) == {Kind.PAPER, Kind.REGISTER_ENTRY, Kind.CORRECTION}
        with store.read() as reading:
            assert reading.corrections.get(correction.id) == correction
            assert reading.corrections.of_meeting(meeting.id) == (correction,)
            assert reading.corrections.of_committee(meeting.committee_id) == (correction,)
            assert reading.corrections.taken_numbers(meeting.committee_id, 2026) == (1,)
            assert reading.corrections.taken_numbers(meeting.committee_id, 2027) == ()
            assert reading.papers.minutes_of(meeting.id) == (minutes,)
            assert reading.papers.notes_of(meeting.id) == (note,)
            assert reading.papers.of_committee(meeting.committee_id) == (minutes, note)
        assert store.health().sound

    def test_an_agreements_paper(self, store: Store, stored_town: Town) -> None:
        paper = agreement_paper_of(stored_town.agreement, b"a", "1")
        with store.write("file", "tester") as unit:
            unit.papers.add(paper, b"a")
            unit.commit()
        with store.read() as reading:
            assert reading.papers.get(paper.id) == paper
        assert store.health().sound

    def test_each_paper_is_in_the_register_once(self, store: Store, stored_town: Town) -> None:
        meeting, agreement = stored_town.meeting, stored_town.agreement
        minutes = paper_of(meeting, b"a", "1")
        correction, other = correction_of(minutes), correction_of(minutes, 2)
        note = note_of(correction, meeting, b"a", "2")
        agreed = agreement_paper_of(agreement, b"a", "3")
        with store.write("file", "tester") as unit:
            unit.papers.add(minutes, b"a")
            unit.corrections.add(correction)
            unit.corrections.add(other)
            unit.papers.add(note, b"a")
            unit.papers.add(agreed, b"a")
            for again in (minutes, note):
                with pytest.raises(IntegrityError, match="UNIQUE"):
                    unit.papers.add(_copy(again, "9"), b"a")
            for number, another in enumerate(
                (
                    replace(minutes, edition=Edition.PUBLIC),
                    replace(note, correction_id=other.id),
                    replace(agreed, agreement_version=2),
                ),
                start=4,
            ):
                unit.papers.add(_copy(another, str(number)), b"a")

    def test_kind_and_references_of_a_paper_agree(self, store: Store, stored_town: Town) -> None:
        minutes = paper_of(stored_town.meeting, b"a", "1")
        correction = correction_of(minutes)
        note = note_of(correction, stored_town.meeting, b"a", "2")
        agreed = agreement_paper_of(stored_town.agreement, b"a", "3")
        with store.write("file", "tester") as unit:
            unit.papers.add(minutes, b"a")
            unit.corrections.add(correction)
            for wrong in (
                replace(minutes, meeting_id=None),
                replace(minutes, correction_id=correction.id, language="de"),
                replace(minutes, agreement_id=stored_town.agreement.id, language="de"),
                replace(note, correction_id=None),
                replace(note, meeting_id=None),
                replace(note, agreement_version=1),
                replace(agreed, agreement_id=None),
                replace(agreed, agreement_version=None),
                replace(agreed, meeting_id=stored_town.meeting.id),
            ):
                with pytest.raises(IntegrityError, match="CHECK"):
                    unit.papers.add(_copy(wrong, "9"), b"a")


def _copy(paper: Paper, number: str) -> Paper:
    paper_id = uuid7()
    return replace(paper, id=paper_id, register_number=number, files=(file_of(paper_id, b"a", 0),))
