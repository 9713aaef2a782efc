"""Tables: spans, a header repeated on each page, rows that go on over the end of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from liaison_desktop.pdf.boxes import SLACK, Box, Column
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.typography import HAIRLINE, HAIRLINE_WIDTH, INK, RULE_WIDTH

_PADDING_SIDE = 4.0
_PADDING_TOP = 3.0
_PADDING_BOTTOM = 4.0
_PADDING = _PADDING_TOP + _PADDING_BOTTOM
_SPACE = 8.0
# A row higher than this is cut where the page ends; a lower one moves to the next page.
_CUT_ROWS_ABOVE = 110.0
# A header higher than this stands on the first page only.
_HIGHEST_REPEATED = 200.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell placed in the grid; ``row`` counts from 0 in its group of rows."""

    content: Column
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    def height(self, width: float) -> float:
        """The height of the content with the distance that a heading keeps."""
        return self.distance + self.content.measure(width)

    @property
    def distance(self) -> float:
        """What the content wants free above it beyond the padding, but not in the first row."""
        return max(0, self.content.space_before - _PADDING_TOP) if self.row else 0


class RowGroup:
    """Rows of cells over the columns of a table, none lower than ``lowest``."""

    def __init__(
        self, cells: Sequence[TableCell], rows: int, columns: "Columns", lowest: float = 0
    ) -> None:
        self.rows = rows
        self._cells = cells
        self._columns = columns
        self._lowest = lowest
        self._width: float | None = None
        self._heights: list[float] = []

    def heights(self, width: float) -> list[float]:
        """The height of each row; what a spanning cell needs more is added to its last row."""
        if self._width != width:
            self._heights = self._measure(width)
            self._width = width
        return self._heights

    def _measure(self, width: float) -> list[float]:
        heights = [self._lowest] * self.rows
        for cell in sorted(self._cells, key=lambda cell: cell.rows):
            needed = cell.height(self._columns.inner(cell, width)) + _PADDING
            missing = needed - sum(heights[cell.row : cell.row + cell.rows])
            if missing > 0:
                heights[cell.row + cell.rows - 1] += missing
        return heights

    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """Draw the cells in reading order."""
        heights = self.heights(width)
        for cell in sorted(self._cells, key=lambda cell: (cell.row, cell.column)):
            left = x + self._columns.left(cell, width) + _PADDING_SIDE
            upper = top - sum(heights[: cell.row]) - _PADDING_TOP - cell.distance
            cell.content.draw(canvas, left, upper, self._columns.inner(cell, width))

    def draw_dividers(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """Draw a hairline before each cell but the first of its row."""
        heights = self.heights(width)
        for cell in self._cells:
            if cell.column:
                left, outer = self._columns.left(cell, width), self._columns.outer(cell, width)
                edge = x + left + (outer if self._columns.rtl else 0)
                height = sum(heights[cell.row : cell.row + cell.rows])
                bottom = top - sum(heights[: cell.row]) - height
                canvas.fill(edge, bottom, HAIRLINE_WIDTH, height, HAIRLINE)

    def rule_heights(self, width: float) -> list[float]:
        """How far below the top each row ends."""
        total, ends = 0.0, []
        for height in self.heights(width):
            total += height
            ends.append(total)
        return ends

    def spanned(self, row: int) -> list[TableCell]:
        """The cells that go on below that row."""
        return [cell for cell in self._cells if cell.row <= row < cell.row + cell.rows - 1]

    def columns_crossed(self, row: int) -> set[int]:
        """The columns in which a cell goes on below that row, so that no rule is drawn."""
        return {
            column
            for cell in self.spanned(row)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def cut(
        self, width: float, height: float, *, fresh: bool
    ) -> "tuple[RowGroup, RowGroup] | None":
        """The rows that fit and the others; a row that is too high goes on in the others."""
        heights = self.heights(width)
        whole, used = 0, 0.0
        while whole < self.rows and used + heights[whole] <= height + SLACK:
            used += heights[whole]
            whole += 1
        if whole == self.rows:
            return None
        first = fresh and whole == 0
        if first or heights[whole] > _CUT_ROWS_ABOVE:
            parts = self._cut_at(width, height, whole + 1, inside=True, force=first)
            if parts:
                return parts
        row = self._last_free_end(whole)
        if row == 0 and fresh:
            row = whole
        return (
            self._cut_at(width, sum(heights[:row]), row, inside=False, force=True) if row else None
        )

    def _last_free_end(self, row: int) -> int:
        """The last row end up to that one where a page may end; 0 if there is none.

        No cell spans it, and no heading stands right above it.
        """
        while row and (self.spanned(row - 1) or self._goes_with_next(row - 1)):
            row -= 1
        return row

    def _goes_with_next(self, row: int) -> bool:
        return any(cell.content.keep_with_next for cell in self._cells if cell.row == row)

    def _cut_at(
        self, width: float, height: float, row: int, *, inside: bool, force: bool
    ) -> "tuple[RowGroup, RowGroup] | None":
        """Cut below the rows before ``row``; with ``inside``, the last of them goes on below."""
        heights = self.heights(width)
        kept_from = row - inside
        heads: list[TableCell] = []
        tails: list[TableCell] = []
        for cell in self._cells:
            end = cell.row + cell.rows
            if cell.row >= row:
                tails.append(replace(cell, row=cell.row - kept_from))
                continue
            if end <= kept_from:
                heads.append(cell)
                continue
            room = height - sum(heights[: cell.row]) - _PADDING
            parts = self._cut_cell(cell, width, room, fresh=force and inside)
            if parts is None and not force:
                return None
            # What cannot be cut overflows in a row that must be cut, and waits at the end of a row.
            uncut = (cell.content, Column([])) if inside else (Column([]), cell.content)
            head, tail = parts or uncut
            heads.append(replace(cell, content=head, rows=min(end, row) - cell.row))
            tails.append(
                replace(
                    cell,
                    content=tail,
                    row=max(cell.row - kept_from, 0),
                    rows=end - max(kept_from, cell.row),
                )
            )
        return (
            RowGroup(heads, row, self._columns, self._lowest),
            RowGroup(tails, self.rows - kept_from, self._columns, self._lowest),
        )

    def _cut_cell(
        self, cell: TableCell, width: float, room: float, *, fresh: bool
    ) -> tuple[Column, Column] | None:
        inner = self._columns.inner(cell, width)
        if cell.height(inner) <= room + SLACK:
            return cell.content, Column([])
        return cell.content.cut(inner, room - cell.distance, fresh=fresh)


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


class TableBox(Box):
    """A table; where it goes on over a page, its header stands there again, as an artifact."""

    def __init__(
        self, header: RowGroup, body: RowGroup, columns: Columns, *, repeated: bool = False
    ) -> None:
        self._header = header
        self._body = body
        self._columns = columns
        self._repeated = repeated
        self.space_before = 0 if repeated else _SPACE
        self.space_after = _SPACE

    @override
    def measure(self, width: float) -> float:
        return sum(self._header.heights(width)) + sum(self._body.heights(width))

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        header_height = sum(self._header.heights(width))
        body_top = top - header_height
        with canvas.artifact():
            canvas.fill(x, body_top, width, RULE_WIDTH, INK)
            self._draw_rules(canvas, x, body_top, width)
            if self._columns.divided:
                self._body.draw_dividers(canvas, x, body_top, width)
        if self._repeated:
            with canvas.artifact():
                self._header.draw(canvas, x, top, width)
        else:
            self._header.draw(canvas, x, top, width)
        self._body.draw(canvas, x, body_top, width)

    @override
    def cut(
        self, width: float, height: float, *, fresh: bool
    ) -> "tuple[TableBox, TableBox] | None":
        header_height = sum(self._header.heights(width))
        if header_height > height:
            return self._cut_header(width, height) if fresh else None
        parts = self._body.cut(width, height - header_height, fresh=fresh)
        if parts is None:
            return None
        repeats = header_height <= _HIGHEST_REPEATED
        header = self._header if repeats else RowGroup([], 0, self._columns)
        return (
            TableBox(self._header, parts[0], self._columns, repeated=self._repeated),
            TableBox(header, parts[1], self._columns, repeated=True),
        )

    def _cut_header(self, width: float, height: float) -> "tuple[TableBox, TableBox] | None":
        """A header higher than a page goes on over the next, before the body."""
        parts = self._header.cut(width, height, fresh=True)
        if parts is None:
            return None
        nothing = RowGroup([], 0, self._columns)
        return (
            TableBox(parts[0], nothing, self._columns),
            TableBox(parts[1], self._body, self._columns),
        )

    def _draw_rules(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """A hairline below each row, but not through a cell that spans it."""
        edges = self._columns.edges(width)
        for row, end in enumerate(self._body.rule_heights(width)):
            crossed = self._body.columns_crossed(row)
            for column, (left, column_width) in enumerate(edges):
                if column not in crossed:
                    canvas.fill(x + left, top - end, column_width, HAIRLINE_WIDTH, HAIRLINE)
