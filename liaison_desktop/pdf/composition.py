"""From blocks to boxes, with the structure elements made on the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from liaison_desktop.pdf import blocks
from liaison_desktop.pdf.beside import Labels, halves, labelled
from liaison_desktop.pdf.blocks import (
    Block,
    Span,
    Text,
    Tone,
)
from liaison_desktop.pdf.boxes import Box, Column, Extent, Frame, Panel, Place, Row, Together
from liaison_desktop.pdf.charts import ChartBox
from liaison_desktop.pdf.figures import PictureBox, RuleBox, SignatureBox
from liaison_desktop.pdf.languages import is_right_to_left
from liaison_desktop.pdf.paragraphs import Anchor, TextBox
from liaison_desktop.pdf.shaping import Shaper, plain
from liaison_desktop.pdf.table_composition import compose_table
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import (
    ACCENT,
    ACCENT_BAR_WIDTH,
    FACT_LABEL,
    FACT_VALUE,
    GROUND,
    HAIRLINE,
    HEADINGS,
    LIST_LABEL,
    NOTE,
    SIGNATURE_FUNCTION,
    SIGNATURE_NAME,
    TONES,
    TextStyle,
)

_LIST_LABELS: Final = Labels(narrowest=18, widest=60, gap=4, row_gap=3)
_FACT_LABELS: Final = Labels(narrowest=0, widest=140, gap=14, row_gap=3)
_BULLETS: Final = ("•", "–", "◦")
_NOTE_LABEL: Final = 12.0
_PARALLEL_GUTTER: Final = 18.0
_SIGNATURE_GUTTER: Final = 24.0
_SIGNATURE_ROW_GAP: Final = 14.0
_CALLOUT: Final = Frame(
    colour=ACCENT, bar=ACCENT_BAR_WIDTH, start=12, end=10, vertical=7, space=9, ground=GROUND
)
_QUOTE: Final = Frame(colour=HAIRLINE, bar=1.5, start=12, end=0, vertical=1, space=9)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where blocks stand.

    Attributes:
        node: the structure element around them.
        body: the look of ordinary paragraphs there.
        depth: how many lists stand around them.
    """

    node: Node
    language: str
    body: TextStyle = TONES[Tone.BODY]
    depth: int = 0

    @property
    def rtl(self) -> bool:
        """Whether its language reads from right to left."""
        return is_right_to_left(self.language)


class Composer:
    """Makes the boxes of one paper."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._notes = 0
        self._makers: dict[type[Block], Callable[[Any, Scope], Box]] = {
            blocks.Heading: self._heading,
            blocks.Paragraph: self._paragraph,
            blocks.ListBlock: self._list_block,
            blocks.Facts: self._facts,
            blocks.Table: self._table,
            blocks.Callout: self._callout,
            blocks.Quote: self._quote,
            blocks.SignatureField: self._signature_field,
            blocks.SignatureGrid: self._signature_grid,
            blocks.Parallel: self._parallel,
            blocks.Figure: self._figure,
            blocks.Chart: self._chart,
            blocks.Rule: self._rule,
            blocks.Together: self._together,
            blocks.Foreign: self._foreign,
        }

    def column(self, content: Sequence[Block], scope: Scope) -> Column:
        """The blocks below each other."""
        return Column([self.box(block, scope) for block in content])

    def text(
        self,
        text: Text,
        style: TextStyle,
        node: Node,
        scope: Scope,
        anchor: Anchor | None = None,
    ) -> TextBox:
        """A paragraph that belongs to that element; its notes follow in the element around it."""
        spans, notes = self._numbered(text, scope)
        return TextBox(self._shaper.shape(spans, style, scope.language), style, node, anchor, notes)

    def _numbered(self, text: Text, scope: Scope) -> tuple[Text, dict[int, Box]]:
        """The text with numbers where it has notes, and the notes by the span of their number."""
        if isinstance(text, str) or all(span.note is None for span in text):
            return text, {}
        spans: list[Span] = []
        notes: dict[int, Box] = {}
        for span in text:
            spans.append(replace(span, note=None))
            if span.note is not None:
                self._notes += 1
                notes[len(spans)] = self._note(span.note, self._notes, scope)
                spans.append(_note_number(self._notes, here="reference", there="note"))
        return tuple(spans), notes

    def _note(self, text: Text, number: int, scope: Scope) -> Box:
        node = scope.node.add("Note")
        node.identifier = f"note-{number}"
        label = (_note_number(number, here="note", there="reference"),)
        inner = replace(scope, node=node)
        places = [
            Place(self.text(label, NOTE, node.add("Lbl"), inner), Extent(), Extent(_NOTE_LABEL)),
            Place(
                self.text(text, NOTE, node.add("P"), inner),
                Extent(_NOTE_LABEL),
                Extent(-_NOTE_LABEL, 1),
            ),
        ]
        return Row(places, rtl=scope.rtl)

    def box(self, block: Block, scope: Scope) -> Box:
        """The box of one block."""
        return self._makers[type(block)](block, scope)

    def _heading(self, block: blocks.Heading, scope: Scope) -> Box:
        style = HEADINGS[block.level]
        anchor = Anchor(plain(block.text), block.level, block.anchor)
        return self.text(block.text, style, scope.node.add(f"H{block.level}"), scope, anchor)

    def _paragraph(self, block: blocks.Paragraph, scope: Scope) -> Box:
        style = scope.body if block.tone is Tone.BODY else TONES[block.tone]
        style = style.aligned(block.alignment)
        if block.keep_with_next:
            style = replace(style, keep_with_next=True)
        return self.text(block.text, style, scope.node.add("P"), scope)

    def _list_block(self, block: blocks.ListBlock, scope: Scope) -> Box:
        node = scope.node.add("L")
        node.attributes["List", "ListNumbering"] = "Decimal" if block.ordered else "Disc"
        bullet = _BULLETS[min(scope.depth, len(_BULLETS) - 1)]
        pairs: list[tuple[TextBox, Box]] = []
        for number, entry in enumerate(block.entries, block.start):
            item = node.add("LI")
            label = self._label(f"{number}." if block.ordered else bullet, item, scope)
            pairs.append((label, self._entry(entry, item, scope)))
        return labelled(pairs, _LIST_LABELS, rtl=scope.rtl, space_after=scope.body.space_after)

    def _label(self, label: str, item: Node, scope: Scope) -> TextBox:
        style = replace(LIST_LABEL, size=scope.body.size, leading=scope.body.leading)
        return self.text(label, style, item.add("Lbl"), scope)

    def _entry(self, entry: Sequence[Block], item: Node, scope: Scope) -> Column:
        inner = replace(
            scope,
            node=item.add("LBody"),
            depth=scope.depth + 1,
            body=replace(scope.body, space_after=_LIST_LABELS.row_gap),
        )
        return self.column(entry, inner)

    def _facts(self, block: blocks.Facts, scope: Scope) -> Box:
        node = scope.node.add("L")
        node.attributes["List", "ListNumbering"] = "None"
        pairs: list[tuple[TextBox, Box]] = []
        for label, value in block.pairs:
            item = node.add("LI")
            label_box = self.text(label, FACT_LABEL, item.add("Lbl"), scope)
            pairs.append((label_box, self.text(value, FACT_VALUE, item.add("LBody"), scope)))
        return labelled(pairs, _FACT_LABELS, rtl=scope.rtl, space_after=scope.body.space_after)

    def _table(self, block: blocks.Table, scope: Scope) -> Box:
        return compose_table(self, block, scope)

    def _callout(self, block: blocks.Callout, scope: Scope) -> Box:
        return self._panel(block.blocks, "Div", _CALLOUT, scope)

    def _quote(self, block: blocks.Quote, scope: Scope) -> Box:
        return self._panel(block.blocks, "BlockQuote", _QUOTE, scope)

    def _panel(self, content: Sequence[Block], tag: str, frame: Frame, scope: Scope) -> Panel:
        inner = replace(scope, node=scope.node.add(tag))
        return Panel(self.column(content, inner), frame, rtl=scope.rtl)

    def _signature_field(self, block: blocks.SignatureField, scope: Scope) -> Box:
        return self._signature_row([block], scope)

    def _signature_grid(self, block: blocks.SignatureGrid, scope: Scope) -> Box:
        pairs = [block.fields[start : start + 2] for start in range(0, len(block.fields), 2)]
        return Column([self._signature_row(pair, scope) for pair in pairs])

    def _parallel(self, block: blocks.Parallel, scope: Scope) -> Box:
        rows = []
        for row in block.rows:
            inner = replace(scope, node=scope.node.add("Div"))
            sides = [
                self.box(blocks.Foreign(language=language, blocks=content), inner)
                for language, content in zip(block.languages, row, strict=True)
            ]
            rows.append(Row(halves(sides, _PARALLEL_GUTTER), rtl=scope.rtl))
        return Column(rows)

    def _signature_row(self, fields: Sequence[blocks.SignatureField], scope: Scope) -> Row:
        boxes = [self._signature(signature, scope) for signature in fields]
        places = halves(boxes, _SIGNATURE_GUTTER)
        return Row(places, rtl=scope.rtl, space_after=_SIGNATURE_ROW_GAP)

    def _signature(self, block: blocks.SignatureField, scope: Scope) -> Together:
        node = scope.node.add("Div")
        field = SignatureBox(block.name, block.label, node.add("Form"))
        styles = [SIGNATURE_NAME, *[SIGNATURE_FUNCTION] * len(block.caption)]
        caption = [
            self.text(line, style, node.add("P"), scope)
            for line, style in zip(block.caption, styles, strict=False)
        ]
        return Together([field, *caption])

    def _figure(self, block: blocks.Figure, scope: Scope) -> Box:
        node = scope.node.add("Figure", alternative=block.alternative)
        return PictureBox(block.image, block.width, node, rtl=scope.rtl)

    def _chart(self, block: blocks.Chart, scope: Scope) -> Box:
        words = block.alternative
        node = scope.node.add("Figure", alternative=words) if words else None
        return ChartBox(block.drawing, node, rtl=scope.rtl, centred=block.centred)

    def _rule(self, block: blocks.Rule, scope: Scope) -> Box:
        return RuleBox()

    def _together(self, block: blocks.Together, scope: Scope) -> Box:
        return Together([self.box(inner, scope) for inner in block.blocks])

    def _foreign(self, block: blocks.Foreign, scope: Scope) -> Box:
        node = scope.node.add("Div", language=block.language)
        return self.column(block.blocks, replace(scope, node=node, language=block.language))


def _note_number(number: int, *, here: str, there: str) -> Span:
    """The number of a note, in the text or before the note, leading from one to the other."""
    return Span(str(number), raised=True, anchor=f"{here}-{number}", link=f"#{there}-{number}")
