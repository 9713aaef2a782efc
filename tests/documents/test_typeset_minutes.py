"""Minutes as files: typeset in each language, with fields to sign and the record inside."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.conftest import Case


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_can_be_typeset(italian: Case, language: str) -> None:
    pdf = typeset(italian.minutes(language))
    text = re.sub(r"\s+", " ", text_of(pdf))
    assert "3/2026" in text
    assert "Belcampo" in text
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.Root.Lang == language.replace("_", "-")
        assert [str(field.T) for field in file.Root.AcroForm.Fields] == ["chair", "secretary"]
        assert list(file.attachments) == ["minutes.json"]


def test_the_same_minutes_give_the_same_bytes(danish: Case) -> None:
    assert typeset(danish.minutes()) == typeset(danish.minutes())
