"""The command line counts attendance."""

import json
from pathlib import Path

from tests.cli.conftest import SAMPLES, Command


def test_attendance_is_counted_and_saved(liaison: Command, tmp_path: Path) -> None:
    liaison("import", SAMPLES / "it_portochiaro.json")
    told = json.loads(liaison("attendance", "it", "--json").out)
    assert told["meetings"] == 1
    assert sum(line["meetings"] for line in told["people"]) == len(told["people"])
    assert [line["name"] for line in told["constituencies"]] == [None]
    assert "%" in liaison("attendance", "it").out
    before = json.loads(liaison("attendance", "it", "--until", "2001-01-01", "--json").out)
    assert (before["meetings"], before["people"]) == (0, [])
    out = tmp_path / "figures.csv"
    assert liaison("attendance", "it", "--out", out).status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfby;name;members")
    wrong = liaison("attendance", "it", "--from", "2026-02-01", "--until", "2026-01-01")
    assert (wrong.status, wrong.out) == (2, "")
    assert "before it begins" in wrong.err
