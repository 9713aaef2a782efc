"""How the parts of a rich text look, and how they are told apart again."""

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

HARD_BREAK = "\u2028"
"""A new line inside a paragraph, as Qt writes it."""

_INDENT = 28
_AFTER = 6
_CELL = 4
_LARGER = (0, 5, 4, 3, 2, 1, 1)

_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


def paragraph() -> QTextBlockFormat:
    """A paragraph."""
    made = QTextBlockFormat()
    made.setBottomMargin(_AFTER)
    return made


def quotation() -> QTextBlockFormat:
    """A paragraph of a quotation: set in on both sides."""
    made = paragraph()
    made.setProperty(QTextFormat.Property.BlockQuoteLevel, 1)
    made.setLeftMargin(_INDENT)
    made.setRightMargin(_INDENT)
    return made


def quotation_mark() -> int:
    """The property by which a quotation is known."""
    return int(QTextFormat.Property.BlockQuoteLevel.value)


def heading(level: int) -> QTextBlockFormat:
    """A heading."""
    made = paragraph()
    made.setHeadingLevel(level)
    return made


def heading_letters(level: int, size: float) -> QTextCharFormat:
    """The letters of a heading in a text of letters of some points."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setFontPointSize(size + _LARGER[level])
    return made


def bullets(indent: int) -> QTextListFormat:
    """A list with bullets, that deep below others."""
    made = QTextListFormat()
    made.setStyle(_BULLETS[(indent - 1) % len(_BULLETS)])
    made.setIndent(indent)
    return made


def numbers(indent: int, start: int = 1) -> QTextListFormat:
    """A numbered list."""
    made = QTextListFormat()
    made.setStyle(QTextListFormat.Style.ListDecimal)
    made.setIndent(indent)
    made.setStart(start)
    return made


def table() -> QTextTableFormat:
    """A table as wide as the text, whose first row is its head."""
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setCellPadding(_CELL)
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def list_of(block: QTextBlock) -> QTextList | None:
    """The list to which a paragraph belongs."""
    return block.textList()


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which a cursor stands."""
    return cursor.currentTable()


def is_quoted(block: QTextBlock) -> bool:
    """Whether a paragraph belongs to a quotation."""
    return bool(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel))


def is_numbered(style: QTextListFormat) -> bool:
    """Whether the entries of a list have numbers."""
    return style.style() == QTextListFormat.Style.ListDecimal
