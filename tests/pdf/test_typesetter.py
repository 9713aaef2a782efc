"""Typeset papers as other programs see them."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.pdf.blocks import (
    Figure,
    Heading,
    Paragraph,
    SignatureField,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.reading import letter_boxes, run, words
from tests.pdf.samples import PHRASES, document, minutes, picture

LANGUAGES = sorted(PHRASES)
A4_HEIGHT = 297 * 72 / 25.4


@pytest.fixture(scope="module", params=LANGUAGES)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of one language as a file named after it."""
    path = tmp_path_factory.mktemp("papers") / f"{request.param}.pdf"
    path.write_bytes(typeset(minutes(request.param)))
    return path


def test_qpdf_finds_no_fault(paper: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", paper)


def test_poppler_draws_it_without_complaint(paper: Path, tmp_path: Path) -> None:
    run("pdftoppm", "-r", "30", "-png", paper, tmp_path / "page")
    assert list(tmp_path.glob("page*.png"))


def test_every_word_is_found_in_its_own_order_of_letters(paper: Path) -> None:
    phrases = PHRASES[paper.stem]
    found = words(run("pdftotext", paper, "-"))
    written = words(" ".join((phrases.title, phrases.opening, phrases.item, phrases.decision)))
    assert written - found == set()
    assert words("عبد الرحمن البحريان Ottavia Belcampo inner together") - found == set()


def test_all_fonts_are_embedded_subsets_with_text(paper: Path) -> None:
    lines = run("pdffonts", paper).splitlines()[2:]
    assert lines
    for line in lines:
        assert line[7 - 1] == "+"
        assert line.split()[4:7] == ["yes", "yes", "yes"]


def test_pages_are_counted(paper: Path) -> None:
    text = run("pdftotext", "-raw", paper, "-")
    with pikepdf.open(paper) as pdf:
        pages = len(pdf.pages)
    assert pages > 1
    for number, page in enumerate(text.split("\f")[:-1], 1):
        foot = PHRASES[paper.stem].foot.format(page=number, pages=pages)
        assert words(foot) <= words(page)


def test_the_same_paper_gives_the_same_bytes_in_another_process(paper: Path) -> None:
    program = (
        "import hashlib; from tests.pdf.samples import minutes;"
        "from liaison_desktop.pdf.typesetter import typeset;"
        f"print(hashlib.sha256(typeset(minutes({paper.stem!r}))).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
    )
    assert done.stdout.strip() == hashlib.sha256(paper.read_bytes()).hexdigest()


def test_signature_fields_wait_empty(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert list(fields) == ["chair", "secretary", "member-1"]
        for name, field in fields.items():
            assert pikepdf.Name.Sig == field.FT
            assert "/V" not in field
            assert str(field.TU) == f"Signature of {name}"
            left, bottom, right, top = (float(edge) for edge in field.Rect)
            assert right - left > 150
            assert top - bottom > 40


def test_form_elements_refer_to_their_field_directly() -> None:
    """pyHanko takes a later signature for tampering if the reference stands in an array."""
    signature = SignatureField(name="chair", label="Signature", caption=("Chair",))
    with pikepdf.open(BytesIO(typeset(document(signature)))) as pdf:
        form = pdf.Root.StructTreeRoot.K.K[0].K[0]
        assert str(form.S) == "/Form"
        assert form.K.Type == pikepdf.Name.OBJR
        assert form.K.Obj.objgen == pdf.Root.AcroForm.Fields[0].objgen


@pytest.fixture
def tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that is nine hours ahead; Windows cannot be told so."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        getattr(time, "tzset", lambda: None)()
        yield
    getattr(time, "tzset", lambda: None)()


@pytest.mark.usefixtures("tokyo")
@pytest.mark.parametrize(
    "created",
    [
        datetime(2026, 6, 17, 12, tzinfo=UTC),
        datetime(2026, 6, 17, 14, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 6, 17, 12),  # noqa: DTZ001 - one without zone is what is tested
    ],
)
def test_dates_are_written_in_utc(created: datetime) -> None:
    paper = replace(document(Paragraph(text="text")), created=created)
    with pikepdf.open(BytesIO(typeset(paper))) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20260617120000Z"


@pytest.mark.parametrize("text", ["Hxq", "محضر"])
def test_letters_leave_ink_where_they_stand(text: str) -> None:
    data = typeset(document(Heading(text=text, level=1), language="ar"))
    with pypdfium2.PdfDocument(data) as pdf:
        picture = pdf[0].render(scale=2).to_pil().convert("L")
    for _, letter, (left, bottom, right, top) in letter_boxes(data):
        box = (left, A4_HEIGHT - top, right, A4_HEIGHT - bottom)
        darkest, _ = picture.crop([round(edge * 2) for edge in box]).getextrema()
        assert darkest < 100, letter


def test_the_record_is_attached(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        (file,) = pdf.Root.AF
        assert str(file.AFRelationship) == "/Source"
        assert pdf.attachments["minutes.json"].get_file().read_bytes() == b"{}"


def test_metadata_name_the_paper_and_its_standards(paper: Path) -> None:
    with pikepdf.open(paper) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == PHRASES[paper.stem].title
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["xmp:CreateDate"] == "2026-06-17T12:00:00Z"
        assert str(pdf.docinfo.Title) == PHRASES[paper.stem].title
        assert str(pdf.Root.Lang) == paper.stem
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_right_to_left_papers_are_mirrored() -> None:
    def first_letter(language: str) -> float:
        title = Heading(text=PHRASES[language].item, level=1)
        _, _, box = next(letter_boxes(typeset(document(title, language=language))))
        return box[0]

    assert first_letter("en") < 100
    assert first_letter("ar") > 450


def test_headings_become_nested_bookmarks() -> None:
    levels = [("Title", 1), ("First", 2), ("Detail", 3), ("Second", 2)]
    paper = typeset(document(*(Heading(text=text, level=level) for text, level in levels)))
    with pikepdf.open(BytesIO(paper)) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert [item.title for item in title.children] == ["First", "Second"]
        assert [item.title for item in title.children[0].children] == ["Detail"]


def test_links_lead_to_sites_and_headings() -> None:
    with pikepdf.open(BytesIO(typeset(minutes("en")))) as pdf:
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", [])
            if annotation.Subtype == pikepdf.Name.Link
        ]
        sites = {str(link.A.URI) for link in links if "/A" in link}
        assert sites == {"https://example.org/site"}
        assert any("/Dest" in link for link in links)


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("CMYK", "JPEG"), ("L", "JPEG")]
)
def test_pictures_of_any_mode_end_up_opaque_and_in_rgb_or_grey(mode: str, kind: str) -> None:
    figure = Figure(image=picture(mode, kind), alternative="Picture", width=100)
    with pikepdf.open(BytesIO(typeset(document(figure)))) as pdf:
        (image,) = (image for page in pdf.pages for image in page.get_images().values())
        assert str(image.ColorSpace) in ("/DeviceRGB", "/DeviceGray")
        assert "/SMask" not in image


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        typeset(document(Figure(image=b"no picture", alternative="Picture", width=100)))
    assert refused.value.code == "unreadable_picture"


def test_a_hostile_title_stays_a_title() -> None:
    title = "<x>&\x00\ud800\n]]>"
    paper = replace(document(Paragraph(text="text")), title=title)
    with (
        pikepdf.open(BytesIO(typeset(paper))) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata["dc:title"] == "<x>&\ufffd\ufffd ]]>"
