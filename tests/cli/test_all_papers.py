"""Every paper on the command line, made from the demonstration committees."""

import json
import subprocess
from pathlib import Path

import pytest

from liaison_desktop.paths import resources
from tests.cli.conftest import Command


@pytest.fixture
def demonstration(liaison: Command) -> Command:
    """The command line on a store with two of the demonstration committees."""
    demo = resources() / "demo"
    assert liaison("import", demo / "it.json", demo / "de.json").status == 0
    return liaison


def text_of(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


def test_papers_of_a_meeting_and_of_a_committee(demonstration: Command, tmp_path: Path) -> None:
    planned = "borgolume/borgolume-2026-5"
    for kind, reference, word in (
        ("convocation", planned, "Sala del Telaio"),
        ("attendance-sheet", planned, "Rosalba Cantaluna"),
        ("member-list", "borgolume", "Rosalba Cantaluna"),
    ):
        out = tmp_path / f"{kind}.pdf"
        result = demonstration("paper", kind, reference, "--out", out)
        assert result.status == 0, result.err
        assert word in text_of(out)


def test_a_planned_meeting_begins_when_the_last_one_said(
    demonstration: Command, tmp_path: Path
) -> None:
    out = tmp_path / "convocation.pdf"
    last = json.loads(demonstration("show", "meeting", "haselbrueck/2-2026", "--json").out)
    assert last["state"] == "held"
    result = demonstration("paper", "convocation", "borgolume/borgolume-2026-5", "--out", out)
    assert result.status == 0
    assert "17:30" in text_of(out)


def test_an_excerpt_holds_one_decision(demonstration: Command, tmp_path: Path) -> None:
    out = tmp_path / "excerpt.pdf"
    result = demonstration("minutes", "borgolume/3-2026", "--excerpt", "D.10/2026", "--out", out)
    assert result.status == 0, result.err
    text = text_of(out)
    assert "D.10/2026" in text
    assert "D.11/2026" not in text
    missing = demonstration("minutes", "borgolume/3-2026", "--excerpt", "D.99", "--out", out)
    assert missing.status == 2
    assert "D.99" in missing.err


def test_an_agreement_in_another_language(demonstration: Command, tmp_path: Path) -> None:
    rows = json.loads(demonstration("list", "agreements", "--json").out)
    out = tmp_path / "agreement.pdf"
    result = demonstration("agreement", rows[0]["id"], "--language", "en", "--out", out)
    assert result.status == 0, result.err
    assert "Memorandum of understanding" in text_of(out)


@pytest.mark.parametrize("layout", ["side_by_side", "one_after_other"])
def test_minutes_in_two_languages(demonstration: Command, tmp_path: Path, layout: str) -> None:
    out = tmp_path / "two.pdf"
    result = demonstration(
        "minutes", "borgolume/3-2026", "--second", "en", "--layout", layout, "--out", out
    )
    assert result.status == 0, result.err
    text = text_of(out)
    assert "Ordine del giorno" in text
    assert "Agenda" in text
