"""What is not refused but has to be said: unknown keys, claims, what had to be assumed."""

from pathlib import Path

import pytest

from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.decisions import Counts, Outcome
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.exchange.committee_file import CommitteeFile, read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.notices import NOTICE_SENTENCES, notice_sentence
from tests.exchange.sample_files import REMOVED, Json, changed, sample, saved

D4 = "meeting.items[3].decision"

# What is changed in the Italian sample; the code and place of the notices that follow.
CHANGES: list[tuple[dict[str, Json], list[tuple[str, str]]]] = [
    ({"colour": "blue"}, [("unknown_key", "colour")]),
    ({"summary_": "x"}, [("unknown_key", "summary_")]),
    ({"members[4].religion": "x"}, [("unknown_key", "members[4].religion")]),
    ({f"{D4}.motion": {"by": "m3"}}, [("unknown_key", f"{D4}.motion")]),
    ({"agreement.articles_count": 9}, [("unknown_key", "agreement.articles_count")]),
    ({"committee.rules.veto": None}, [("unknown_key", "committee.rules.veto")]),
    (
        {"meeting.items[2].present_voters": 7},
        [("claim_differs", "meeting.items[2].present_voters")],
    ),
    ({"meeting.quorum.required": 5}, [("claim_differs", "meeting.quorum.required")]),
    ({"meeting.quorum.rule": "two_thirds"}, [("claim_differs", "meeting.quorum.rule")]),
    ({"meeting.quorum.established": False}, [("claim_differs", "meeting.quorum.established")]),
    (
        {"meeting.quorum.present_at_opening": 8},
        [("claim_differs", "meeting.quorum.present_at_opening")],
    ),
    ({f"{D4}.outcome": "rejected"}, [("claim_differs", f"{D4}.outcome")]),
    ({f"{D4}.result.votes_for": 4}, [("claim_differs", f"{D4}.result.votes_for")]),
    (
        {f"{D4}.method": "secret"},
        [("secret_ballot_persons_only", f"{D4}.method"), ("secret_ballot_named", f"{D4}.method")],
    ),
    (
        {f"{D4}.method": "secret", "committee.rules.secret_ballot": "never"},
        [("secret_ballot_never", f"{D4}.method"), ("secret_ballot_named", f"{D4}.method")],
    ),
    (
        {
            f"{D4}.method": "secret",
            f"{D4}.for": REMOVED,
            f"{D4}.against": REMOVED,
            f"{D4}.abstained": REMOVED,
            "meeting.items[3].kind": "election",
        },
        [],
    ),
    ({f"{D4}.for": REMOVED}, [("names_left_out", D4)]),
    ({f"{D4}.against": REMOVED}, [("names_left_out", D4)]),
    (
        {
            f"{D4}.for": REMOVED,
            f"{D4}.recused": ["m8"],
            f"{D4}.result.votes_for": 4,
        },
        [("names_left_out", D4), ("claim_differs", f"{D4}.result.recused")],
    ),
    ({"committee.seats": 9}, [("more_members_than_seats", "committee.seats")]),
    (
        {"meeting.convocation.sent_on": "2026-10-10"},
        [("convened_late", "meeting.convocation.sent_on")],
    ),
    ({"meeting.attendance[9]": REMOVED}, [("attendance_missing", "meeting.attendance")]),
    ({"meeting.chair": "m10"}, [("chair_not_there", "meeting.chair")]),
    ({"meeting.secretary": "m9"}, [("secretary_not_there", "meeting.secretary")]),
    ({"meeting": REMOVED}, [("summary_of_no_meeting", "summary_ar")]),
]


@pytest.mark.parametrize(("changes", "expected"), CHANGES, ids=lambda value: str(value)[:60])
def test_notices_name_code_and_place(
    changes: dict[str, Json], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    notices = _read(changes, tmp_path).notices
    assert [(notice.code, notice.place) for notice in notices] == expected
    for notice in notices:
        assert notice_sentence(notice, Catalogue("en")).startswith(f"{notice.place}: ")


def test_a_claim_is_said_with_what_the_rules_give(tmp_path: Path) -> None:
    (notice,) = _read({f"{D4}.outcome": "rejected"}, tmp_path).notices
    assert notice.parameters == {"claimed": Outcome.REJECTED, "given": Outcome.ADOPTED}
    assert notice_sentence(notice, Catalogue("en")) == (
        f"{D4}.outcome: the file says “Rejected”, the committee’s rules give “Adopted”."
    )


def test_the_claimed_outcome_is_kept_beside_the_computed_one(tmp_path: Path) -> None:
    decision = _read({f"{D4}.outcome": "rejected"}, tmp_path).meetings[0].items[3].decision
    assert decision is not None
    assert decision.declared_outcome is Outcome.REJECTED


def test_every_notice_has_a_sentence_and_every_sentence_a_case() -> None:
    cases = {code for _, expected in CHANGES for code, _ in expected} | {
        "number_not_kept",
        "agreement_kept",
        "meeting_kept",
        "sheet_western",
    }
    assert cases == set(NOTICE_SENTENCES)
    notice = Notice("number_not_kept", "meeting.number", {"number": 3})
    assert "3" in notice_sentence(notice, Catalogue("en"))


def test_who_is_named_as_recused_is_no_voter_of_a_counted_ballot(tmp_path: Path) -> None:
    """Three of five voters, two of seven members present being recused, are a majority."""
    changes: dict[str, Json] = {
        "committee.rules.majority": "members_present",
        "meeting.items[0].decision": {
            "text": "The minutes are approved.",
            "method": "secret",
            "recused": ["m8", "m7"],
            "result": {"votes_for": 3, "votes_against": 2, "abstentions": 0},
            "outcome": "adopted",
        },
    }
    file = _read(changes, tmp_path)
    (item, *_) = assess(file.meetings[0]).items
    assert item.verdict is not None
    assert (item.present_voters, item.verdict.voters) == (7, 5)
    assert item.verdict.outcome is Outcome.ADOPTED


def test_a_count_whose_names_are_missing_is_not_taken_for_none(tmp_path: Path) -> None:
    ballot: Json = {
        "text": "The minutes are approved.",
        "method": "secret",
        "recused": ["m8"],
        "result": {"votes_for": 0, "votes_against": 5, "abstentions": 1},
    }
    (item, *_) = assess(_read({"meeting.items[0].decision": ballot}, tmp_path).meetings[0]).items
    assert item.verdict is not None
    assert item.verdict.counts == Counts(votes_for=0, against=5, abstained=1, recused=1)


def test_voters_who_are_not_on_the_sheet_are_absent(tmp_path: Path) -> None:
    file = _read({"meeting.attendance[9]": REMOVED}, tmp_path)
    sheet = {attendee.seat_key: attendee for attendee in file.meetings[0].attendees}
    assert sheet["m10"].status is AttendanceStatus.ABSENT


def test_advisers_who_are_not_on_the_sheet_are_left_off(tmp_path: Path) -> None:
    adviser = sample("it")["members"][10] | {"id": "s2", "role": "member"}
    file = _read({"members[11]": adviser}, tmp_path)
    assert "s2" not in {attendee.seat_key for attendee in file.meetings[0].attendees}
    charged = {"members[11]": adviser, "meeting.items[3].actions[0].who": "s2"}
    file = _read(charged, tmp_path)
    assert "s2" in {attendee.seat_key for attendee in file.meetings[0].attendees}
    assert [notice.code for notice in file.notices] == ["attendance_missing"]


def _read(changes: dict[str, Json], folder: Path) -> CommitteeFile:
    document = sample("it")
    for place, value in changes.items():
        changed(document, place, value)
    return read_committee_file(saved(document, folder))
