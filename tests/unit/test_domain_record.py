"""The record of a meeting as a plain document."""

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.decisions import Action, Method
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.record import record_document
from liaison_desktop.domain.sheet import Guest
from tests.unit.committee_meetings import (
    decision,
    item,
    meeting_of,
    present,
    seat_id,
    secretary,
    votes,
)
from tests.unit.test_domain_samples import fuldaberg, portochiaro


def written(meeting: Meeting) -> dict[str, Any]:
    """The document as a reader of the JSON gets it."""
    text = json.dumps(record_document(meeting, assess(meeting)))
    document: dict[str, Any] = json.loads(text)
    return document


def test_the_document_shows_quorum_and_its_course() -> None:
    document = written(portochiaro())
    assert document["quorum"]["required"] == 6
    assert document["quorum"]["rule"] == "more_than_half"
    assert document["quorum"]["present_at_opening"] == 7
    assert document["quorum"]["established"] is True
    arrival = document["quorum_trail"][1]
    assert (arrival["at"], arrival["item"], arrival["present"]) == ("17:35", 3, 8)
    assert (arrival["cause"], arrival["quorate"], arrival["seats"]) == ("arrival", True, ["m6"])
    assert (document["chair"], document["opened"], document["date"]) == (
        "m1",
        "17:00",
        "2026-10-14",
    )


def test_the_document_shows_votes_and_the_rule_applied() -> None:
    tied = written(fuldaberg())["items"][3]["decision"]
    counts = [tied[key] for key in ("for", "against", "abstained", "recused", "voters")]
    assert counts == [3, 3, 1, 1, 7]
    assert (tied["outcome"], tied["declared_outcome"], tied["number"]) == ("rejected", None, None)
    assert {"seat": "m5", "choice": "recused"} in tied["votes"]


def test_the_document_tells_no_names_of_a_secret_ballot() -> None:
    secret = decision(votes((1, 2), (3,)), Method.SECRET)
    document = written(meeting_of([*present(1, 2, 3), secretary()], items=[item(1, secret)]))
    assert document["items"][0]["decision"]["votes"] == []
    assert document["items"][0]["decision"]["for"] == 2


def test_the_document_carries_guests_and_actions() -> None:
    todo = Action(id=UUID(int=7), text="Book the hall", seat_id=seat_id(1), due=date(2026, 11, 6))
    undated = replace(todo, seat_id=None, due=None)
    meeting = replace(
        meeting_of(
            present(1),
            items=[replace(item(1), actions=(todo, undated))],
            opened=None,
            chair=None,
            secretary=None,
        ),
        guests=(Guest(name="Ippolito Granasole", reason="item 3"),),
    )
    document = written(meeting)
    assert [(a["seat"], a["due"]) for a in document["items"][0]["actions"]] == [
        ("m1", "2026-11-06"),
        (None, None),
    ]
    assert document["items"][0]["decision"] is None
    assert (document["opened"], document["chair"], document["secretary"]) == (None, None, None)
    assert document["guests"][0]["name"] == "Ippolito Granasole"


def test_a_planned_meeting_has_a_document_too() -> None:
    document = written(meeting_of([], opened=None, closed=None))
    assert (document["chair"], document["attendance"]) == (None, [])
    assert document["quorum"]["established"] is False
