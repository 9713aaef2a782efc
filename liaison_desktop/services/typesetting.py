"""The typesetter, loaded when the first paper is wanted and not before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison_desktop.pdf.blocks import Document


def typeset(document: "Document") -> bytes:
    """The paper as the bytes of a PDF."""
    from liaison_desktop.pdf import typesetter

    return typesetter.typeset(document)
