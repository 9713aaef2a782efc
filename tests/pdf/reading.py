"""Ways to read a typeset file: by poppler, by pdfium, and operator by operator."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2


def run(*command: str | Path) -> str:
    """The output of a tool that must succeed and complain of nothing."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


# Poppler writes these where the direction changes, at times instead of the space that stood there.
_DIRECTION_MARKS = dict.fromkeys(
    [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " "
)


def words(text: str) -> set[str]:
    """The words of a text without the punctuation around them and the direction marks of a tool."""
    bare = text.translate(_DIRECTION_MARKS)
    return {word.strip(".,;:()؛،·") for word in bare.split()} - {""}


@dataclass(frozen=True)
class Drawn:
    """A stretch of text shown on a page: its marked-content number, or ``None`` in an artifact."""

    page: int
    mcid: int | None
    text: str


def drawn_text(data: bytes) -> Iterator[Drawn]:
    """What is shown, by the file's own maps from codes to text, in the order of drawing."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
            yield from _page_text(number, page, fonts)


def content_text(data: bytes) -> str:
    """All text that is no artifact, as it is read, in the order of drawing."""
    return "".join(text for _, text in _read(data))


def content_by_language(data: bytes) -> dict[str, str]:
    """The same, by the language in which it is read aloud."""
    spoken: dict[str, str] = {}
    for element, text in _read(data):
        spoken[element.language] = spoken.get(element.language, "") + text
    return spoken


@dataclass(frozen=True)
class Told:
    """How a marked content is read: in which language, and what in place of its letters."""

    language: str
    instead: str | None


def _read(data: bytes) -> Iterator[tuple[Told, str]]:
    told = _told(data)
    last: str | None = None
    for drawn in drawn_text(data):
        if drawn.mcid is None:
            continue
        element = told[drawn.page, drawn.mcid]
        if element.instead is None or element.instead != last:
            yield element, drawn.text if element.instead is None else element.instead
        last = element.instead


def _told(data: bytes) -> dict[tuple[int, int], Told]:
    """How each marked content is read; words divided by hyphens are told whole."""
    with pikepdf.open(BytesIO(data)) as pdf:
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        return {
            (number, mcid): Told(
                language=_language(element, str(pdf.Root.Lang)),
                instead=str(element.ActualText) if "/ActualText" in element else None,
            )
            for number, page in enumerate(pdf.pages)
            for mcid, element in enumerate(parents.get(number, []))
        }


def _language(element: pikepdf.Object, of_the_document: str) -> str:
    """The language of an element: its own, or that of the nearest around it that has one."""
    while "/Lang" not in element:
        if "/P" not in element:
            return of_the_document
        element = element.P
    return str(element.Lang)


def _page_text(
    number: int, page: pikepdf.Page, fonts: dict[str, dict[int, str]]
) -> Iterator[Drawn]:
    mcid: int | None = None
    codes: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator == "BDC":
            found = operands[1].get("/MCID")
            mcid = None if found is None else int(found)
        elif operator == "Tf":
            codes = fonts[str(operands[0])]
        elif operator == "TJ":
            strings = [bytes(entry) for entry in operands[0] if isinstance(entry, pikepdf.String)]
            text = "".join(codes[code] for string in strings for code in _codes(string))
            yield Drawn(number, mcid, text)


def _codes(string: bytes) -> list[int]:
    return [int.from_bytes(string[at : at + 2]) for at in range(0, len(string), 2)]


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    entries = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        parts = line.split()
        if len(parts) == 2 and all(part.startswith("<") for part in parts):
            code, text = (bytes.fromhex(part.strip("<>")) for part in parts)
            entries[int.from_bytes(code)] = text.decode("utf-16-be")
    return entries


def letter_boxes(data: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """Page, letter and place (left, bottom, right, top) of each letter, as pdfium sees it."""
    with pypdfium2.PdfDocument(data) as pdf:
        for number in range(len(pdf)):
            text = pdf[number].get_textpage()
            for index in range(text.count_chars()):
                letter = text.get_text_range(index, 1)
                if letter.strip():
                    yield number, letter, text.get_charbox(index)
