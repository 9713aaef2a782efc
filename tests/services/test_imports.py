"""Committee files against what is in the store already."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import TieRule
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.services.writing import WriteDiscussion

SAMPLE = Path(__file__).parents[1] / "data" / "committees" / "de_fuldaberg.json"


def changed(tmp_path: Path, change: Any) -> Path:
    """The German sample with a change made to it."""
    document = json.loads(SAMPLE.read_text(encoding="utf-8"))
    change(document)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_the_register_is_never_turned_back(services: Services, tmp_path: Path) -> None:
    services.imports.import_file(SAMPLE)
    meeting = services.meetings.by_ref("de/4-2026")
    services.minutes.file(FileMinutes(meeting_id=meeting.id))
    again = services.imports.import_file(SAMPLE)
    assert again.unchanged
    assert services.committees.by_ref("de").register_next == 65


def test_changed_rules_are_a_new_version(services: Services, store: Store, tmp_path: Path) -> None:
    committee = services.imports.import_file(SAMPLE).committee

    def next_meeting(document: dict[str, Any]) -> None:
        document["committee"]["rules"]["tie"] = "chair_casts"
        document["meeting"] |= {"id": "de-2027-1", "number": 1, "year": 2027, "date": "2027-01-14"}
        document["meeting"]["convocation"]["sent_on"] = "2027-01-04"
        del document["agreement"]

    report = services.imports.import_file(changed(tmp_path, next_meeting))
    assert Kind.MEETING in report.changes
    with store.read() as reading:
        before = reading.committees.rules_on(committee.id, date(2026, 12, 31))
        after = reading.committees.rules_on(committee.id, date(2027, 2, 1))
    assert before is not None
    assert after is not None
    assert (before.rules.tie, after.rules.tie) == (TieRule.REJECTED, TieRule.CHAIR_CASTS)
    assert services.meetings.by_ref("de/4-2026").rules.tie is TieRule.REJECTED


def test_a_number_is_given_once(services: Services, tmp_path: Path) -> None:
    services.imports.import_file(SAMPLE)

    def rename(document: dict[str, Any]) -> None:
        document["meeting"]["id"] = "another"

    with pytest.raises(UserError) as caught:
        services.imports.import_file(changed(tmp_path, rename))
    problem = caught.value.parameters["problem"]
    assert isinstance(problem, UserError)
    assert problem.code == "minutes_number_taken"


def test_a_draft_that_was_worked_on_here_is_left_as_it_is(
    services: Services, tmp_path: Path
) -> None:
    def draft(document: dict[str, Any]) -> None:
        document["meeting"]["status"] = "draft"

    def reworded(document: dict[str, Any]) -> None:
        draft(document)
        document["meeting"]["place"] = "Elsewhere"

    committee = services.imports.import_file(changed(tmp_path, draft)).committee
    row = services.meetings.page(PageRequest(committee_id=committee.id)).rows[0]
    services.imports.import_file(changed(tmp_path, reworded))
    assert services.meetings.record(row.id).meeting.place == "Elsewhere"
    item = services.meetings.record(row.id).meeting.items[0]
    services.meeting_work.writing.write(
        WriteDiscussion(meeting_id=row.id, item_id=item.id, text="Hier geschrieben.")
    )
    report = services.imports.import_file(changed(tmp_path, draft))
    assert report.notices[-1].code == "meeting_kept"
    assert services.meetings.record(row.id).meeting.items[0].discussion == "Hier geschrieben."


def test_final_minutes_are_not_changed_by_a_file(services: Services, tmp_path: Path) -> None:
    services.imports.import_file(SAMPLE)
    before = services.meetings.by_ref("de/4-2026")

    def reword(document: dict[str, Any]) -> None:
        document["meeting"]["items"][0]["decision"]["text"] = "Something else."
        document["committee"]["name"] = "Another name"

    with pytest.raises(UserError) as caught:
        services.imports.import_file(changed(tmp_path, reword))
    problem = caught.value.parameters["problem"]
    assert isinstance(problem, UserError)
    assert problem.code == "minutes_locked"
    assert services.meetings.by_ref("de/4-2026") == before
    assert services.committees.by_ref("de").name != "Another name"
