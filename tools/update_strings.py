"""Brings the catalogues up to date with the code: extracts strings, merges them into each language.

Run as ``python -m tools.update_strings``. The same code gives the same files, whoever runs it: no
dates, no line numbers, no tool versions.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from liaison_desktop.i18n.catalogue import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "liaison.pot"

# Marking with a context is ours; the rest are Babel's own.
KEYWORDS = {**DEFAULT_KEYWORDS, "NP_": ((1, "c"), 2)}

# Babel's own rule for Arabic swaps the last two forms against CLDR.
_ARABIC_PLURALS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)

_CHANGING_HEADERS = (
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Generated-By:',
)


def extract() -> Catalog:
    """All strings of the program."""
    catalogue = Catalog(header_comment="", fuzzy=False)
    found = extract_from_dir(
        ROOT / "liaison_desktop",
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for _file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """The catalogue as a file, sorted, without what changes from run to run."""
    written = io.BytesIO()
    write_po(written, catalogue, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    lines = written.getvalue().decode("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(_CHANGING_HEADERS)]
    return "\n".join(kept).strip() + "\n"


def updated(language: str, template: Catalog) -> Catalog:
    """The language's catalogue with the template's strings and the translations it had."""
    path = catalogue_path(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=language, fuzzy=False)
    if language == "ar":
        catalogue.mime_headers = [("Plural-Forms", _ARABIC_PLURALS)]
    catalogue.header_comment = ""
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def catalogue_path(language: str) -> Path:
    """Where the language's translations stand."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "liaison.po"


def main() -> None:
    """Write the template and each language's catalogue."""
    template = extract()
    TEMPLATE.write_text(as_text(template), encoding="utf-8")
    for language in LANGUAGES:
        if language == "en":
            continue
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = as_text(updated(language, template))
        part = path.with_suffix(".po.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)


if __name__ == "__main__":
    main()
