"""From a document to the bytes of its file."""

import gc
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from liaison_desktop.pdf.document import (
    Document,
)

_log = logging.getLogger(__name__)

_PROFILE: Final = "sRGB.icc"


def typeset(document: Document) -> bytes:
    """The paper as a PDF file; the same document gives the same bytes.

    Raises:
        UserError: ``unreadable_picture`` if a figure is no picture.
        ValueError: the document contradicts itself, as a table row longer than its header does or
            a link to an anchor that nothing has.
    """
    from liaison_desktop.paths import resources
    from liaison_desktop.pdf.canvas import PageCanvas
    from liaison_desktop.pdf.composition import Composer
    from liaison_desktop.pdf.embedding import FontBook
    from liaison_desktop.pdf.finishing import finish
    from liaison_desktop.pdf.labels import LabelMaker
    from liaison_desktop.pdf.pages import PageMaker
    from liaison_desktop.pdf.shaping import Shaper
    from liaison_desktop.pdf.tagging import Structure
    from liaison_desktop.pdf.typography import A4
    from liaison_desktop.pdf.word_shaping import load_words

    with _collector_paused():
        structure, book = Structure(document.language), FontBook()
        shaper = Shaper(load_words(resources() / "fonts"))
        canvas = PageCanvas(A4, structure, book)
        composer = Composer(shaper)
        if document.labels is not None:
            LabelMaker(document, document.labels, composer, structure.root).draw(canvas)
        else:
            PageMaker(document, composer, structure.root).draw(canvas)
        for name in _names(shaper.missing):
            _log.warning("%s cannot be printed; a placeholder stands for it", name)
        return finish(
            canvas.getpdfdata(), document, structure, book, resources() / "icc" / _PROFILE
        )


def missing_characters(document: Document) -> tuple[str, ...]:
    """The characters of a paper that cannot be printed, in order, such as ``U+732B``."""
    from liaison_desktop.paths import resources
    from liaison_desktop.pdf.composition import Composer
    from liaison_desktop.pdf.pages import PageMaker
    from liaison_desktop.pdf.shaping import Shaper
    from liaison_desktop.pdf.tagging import Structure
    from liaison_desktop.pdf.word_shaping import load_words

    shaper = Shaper(load_words(resources() / "fonts"))
    PageMaker(document, Composer(shaper), Structure(document.language).root)
    return _names(shaper.missing)


def _names(characters: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"U+{ord(character):04X}" for character in sorted(characters))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold back the search for reference cycles.

    While a long paper grows, everything in it is in use; searching it again and again would take
    more than linear time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
