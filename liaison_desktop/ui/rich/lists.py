"""Entries of lists: begun, deeper, less deep, and paragraphs again."""

from PySide6.QtGui import QTextCursor, QTextList

from liaison_desktop.ui.rich import formats

_BEGINNINGS = {"-": False, "*": False, "1.": True, "1)": True}


def toggle(cursor: QTextCursor, *, numbered: bool) -> None:
    """Make the paragraphs that are selected entries of a list, or paragraphs again."""
    known = formats.list_of(cursor.block())
    cursor.beginEditBlock()
    if known is not None and formats.is_numbered(known.format()) == numbered:
        _leave(cursor)
    else:
        _list(cursor, known.format().indent() if known is not None else 1, numbered=numbered)
    cursor.endEditBlock()


def indent(cursor: QTextCursor, by: int) -> None:
    """One deeper or less deep; from the first depth an entry becomes a paragraph."""
    known = formats.list_of(cursor.block())
    if known is None:
        return
    depth = known.format().indent() + by
    cursor.beginEditBlock()
    neighbour = _list_above(cursor, depth)
    if depth < 1:
        _leave(cursor)
    elif neighbour is not None:
        neighbour.add(cursor.block())
    else:
        _list(cursor, depth, numbered=formats.is_numbered(known.format()))
    cursor.endEditBlock()


def begin(cursor: QTextCursor) -> None:
    """A paragraph that begins like a list becomes one."""
    if formats.list_of(cursor.block()) is not None or formats.table_at(cursor) is not None:
        return
    words = cursor.block().text()[: cursor.positionInBlock()]
    numbered = _BEGINNINGS.get(words.rstrip(" ")) if words.endswith(" ") else None
    if numbered is None:
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    _list(cursor, 1, numbered=numbered)
    cursor.endEditBlock()


def _list(cursor: QTextCursor, depth: int, *, numbered: bool) -> None:
    cursor.createList(formats.numbers(depth) if numbered else formats.bullets(depth))


def _leave(cursor: QTextCursor) -> None:
    document = cursor.document()
    block, last = (
        document.findBlock(cursor.selectionStart()),
        document.findBlock(cursor.selectionEnd()),
    )
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        known = formats.list_of(block)
        if known is not None:
            known.remove(block)
            QTextCursor(block).setBlockFormat(formats.paragraph())
        block = block.next()


def _list_above(cursor: QTextCursor, depth: int) -> QTextList | None:
    """The list of that depth to which the entries just above belong."""
    block = cursor.block().previous()
    found = formats.list_of(block)
    while found is not None and found.format().indent() > depth:
        block = block.previous()
        found = formats.list_of(block)
    return found if found is not None and found.format().indent() == depth else None
