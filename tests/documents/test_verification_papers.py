"""The report on a verified file and the sheet of a certificate, read back from the file."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.typesetter import typeset
from tests.documents import of_signatures
from tests.documents.planned import DEMO
from tests.pdf.gates import complaints
from tests.pdf.reading import run

COMMITTEE = read_committee_file(DEMO / "gr.json").committee


def text_of(path: Path) -> str:
    return " ".join(run("pdftotext", "-layout", path, "-").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_judge_is_content(language: str, tmp_path: Path) -> None:
    for name, document in (
        ("report", of_signatures.report(COMMITTEE, language)),
        ("sheet", of_signatures.sheet(COMMITTEE, language)),
    ):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(typeset(document))
        assert complaints(path) == []


def test_the_report_tells_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(typeset(of_signatures.report(COMMITTEE, "en")))
    told = text_of(path)
    for words in (
        "The signatures in this file cannot be relied on.",
        "πρακτικά-2.pdf",
        "234,567 bytes",
        "0123abcd 0123abcd 0123abcd 0123abcd",
        "20/11/2026, 15:30 UTC",
        "in the register as ICC 0000012",
        "The file has layers",
        "1. Signature: Δέσποινα Καλλιγά",
        "at 15:30 UTC, as a time authority confirms",
        "B-LTA: kept provable for decades",
        "Έγκριση πρακτικών",
        "Added after this signature: another signature and a time stamp.",
        "a comment or a picture laid over the text and the number or order of the pages.",
        "says the issuer’s answer of 20 November 2026, 15:30 UTC",
        "Whether the certificate was withdrawn is not known",
        "3. Time stamp: Time",
        "Fields not signed yet",
        "without asking anybody",
    ):
        assert words in told


def test_a_report_without_a_committee_is_the_programs(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(typeset(of_signatures.report(None, "en")))
    assert complaints(path) == []
    assert text_of(path).startswith("LIAISON Desktop")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_page_with_the_certificate_on_it_and_in_it(
    language: str, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    content = typeset(of_signatures.sheet(COMMITTEE, language))
    path.write_bytes(content)
    told = text_of(path)
    for line in of_signatures.PEM.splitlines():
        assert line in told
    assert "0123 abcd 0123 abcd 0123 abcd 0123 abcd" in told
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        (attached,) = (pdf.attachments[name].get_file() for name in pdf.attachments)
        assert attached.read_bytes() == of_signatures.PEM.encode()
        assert attached.mime_type == "application/x-pem-file"
