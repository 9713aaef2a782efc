"""Rows of a table: their heights, spans, and how they are cut where a page ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from liaison_desktop.pdf.boxes import SLACK, Box, Column
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.typography import HAIRLINE, HAIRLINE_WIDTH

_PADDING_SIDE = 4.0
_PADDING_TOP = 3.0
_PADDING_BOTTOM = 4.0
_PADDING = _PADDING_TOP + _PADDING_BOTTOM
# A row higher than this is cut where the page ends; a lower one moves to the next page.
_CUT_ROWS_ABOVE = 110.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell placed in the grid; ``row`` counts from 0 in the table as it was before it was cut."""

    content: Column
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.row + self.rows


@dataclass(frozen=True, slots=True)
class Columns:
    """The shares of the columns, each between 0 and 1, in reading order.

    Attributes:
        divided: whether hairlines stand between them.
    """

    shares: tuple[float, ...]
    rtl: bool
    divided: bool = False

    def left(self, cell: TableCell, width: float) -> float:
        """The left edge of a cell, from that of the table."""
        start = sum(self.shares[: cell.column]) * width
        return width - start - self.outer(cell, width) if self.rtl else start

    def outer(self, cell: TableCell, width: float) -> float:
        """The width of a cell."""
        return sum(self.shares[cell.column : cell.column + cell.columns]) * width

    def inner(self, cell: TableCell, width: float) -> float:
        """The width for a cell's content."""
        return self.outer(cell, width) - 2 * _PADDING_SIDE

    def edges(self, width: float) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        single = [TableCell(Column([]), 0, column) for column in range(len(self.shares))]
        return [(self.left(cell, width), self.outer(cell, width)) for cell in single]


class RowGroup:
    """Rows of cells over the columns of a table, each with the cells that begin in it.

    Attributes:
        lowest: height that each row has at least.
        first: number of the first row in the table as it was before it was cut.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[TableCell]],
        columns: Columns,
        lowest: float = 0,
        first: int = 0,
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._lowest = lowest
        self._first = first
        self._width: float | None = None
        self._heights: list[float] = []

    def heights(self, width: float) -> list[float]:
        """The height of each row; what a spanning cell needs more is added to its last row."""
        if self._width != width:
            self._heights = self._measure(width, len(self._rows))
            self._width = width
        return self._heights

    def _measure(self, width: float, rows: int) -> list[float]:
        """The heights of the first rows, below which no cell goes on."""
        heights = [self._lowest] * rows
        cells = [cell for row in self._rows[:rows] for cell in row]
        for cell in sorted(cells, key=lambda cell: cell.rows):
            needed = self._height(cell, width) + _PADDING
            end = cell.end - self._first
            missing = needed - sum(heights[cell.row - self._first : end])
            if missing > 0:
                heights[end - 1] += missing
        return heights

    def _height(self, cell: TableCell, width: float) -> float:
        """The height of a cell's content with the distance that a heading keeps."""
        return self._distance(cell) + cell.content.measure(self._columns.inner(cell, width))

    def _distance(self, cell: TableCell) -> float:
        """What the content wants free above it beyond the padding, but not in the first row."""
        if cell.row == self._first:
            return 0
        return max(0, cell.content.space_before - _PADDING_TOP)

    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """Draw the cells in reading order."""
        for row, height in zip(self._rows, self.heights(width), strict=True):
            for cell in row:
                left = x + self._columns.left(cell, width) + _PADDING_SIDE
                inner = self._columns.inner(cell, width)
                upper = top - _PADDING_TOP - self._distance(cell)
                cell.content.draw(canvas, left, upper, inner)
            top -= height

    def notes(self, width: float) -> Iterator[Box]:
        """The notes of the cells."""
        for row in self._rows:
            for cell in row:
                yield from cell.content.notes(self._columns.inner(cell, width))

    def draw_dividers(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """Draw a hairline before each cell but the first of its row."""
        heights = self.heights(width)
        for number, row in enumerate(self._rows):
            for cell in row:
                if cell.column:
                    left, outer = self._columns.left(cell, width), self._columns.outer(cell, width)
                    edge = x + left + (outer if self._columns.rtl else 0)
                    height = sum(heights[number : number + cell.rows])
                    canvas.fill(edge, top - height, HAIRLINE_WIDTH, height, HAIRLINE)
            top -= heights[number]

    def rule_heights(self, width: float) -> list[float]:
        """How far below the top each row ends."""
        return list(accumulate(self.heights(width)))

    def columns_crossed(self, row: int) -> set[int]:
        """The columns in which a cell goes on below that row, so that no rule is drawn."""
        return {
            column
            for cell in self._spanning(row)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def _spanning(self, row: int) -> list[TableCell]:
        """The cells that go on below that row."""
        above = self._first + row + 1
        return [cell for cells in self._rows[: row + 1] for cell in cells if cell.end > above]

    def cut(
        self, width: float, height: float, *, fresh: bool
    ) -> "tuple[RowGroup, RowGroup] | None":
        """The rows that fit and the others; a row that is too high goes on in the others."""
        heights = self.heights(width)
        whole, used = 0, 0.0
        while whole < len(heights) and used + heights[whole] <= height + SLACK:
            used += heights[whole]
            whole += 1
        if whole == len(heights):
            return None
        first = fresh and whole == 0
        if first or heights[whole] > _CUT_ROWS_ABOVE:
            parts = self._cut_at(width, height, whole + 1, inside=True, force=first)
            if parts:
                return parts
        row = self._last_free_end(whole)
        # No page begins with the last row alone, or ends with the first.
        if 0 < row == len(heights) - 1:
            row = self._last_free_end(row - 1)
        if row == 1 and not fresh:
            row = 0
        if row == 0 and fresh:
            row = whole
        return (
            self._cut_at(width, sum(heights[:row]), row, inside=False, force=True) if row else None
        )

    def _last_free_end(self, row: int) -> int:
        """The last row end up to that one where a page may end; 0 if there is none.

        No cell spans it, and no heading stands right above it.
        """
        while row and (self._spanning(row - 1) or self._goes_with_next(row - 1)):
            row -= 1
        return row

    def _goes_with_next(self, row: int) -> bool:
        return any(cell.content.keep_with_next for cell in self._rows[row])

    def _cut_at(
        self, width: float, height: float, row: int, *, inside: bool, force: bool
    ) -> "tuple[RowGroup, RowGroup] | None":
        """Cut below the rows before ``row``; with ``inside``, the last of them goes on below."""
        kept_from = row - inside
        heads: list[list[TableCell]] = []
        going_on: list[TableCell] = []
        room = height - _PADDING
        for number, row_height in enumerate(self.heights(width)[:row]):
            heads.append([])
            for cell in self._rows[number]:
                if cell.end <= self._first + kept_from:
                    heads[-1].append(cell)
                    continue
                parts = self._cut_cell(cell, width, room, fresh=force and inside)
                if parts is None and not force:
                    return None
                # What cannot be cut overflows in a row that must be cut, and waits at a row's end.
                uncut = (cell.content, Column([])) if inside else (Column([]), cell.content)
                head, tail = parts or uncut
                end, below = min(cell.end, self._first + row), self._first + kept_from
                heads[-1].append(replace(cell, content=head, rows=end - cell.row))
                going_on.append(replace(cell, content=tail, row=below, rows=cell.end - below))
            room -= row_height
        beside = [] if inside else self._rows[row]
        top_row = sorted([*going_on, *beside], key=lambda cell: cell.column)
        tail_rows = [top_row, *self._rows[row + (not inside) :]]
        return (
            RowGroup(heads, self._columns, self._lowest, self._first),
            self._tail(tail_rows, kept_from, row, width),
        )

    def _tail(
        self, rows: Sequence[Sequence[TableCell]], start: int, row: int, width: float
    ) -> "RowGroup":
        """The rows from ``start`` on, cut at ``row``.

        The heights are known but for the first row, which keeps no distance, and what spans it.
        """
        row = max(row, start + 1)
        while row < len(self._rows) and self._spanning(row - 1):
            row += 1
        tail = RowGroup(rows, self._columns, self._lowest, self._first + start)
        tail._heights = tail._measure(width, row - start) + self.heights(width)[row:]
        tail._width = width
        return tail

    def _cut_cell(
        self, cell: TableCell, width: float, room: float, *, fresh: bool
    ) -> tuple[Column, Column] | None:
        inner = self._columns.inner(cell, width)
        if self._height(cell, width) <= room + SLACK:
            return cell.content, Column([])
        return cell.content.cut(inner, room - self._distance(cell), fresh=fresh)
