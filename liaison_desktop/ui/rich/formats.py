"""How the parts of a rich text look, and how they are told apart again."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from liaison_desktop.pdf.blocks import Span
from liaison_desktop.ui.fonts import MONOSPACED

HARD_BREAK = "\u2028"
"""A new line inside a paragraph, as Qt writes it."""

_KEPT = int(QTextFormat.Property.UserProperty.value) + 1
_ENTRY_DEPTH = _KEPT + 1
_QUOTATION = _KEPT + 2

_INDENT = 28
_AFTER = 6
_CELL = 4
_LINES = (128, 128, 128, 110)
"""Red, green, blue and strength of the lines of tables, on light and dark grounds."""

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


def quotation(number: int = 0) -> QTextBlockFormat:
    """A paragraph of a quotation: set in on both sides.

    ``number`` tells quotations apart that follow each other.
    """
    made = paragraph()
    made.setProperty(QTextFormat.Property.BlockQuoteLevel, 1)
    made.setProperty(_QUOTATION, number)
    made.setLeftMargin(_INDENT)
    made.setRightMargin(_INDENT)
    return made


def passage(quotation_: int) -> QTextBlockFormat:
    """A paragraph; of the quotation with that number, if there is one."""
    return quotation(quotation_) if quotation_ else paragraph()


def continued(depth: int, quotation_: int) -> QTextBlockFormat:
    """A further paragraph of an entry of a list that deep."""
    made = passage(quotation_)
    made.setProperty(_ENTRY_DEPTH, depth)
    made.setIndent(depth)
    return made


def kept() -> QTextBlockFormat:
    """A passage that is shown as it is written."""
    made = paragraph()
    made.setProperty(_KEPT, True)
    made.setLeftMargin(_INDENT)
    made.setRightMargin(_INDENT)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def rule() -> QTextBlockFormat:
    """A line from margin to margin."""
    made = paragraph()
    whole = QTextLength(QTextLength.Type.PercentageLength, 100)
    made.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
    return made


def quotation_mark() -> int:
    """The property by which a quotation is known."""
    return int(QTextFormat.Property.BlockQuoteLevel.value)


def heading(level: int, quotation_: int = 0) -> QTextBlockFormat:
    """A heading."""
    made = passage(quotation_)
    made.setHeadingLevel(level)
    return made


def heading_letters(level: int, size: int) -> QTextCharFormat:
    """The letters of a heading in a text of letters of some pixels."""
    made = head_letters()
    made.setProperty(QTextFormat.Property.FontPixelSize, size + _LARGER[level])
    return made


def head_letters() -> QTextCharFormat:
    """The letters of what stands above others; they are not what somebody made bold."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def code_letters() -> QTextCharFormat:
    """Letters of a typewriter."""
    made = QTextCharFormat()
    made.setFontFamilies([MONOSPACED])
    made.setFontFixedPitch(True)
    return made


def letters(span: Span, base: QTextCharFormat | None = None) -> QTextCharFormat:
    """How the letters of a stretch of text look."""
    made = code_letters() if span.code else QTextCharFormat(base) if base else QTextCharFormat()
    if span.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if span.italic:
        made.setFontItalic(True)
    if span.strike:
        made.setFontStrikeOut(True)
    if span.link:
        made.setAnchor(True)
        made.setAnchorHref(span.link)
        made.setFontUnderline(True)
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


def table(direction: Qt.LayoutDirection) -> QTextTableFormat:
    """A table as wide as the text, whose first row is its head."""
    made = QTextTableFormat()
    made.setLayoutDirection(direction)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QColor(*_LINES))
    made.setTopMargin(_AFTER)
    made.setBottomMargin(_AFTER)
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setCellPadding(_CELL)
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def direction_of(words: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The way a text runs: by its first letter that runs one way or the other."""
    for sign in words:
        if (way := unicodedata.bidirectional(sign)) in ("L", "R", "AL"):
            leftwards = way != "L"
            return Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    return otherwise


def columns_of(table_: QTextTable) -> list[int]:
    """The columns in the order of reading: Qt sets the first at the left, whatever the language."""
    columns = list(range(table_.columns()))
    mirrored = table_.format().layoutDirection() == Qt.LayoutDirection.RightToLeft
    return columns[::-1] if mirrored else columns


def list_of(block: QTextBlock) -> QTextList | None:
    """The list to which a paragraph belongs."""
    return block.textList()


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which a cursor stands."""
    return cursor.currentTable()


def is_quoted(block: QTextBlock) -> bool:
    """Whether a paragraph belongs to a quotation."""
    return bool(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel))


def quotation_number(block: QTextBlock) -> int:
    """Which of the quotations a paragraph belongs to."""
    return int(block.blockFormat().intProperty(_QUOTATION))


def entry_depth(block: QTextBlock) -> int:
    """How deep the list is in whose entry a paragraph continues; 0 outside of lists."""
    return int(block.blockFormat().intProperty(_ENTRY_DEPTH))


def is_kept(block: QTextBlock) -> bool:
    """Whether a passage is shown as it is written."""
    return bool(block.blockFormat().boolProperty(_KEPT))


def is_rule(block: QTextBlock) -> bool:
    """Whether a paragraph is a line from margin to margin."""
    ruler = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
    return bool(block.blockFormat().hasProperty(ruler))


def is_numbered(style: QTextListFormat) -> bool:
    """Whether the entries of a list have numbers."""
    return style.style() == QTextListFormat.Style.ListDecimal
