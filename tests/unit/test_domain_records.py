"""The few things that the records themselves can say."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.health import Finding, StoreHealth
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind, sha256_of
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.domain.signatures import (
    Modification,
    SignatureProblem,
    SignatureReport,
    Verification,
)
from tests.unit.committee_meetings import attendee, meeting_of, present, seat_id


def test_an_error_shows_its_code_and_parameters() -> None:
    error = UserError("quorum_missing", required=6, city="Portochiaro")
    assert str(error) == "quorum_missing(required=6, city='Portochiaro')"


def test_changes_are_empty_until_something_is_touched() -> None:
    touched = Changes({Kind.MEETING: frozenset([UUID(int=1)]), Kind.PERSON: frozenset()})
    assert touched
    assert Kind.MEETING in touched
    assert Kind.PERSON not in touched
    assert Kind.PAPER not in touched
    assert touched.ids(Kind.MEETING) == {UUID(int=1)}
    assert touched.ids(Kind.PAPER) == frozenset()
    assert not Changes()
    assert not Changes({Kind.PERSON: frozenset()})


def test_a_substitute_gives_the_seat_another_name() -> None:
    holder, other = attendee(1), attendee(1, substitute="Ayla Gülersoylu")
    assert (holder.full_name, holder.present_name) == ("Member 1", "Member 1")
    assert (other.full_name, other.present_name) == ("Member 1", "Ayla Gülersoylu")
    assert replace(holder, family_name="").full_name == "Member"


@pytest.mark.parametrize(
    ("status", "there"),
    [
        (AttendanceStatus.PRESENT, True),
        (AttendanceStatus.SUBSTITUTED, True),
        (AttendanceStatus.EXCUSED, False),
        (AttendanceStatus.ABSENT, False),
    ],
)
def test_present_and_substituted_were_there(status: AttendanceStatus, *, there: bool) -> None:
    assert attendee(1, status=status).was_there is there


def test_the_sheet_knows_its_seats() -> None:
    meeting = meeting_of(present(1, 2))
    assert meeting.attendee(seat_id(2)).seat_key == "m2"
    with pytest.raises(KeyError):
        meeting.attendee(seat_id(3))


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        meeting_of([]).number = 3  # type: ignore[misc]  # that is what is tried


def test_a_person_has_one_name_in_print() -> None:
    person = Person(
        id=UUID(int=1), committee_id=UUID(int=2), key="m1", given_name="Åse", family_name="Ærø"
    )
    assert person.full_name == "Åse Ærø"
    assert replace(person, given_name="").full_name == "Ærø"


def paper_file(sequence: int, field: str = "") -> PaperFile:
    content = b"%PDF " + bytes([sequence])
    return PaperFile(
        id=UUID(int=sequence),
        paper_id=UUID(int=9),
        sequence=sequence,
        sha256=sha256_of(content),
        size=len(content),
        created_at=datetime(2026, 10, 14, tzinfo=UTC),
        field=field,
    )


def test_a_paper_counts_by_its_newest_file() -> None:
    paper = Paper(
        id=UUID(int=9),
        committee_id=UUID(int=2),
        meeting_id=UUID(int=4),
        kind=PaperKind.MINUTES,
        edition=Edition.FULL,
        language="it",
        title="Verbale n. 3/2026",
        register_number="ICC-PTC-0000118",
        fields=("chair", "secretary"),
        files=(paper_file(1, "secretary"), paper_file(0)),
    )
    assert paper.newest.sequence == 1
    assert [state.field for state in paper.signatures] == ["secretary"]
    assert paper.unsigned_fields == ("chair",)


def test_a_file_is_known_by_its_digest() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of(b"") == empty


def test_the_first_page_of_everything_is_asked_for_by_default() -> None:
    request = PageRequest()
    assert (request.committee_id, request.search, request.after) == (None, "", None)
    assert not Page(rows=(), next=None).rows


SOUND = SignatureReport(
    field="chair", intact=True, trusted=True, modified_after=Modification.ALLOWED
)
UNSOUND = [
    SignatureReport(field="chair"),
    replace(SOUND, intact=False),
    replace(SOUND, trusted=False),
    replace(SOUND, modified_after=Modification.NOT_ALLOWED),
    replace(SOUND, problem=SignatureProblem.EXPIRED),
]


def test_a_file_is_valid_by_sound_signatures_only() -> None:
    assert SOUND.sound
    assert Verification(signatures=(SOUND,), unsigned_fields=("secretary",)).valid
    assert not Verification(signatures=()).valid


@pytest.mark.parametrize("report", UNSOUND)
def test_one_unsound_signature_spoils_the_file(report: SignatureReport) -> None:
    assert not report.sound
    assert not Verification(signatures=(SOUND, report)).valid


def test_a_store_is_sound_without_findings() -> None:
    assert StoreHealth(()).sound
    assert not StoreHealth((Finding("paper_file_altered"),)).sound


def test_a_notice_needs_no_parameters() -> None:
    assert Notice("key_unknown", "meeting.colour").parameters == {}
