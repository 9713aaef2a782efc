"""Words and values of one paper in its language."""

from collections.abc import Iterable

from liaison_desktop.i18n.catalogue import Catalogue, known_language
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.phrases import Phrases
from liaison_desktop.pdf.blocks import (
    Block,
    Foreign,
    Span,
    Text,
)

DOT = " · "
"""Stands between facts on one line."""


class Writer:
    """Writes a paper in the catalogue's language about a record kept in its own.

    What people said and decided is never translated: in a paper of another language it is quoted,
    and marked with the language it is in.

    Attributes:
        catalogue, phrases, formats: of the paper's language.
    """

    def __init__(self, catalogue: Catalogue, record_language: str) -> None:
        self.catalogue = catalogue
        self.phrases = Phrases(catalogue)
        self.formats = Formats(catalogue.language)
        self._record = Catalogue(record_language)
        self.writes_the_records_language = known_language(record_language) == catalogue.language

    def quote(self, text: str) -> tuple[Span, ...]:
        """A word or a sentence of the record inside a line of the paper."""
        if self.writes_the_records_language:
            return (Span(text),)
        return (Span(self.formats.isolate(text), language=self._record.tag),)

    def quote_blocks(self, *blocks: Block) -> tuple[Block, ...]:
        """Paragraphs of the record."""
        if self.writes_the_records_language:
            return blocks
        return (Foreign(language=self._record.tag, blocks=blocks),)

    def number(self, number: str, *, provisional: bool) -> tuple[Span, ...]:
        """A number as printed; one that may still change says so and looks so."""
        isolated = self.formats.isolate(number)
        if not provisional:
            return (Span(isolated),)
        words = self.catalogue.pgettext("paper", "{number} (provisional)")
        return (Span(words.format(number=isolated), italic=True),)


def spans(*parts: Text) -> tuple[Span, ...]:
    """The parts as one text."""
    joined: list[Span] = []
    for part in parts:
        joined.extend((Span(part),) if isinstance(part, str) else part)
    return tuple(joined)


def between(separator: str, parts: Iterable[Text]) -> tuple[Span, ...]:
    """The parts that say something as one text, with the separator between them."""
    joined: list[Text] = []
    for part in parts:
        if part:
            joined.extend((separator, part) if joined else (part,))
    return spans(*joined)


def bold(text: str) -> tuple[Span, ...]:
    """The text in bold."""
    return (Span(text, bold=True),)
