"""The papers for a meeting ahead as files, typeset in each language and read back."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.planned import Ahead, ahead

PAPERS: dict[str, Callable[[Ahead, str], Document]] = {
    "convocation": Ahead.convocation,
    "sheet": Ahead.sheet,
    "member list": Ahead.member_list,
}


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    (folder / "paper.pdf").write_bytes(pdf)
    command = ("pdftotext", "-layout", "paper.pdf", "-")
    run = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert run.stderr == b""
    return run.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_papers_can_be_typeset(paper: str, language: str, tmp_path: Path) -> None:
    document = PAPERS[paper](ahead("it.json"), language)
    pdf = typeset(document)
    assert pdf == typeset(document)
    assert "Rosalba Cantaluna" in pages_of(pdf, tmp_path)[0]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.Root.Lang == language.replace("_", "-")
        assert file.docinfo.Title == document.title
        fields = file.Root.AcroForm.Fields if "/AcroForm" in file.Root else ()
        assert [str(field.T) for field in fields] == ["chair"] * (paper == "convocation")


def test_a_long_sheet_repeats_its_header(tmp_path: Path) -> None:
    case = ahead("it.json")
    long = Ahead(case.committee, case.meeting, case.roster * 4)
    pages = pages_of(typeset(long.sheet("en")), tmp_path)
    assert len(pages) >= 4
    with_members = [page for page in pages if "Filarossa" in page or "Wahrani" in page]
    assert len(with_members) >= 3
    assert all("Signature" in page and "Arrived" in page for page in with_members)


@pytest.mark.parametrize("name", ["at", "de", "dk", "gr", "it"])
def test_a_usual_committee_needs_few_pages(name: str, tmp_path: Path) -> None:
    case = ahead(f"{name}.json")
    assert len(pages_of(typeset(case.convocation()), tmp_path)) == 1
    assert len(pages_of(typeset(case.member_list()), tmp_path)) == 1
    assert len(pages_of(typeset(case.sheet()), tmp_path)) == 2
