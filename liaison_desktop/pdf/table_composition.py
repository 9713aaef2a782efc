"""From a table block to its grid of cells, tagged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Cell,
    Span,
    Table,
    Text,
)
from liaison_desktop.pdf.boxes import Column
from liaison_desktop.pdf.table_rows import Columns, RowGroup, TableCell
from liaison_desktop.pdf.tables import TableBox
from liaison_desktop.pdf.tagging import Description, Node
from liaison_desktop.pdf.typography import TABLE_CELL, TABLE_HEADER, TextStyle

if TYPE_CHECKING:
    from liaison_desktop.pdf.composition import Composer, Scope

_CELL_BLOCK_GAP: Final = 3.0


def compose_table(composer: "Composer", table: Table, scope: "Scope") -> TableBox:
    """The table as a box.

    Raises:
        ValueError: a row does not fit the columns, or the widths do not.
    """
    return _TableComposition(composer, table, scope).box()


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell with its place in the body."""

    cell: Cell
    row: int
    column: int


class _TableComposition:
    def __init__(self, composer: "Composer", table: Table, scope: "Scope") -> None:
        if len(table.widths) != len(table.header):
            raise ValueError("a table needs one width for each column of its header")
        self._composer = composer
        self._table = table
        self._scope = scope
        total = sum(table.widths)
        shares = tuple(width / total for width in table.widths)
        self._columns = Columns(shares, scope.rtl, divided=table.writing_height > 0)

    def box(self) -> TableBox:
        node = self._scope.node.add("Table")
        if self._table.summary:
            node.attributes["Table", "Summary"] = Description(self._table.summary)
        header = self._header(node.add("THead").add("TR"))
        body = self._body(node.add("TBody"))
        return TableBox(header, body, self._columns)

    def _header(self, row: Node) -> RowGroup:
        cells = []
        for column, text in enumerate(self._table.header):
            node = row.add("TH")
            node.attributes["Table", "Scope"] = "Column"
            content = self._content(text, TABLE_HEADER, node, column)
            cells.append(TableCell(content, 0, column))
        return RowGroup([cells], self._columns)

    def _body(self, node: Node) -> RowGroup:
        nodes = [node.add("TR") for _ in self._table.rows]
        rows: list[list[TableCell]] = [[] for _ in nodes]
        for spot in self._spots():
            rows[spot.row].append(self._cell(spot, nodes[spot.row]))
        return RowGroup(rows, self._columns, self._table.writing_height)

    def _spots(self) -> list[_Spot]:
        """Each cell with its place, spanning cells considered; short rows are filled up."""
        taken: set[tuple[int, int]] = set()
        spots = []
        for row, entries in enumerate(self._table.rows):
            waiting = [
                entry if isinstance(entry, Cell) else Cell(content=entry) for entry in entries
            ]
            for column in range(len(self._columns.shares)):
                if (row, column) in taken:
                    continue
                cell = waiting.pop(0) if waiting else Cell(content="")
                spots.append(_Spot(cell, row, column))
                taken |= {
                    (row + down, column + across)
                    for down in range(cell.rows)
                    for across in range(cell.columns)
                }
            if waiting:
                raise ValueError(f"row {row + 1} has more cells than the table has columns")
        if any(
            column >= len(self._columns.shares) or row >= len(self._table.rows)
            for row, column in taken
        ):
            raise ValueError("a cell spans more than the table has")
        return spots

    def _cell(self, spot: _Spot, row: Node) -> TableCell:
        names_row = self._table.row_headers and spot.column == 0
        node = row.add("TH" if names_row else "TD")
        if names_row:
            node.attributes["Table", "Scope"] = "Row"
        if spot.cell.columns > 1:
            node.attributes["Table", "ColSpan"] = spot.cell.columns
        if spot.cell.rows > 1:
            node.attributes["Table", "RowSpan"] = spot.cell.rows
        content = self._content(spot.cell.content, TABLE_CELL, node, spot.column)
        return TableCell(content, spot.row, spot.column, spot.cell.rows, spot.cell.columns)

    def _content(
        self, content: Text | tuple[Block, ...], style: TextStyle, node: Node, column: int
    ) -> Column:
        alignments: Sequence[Alignment] = self._table.alignments
        alignment = alignments[column] if column < len(alignments) else Alignment.START
        style = style.aligned(alignment)
        if isinstance(content, str):
            return Column([self._composer.text(content, style, node, self._scope)])
        spans = tuple(part for part in content if isinstance(part, Span))
        if spans:
            return Column([self._composer.text(spans, style, node, self._scope)])
        inner = replace(self._scope, node=node, body=replace(style, space_after=_CELL_BLOCK_GAP))
        return self._composer.column(
            [part for part in content if not isinstance(part, Span)], inner
        )
