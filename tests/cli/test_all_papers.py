"""Every paper on the command line, made from the demonstration committees."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison_desktop.domain.papers import sha256_of
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


def test_a_register_and_a_slip_for_what_is_in_it(demonstration: Command, tmp_path: Path) -> None:
    minutes, register, slip = (tmp_path / f"{name}.pdf" for name in ("minutes", "register", "slip"))
    assert demonstration("minutes", "borgolume/3-2026", "--out", minutes).status == 0
    digest = sha256_of(minutes.read_bytes())
    wanted = ("borgolume", datetime.now(UTC).year, "--language", "da", "--out", register)
    assert demonstration("register", *wanted).status == 0
    assert digest in text_of(register)
    assert "Register over dokumenter" in text_of(register)
    to = ("--addressee", "Comune di Borgolume")
    result = demonstration("paper", "transmittal-slip", "borgolume/3-2026", *to, "--out", slip)
    assert result.status == 0, result.err
    assert digest in text_of(slip)
    assert "Comune di Borgolume" in text_of(slip)


def test_the_member_list_tells_of_the_day_it_is_asked_for(
    demonstration: Command, tmp_path: Path
) -> None:
    out = tmp_path / "members.pdf"
    before = ("--on", "2020-01-01", "--language", "en")
    assert demonstration("paper", "member-list", "borgolume", *before, "--out", out).status == 0
    assert "As of 1 January 2020" in text_of(out)
    assert "Rosalba Cantaluna" not in text_of(out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("transmittal-slip", "borgolume/3-2026"), "names no paper in the register"),
        (("convocation", "borgolume/99-2026"), "There is no meeting “borgolume/99-2026”"),
        (("member-list", "borgolume", "--on", "yesterday"), "'yesterday'"),
        (("visiting-card", "borgolume"), "visiting-card"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    demonstration: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "paper.pdf"
    result = demonstration("paper", *arguments, "--out", out)
    assert result.status == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert not out.exists()


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
