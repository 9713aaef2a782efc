"""Tables: begun, grown, cut and walked through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextTable

from liaison_desktop.ui.rich import formats

_COLUMNS, _ROWS = 3, 3


def insert(cursor: QTextCursor, otherwise: Qt.LayoutDirection) -> QTextCursor:
    """Put a table where a cursor is; gives the place where its first cell begins.

    ``otherwise``: the way it runs where the text does not tell.
    """
    direction = formats.direction_of(cursor.document().toPlainText(), otherwise)
    table = cursor.insertTable(_ROWS, _COLUMNS, formats.table(direction))
    _dress_head(table)
    return table.cellAt(0, formats.columns_of(table)[0]).firstCursorPosition()


def add_row(cursor: QTextCursor) -> None:
    """A further row below that of the cursor."""
    table = formats.table_at(cursor)
    if table is not None:
        table.insertRows(table.cellAt(cursor).row() + 1, 1)


def remove_row(cursor: QTextCursor) -> None:
    """Take the row of the cursor away; the last one takes the table along."""
    table = formats.table_at(cursor)
    if table is not None:
        table.removeRows(table.cellAt(cursor).row(), 1)


def add_column(cursor: QTextCursor) -> None:
    """A further column after that of the cursor, in the order of reading."""
    table = formats.table_at(cursor)
    if table is not None:
        column = table.cellAt(cursor).column()
        mirrored = table.format().layoutDirection() == Qt.LayoutDirection.RightToLeft
        table.insertColumns(column if mirrored else column + 1, 1)
        _dress_head(table)


def remove_column(cursor: QTextCursor) -> None:
    """Take the column of the cursor away; the last one takes the table along."""
    table = formats.table_at(cursor)
    if table is not None:
        table.removeColumns(table.cellAt(cursor).column(), 1)


def next_cell(cursor: QTextCursor, step: int) -> QTextCursor | None:
    """Where the cell after that of a cursor begins, or the one before; behind the last is a row."""
    table = formats.table_at(cursor)
    if table is None:
        return None
    cell, columns = table.cellAt(cursor), formats.columns_of(table)
    place = cell.row() * len(columns) + columns.index(cell.column()) + step
    if place >= table.rows() * len(columns):
        table.appendRows(1)
    row, column = divmod(place, len(columns))
    return table.cellAt(row, columns[column]).firstCursorPosition() if place >= 0 else None


def _dress_head(table: QTextTable) -> None:
    for column in range(table.columns()):
        head = table.cellAt(0, column).firstCursorPosition()
        if not head.block().text():
            head.setBlockCharFormat(formats.head_letters())
