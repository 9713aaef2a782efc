"""Words that no dictionary knows, by real dictionaries of a few words."""

from pathlib import Path

import pytest

from liaison_desktop.services.spelling import SpellingService

AFFIXES = "SET UTF-8\nTRY aeiouàèbcdlmnrstv\n"
WORDS = {"it_IT": "3\ncomitato\napprova\nil\n", "el_GR": "1\nεπιτροπή\n"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("enchant")
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path / "enchant"))
    dictionaries = tmp_path / "enchant" / "hunspell"
    dictionaries.mkdir(parents=True)
    for name, words in WORDS.items():
        (dictionaries / f"{name}.aff").write_text(AFFIXES, encoding="utf-8")
        (dictionaries / f"{name}.dic").write_text(words, encoding="utf-8")
    return tmp_path / "own"


def test_words_are_looked_up_in_the_language_of_the_meeting(folder: Path) -> None:
    spelling = SpellingService(folder)
    assert spelling.unknown("it", ["comitato", "comittato", ""]) == {"comittato"}
    assert spelling.suggestions("it", "comittato") == ("comitato",)
    assert spelling.unknown("el", ["επιτροπή", "comitato"]) == {"comitato"}


def test_a_language_without_a_dictionary_marks_nothing(folder: Path) -> None:
    spelling = SpellingService(folder)
    assert spelling.unknown("xx", ["comittato"]) == frozenset()
    assert spelling.suggestions("xx", "comittato") == ()


def test_own_words_are_known_from_then_on(folder: Path) -> None:
    SpellingService(folder).learn("it", "consulta")
    SpellingService(folder).learn("it", "quartiere")
    again = SpellingService(folder)
    assert again.unknown("it", ["Consulta", "quartiere", "quartieri"]) == {"quartieri"}
    assert again.unknown("el", ["quartiere"]) == {"quartiere"}
    assert (folder / "it.txt").read_text(encoding="utf-8") == "consulta\nquartiere\n"
