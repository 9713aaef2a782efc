"""What comes from other programs, reduced to what minutes can hold."""

import re

from PySide6.QtGui import QTextDocument

from liaison_desktop.ui.rich.word_lists import with_real_lists
from liaison_desktop.ui.rich.writing import markdown_of

_OF_WORD = re.compile(r"mso-list:\s*l\d+", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style|head|title|xml)\b.*?</\1\s*>|<!\[if[^>]*>|<!\[endif\]>",
    re.IGNORECASE | re.DOTALL,
)


def markdown_from_html(html: str) -> str:
    """Paragraphs, bold, italic, lists, quotations and tables of a page or of Word's clipboard.

    Fonts, colours, sizes, pictures, scripts and comments are left behind.
    """
    bare = _UNSEEN.sub("", html)
    document = QTextDocument()
    document.setHtml(with_real_lists(bare) if _OF_WORD.search(bare) else bare)
    return markdown_of(document)
