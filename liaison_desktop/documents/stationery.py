"""A committee's own stationery: its name in the paper's language, address, logo, and who pays."""

from dataclasses import dataclass, replace

from liaison_desktop.domain.committees import Committee
from liaison_desktop.pdf.blocks import (
    Figure,
)
from liaison_desktop.pdf.document import (
    Document,
    Letterhead,
)

_LOGO_WIDTH = 110.0
"""Points at most; it is never higher than the letterhead allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What a committee's papers are written on.

    Attributes:
        logo: a picture (PNG or JPEG).
    """

    committee: Committee
    logo: bytes | None = None


def on_stationery(document: Document, stationery: Stationery) -> Document:
    """The paper with the committee's letterhead and, at the foot, the line that names who pays."""
    committee = stationery.committee
    called = _called(document, committee)
    letterhead = document.letterhead
    if letterhead is not None:
        letterhead = _letterhead(letterhead, called, stationery)
    return replace(
        document,
        author=called,
        letterhead=letterhead,
        running_head=document.running_head.replace(document.author, called, 1),
        funding=committee.funding,
    )


def _called(document: Document, committee: Committee) -> str:
    """Its name in the paper's language, if it has one there; else the one the paper has.

    A paper about a meeting has the name the committee had on the day.
    """
    language = document.language.replace("-", "_")
    names = {name.language: name.text for name in committee.names}
    return names.get(language, document.author)


def _letterhead(letterhead: Letterhead, called: str, stationery: Stationery) -> Letterhead:
    address = tuple(line.strip() for line in stationery.committee.address.splitlines())
    logo = None
    if stationery.logo is not None:
        logo = Figure(image=stationery.logo, alternative=called, width=_LOGO_WIDTH)
    return replace(
        letterhead, name=called, logo=logo, lines=tuple(filter(None, address)) or letterhead.lines
    )
