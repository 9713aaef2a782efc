"""Check, backup, restore, migrate, export, demo."""

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from liaison_desktop.db.engine import connect
from tests.cli.conftest import SAMPLES, Command


def test_a_sound_store_is_called_sound(portochiaro: Command) -> None:
    assert portochiaro("check").status == 0


def test_backup_and_restore(portochiaro: Command, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert portochiaro("backup", "--out", copy).status == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    before = portochiaro("list", "people", "--json").out
    assert portochiaro("import", SAMPLES / "de_fuldaberg.json").status == 0
    assert portochiaro("list", "people", "--json").out != before
    assert portochiaro("restore", copy).status == 0
    assert portochiaro("list", "people", "--json").out == before


def test_a_damaged_backup_is_refused(portochiaro: Command, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    before = portochiaro("list", "people", "--json").out
    assert portochiaro("restore", copy).status == 2
    assert portochiaro("list", "people", "--json").out == before


def test_there_is_nothing_to_migrate(portochiaro: Command) -> None:
    result = portochiaro("migrate")
    assert result.status == 0
    assert "already" in result.out


def tamper(store: Path, *statements: str) -> None:
    """Change the store's file as somebody could who has it: without its triggers."""
    with closing(connect(store)) as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(triggers).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("DELETE FROM audit_entry WHERE sequence = 1", "Portochiaro"),
        ("UPDATE person SET family_name = 'X' WHERE family_name = 'Belcampo'", "Person"),
        ("UPDATE vote SET choice = 'against'", "Meeting"),
        ("UPDATE decision SET outcome = 'rejected'", "Verbale n. 3/2026"),
        ("UPDATE meeting SET date = 'yesterday'", "cannot be read"),
        ("UPDATE person SET email = CAST(x'ff' AS TEXT)", "cannot be read"),
        ("UPDATE audit_entry SET kind = 'unicorn'", "audit log"),
    ],
)
def test_tampering_is_found(
    portochiaro: Command, tmp_path: Path, statement: str, word: str
) -> None:
    tamper(tmp_path / "profile" / "committees.sqlite3", statement)
    result = portochiaro("check")
    assert result.status == 1, result.err
    assert word in result.out


def test_the_check_says_which_committee_it_is_at(portochiaro: Command) -> None:
    assert "[2/3] Comitato Interculturale Cittadino di Portochiaro" in portochiaro("check").err


def test_export_leaves_names_out_unless_asked(portochiaro: Command, tmp_path: Path) -> None:
    for personal in (False, True):
        out = tmp_path / f"csv-{personal}"
        words = ["--personal"] if personal else []
        assert portochiaro("export", "--format", "csv", "--out", out, *words).status == 0
        text = "".join(path.read_text(encoding="utf-8-sig") for path in out.glob("*.csv"))
        assert ("Belcampo" in (out / "people.csv").read_text(encoding="utf-8-sig")) is personal
        assert ("m1@example.org" in text) is personal


def test_export_has_stable_columns_and_iso_dates(portochiaro: Command, tmp_path: Path) -> None:
    out = tmp_path / "csv"
    assert portochiaro("export", "--format", "csv", "--out", out).status == 0
    with (out / "meetings.csv").open(encoding="utf-8-sig", newline="") as stream:
        (meeting,) = csv.DictReader(stream, delimiter=";")
    assert meeting["date"] == "2026-10-14"
    with (out / "decisions.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["outcome"] for row in csv.DictReader(stream, delimiter=";")] == [
            "adopted",
            "noted",
            "adopted",
            "adopted",
            "adjourned",
        ]


def test_export_as_json(portochiaro: Command, tmp_path: Path) -> None:
    out = tmp_path / "json"
    assert portochiaro("export", "--format", "json", "--out", out).status == 0
    assert any(json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*.json"))


def test_the_demonstration_ends_with_valid_minutes(liaison: Command, tmp_path: Path) -> None:
    for _ in range(2):
        result = liaison("demo", "--out", tmp_path / "out")
        assert result.status == 0, result.err + result.out
        told = iter(result.out.splitlines())
        for words in (
            "The draft went to 12 people",
            "objected: “",
            "The committee approved them on",
            "in the register they are CCI-BGL-",
            "chair: Signed by Rosalba Cantaluna",
            "secretary: Signed by Elisa Cartabianca",
            "All 2 signatures are valid and the file unchanged.",
            "Nobody refused to sign.",
            "with a transmittal slip",
        ):
            assert any(words in line for line in told), words
    assert len(json.loads(liaison("list", "committees", "--json").out)) == 5
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 2
    assert liaison("check").status == 0
