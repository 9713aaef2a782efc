"""The register of a year: every number is told, whatever became of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.register import register_entries
from liaison_desktop.domain.register_book import book_of
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Cell,
    Paragraph,
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.conftest import Case
from tests.documents.reading import in_cell, lines, page, plain, section, spans, walk
from tests.documents.registered import HEAD, file_of, paper_of, register, year_of
from tests.pdf.reading import run

DIGEST = file_of(1).sha256


def rows(case: Case, language: str = "it") -> tuple[list[str], list[str]]:
    """The minutes by their numbers, and the entries of the register."""
    tables = (b for b in walk(register(case, language).blocks) if isinstance(b, Table))
    minutes, entries = (
        [" | ".join(in_cell(cell) for cell in row) for row in table.rows] for table in tables
    )
    return minutes, entries


def test_every_number_of_the_year_s_minutes_has_a_row(italian: Case) -> None:
    assert rows(italian)[0] == [
        "1 | Verbale n. 1/2026 / 14 ottobre 2026 | Non ancora registrato",
        "2 | Con questo numero non è conservato alcun verbale.",
        "3 | Verbale n. 3/2026 / 14 ottobre 2026"
        " | ICC-0000118 · Edizione integrale · italiano · 23/11/2026"
        " / ICC-0000130 · Rettificato dalla nota di rettifica n. 1/2026 · italiano · 23/11/2026",
        "– | Bozza non approvata / 14 ottobre 2026 | Non ancora registrato",
    ]


def test_every_number_of_the_register_tells_what_became_of_its_paper(italian: Case) -> None:
    first, *gaps, last = rows(italian, "en")[1]
    assert first.split(" / ") == [
        "ICC-0000118",
        "23/11/2026 | Verbale n. 3/2026 · Full edition · Italian",
        DIGEST,
        "Signed: Ottavia Belcampo (23/11/2026, 10:05 UTC)",
        "Refused to sign: Noemi Castelverde (24/11/2026), because: Manca il punto 4.",
        "Filed by Comune di Portochiaro under 0000123 on 24/11/2026",
        "Handed to Biblioteca civica on 25/11/2026 · received on 26/11/2026 · n. 77",
        "Corrected by: correction note no. 1/2026 (register no. ICC-0000130)",
    ]
    missing = [f"ICC-{n:07} | No paper is stored under this number." for n in range(119, 130)]
    assert gaps == missing
    assert last.split(" / ") == [
        "ICC-0000130",
        "23/11/2026 | Nota di rettifica n. 1/2026 · Correction note · Italian",
        "5eed" * 16,
        "Not yet signed: Ottavia Belcampo, Noemi Castelverde",
    ]


def test_the_head_tells_how_whole_the_minutes_are(italian: Case) -> None:
    told = list(lines(register(italian, "en").blocks))
    assert told[:7] == [
        "Register of papers 2026",
        "As of 14 October 2026",
        "The year’s minutes",
        "Numbered minutes: 2",
        "Missing numbers: no. 2",
        "Not in the register: no. 1",
        "Drafts without a number: 1",
    ]
    assert "Papers entered: 2" in told


def test_a_year_of_agreements_alone_has_no_part_of_minutes(italian: Case) -> None:
    text = page(register(italian, "en", entries=()))
    assert "The year’s minutes" not in text
    assert "ICC-0000118" in text


def test_a_whole_series_says_so(italian: Case) -> None:
    meeting = replace(italian.meeting, number=1)
    whole = page(
        register(
            italian,
            entries=register_entries((meeting,), (paper_of(italian.meeting),)),
            book=book_of(2026, (), 1),
        )
    )
    assert "Numeri mancanti: nessuno" in whole
    assert "Non registrati: nessuno" in whole
    assert "Bozze" not in whole
    assert "Non ancora registrato" not in whole


def test_the_public_edition_alone_does_not_file_the_minutes(italian: Case) -> None:
    meeting = replace(italian.meeting, number=1)
    public = replace(paper_of(meeting), edition=Edition.PUBLIC, fields=(), files=(file_of(0),))
    entries, book = register_entries((meeting,), (public,)), book_of(2026, (public,), 1)
    text = page(register(italian, entries=entries, book=book))
    assert "Edizione pubblica · italiano" in text
    assert "Non registrati: n. 1" in text
    assert "Non ancora registrato" in text
    assert "Firm" not in text


def test_the_newest_entry_of_the_log_stands_at_the_end(italian: Case) -> None:
    end = section(register(italian), "Stato del giornale").splitlines()
    assert end[1].startswith("Ogni modifica ai dati del Comitato")
    assert end[2:] == [
        "Ultima annotazione: N. 57 del 23/11/2026, 13:30 UTC",
        f"Impronta (SHA-256): {HEAD.digest}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_is_found_whole_on_one_line(italian: Case, language: str, tmp_path: Path) -> None:
    widest = "bd" * 31 + "b0"
    paper = replace(paper_of(italian.meeting), files=(replace(file_of(0), sha256=widest),))
    path = tmp_path / "register.pdf"
    path.write_bytes(typeset(register(italian, language, book=book_of(2026, (paper,), 1))))
    text = run("pdftotext", "-layout", path, "-")
    assert widest in text
    assert HEAD.digest in text


def test_a_long_year_repeats_its_header(italian: Case, tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    path.write_bytes(typeset(register(italian, "en", year_of(italian) * 12)))
    pages = run("pdftotext", "-layout", path, "-").split("\f")[:-1]
    assert len(pages) >= 3
    assert all("Entries in the register" in text for text in pages[:3])


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag not in ("it", "en")])
def test_labels_keep_their_own_language_and_the_rest_is_translated(
    italian: Case, language: str
) -> None:
    paper = register(italian, language)
    assert paper == register(italian, language)
    shared = set(lines(paper.blocks)) & set(lines(register(italian, "en").blocks))
    assert shared == set()
    table = next(b for b in walk(paper.blocks) if isinstance(b, Table))
    minutes = table.rows[0][1]
    assert isinstance(minutes, Cell)
    label = minutes.content[0]
    assert isinstance(label, Paragraph)
    assert "Verbale n. 1/2026" in plain(label.text)
    assert {span.language for span in spans(label.text)} == {"it"}
