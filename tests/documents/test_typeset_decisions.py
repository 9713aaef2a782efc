"""Excerpts, corrections, agreements and two-language minutes as files, read back."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from liaison_desktop.documents.agreement import compose_agreement
from liaison_desktop.domain.agreements import AgreementStatus, AgreementTerms
from liaison_desktop.domain.papers import Layout
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.conftest import COMMITTEES, CREATED, Case
from tests.documents.registered import composed_note
from tests.pdf.house_check import faults


def agreement(_case: Case, language: str) -> Document:
    read = read_committee_file(COMMITTEES / "it_portochiaro.json")
    return compose_agreement(
        replace(read.agreements[0], status=AgreementStatus.APPROVED),
        AgreementTerms(),
        read.committee,
        Catalogue(language),
        register_number="ICC-0000140",
        created=CREATED,
    )


def side_by_side(case: Case, language: str) -> Document:
    return case.in_two_languages(language, "ar" if language != "ar" else "it")


def one_after_other(case: Case, language: str) -> Document:
    second = "ar" if language != "ar" else "it"
    return case.in_two_languages(language, second, Layout.ONE_AFTER_OTHER)


PAPERS: dict[str, tuple[Callable[[Case, str], Document], list[str], str]] = {
    "excerpt": (
        lambda case, language: case.excerpt(4, language),
        ["secretary", "chair"],
        "D.9/2026",
    ),
    "correction": (composed_note, ["chair", "secretary"], "cinque laboratori"),
    "agreement": (agreement, [f"party-{n}" for n in range(1, 7)], "Associazione Baobab"),
    "side by side": (side_by_side, ["chair", "secretary"], "3/2026 / "),
    "one after the other": (one_after_other, ["chair", "secretary"], "3/2026 / "),
}


def text_of(pdf: bytes, folder: Path) -> str:
    (folder / "paper.pdf").write_bytes(pdf)
    command = ("pdftotext", "-layout", "paper.pdf", "-")
    run = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert run.stderr == b""
    return run.stdout.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_papers_can_be_typeset(paper: str, language: str, italian: Case, tmp_path: Path) -> None:
    compose, fields, words = PAPERS[paper]
    document = compose(italian, language)
    pdf = typeset(document)
    assert pdf == typeset(document)
    assert faults(pdf) == []
    assert words in text_of(pdf, tmp_path)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.Root.Lang == language.replace("_", "-")
        assert file.docinfo.Title == document.title
        assert [str(field.T) for field in file.Root.AcroForm.Fields] == fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_excerpt_and_a_correction_of_usual_length_take_one_page(
    italian: Case, language: str
) -> None:
    for document in (italian.excerpt(4, language), composed_note(italian, language)):
        with pikepdf.open(io.BytesIO(typeset(document))) as file:
            assert len(file.pages) == 1


def test_a_decision_is_on_the_page_that_is_signed(italian: Case, tmp_path: Path) -> None:
    long = italian.with_item(4, lambda i: replace(i, discussion=i.discussion + "\n\nParole." * 40))
    *_, last, end = text_of(typeset(long.excerpt(4, with_discussion=True)), tmp_path).split("\f")
    assert end == ""
    assert "Deliberazione D.9/2026" in last
    assert "Per estratto conforme al verbale." in last


def test_a_crowded_agreement_keeps_every_party(tmp_path: Path) -> None:
    read = read_committee_file(COMMITTEES / "it_portochiaro.json")
    crowd = read.agreements[0].parties * 5
    paper = compose_agreement(
        replace(read.agreements[0], status=AgreementStatus.APPROVED, parties=crowd),
        AgreementTerms(),
        read.committee,
        Catalogue("it"),
        register_number="",
        created=CREATED,
    )
    pdf = typeset(paper)
    assert text_of(pdf, tmp_path).count("In qualità di ...") == 30
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.Root.AcroForm.Fields) == 30
