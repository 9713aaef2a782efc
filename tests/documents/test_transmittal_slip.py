"""The slip for the authority: which file it is, how to check it, room for the authority."""

from io import BytesIO

import pikepdf
import pytest

from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.conftest import Case
from tests.documents.reading import lines, page, plain, section, walk
from tests.documents.registered import HEAD, file_of, note_of, slip


def tables(case: Case, language: str = "it", addressee: str = "") -> list[Table]:
    paper = slip(case, language, addressee=addressee)
    return [block for block in walk(paper.blocks) if isinstance(block, Table)]


def test_it_says_which_file_is_handed_over(italian: Case) -> None:
    assert section(slip(italian), "Il documento trasmesso").splitlines() == [
        "Il documento trasmesso",
        "Documento: Verbale n. 3/2026",
        "Seduta: Seduta ordinaria, mercoledì 14 ottobre 2026",
        "Edizione e lingua: Edizione integrale · italiano",
        "Consistenza: 4 pagine, 54.182 byte, PDF",
        "Firmato da: Ottavia Belcampo (23/11/2026, 10:05 UTC)",
        "Firme mancanti: Noemi Castelverde",
        "Impronta del file (SHA-256)",
        file_of(1).sha256,
    ]


def test_its_letterhead_has_the_papers_register_number(italian: Case) -> None:
    letterhead = slip(italian).letterhead
    assert letterhead is not None
    assert any("ICC-0000118" in line for line in letterhead.aside)


def test_one_page_is_one_page(italian: Case) -> None:
    assert "Una pagina, 54.182 byte" in page(slip(italian, pages=1))


def test_it_tells_how_to_check_the_file(italian: Case) -> None:
    text = section(slip(italian), "Come verificarlo")
    for command in ("certutil -hashfile FILE SHA256", "shasum -a 256 FILE", "sha256sum FILE"):
        assert command in text


def test_there_is_room_to_write_for_both_sides(italian: Case) -> None:
    handing_over, receipt = tables(italian)
    assert handing_over.rows == (("", "", ""),)
    assert [plain(cell) for cell in receipt.header] == [
        "N. di protocollo dell’ente",
        "Data",
        "Timbro e firma",
    ]
    assert receipt.rows == (("", "", ""),)
    assert receipt.writing_height >= 60
    named, _ = tables(italian, addressee="Comune di Portochiaro")
    assert named.rows[0][0] == "Comune di Portochiaro"


def test_the_state_of_the_log_is_printed(italian: Case) -> None:
    text = page(slip(italian))
    assert "Ultima annotazione: N. 57 del 23/11/2026, 13:30 UTC" in text
    assert f"Impronta (SHA-256): {HEAD.digest}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_takes_one_page_however_many_sign(italian: Case, danish: Case, language: str) -> None:
    for case in (italian, danish):
        with pikepdf.open(BytesIO(typeset(slip(case, language)))) as file:
            assert len(file.pages) == 1


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_it_is_translated_whole(italian: Case, language: str) -> None:
    paper = slip(italian, language)
    assert paper == slip(italian, language)
    shared = set(lines(paper.blocks)) & set(lines(slip(italian, "en").blocks))
    digest = file_of(1).sha256
    commands = {line for line in shared if line.startswith("certutil")}
    assert shared - commands - {digest, " |  | "} == set()


def test_minutes_that_were_corrected_say_by_which_note(italian: Case) -> None:
    notes = (note_of(italian.meeting), note_of(italian.meeting, "ar"))
    said = "nota di rettifica n. 1/2026 (registro n. ICC-0000130)"
    assert f"Rettificato da: {said}; {said}" in page(slip(italian, notes=notes))
    assert "Rettificato" not in page(slip(italian))


def test_a_note_goes_with_a_slip_of_its_own(italian: Case) -> None:
    text = page(slip(italian, "en", paper=note_of(italian.meeting).paper))
    assert "Paper: Nota di rettifica n. 1/2026" in text
    assert "Edition and language: Italian" in text
