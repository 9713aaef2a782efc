"""Good files: everything in them arrives, and every claim agrees with the rules."""

import json
from datetime import date, time
from pathlib import Path

import pytest

from liaison_desktop.domain.agreements import AgreementStatus, Renewal
from liaison_desktop.domain.assessment import assess, signatories
from liaison_desktop.domain.committees import QuorumBase, QuorumRule, SignatoryRule, TieRule
from liaison_desktop.domain.decisions import Choice, Method, Outcome
from liaison_desktop.domain.meetings import MeetingState, MinutesState
from liaison_desktop.domain.people import Constituency, NativeText
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.domain.sheet import AttendanceStatus, Interval
from liaison_desktop.exchange.committee_file import CommitteeFile, read_committee_file
from tests.exchange.sample_files import COMMITTEES, SAMPLES, sample, saved

DEMONSTRATION = sorted((Path(__file__).parents[2] / "resources" / "demo").glob("*.json"))


@pytest.fixture
def portochiaro() -> CommitteeFile:
    return read_committee_file(COMMITTEES / "it_portochiaro.json")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_raise_no_notice(path: Path) -> None:
    assert read_committee_file(path).notices == ()


@pytest.mark.parametrize("path", DEMONSTRATION, ids=lambda path: path.stem)
def test_demonstration_committees_raise_no_notice(path: Path) -> None:
    assert read_committee_file(path).notices == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_claims_of_the_samples_are_what_the_rules_give(path: Path) -> None:
    claimed = json.loads(path.read_text(encoding="utf-8"))["meeting"]
    (meeting,) = read_committee_file(path).meetings
    assessment = assess(meeting)
    assert assessment.quorum.required == claimed["quorum"]["required"]
    assert assessment.quorum.present_at_opening == claimed["quorum"]["present_at_opening"]
    for item, assessed in zip(claimed["items"], assessment.items, strict=True):
        assert assessed.present_voters == item["present_voters"]
        assert assessed.verdict is not None
        assert assessed.verdict.outcome == item["decision"]["outcome"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_reading_twice_gives_equal_records(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "copy.json"
    elsewhere.write_bytes(path.read_bytes())
    assert read_committee_file(path) == read_committee_file(elsewhere)


def test_ids_differ_between_committees_and_records() -> None:
    ids = [
        record.id
        for path in SAMPLES
        for file in [read_committee_file(path)]
        for records in (
            (file.committee, file.rules),
            file.organisations,
            file.people,
            file.seats,
            file.memberships,
            file.meetings,
            file.agreements,
            *((item.decision, *item.actions, item) for item in file.meetings[0].items),
        )
        for record in records
        if record
    ]
    assert len(ids) == len(set(ids)) > 150


def test_committee_and_rules(portochiaro: CommitteeFile) -> None:
    committee = portochiaro.committee
    assert (committee.key, committee.city, committee.language) == ("it", "Portochiaro", "it")
    assert (committee.seat_count, committee.register_next) == (10, 118)
    assert committee.minutes_pattern == "Verbale n. {n}/{year}"
    assert (committee.decision_pattern, committee.action_pattern) == (
        "D.{n}/{year}",
        "A.{n}/{year}",
    )
    assert committee.notice.startswith("Dati di fantasia")
    assert portochiaro.rules.valid_from == date(2025, 3, 18)
    rules = portochiaro.rules.rules
    assert rules.quorum is QuorumRule.MORE_THAN_HALF
    assert rules.quorum_base is QuorumBase.FILLED_SEATS
    assert rules.tie is TieRule.CHAIR_CASTS
    assert rules.signatories == (SignatoryRule.CHAIR, SignatoryRule.SECRETARY)
    assert rules.text.startswith("Le sedute sono valide")


def test_people_seats_and_memberships(portochiaro: CommitteeFile) -> None:
    seats = {seat.key: seat for seat in portochiaro.seats}
    people = {person.id: person for person in portochiaro.people}
    in_fourth = [m for m in portochiaro.memberships if m.seat_id == seats["m4"].id]
    assert [m.capacity for m in in_fourth] == [Capacity.HOLDER, Capacity.SUBSTITUTE]
    assert [people[m.person_id].full_name for m in in_fourth] == [
        "Dario Pietralunga",
        "Ginevra Rocalta",
    ]
    assert {(m.start, m.end) for m in portochiaro.memberships} == {
        (date(2025, 3, 18), date(2027, 3, 17))
    }
    assert not seats["s1"].voting
    assert seats["s1"].constituency is Constituency.SECRETARIAT
    mosque = next(o for o in portochiaro.organisations if o.key == "o8")
    assert mosque.name_native == NativeText(
        language="ar", text="مركز المنار الأزرق الثقافي الإسلامي"
    )


def test_meeting_and_attendance(portochiaro: CommitteeFile) -> None:
    (meeting,) = portochiaro.meetings
    assert (meeting.key, meeting.number, meeting.year) == ("it-2026-3", 3, 2026)
    assert (meeting.state, meeting.minutes_state) == (MeetingState.HELD, MinutesState.FINAL)
    assert meeting.label == "Verbale n. 3/2026"
    sheet = {attendee.seat_key: attendee for attendee in meeting.attendees}
    assert sheet["m4"].status is AttendanceStatus.SUBSTITUTED
    assert sheet["m4"].present_name == "Ginevra Rocalta"
    assert sheet["m6"].intervals == (Interval(arrived=time(17, 35), first_item=3),)
    assert sheet["m9"].intervals == ()
    assert sheet["m1"].role is Role.CHAIR
    assert sheet["s1"].was_there, "the secretary took the minutes without being on the sheet"
    assert [s.name for s in signatories(meeting)] == ["Ottavia Belcampo", "Noemi Castelverde"]
    assert meeting.summaries[0].language == "ar"
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.time == time(17)


def test_decisions_and_actions(portochiaro: CommitteeFile) -> None:
    (meeting,) = portochiaro.meetings
    fourth = meeting.items[3]
    assert fourth.discussion.count("\n\n") == 2
    assert fourth.decision is not None
    assert fourth.decision.method is Method.ROLL_CALL
    assert fourth.decision.declared_outcome is Outcome.ADOPTED
    assert fourth.decision.counts is None
    against = [v.seat_id for v in fourth.decision.votes if v.choice is Choice.AGAINST]
    assert [meeting.attendee(seat).family_name for seat in against] == ["Ventimari"]
    (action,) = fourth.actions
    assert (action.number, action.due) == ("A.13/2026", date(2026, 10, 21))


def test_agreements(portochiaro: CommitteeFile) -> None:
    (agreement,) = portochiaro.agreements
    assert agreement.key == "protocollo-d-intesa-per-l-uso-condiviso-della-sala-dei-mercati"
    assert (agreement.status, agreement.renewal) == (AgreementStatus.DRAFT, Renewal.EXPRESS)
    assert agreement.parties[0].name.startswith("Comune di Portochiaro")
    assert len(agreement.articles) == 9
    (german,) = read_committee_file(COMMITTEES / "de_fuldaberg.json").agreements
    assert (german.renewal, german.renewal_months) == (Renewal.TACIT, 12)


def test_several_meetings_and_agreements(tmp_path: Path) -> None:
    document = sample("da")
    second = json.loads(json.dumps(document["meeting"])) | {"id": "da-2026-3", "number": 3}
    document["meetings"] = [second]
    document["agreements"] = [document["agreement"] | {"id": "a2"}]
    file = read_committee_file(saved(document, tmp_path))
    assert [meeting.number for meeting in file.meetings] == [2, 3]
    assert [agreement.key for agreement in file.agreements][1] == "a2"
    ids = [item.id for meeting in file.meetings for item in meeting.items]
    assert len(set(ids)) == 10


@pytest.mark.parametrize(
    ("status", "state"), [("planned", MeetingState.PLANNED), ("convened", MeetingState.CONVENED)]
)
def test_meetings_to_come_need_no_minutes(status: str, state: MeetingState, tmp_path: Path) -> None:
    document = sample("it")
    head = {"id", "date", "kind", "call", "mode", "place", "convocation", "chair", "year"}
    meeting = {key: value for key, value in document["meeting"].items() if key in head}
    document["meeting"] = meeting | {
        "status": status,
        "items": [{"no": 1, "title": "Bilancio", "kind": "decision", "present_voters": 9}],
        "quorum": {"required": 6},
    }
    file = read_committee_file(saved(document, tmp_path))
    (read,) = file.meetings
    assert file.notices == ()
    assert (read.state, read.minutes_state) == (state, MinutesState.NONE)
    assert read.attendees == ()


def test_a_draft_carries_no_number(tmp_path: Path) -> None:
    document = sample("it")
    document["meeting"]["status"] = "draft"
    file = read_committee_file(saved(document, tmp_path))
    (meeting,) = file.meetings
    assert (meeting.state, meeting.minutes_state) == (MeetingState.HELD, MinutesState.DRAFT)
    assert (meeting.number, meeting.label) == (None, "")
    assert [notice.place for notice in file.notices] == ["meeting.number"]


def test_a_committee_without_meetings(tmp_path: Path) -> None:
    document = sample("de")
    del document["meeting"], document["agreement"]
    file = read_committee_file(saved(document, tmp_path))
    assert (file.meetings, file.agreements, file.notices) == ((), (), ())
    assert file.committee.decision_pattern == "{n}/{year}"


def test_claims_may_be_missing(tmp_path: Path) -> None:
    document = sample("da")
    del document["meeting"]["quorum"]
    for item in document["meeting"]["items"]:
        del item["present_voters"], item["decision"]["outcome"]
        item["decision"].pop("result", None)
    assert read_committee_file(saved(document, tmp_path)).notices == ()


def test_bare_counts_stand_where_no_names_are_known(tmp_path: Path) -> None:
    document = sample("de")
    decision = document["meeting"]["items"][3]["decision"]
    for key in ("for", "against", "abstained", "recused"):
        del decision[key]
    file = read_committee_file(saved(document, tmp_path))
    read = file.meetings[0].items[3].decision
    assert read is not None
    assert read.counts is not None
    assert (read.votes, read.counts.votes_for, read.counts.recused) == ((), 3, 1)
    assert file.notices == ()


def test_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + (COMMITTEES / "da_fjordkobing.json").read_bytes())
    assert read_committee_file(path).committee.key == "da"


def test_corrections_are_numbered_as_the_file_says(tmp_path: Path) -> None:
    document = sample("it")
    assert read_committee_file(saved(document, tmp_path)).committee.correction_pattern == (
        "{n}/{year}"
    )
    document["committee"]["correction_pattern"] = "C.{n}/{year}"
    read = read_committee_file(saved(document, tmp_path))
    assert read.committee.correction_pattern == "C.{n}/{year}"
    assert read.notices == read_committee_file(SAMPLES[-1]).notices
