"""The correction note: which paper, which passages, who decided; the paper itself stays."""

from dataclasses import replace

import pytest

from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.corrections import Correction
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Cell,
    Table,
)
from liaison_desktop.pdf.document import (
    Document,
)
from tests.documents.conftest import Case
from tests.documents.reading import headings, page, plain, section, signature_fields, spans, walk
from tests.documents.registered import composed_note, correction_of, paper_of

WRONG, RIGHT = "quattro laboratori", "cinque laboratori"


@pytest.fixture(scope="session")
def correction(italian: Case) -> Correction:
    return correction_of(paper_of(italian.meeting))


def note(case: Case, correction: Correction, language: str = "it") -> Document:
    return composed_note(case, language, correction, "ICC-0000130")


def the_table(paper: Document) -> Table:
    (table,) = (block for block in walk(paper.blocks) if isinstance(block, Table))
    return table


def test_the_note_is_numbered_and_names_the_paper_by_its_digest(
    italian: Case, correction: Correction
) -> None:
    paper = note(italian, correction)
    assert paper.title == headings(paper)[0] == "Nota di rettifica n. 1/2026"
    text = page(paper)
    assert "Verbale della seduta in data 14 ottobre 2026" in text
    assert "Documento rettificato: Verbale n. 3/2026" in text
    assert "Numero di registro: ICC-0000118" in text
    assert f"Impronta (SHA-256): {correction.sha256}" in text


def test_passages_stand_as_they_were_and_as_they_are_to_be_read(
    italian: Case, correction: Correction
) -> None:
    assert section(note(italian, correction), "Passi rettificati").splitlines() == [
        "Passi rettificati",
        "Punto | Testo del verbale | Testo rettificato | Motivo",
        f"3 | {WRONG} | {RIGHT} | errore di scrittura",
        "– | 19:10 | 19:20 | ",
    ]


def test_without_reasons_there_is_no_column_for_them(italian: Case, correction: Correction) -> None:
    bare = replace(correction, passages=tuple(replace(p, reason="") for p in correction.passages))
    table = the_table(note(italian, bare))
    assert len(table.header) == len(table.widths) == len(table.rows[0]) == 3


def test_it_says_who_decided_and_is_signed(italian: Case, correction: Correction) -> None:
    paper = note(italian, correction)
    decided = section(paper, "Deliberazione della rettifica")
    assert "in data 2 dicembre 2026: Verbale n. 4/2026, punto 1" in decided
    fields = signature_fields(paper)
    assert [(f.name, plain(f.caption[0])) for f in fields] == [
        ("chair", "Ottavia Belcampo"),
        ("secretary", "Noemi Castelverde"),
    ]


def test_whoever_signs_the_minutes_signs_the_note(
    danish: Case, italian: Case, correction: Correction
) -> None:
    fields = [field.name for field in signature_fields(note(danish, correction))]
    assert fields == [signatory.field for signatory in signatories(danish.meeting)]
    assert len(fields) > 2
    rules = replace(italian.meeting.rules, signatories=())
    nobody = replace(italian, meeting=replace(italian.meeting, rules=rules))
    assert signature_fields(note(nobody, correction)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_passages_keep_their_own_language(
    italian: Case, correction: Correction, language: str
) -> None:
    paper = note(italian, correction, language)
    assert paper == note(italian, correction, language)
    was = the_table(paper).rows[0][1]
    assert not isinstance(was, Cell)
    (span,) = spans(was)
    assert WRONG in span.text
    assert span.language == (None if language == "it" else "it")
    assert correction.sha256 in page(paper)
