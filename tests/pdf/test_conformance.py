"""Good papers pass every judge, and each known fault is caught by at least one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from liaison_desktop.pdf.appearance import signature_appearance
from liaison_desktop.pdf.blocks import (
    Block,
    Foreign,
    Heading,
    Paragraph,
    Parallel,
    Span,
)
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset
from liaison_desktop.signing.keys import create_committee_key, load_key
from liaison_desktop.signing.sign import sign_pdf
from tests.pdf.gates import complaints
from tests.pdf.samples import PHRASES, document, minutes


def whole_paper(language: str) -> Document:
    """Every kind of block, notes and two languages included."""
    sample = minutes(language)
    phrases = PHRASES[language]
    noted = Paragraph(text=(Span(phrases.opening, note=phrases.item), Span("x = 1", code=True)))
    side: tuple[Block, ...] = (Paragraph(text=phrases.opening),)
    parallel = Parallel(rows=((side, side), (side, ())), languages=(language, "da"))
    return replace(sample, blocks=(*sample.blocks, noted, parallel), duplex=True, funding="EU")


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_every_judge_lets_the_papers_pass(language: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(typeset(whole_paper(language)))
    assert complaints(path) == []


def test_every_judge_lets_a_plain_paper_pass(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    foreign = Foreign(language="ar", blocks=(Paragraph(text="نص"),))
    path.write_bytes(typeset(document(Heading(text="One", level=1), foreign)))
    assert complaints(path) == []


@pytest.mark.parametrize("language", ["el", "ar"])
def test_every_judge_lets_signed_papers_pass(language: str, tmp_path: Path) -> None:
    create_committee_key("Ottavia Belcampo", "Comitato", "secret", tmp_path / "key.p12")
    key = load_key(tmp_path / "key.p12", "secret")
    paper = typeset(whole_paper(language))
    for number, field in enumerate(("chair", "secretary", "member-1")):
        paper = sign_pdf(
            paper,
            key,
            field=field,
            reason="",
            signer_name="Ottavia Belcampo",
            appearance=signature_appearance([PHRASES[language].chair], language, 200, 50),
            certify=number == 0,
        )
        path = tmp_path / "signed.pdf"
        path.write_bytes(paper)
        assert complaints(path) == []


def elements(pdf: Pdf, kind: str) -> Iterator[Object]:
    """The structure elements of that type."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if Name(f"/{kind}") == element.S:
            yield element
        kids = element.K if isinstance(element.K, Array) else [element.K]
        waiting += [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def first(pdf: Pdf, kind: str) -> Object:
    return next(elements(pdf, kind))


def change_content(pdf: Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents
    data = content.read_bytes()
    assert old in data
    content.write(data.replace(old, new, 1))


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def no_mark_info(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def no_identification(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def untagged_text(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /F1 9 Tf 1 0 0 1 50 50 Tm <0001> Tj ET")


def extra_end_of_mark(pdf: Pdf) -> None:
    change_content(pdf, b"EMC", b"EMC EMC")


def lost_end_of_mark(pdf: Pdf) -> None:
    change_content(pdf, b"EMC", b"")


def mark_used_twice(pdf: Pdf) -> None:
    change_content(pdf, b"/MCID 2>>", b"/MCID 1>>")


def empty_parent_tree(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array()


def no_text_of_glyphs(pdf: Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.ToUnicode


def figure_without_words(pdf: Pdf) -> None:
    del first(pdf, "Figure").Alt


def title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def field_without_name(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].TU


def headings_from_the_third_level(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.H3


def empty_heading(pdf: Pdf) -> None:
    first(pdf, "H2").K = Array()


def table_without_headers(pdf: Pdf) -> None:
    for cell in list(elements(pdf, "TH")):
        cell.S = Name.TD


def note_without_identifier(pdf: Pdf) -> None:
    del first(pdf, "Note").ID


def link_without_words(pdf: Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == Name.Link:
                del annotation.Contents


def font_not_embedded(pdf: Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2


def wrong_list(pdf: Pdf) -> None:
    first(pdf, "LBody").S = Name.P


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "paper.pdf"
    path.write_bytes(typeset(whole_paper("en")))
    return path


def test_saving_alone_spoils_nothing(paper: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.pdf"
    with pikepdf.open(paper) as pdf:
        pdf.save(saved)
    assert complaints(saved) == []


@pytest.mark.parametrize(
    "spoil",
    [
        no_language,
        no_mark_info,
        no_output_intent,
        no_identification,
        untagged_text,
        extra_end_of_mark,
        lost_end_of_mark,
        mark_used_twice,
        empty_parent_tree,
        no_text_of_glyphs,
        figure_without_words,
        title_not_shown,
        field_without_name,
        headings_from_the_third_level,
        empty_heading,
        table_without_headers,
        note_without_identifier,
        link_without_words,
        font_not_embedded,
        wrong_list,
    ],
)
def test_each_fault_is_caught(spoil: Callable[[Pdf], None], paper: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(paper) as pdf:
        spoil(pdf)
        pdf.save(spoilt)
    assert complaints(spoilt) != []
