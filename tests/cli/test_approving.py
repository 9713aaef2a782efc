"""Minutes from the draft to final on the command line."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.paths import resources
from tests.cli.conftest import Command

DRAFT = "borgolume/borgolume-2026-4"
TODAY = datetime.now().astimezone().date()
UNTIL = (TODAY + timedelta(days=7)).isoformat()


@pytest.fixture
def liaison_with_draft(liaison: Command) -> Command:
    """The command line on a store with minutes that are a draft."""
    assert liaison("import", resources() / "demo" / "it.json").status == 0
    return liaison


def shown(liaison: Command) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(liaison("show", "minutes", DRAFT, "--json").out)
    return told


def test_the_way_from_draft_to_final(liaison_with_draft: Command, tmp_path: Path) -> None:
    liaison, drafts = liaison_with_draft, tmp_path / "drafts"
    sent = liaison(
        "circulate", DRAFT, "--until", UNTIL, "--out", drafts, "--from", "Ufficio <a@b.example>"
    )
    assert sent.status == 0, sent.err
    assert len(sent.out.splitlines()) == len(list(drafts.glob("*.eml"))) > 5
    noted = liaison("objection", DRAFT, "--by", "Ada Fabbri", "--text", "Manca il punto 3.")
    assert noted.status == 0, noted.err
    refused = liaison("finalise", DRAFT)
    assert refused.status == 2
    assert "ruled on" in refused.err
    assert liaison("ruling", DRAFT, "2", "rejected").status == 2
    assert liaison("ruling", DRAFT, "1", "rejected", "--answer", "È nel testo.").status == 0
    approved = liaison("approve", DRAFT, "--in", "Seduta n. 5/2026, delibera 12")
    assert approved.status == 0, approved.err
    assert liaison("finalise", DRAFT).out.strip() == "Verbale n. 4/2026"
    told = shown(liaison)
    assert told["state"] == "final"
    assert told["approval"]["words"] == "Seduta n. 5/2026, delibera 12"
    (objection,) = told["objections"]
    assert objection["ruling"] == "rejected"


def test_what_cannot_be_done_now_is_said_and_changes_nothing(liaison_with_draft: Command) -> None:
    liaison = liaison_with_draft
    before = shown(liaison)
    for wrong in (
        ("objection", DRAFT, "--by", "Ada", "--text", "Too early"),
        ("approve", DRAFT),
        ("approve", DRAFT, "--in", "Seduta", "--on", "2020-01-01"),
    ):
        result = liaison(*wrong)
        assert result.status == 2
        assert len(result.err.splitlines()) == 1
    assert shown(liaison) == before
