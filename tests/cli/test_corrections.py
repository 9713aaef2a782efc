"""Correcting final minutes on the command line, to the signed note that anybody can verify."""

import json
import subprocess
from pathlib import Path

import pytest

from liaison_desktop.domain.papers import sha256_of
from liaison_desktop.paths import resources
from liaison_desktop.services.keys import CreateKey, KeyService
from tests.cli.conftest import Command, Result

MINUTES = "borgolume/1-2026"
PASSAGE = ("--passage", "2", "quattro laboratori", "cinque laboratori", "errore di scrittura")
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def filed(liaison: Command, tmp_path: Path) -> Command:
    """The command line on a store with minutes in the register."""
    assert liaison("import", resources() / "demo" / "it.json").status == 0
    assert liaison("minutes", MINUTES, "--out", tmp_path / "minutes.pdf").status == 0
    return liaison


def held_on(liaison: Command) -> str:
    return str(json.loads(liaison("show", "meeting", MINUTES, "--json").out)["date"])


def correct(liaison: Command, out: Path, *more: object, minutes: str = MINUTES) -> Result:
    options = ("--decided-on", held_on(liaison), "--decided-in", "Verbale n. 2/2026")
    return liaison("correct", minutes, *options, "--out", out, *more)


def text_of(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


def test_a_correction_and_what_is_told_of_it(filed: Command, tmp_path: Path) -> None:
    out = tmp_path / "note.pdf"
    elsewhere = ("--passage", "-", "19:10", "19:20", "")
    result = correct(filed, out, *PASSAGE, *elsewhere)
    assert result.status == 0, result.err
    digest = sha256_of(out.read_bytes())
    assert "correction note no. 1/2026" in result.out
    assert digest in result.out
    for words in ("Nota di rettifica n. 1/2026", "cinque laboratori", "19:20"):
        assert words in text_of(out)
    shown = json.loads(filed("show", "minutes", MINUTES, "--json").out)
    assert len(shown["papers"]) == 1
    (correction,) = shown["corrections"]
    assert (correction["number"], correction["sha256"]) == ("1/2026", digest)
    assert [p["item_no"] for p in correction["passages"]] == [2, None]
    assert correction["unsigned"] == [s["field"] for s in shown["signatories"]]
    number = correction["register_number"]
    assert f"1/2026 ({number})" in filed("list", "minutes").out
    assert "register number: " + number in filed("show", "minutes", MINUTES).out


def test_the_note_is_signed_and_verified_like_the_minutes(
    filed: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, keys = tmp_path / "note.pdf", KeyService(tmp_path / "keys")
    assert correct(filed, out, *PASSAGE, "--language", "el").status == 0
    assert "In the register as" in filed("verify", out).out
    monkeypatch.setenv("PASSPHRASE", PASSPHRASE)
    trust: list[object] = []
    for field, name in (("chair", "Rosalba Cantaluna"), ("secretary", "Elisa Cartabianca")):
        key = keys.create(CreateKey(name=name, organisation="", passphrase=PASSPHRASE))
        options = ("--field", field, "--key", key.path, "--passphrase-env", "PASSPHRASE")
        assert filed("sign", out, *options).status == 0
        trust += ["--trust", key.path.with_suffix(".pem")]
    assert filed("verify", out, *trust).status == 0


def test_a_note_in_one_more_language(filed: Command, tmp_path: Path) -> None:
    out, danish = tmp_path / "note.pdf", tmp_path / "rettelse.pdf"
    correct(filed, out, *PASSAGE)
    (note,) = json.loads(filed("show", "minutes", MINUTES, "--json").out)["corrections"]
    number = note["register_number"]
    for _ in range(2):
        result = filed("paper", "correction-note", number, "--language", "da", "--out", danish)
        assert result.status == 0, result.err
    assert "Rettelse nr. 1/2026" in text_of(danish)
    again = tmp_path / "again.pdf"
    assert filed("paper", "correction-note", number, "--out", again).status == 0
    assert again.read_bytes() == out.read_bytes()
    notes = json.loads(filed("show", "minutes", MINUTES, "--json").out)["corrections"]
    assert [each["language"] for each in notes] == ["it", "da"]
    refused = filed("paper", "correction-note", MINUTES, "--out", danish)
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert "is no correction note" in refused.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--passage"),
        (("--passage", "2", "quattro", "cinque"), "--passage"),
        (("--passage", "two", "quattro", "cinque", ""), "Passage 1: “two” is no number"),
        (("--passage", "²", "quattro", "cinque", ""), "Passage 1: “²” is no number"),
        (("--passage", "99", "quattro", "cinque", ""), "Passage 1: there is no item 99"),
        ((*PASSAGE, "--passage", "2", "", "cinque", ""), "Passage 2: the text as it stands"),
        (("--passage", "2", "otto", "otto", ""), "Passage 1: the corrected text is the one"),
        ((*PASSAGE, "--decided-in", " "), "which meeting or resolution"),
        ((*PASSAGE, "--decided-on", "2020-01-01"), "the meeting was only on"),
        ((*PASSAGE, "--decided-on", "2199-01-01"), "that day is still to come"),
        ((*PASSAGE, "--decided-on", "yesterday"), "'yesterday'"),
        ((*PASSAGE, "--out", "/nowhere/note.pdf"), "/nowhere/note.pdf"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_is_kept(
    filed: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "note.pdf"
    result = correct(filed, out, *arguments)
    assert result.status == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert not out.exists()
    assert json.loads(filed("show", "minutes", MINUTES, "--json").out)["corrections"] == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("borgolume/2-2026", "Verbale n. 2/2026: these minutes are not in the register"),
        ("borgolume/99-2026", "There is no meeting “borgolume/99-2026”"),
        ("nowhere/1-2026", "There is no committee “nowhere”"),
    ],
)
def test_minutes_that_are_not_there_cannot_be_corrected(
    filed: Command, tmp_path: Path, minutes: str, words: str
) -> None:
    result = correct(filed, tmp_path / "note.pdf", *PASSAGE, minutes=minutes)
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert words in result.err
