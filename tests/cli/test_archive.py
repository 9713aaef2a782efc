"""What becomes of a paper, the book of the register and its check, on the command line."""

import csv
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison_desktop.paths import resources
from tests.cli.conftest import Command

MINUTES = "borgolume/3-2026"
YEAR = datetime.now(UTC).year
TODAY = datetime.now().astimezone().date().isoformat()


@pytest.fixture
def archive(liaison: Command, tmp_path: Path) -> Command:
    """The command line on a store with minutes in the register."""
    assert liaison("import", resources() / "demo" / "it.json").status == 0
    assert liaison("minutes", MINUTES, "--out", tmp_path / "minutes.pdf").status == 0
    return liaison


def rows(archive: Command, folder: Path) -> list[dict[str, str]]:
    out = folder / "book.csv"
    result = archive("register", "borgolume", YEAR, "--out", out)
    assert result.status == 0, result.err
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_what_became_of_a_paper_stands_in_the_book(archive: Command, tmp_path: Path) -> None:
    scan, out = tmp_path / "scan.png", tmp_path / "out"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    refused = archive("refuse", MINUTES, "chair", "--reason", "Punto 4.", "--on", TODAY)
    assert refused.out.strip() == "noted; still to sign: secretary"
    signed = archive("signed-by-hand", MINUTES, "secretary", "--scan", scan)
    assert signed.out.strip() == "noted; nobody else is to sign"
    assert archive("filed", MINUTES, "--by", "Comune", "--number", "123").status == 0
    to = ("--to", "Comune=p@c.example", "--to", "Biblioteca", "--out", out)
    handed = archive("hand-over", MINUTES, *to)
    assert handed.status == 0, handed.err
    assert len(handed.out.splitlines()) == 2
    assert len(list((out / "Biblioteca").glob("*.pdf"))) == 2
    assert archive("receipt", MINUTES, "comune", "--text", "n. 9").status == 0
    assert archive("receipt", MINUTES, "Comune").status == 2
    (row,) = rows(archive, tmp_path)
    assert row["refused"].endswith("Punto 4.")
    assert row["signed_by_hand"]
    assert row["filed_as"].startswith("Comune: 123")
    comune, library = row["handed_to"].split("; ")
    assert "received" in comune
    assert "received" not in library


def test_with_a_sender_messages_are_written(archive: Command, tmp_path: Path) -> None:
    to = ("--to", "Biblioteca=b@b.example", "--edition", "public")
    sender = ("--from", "Ufficio <u@b.example>")
    handed = archive("hand-over", MINUTES, *to, *sender, "--out", tmp_path / "out")
    assert handed.status == 0, handed.err
    (message,) = (tmp_path / "out").glob("*.eml")
    assert "b@b.example" in message.read_text("utf-8")
    full, public = rows(archive, tmp_path)
    assert (full["handed_to"], public["edition"]) == ("", "public")
    assert public["handed_to"].startswith("Biblioteca")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("refuse", MINUTES, "mayor", "--reason", "No."), "“mayor”"),
        (("receipt", MINUTES, "Comune"), "was not handed to Comune"),
        (("register", "borgolume", "1999", "--out", "x.csv"), "nothing of 1999"),
        (("register", "borgolume", str(YEAR), "--out", "x.docx"), "not as .docx"),
        (("register-check", "nowhere"), "“nowhere”"),
    ],
)
def test_what_cannot_be_noted_is_said(
    archive: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = archive(*arguments)
    assert result.status == 2
    assert len(result.err.strip().splitlines()) == 1
    assert words in result.err


def test_a_file_that_was_altered_is_named_by_the_check(archive: Command, tmp_path: Path) -> None:
    whole = archive("register-check", "borgolume")
    assert (whole.status, whole.out.strip()) == (
        0,
        "The register is sound: 1 file is as it was kept, the audit log holds.",
    )
    (store,) = (tmp_path / "profile").glob("*.sqlite3")
    with sqlite3.connect(store) as other:
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'paper_file'"
        for (trigger,) in other.execute(named).fetchall():
            other.execute(f'DROP TRIGGER "{trigger}"')
        other.execute("UPDATE paper_file SET content = CAST(content || 'x' AS BLOB)")
    altered = archive("register-check", "borgolume")
    assert altered.status == 1
    assert "file 0 is not the one that was filed" in altered.out
    told = json.loads(archive("register-check", "borgolume", "--json").out)
    assert not told["sound"]
    assert [each["code"] for each in told["findings"]] == ["paper_file_altered"]
