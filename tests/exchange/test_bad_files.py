"""Bad files: one change to a good sample, and the error that names it and its place."""

import json
import sys
from pathlib import Path

import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import sentence
from tests.exchange.sample_files import REMOVED, Json, changed, sample, saved

M6 = "meeting.attendance[5]"
D4 = "meeting.items[3].decision"

# What is changed in the Italian sample; the code; the place, where it is another one.
CHANGES: list[tuple[dict[str, Json], str, str]] = [
    # keys and types
    ({"schema": "icc-demo/2"}, "schema_unknown", "schema"),
    ({"schema": REMOVED}, "json_missing", "schema"),
    ({"lang": "fr"}, "language_unknown", "lang"),
    ({"fictional": "yes"}, "json_not_flag", "fictional"),
    ({"committee": REMOVED}, "json_missing", "committee"),
    ({"committee": []}, "json_not_object", "committee"),
    ({"committee.name": REMOVED}, "json_missing", "committee.name"),
    ({"committee.name": None}, "json_missing", "committee.name"),
    ({"committee.name": "  "}, "json_blank", "committee.name"),
    ({"committee.name": 7}, "json_not_text", "committee.name"),
    ({"committee.name": "A\x00B"}, "json_control_character", "committee.name"),
    ({"committee.name": "A\ud800B"}, "json_control_character", "committee.name"),
    ({"committee.id": "i/t"}, "committee_key", "committee.id"),
    ({"committee.country": "Italia"}, "country_code", "committee.country"),
    ({"committee.seats": "10"}, "json_not_number", "committee.seats"),
    ({"committee.seats": True}, "json_not_number", "committee.seats"),
    ({"committee.seats": 10.0}, "json_not_number", "committee.seats"),
    ({"committee.seats": 10**30}, "json_not_number", "committee.seats"),
    ({"committee.seats": 0}, "json_number_range", "committee.seats"),
    ({"committee.seats": -1}, "json_number_range", "committee.seats"),
    ({"committee.number_pattern": "Nr. {year}"}, "minutes_pattern", "committee.number_pattern"),
    (
        {"committee.number_pattern": "{n.real}/{year}"},
        "minutes_pattern",
        "committee.number_pattern",
    ),
    (
        {"committee.correction_pattern": "C.{no}"},
        "minutes_pattern",
        "committee.correction_pattern",
    ),
    ({"committee.register.next": 0}, "json_number_range", "committee.register.next"),
    (
        {"committee.term_of_office.end": "2025-03-17"},
        "term_reversed",
        "committee.term_of_office.end",
    ),
    ({"committee.rules.quorum": "half"}, "json_choice", "committee.rules.quorum"),
    ({"committee.rules.quorum": REMOVED}, "json_missing", "committee.rules.quorum"),
    ({"committee.rules.notice_days": -5}, "json_number_range", "committee.rules.notice_days"),
    ({"committee.rules.signatories": "chair"}, "json_not_list", "committee.rules.signatories"),
    ({"committee.rules.signatories[1]": "x"}, "json_choice", "committee.rules.signatories[1]"),
    # people
    ({"organisations[1].id": "o1"}, "key_twice", "organisations[1].id"),
    ({"organisations[2].constituency": "cso"}, "json_choice", "organisations[2].constituency"),
    ({"organisations[7].name_native": "x"}, "json_not_object", "organisations[7].name_native"),
    (
        {"organisations[7].name_native.lang": "?"},
        "json_language",
        "organisations[7].name_native.lang",
    ),
    ({"members": {}}, "json_not_list", "members"),
    ({"members[0]": "m1"}, "json_not_object", "members[0]"),
    ({"members[1].id": "m1"}, "key_twice", "members[1].id"),
    ({"members[2].organisation": "o99"}, "organisation_not_in_file", "members[2].organisation"),
    ({"members[3].voting": 1}, "json_not_flag", "members[3].voting"),
    (
        {"members[3].substitute.given_name": REMOVED},
        "json_missing",
        "members[3].substitute.given_name",
    ),
    # the head of a meeting
    ({"meeting.status": "finished"}, "json_choice", "meeting.status"),
    ({"meeting.id": REMOVED}, "json_missing", "meeting.id"),
    ({"meeting.number": REMOVED}, "json_missing", "meeting.number"),
    ({"meeting.number": -3}, "json_number_range", "meeting.number"),
    ({"meeting.date": "2026-02-30"}, "json_date", "meeting.date"),
    ({"meeting.date": "14.10.2026"}, "json_date", "meeting.date"),
    ({"meeting.date": "0026-10-14"}, "json_date", "meeting.date"),
    ({"meeting.opened": "24:00"}, "json_time", "meeting.opened"),
    ({"meeting.opened": "5 pm"}, "json_time", "meeting.opened"),
    ({"meeting.closed": "16:59"}, "closed_before_opened", "meeting.closed"),
    ({"meeting.closed": REMOVED}, "json_missing", "meeting.closed"),
    ({"meeting.chair": "m99"}, "member_not_in_file", "meeting.chair"),
    ({"meeting.secretary": REMOVED}, "json_missing", "meeting.secretary"),
    (
        {"meeting.convocation.sent_on": "2026-10-15"},
        "convened_after_meeting",
        "meeting.convocation.sent_on",
    ),
    ({"meeting.guests[0].name": REMOVED}, "json_missing", "meeting.guests[0].name"),
    ({"meeting.annexes[1]": 2}, "json_not_text", "meeting.annexes[1]"),
    ({"meeting.next_meeting.time": "25:00"}, "json_time", "meeting.next_meeting.time"),
    ({"meeting.quorum.rule": "half"}, "json_choice", "meeting.quorum.rule"),
    ({"meeting.quorum.established": 1}, "json_not_flag", "meeting.quorum.established"),
    ({"meetings": [{}]}, "json_missing", "meetings[0].status"),
    ({"summary_ar": 5}, "json_not_text", "summary_ar"),
    # attendance
    ({"meeting.attendance": REMOVED}, "json_missing", "meeting.attendance"),
    (
        {"meeting.attendance[0].member": "x"},
        "member_not_in_file",
        "meeting.attendance[0].member",
    ),
    ({"meeting.attendance[1].member": "m1"}, "attendance_twice", "meeting.attendance[1].member"),
    ({"meeting.attendance[0]": REMOVED}, "vote_by_absent", "meeting.items[0].decision.for[0]"),
    ({"meeting.attendance[1].status": "late"}, "json_choice", "meeting.attendance[1].status"),
    (
        {"meeting.attendance[8].arrived": "17:10"},
        "attendance_times_unwanted",
        "meeting.attendance[8].arrived",
    ),
    (
        {"meeting.attendance[9].left_after_item": 2},
        "attendance_times_unwanted",
        "meeting.attendance[9].left_after_item",
    ),
    (
        {"meeting.attendance[0].substitute": "Ginevra Rocalta"},
        "substitute_unwanted",
        "meeting.attendance[0].substitute",
    ),
    (
        {"meeting.attendance[0].status": "substituted"},
        "substitute_unknown",
        "meeting.attendance[0].substitute",
    ),
    ({f"{M6}.arrived_at_item": REMOVED}, "arrival_without_item", f"{M6}.arrived_at_item"),
    ({f"{M6}.arrived_at_item": 6}, "item_not_on_agenda", f"{M6}.arrived_at_item"),
    ({f"{M6}.arrived": "19:30"}, "time_outside_meeting", f"{M6}.arrived"),
    (
        {f"{M6}.left": "17:30", f"{M6}.left_after_item": 4},
        "left_before_arrival",
        f"{M6}.left",
    ),
    ({f"{M6}.left_after_item": 2}, "left_before_arrival", f"{M6}.left_after_item"),
    ({f"{M6}.left": "18:30"}, "departure_without_item", f"{M6}.left_after_item"),
    ({f"{M6}.left": "19:11", f"{M6}.left_after_item": 5}, "time_outside_meeting", f"{M6}.left"),
    # items, decisions, actions
    ({"meeting.items[4].no": 4}, "item_twice", "meeting.items[4].no"),
    ({"meeting.items[4].no": 0}, "json_number_range", "meeting.items[4].no"),
    ({"meeting.items[4].title": ""}, "json_blank", "meeting.items[4].title"),
    ({"meeting.items[4].kind": "vote"}, "json_choice", "meeting.items[4].kind"),
    ({"meeting.items[0].discussion": "x"}, "json_not_list", "meeting.items[0].discussion"),
    (
        {"meeting.items[0].present_voters": -1},
        "json_number_range",
        "meeting.items[0].present_voters",
    ),
    ({f"{D4}.method": "acclamation"}, "json_choice", f"{D4}.method"),
    ({f"{D4}.outcome": "passed"}, "json_choice", f"{D4}.outcome"),
    ({f"{D4}.for[2]": "m77"}, "member_not_in_file", f"{D4}.for[2]"),
    ({f"{D4}.for[2]": "m9"}, "vote_by_absent", f"{D4}.for[2]"),
    ({f"{D4}.for[2]": "s1"}, "vote_without_right", f"{D4}.for[2]"),
    ({f"{D4}.against[1]": "m3"}, "vote_twice", f"{D4}.against[1]"),
    ({f"{D4}.for[5]": "m3"}, "vote_twice", f"{D4}.for[5]"),
    (
        {"meeting.items[0].decision.for[6]": "m6"},
        "vote_by_absent",
        "meeting.items[0].decision.for[6]",
    ),
    (
        {f"{D4}.for": [], f"{D4}.against": [], f"{D4}.abstained": [], f"{D4}.result": None},
        "vote_empty",
        D4,
    ),
    ({f"{D4}.result.votes_for": 6}, "result_too_big", f"{D4}.result"),
    ({f"{D4}.result.votes_for": -1}, "json_number_range", f"{D4}.result.votes_for"),
    (
        {"meeting.items[3].actions[0].who": "m0"},
        "member_not_in_file",
        "meeting.items[3].actions[0].who",
    ),
    ({"meeting.items[3].actions[0].due": "soon"}, "json_date", "meeting.items[3].actions[0].due"),
    # agreements
    ({"agreement.parties[1]": "o99"}, "organisation_not_in_file", "agreement.parties[1]"),
    ({"agreement.parties[1]": "o1"}, "party_twice", "agreement.parties[1]"),
    ({"agreement.status": "new"}, "json_choice", "agreement.status"),
    ({"agreement.renewal": "automatic_0"}, "json_choice", "agreement.renewal"),
    ({"agreement.duration_months": 0}, "json_number_range", "agreement.duration_months"),
    ({"agreement.signed_on": "2026-13-01"}, "json_date", "agreement.signed_on"),
]


@pytest.mark.parametrize(
    ("changes", "code", "place"), CHANGES, ids=[f"{code}-{place}" for _, code, place in CHANGES]
)
def test_each_mistake_is_named_with_its_place(
    changes: dict[str, Json], code: str, place: str, tmp_path: Path
) -> None:
    document = sample("it")
    for where, value in changes.items():
        changed(document, where, value)
    error = _refused(saved(document, tmp_path))
    assert (error.code, error.parameters["place"]) == (code, place)
    shown = sentence(error, Catalogue("en"))
    assert shown.startswith(f"committee.json, {place}: ")


def test_a_doubled_vote_names_both_places(tmp_path: Path) -> None:
    document = sample("it")
    changed(document, f"{D4}.abstained[0]", "m2")
    error = _refused(saved(document, tmp_path))
    assert (error.parameters["place"], error.parameters["first"]) == (
        f"{D4}.abstained[0]",
        f"{D4}.against[0]",
    )


def test_an_unknown_value_names_the_allowed_ones(tmp_path: Path) -> None:
    document = sample("it")
    changed(document, "committee.rules.tie", "coin")
    assert _refused(saved(document, tmp_path)).parameters["allowed"] == "rejected, chair_casts"


def test_two_meetings_of_one_number(tmp_path: Path) -> None:
    document = sample("it")
    document["meetings"] = [json.loads(json.dumps(document["meeting"])) | {"id": "other"}]
    error = _refused(saved(document, tmp_path))
    assert (error.code, error.parameters["place"]) == ("meeting_number_twice", "meetings[0].number")


def test_rules_need_a_day_from_which_they_hold(tmp_path: Path) -> None:
    document = sample("it")
    del document["committee"]["established_on"], document["committee"]["term_of_office"]
    assert (
        read_committee_file(saved(document, tmp_path)).rules.valid_from.isoformat() == "2026-10-14"
    )
    del document["meeting"]
    del document["summary_ar"]
    assert _refused(saved(document, tmp_path)).parameters["place"] == "committee.established_on"


BYTES = [
    (b"", "json_grammar"),
    (b'{"schema": "icc-demo/1",\n "lang": }', "json_grammar"),
    (b'{"schema": "icc-demo/1"', "json_grammar"),
    (b"\xff\xfe{\x00}\x00", "json_encoding"),
    (b'{"schema": "icc-demo/1", "notice": "K\xf8benhavn"}', "json_encoding"),
    (b"[]", "json_not_one_object"),
    (b'"icc-demo/1"', "json_not_one_object"),
    (b"null", "json_not_one_object"),
    (b'{"schema": NaN}', "json_constant"),
    (b'{"schema": -Infinity}', "json_constant"),
    (b'{"schema": ' + b"9" * 10_000 + b"}", "json_not_text"),
    (b'{"schema": 1e999}', "json_not_text"),
    (b'{"schema": "icc-demo/1", "schema": "icc-demo/1"}', "json_key_twice"),
    (b"[" * 200_000, "json_depth"),
    (b'{"a":' * 200_000, "json_depth"),
    (b'{"schema": ' + b"[" * 500 + b"]" * 500 + b"}", "json_not_text"),
]


@pytest.mark.parametrize(("content", "code"), BYTES, ids=[f"{c}-{b[:24]!r}" for b, c in BYTES])
def test_what_is_no_committee_file_at_all(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    error = _refused(path)
    assert error.code == code
    assert "broken.json" in sentence(error, Catalogue("en"))


def test_broken_json_names_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"schema": "icc-demo/1",\n "lang": }', encoding="utf-8")
    assert _refused(path).parameters == {"file": "broken.json", "line": 2, "column": 10}


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert _refused(tmp_path / "missing.json").code == "file_missing"
    large = tmp_path / "large.json"
    with large.open("wb") as stream:
        stream.truncate(20 * 1024 * 1024 + 1)
    assert _refused(large).code == "json_too_large"
    if sys.platform != "win32":
        assert _refused(tmp_path).code == "file_is_folder"


def test_strange_keys_are_quoted_in_places(tmp_path: Path) -> None:
    document = sample("it")
    document["meeting"]["a b\n\ud800"] = 1
    (notice,) = read_committee_file(saved(document, tmp_path)).notices
    assert notice.place == 'meeting."a b\\n\\ud800"'


def _refused(path: Path) -> UserError:
    with pytest.raises(UserError) as refused:
        read_committee_file(path)
    return refused.value
