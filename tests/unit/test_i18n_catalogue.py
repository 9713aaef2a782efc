"""The catalogue of each language, and what it falls back to."""

import os
import shutil
from pathlib import Path

import pytest

from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue, known_language
from tools.build_catalogues import compile_catalogues
from tools.update_strings import TRANSLATIONS

SOURCE = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "paper"
msgid "Annexes"
msgstr "{word}"
"""


def written(folder: Path, language: str, word: str) -> Path:
    path = folder / language / "LC_MESSAGES" / "liaison.po"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE.format(word=word), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("de-AT", "de_AT"),
        ("de_at", "de_AT"),
        ("de-CH", "de"),
        ("it_IT.UTF-8", "it"),
        ("EL", "el"),
        ("fi", "en"),
        ("", "en"),
        ("C", "en"),
    ],
)
def test_the_nearest_language_is_taken(tag: str, language: str) -> None:
    assert known_language(tag) == language
    assert Catalogue(tag).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_arabic_is_written_from_right_to_left(language: str) -> None:
    catalogue = Catalogue(language)
    assert catalogue.direction == ("rtl" if language == "ar" else "ltr")
    assert catalogue.tag == language.replace("_", "-")


def test_austrian_german_falls_back_to_german_then_to_english(tmp_path: Path) -> None:
    written(tmp_path, "de", "Anlagen")
    assert Catalogue("de_AT", tmp_path).pgettext("paper", "Annexes") == "Anlagen"
    written(tmp_path, "de_AT", "Beilagen")
    assert Catalogue("de_AT", tmp_path).pgettext("paper", "Annexes") == "Beilagen"
    assert Catalogue("de", tmp_path).pgettext("paper", "Annexes") == "Anlagen"
    assert Catalogue("de_AT", tmp_path).pgettext("paper", "Agenda") == "Agenda"


def test_a_language_without_a_catalogue_says_it_in_english(tmp_path: Path) -> None:
    catalogue = Catalogue("it", tmp_path)
    assert catalogue.gettext("Chair") == "Chair"
    assert catalogue.ngettext("a key", "keys", 2) == "keys"


def test_a_compiled_catalogue_is_read_without_its_source(tmp_path: Path) -> None:
    source = written(tmp_path, "it", "Allegati")
    assert len(list(compile_catalogues(tmp_path, tmp_path))) == 1
    source.unlink()
    assert Catalogue("it", tmp_path).pgettext("paper", "Annexes") == "Allegati"


def test_a_newer_source_counts_more_than_the_compiled_catalogue(tmp_path: Path) -> None:
    source = written(tmp_path, "it", "Vecchio")
    (compiled,) = compile_catalogues(tmp_path, tmp_path)
    source.write_text(SOURCE.format(word="Nuovo"), encoding="utf-8")
    newer = compiled.stat().st_mtime_ns + 1_000_000
    os.utime(source, ns=(newer, newer))
    assert Catalogue("it", tmp_path).pgettext("paper", "Annexes") == "Nuovo"


def test_a_source_that_changes_while_the_program_runs_is_read_again(tmp_path: Path) -> None:
    source = written(tmp_path, "it", "Vecchio")
    assert Catalogue("it", tmp_path).pgettext("paper", "Annexes") == "Vecchio"
    changed = source.stat().st_mtime_ns + 1_000_000
    source.write_text(SOURCE.format(word="Nuovo"), encoding="utf-8")
    os.utime(source, ns=(changed, changed))
    assert Catalogue("it", tmp_path).pgettext("paper", "Annexes") == "Nuovo"


def test_the_same_source_compiles_to_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in compile_catalogues(TRANSLATIONS, tmp_path / "a")]
    second = [path.read_bytes() for path in compile_catalogues(TRANSLATIONS, tmp_path / "b")]
    assert first == second
    assert len(first) == len(LANGUAGES) - 1
    assert all(b"POT-Creation-Date: 2000-01-01" in content for content in first)


def test_a_regional_catalogue_falls_back_for_plurals_too(tmp_path: Path) -> None:
    singular = "one month from the day of signature"
    plural = "{months} months from the day of signature"
    german = Catalogue("de").npgettext("paper", singular, plural, 24)
    assert german == "{months} Monate ab dem Tag der Unterzeichnung"
    assert Catalogue("de_AT").npgettext("paper", singular, plural, 24) == german
    shutil.copytree(TRANSLATIONS, tmp_path, dirs_exist_ok=True)
    list(compile_catalogues(tmp_path, tmp_path))
    for source in tmp_path.rglob("*.po"):
        source.unlink()
    assert Catalogue("de_AT", tmp_path).npgettext("paper", singular, plural, 24) == german
