"""Tables going out: what spreadsheets and programs find in the files, and no half folder ever."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.tables import EXPORT_SCHEMA, Table, Value, write_csv, write_json
from liaison_desktop.exchange.whole_folder import whole_folder

ROWS: list[dict[str, Value]] = [
    {"id": "1", "name": 'Officina; "Lumaca"\nODV', "voting": True, "date": date(2026, 10, 14)},
    {"id": "2", "name": "جماعة نور الميناء", "voting": False, "date": None},
]
ORGANISATIONS = Table(name="organisations", columns=("id", "name", "voting", "date"), rows=ROWS)


class StoppedError(Exception):
    """Stands for whatever a listener raises to cancel."""


def test_csv_is_utf_8_with_byte_order_mark_and_crlf(tmp_path: Path) -> None:
    paths = write_csv([ORGANISATIONS], tmp_path / "out")
    assert [path.name for path in paths] == ["organisations.csv", "codebook.csv"]
    content = paths[0].read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid;name;voting;date\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1:] == [
        ["1", 'Officina; "Lumaca"\nODV', "true", "2026-10-14"],
        ["2", "جماعة نور الميناء", "false", ""],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+39 091 555", "'+39 091 555"),
        ("-nothing", "'-nothing"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-12,5", "-12,5"),
        ("+7", "+7"),
        ("a=b", "a=b"),
        (-3, "-3"),
        (-2.5, "-2.5"),
        (time(17, 5), "17:05:00"),
    ],
)
def test_cells_that_would_run_as_formulas_are_neutralised(
    value: Value, cell: str, tmp_path: Path
) -> None:
    table = Table(name="notes", columns=("text",), rows=[{"text": value}])
    (path, _) = write_csv([table], tmp_path / "out", delimiter=",")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1] == [cell]


def test_codebook_has_a_line_for_each_column(tmp_path: Path) -> None:
    *_, codebook = write_csv([ORGANISATIONS], tmp_path / "out")
    with codebook.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream, delimiter=";"))
    assert [line["column"] for line in lines] == list(ORGANISATIONS.columns)
    assert {line["table"] for line in lines} == {"organisations"}
    assert all(line["description"] for line in lines)


def test_json_keeps_values_as_they_are(tmp_path: Path) -> None:
    formula = Table(name="notes", columns=("text",), rows=[{"text": "=1+1"}])
    first, second, manifest = write_json([ORGANISATIONS, formula], tmp_path / "out")
    organisations = json.loads(first.read_text(encoding="utf-8"))
    assert (organisations["schema"], organisations["table"]) == (EXPORT_SCHEMA, "organisations")
    assert organisations["rows"][0]["date"] == "2026-10-14"
    assert organisations["rows"][1] == {
        "id": "2",
        "name": "جماعة نور الميناء",
        "voting": False,
        "date": None,
    }
    assert json.loads(second.read_text(encoding="utf-8"))["rows"] == [{"text": "=1+1"}]
    contents = json.loads(manifest.read_text(encoding="utf-8"))
    assert [(t["file"], t["rows"]) for t in contents["tables"]] == [
        ("organisations.json", 2),
        ("notes.json", 1),
    ]
    assert contents["tables"][0]["columns"][1] == {"name": "name", "description": "Name"}


def test_an_empty_table_is_valid_json(tmp_path: Path) -> None:
    path, _ = write_json([Table(name="guests", columns=("name",), rows=[])], tmp_path / "out")
    assert json.loads(path.read_text(encoding="utf-8"))["rows"] == []


@pytest.mark.parametrize("write", [write_csv, write_json])
def test_a_cancelled_export_leaves_nothing(write: object, tmp_path: Path) -> None:
    def rows() -> Iterator[dict[str, Value]]:
        yield ROWS[0]
        raise StoppedError

    assert callable(write)
    broken = Table(name="meetings", columns=ORGANISATIONS.columns, rows=rows())
    with pytest.raises(StoppedError):
        write([ORGANISATIONS, broken], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled_and_a_full_one_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write_csv([ORGANISATIONS], out)
    before = sorted(out.iterdir())
    with pytest.raises(UserError, match="folder_not_empty"):
        write_json([ORGANISATIONS], out)
    assert sorted(out.iterdir()) == before


def test_parents_are_made(tmp_path: Path) -> None:
    (path, _) = write_csv([ORGANISATIONS], tmp_path / "a" / "b")
    assert path == tmp_path / "a" / "b" / "organisations.csv"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("kept", encoding="utf-8")
    with pytest.raises(UserError, match="folder_not_written"):
        write_csv([ORGANISATIONS], tmp_path / "out")
    with pytest.raises(UserError, match="folder_not_written"):
        write_csv([ORGANISATIONS], tmp_path / "out" / "inner")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="disk_full"), whole_folder(tmp_path / "out"):
        Path("/dev/full").write_bytes(b"x" * 10_000)
    assert list(tmp_path.iterdir()) == []
