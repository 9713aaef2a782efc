"""Wrong use and bad input: status 2, one sentence, nothing changed, never a traceback."""

from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Command


def assert_refused(result: object, *words: str) -> None:
    status, out, err = result.status, result.out, result.err  # type: ignore[attr-defined]  # any Result
    assert status == 2, (out, err)
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    for word in words:
        assert word in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "unicorns"),
        ("list",),
        ("fly",),
        ("--wings", "list", "people"),
        ("minutes", "it/3-2026"),
        ("export", "--format", "pdf", "--out", "x"),
    ],
)
def test_wrong_use(liaison: Command, arguments: tuple[str, ...]) -> None:
    assert_refused(liaison(*arguments))


def test_a_store_that_is_missing(liaison: Command, tmp_path: Path) -> None:
    assert_refused(liaison("list", "people"), "profile")
    assert not (tmp_path / "profile" / "committees.sqlite3").exists()


@pytest.mark.parametrize("content", [b"", b"not a store at all" * 300, b"SQLite format 3\x00"])
def test_a_file_that_is_no_store(liaison: Command, tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "strange.sqlite3"
    store.write_bytes(content)
    assert_refused(liaison("--store", store, "list", "people"), "strange.sqlite3")
    assert store.read_bytes() == content


def test_an_unknown_reference(portochiaro: Command) -> None:
    assert_refused(portochiaro("show", "meeting", "it/9-2026"), "it/9-2026")
    assert_refused(portochiaro("show", "committee", "Atlantis"), "Atlantis")


def test_a_broken_committee_file(liaison: Command, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"schema": "icc-demo/1",', encoding="utf-8")
    assert_refused(liaison("import", file), "broken.json")


def test_all_or_nothing(portochiaro: Command, tmp_path: Path) -> None:
    before = portochiaro("list", "people", "--json").out
    text = (SAMPLES / "de_fuldaberg.json").read_text(encoding="utf-8")
    file = tmp_path / "half.json"
    file.write_text(text.replace('"m6",', '"m4",', 1), encoding="utf-8")
    assert_refused(portochiaro("import", file), "half.json")
    assert portochiaro("list", "people", "--json").out == before


def test_a_pdf_without_fields_and_one_that_is_none(liaison: Command, tmp_path: Path) -> None:
    file = tmp_path / "note.pdf"
    file.write_bytes(b"%PDF-1.7\nnothing\n%%EOF")
    key = tmp_path / "key.p12"
    assert_refused(liaison("verify", file), "note.pdf")
    assert_refused(liaison("sign", file, "--field", "chair", "--key", key), "key.p12")


def test_a_language_nobody_here_speaks(portochiaro: Command, tmp_path: Path) -> None:
    out = tmp_path / "minutes.pdf"
    assert_refused(portochiaro("minutes", "it/3-2026", "--language", "tlh", "--out", out), "tlh")
    assert not out.exists()


@pytest.mark.parametrize("tag", ["tlh", "{x}", "../../etc", "italian"])
def test_a_window_language_nobody_here_speaks(portochiaro: Command, tag: str) -> None:
    assert_refused(portochiaro("--language", tag, "list", "people"), tag)


def test_the_language_of_a_region_is_that_of_its_country(portochiaro: Command) -> None:
    assert "la seduta" in portochiaro("--language", "it-CH", "show", "meeting", "it/9-2026").err


def test_a_number_no_minutes_can_have(portochiaro: Command) -> None:
    assert_refused(portochiaro("show", "meeting", f"it/{10**20}-2026"), "no meeting")


def test_places_that_cannot_be_written(portochiaro: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    within = tmp_path / "file" / "within"
    before = portochiaro("show", "minutes", "it/3-2026", "--json").out
    for out in (within, tmp_path, "", tmp_path / "no folder" / "minutes.pdf"):
        assert_refused(portochiaro("minutes", "it/3-2026", "--out", out))
    assert portochiaro("show", "minutes", "it/3-2026", "--json").out == before
    for out in (within, tmp_path, ""):
        assert_refused(portochiaro("backup", "--out", out))
    assert_refused(portochiaro("demo", "--out", within))
    assert "borgolume" not in portochiaro("list", "committees").out
    sample = SAMPLES / "it_portochiaro.json"
    assert_refused(portochiaro("--store", within / "store.sqlite3", "import", sample))


def test_a_profile_that_cannot_be_made(liaison: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    within = tmp_path / "file" / "within"
    sample = SAMPLES / "it_portochiaro.json"
    assert_refused(liaison("--profile", within, "import", sample), "within")
    assert_refused(liaison("--profile", within, "list", "people"), "within")


def test_a_fault_of_the_program_is_one_line_even_without_a_log(
    liaison: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, create: bool) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("liaison_desktop.bootstrap.Program.services", fail)
    (tmp_path / "file").touch()
    assert_refused(liaison("--profile", tmp_path / "file" / "within", "check"), "a bug")
