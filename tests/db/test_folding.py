"""Folded text finds what people mean, whatever the accents, case and letter forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.db.folding import fold, fold_all


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("σχολειο", "Σχολείο"),
        ("ΣΧΟΛΕΙΟ", "σχολείο"),
        ("οδος", "ΟΔΌΣ"),
        ("mode", "møde"),
        ("MØDE", "møde"),
        ("strasse", "Straße"),
        ("STRASSE", "Straße"),
        ("aero", "Ærø"),
        ("citta", "Città"),
        ("istanbul", "İstanbul"),
        ("lodz", "Łódź"),
        ("اسلام", "إسلام"),
        ("مدرسه", "مدرسة"),
        ("مستشفي", "مستشفى"),
        ("محمد", "مُحَمَّـد"),
        ("2026", "٢٠٢٦"),
        ("۱۲", "12"),
        ("ﻻ", "لا"),
        ("a b", " a\u00a0\u2068 b\u2069\n"),
    ],
)
def test_found(typed: str, stored: str) -> None:
    assert fold(typed) == fold(stored)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_never_matters(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.lists(st.text()))
def test_every_word_of_every_text_is_found(texts: list[str]) -> None:
    together = fold_all(*texts)
    for text in texts:
        assert all(word in together for word in fold(text).split())
