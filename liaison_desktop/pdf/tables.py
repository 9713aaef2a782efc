"""Tables: a header repeated on each page, rows that go on over the end of a page."""

from collections.abc import Iterator

from typing_extensions import override

from liaison_desktop.pdf.boxes import Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.table_rows import Columns, RowGroup
from liaison_desktop.pdf.typography import HAIRLINE, HAIRLINE_WIDTH, INK, RULE_WIDTH

_SPACE = 8.0
# A header higher than this stands on the first page only.
_HIGHEST_REPEATED = 200.0


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
    def notes(self, width: float) -> Iterator[Box]:
        if not self._repeated:
            yield from self._header.notes(width)
        yield from self._body.notes(width)

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
        header = self._header if repeats else RowGroup([], self._columns)
        return (
            TableBox(self._header, parts[0], self._columns, repeated=self._repeated),
            TableBox(header, parts[1], self._columns, repeated=True),
        )

    def _cut_header(self, width: float, height: float) -> "tuple[TableBox, TableBox] | None":
        """A header higher than a page goes on over the next, before the body."""
        parts = self._header.cut(width, height, fresh=True)
        if parts is None:
            return None
        nothing = RowGroup([], self._columns)
        return (
            TableBox(parts[0], nothing, self._columns),
            TableBox(parts[1], self._body, self._columns),
        )

    def _draw_rules(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        """A hairline below each row, but not through a cell that spans it."""
        edges = self._columns.edges(width)
        for row, end in enumerate(self._body.rule_heights(width)):
            crossed = self._body.columns_crossed(row)
            if not crossed:
                canvas.fill(x, top - end, width, HAIRLINE_WIDTH, HAIRLINE)
                continue
            for column, (left, column_width) in enumerate(edges):
                if column not in crossed:
                    canvas.fill(x + left, top - end, column_width, HAIRLINE_WIDTH, HAIRLINE)
