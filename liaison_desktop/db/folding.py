"""Text as it is searched and sorted: without accents, case, ligatures or letter variants.

SQLite's tokenizer and PostgreSQL's ``unaccent`` fold differently, and neither folds all that our
languages need; so the program folds, and both databases compare plain text.
"""

import unicodedata

_ARABIC_INDIC = {ord(digit): str(unicodedata.decimal(digit)) for digit in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}

# Letters that have no decomposition in Unicode but that people type in their plain form.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ς": "σ",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ک": "ك",
        "ـ": None,
    }
    | _ARABIC_INDIC
)

_MARKS = frozenset({"Mn", "Me", "Cf"})
"""Accents and vowel signs, and the invisible characters that steer writing direction."""


def fold(text: str) -> str:
    """The text in the form in which it is searched, words one space apart.

    Folding twice changes nothing.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(sign for sign in decomposed if unicodedata.category(sign) not in _MARKS)
    return " ".join(bare.translate(_LETTERS).split())


def fold_all(*texts: str) -> str:
    """Several texts folded into one, to be searched together."""
    return fold(" ".join(texts))
