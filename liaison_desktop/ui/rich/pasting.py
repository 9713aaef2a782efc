"""What comes from other programs, reduced to what minutes can hold."""

import re

from PySide6.QtGui import QTextDocument

from liaison_desktop.ui.rich.writing import markdown_of

_OF_WORD = re.compile(r"mso-list:\s*l\d+", re.IGNORECASE)
_BULLET = re.compile(r"^\\?[·•▪◦o§\-\u00fc]\s+")
_NUMBER = re.compile(r"^(\d{1,3})\\?[.)]\s+")
_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style|head|title|xml)\b.*?</\1\s*>|<!\[if[^>]*>|<!\[endif\]>",
    re.IGNORECASE | re.DOTALL,
)


def markdown_from_html(html: str) -> str:
    """Paragraphs, bold, italic, lists, quotations and tables of a page or of Word's clipboard.

    Fonts, colours, sizes, pictures, scripts and comments are left behind.
    """
    document = QTextDocument()
    document.setHtml(_UNSEEN.sub("", html))
    markdown = markdown_of(document)
    return _with_lists(markdown) if _OF_WORD.search(html) else markdown


def _with_lists(markdown: str) -> str:
    """Word writes the entries of a list as paragraphs that begin with a bullet or a number."""
    made: list[str] = []
    for chunk in markdown.split("\n\n"):
        bullet, number = _BULLET.match(chunk), _NUMBER.match(chunk)
        entry = chunk
        if bullet:
            entry = f"- {chunk[bullet.end() :]}"
        elif number:
            entry = f"{number[1]}. {chunk[number.end() :]}"
        together = made and entry is not chunk and _kind(made[-1]) == _kind(entry)
        if together:
            made[-1] = f"{made[-1]}\n{entry}"
        else:
            made.append(entry)
    return "\n\n".join(made)


def _kind(chunk: str) -> str:
    last = chunk.rsplit("\n", 1)[-1]
    if last.startswith("- "):
        return "bullets"
    return "numbers" if re.match(r"\d+\. ", last) else chunk
