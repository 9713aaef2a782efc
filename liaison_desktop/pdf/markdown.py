"""Blocks from CommonMark with tables and strike-through.

HTML means nothing: it is printed as it was typed. So is ``[name]: words``, which in CommonMark
defines a link and would vanish from the paper.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    Text,
)

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_LOWEST_HEADING: Final = 6
_INDENT: Final = re.compile("^ +", re.MULTILINE)
_ALIGNMENTS: Final = {
    "text-align:right": Alignment.END,
    "text-align:center": Alignment.CENTRE,
}


def blocks_from_markdown(text: str, *, top_heading: int = 3) -> tuple[Block, ...]:
    """The text as blocks.

    Args:
        top_heading: level of the text's highest headings; below it no level is skipped.
    """
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable("reference")
    tree = SyntaxTreeNode(parser.parse(text))
    return tuple(_Reader(top_heading).blocks(tree))


@dataclass(slots=True)
class _Reader:
    """Turns the syntax tree into blocks; remembers how deep the last heading was."""

    top_heading: int
    depth: int = field(default=0)

    def blocks(self, parent: "SyntaxTreeNode") -> Iterator[Block]:
        for node in parent.children:
            yield from self._read(node)

    def _read(self, node: "SyntaxTreeNode") -> Iterator[Block]:
        readers: dict[str, Callable[[SyntaxTreeNode], Block]] = {
            "heading": self._heading,
            "paragraph": lambda node: Paragraph(text=_inline(node)),
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": lambda node: Quote(blocks=tuple(self.blocks(node))),
            "table": _table,
            "hr": lambda node: Rule(),
            "fence": _code,
            "code_block": _code,
        }
        reader = readers.get(node.type)
        yield reader(node) if reader else Paragraph(text=node.content.rstrip("\n"))

    def _heading(self, node: "SyntaxTreeNode") -> Heading:
        self.depth = min(int(node.tag.removeprefix("h")), self.depth + 1)
        level = min(self.top_heading + self.depth - 1, _LOWEST_HEADING)
        return Heading(text=_inline(node), level=level)

    def _list(self, node: "SyntaxTreeNode") -> ListBlock:
        return ListBlock(
            entries=tuple(tuple(self.blocks(entry)) for entry in node.children),
            ordered=node.type == "ordered_list",
            start=int(node.attrs.get("start", 1)),
        )


def _table(node: "SyntaxTreeNode") -> Table:
    header, *body = [row for part in node.children for row in part.children]
    return Table(
        header=tuple(_inline(cell) for cell in header.children),
        rows=tuple(tuple(_inline(cell) for cell in row.children) for row in body),
        widths=(1.0,) * len(header.children),
        alignments=tuple(
            _ALIGNMENTS.get(str(cell.attrs.get("style", "")), Alignment.START)
            for cell in header.children
        ),
        row_headers=False,
    )


def _code(node: "SyntaxTreeNode") -> Paragraph:
    """Code line by line, each line as far from the margin as it was typed."""
    text = _INDENT.sub(lambda indent: "\u00a0" * len(indent[0]), node.content.rstrip("\n"))
    return Paragraph(text=(Span(text, code=True),))


def _inline(node: "SyntaxTreeNode") -> Text:
    """The text inside a paragraph, heading or cell."""
    spans = [span for inline in node.children for span in _spans(inline.children, Span(""))]
    joined: list[Span] = []
    for span in filter(_has_text, spans):
        if joined and replace(joined[-1], text="") == replace(span, text=""):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    if all(span == Span(span.text) for span in joined):
        return "".join(span.text for span in joined)
    return tuple(joined)


def _has_text(span: Span) -> bool:
    return bool(span.text)


def _spans(nodes: "Sequence[SyntaxTreeNode]", look: Span) -> Iterator[Span]:
    for node in nodes:
        match node.type:
            case "strong":
                yield from _spans(node.children, replace(look, bold=True))
            case "em":
                yield from _spans(node.children, replace(look, italic=not look.italic))
            case "s":
                yield from _spans(node.children, replace(look, strike=True))
            case "link":
                address = str(node.attrs["href"])
                # A link inside the text has no place to lead to in the paper.
                link = None if address.startswith("#") else address
                yield from _spans(node.children, replace(look, link=link))
            case "code_inline":
                yield replace(look, text=node.content, code=True)
            case "softbreak":
                yield replace(look, text=" ")
            case "hardbreak":
                yield replace(look, text="\n")
            case "image":
                yield replace(look, text=f"{node.content} ({node.attrs['src']})")
            case _:
                yield replace(look, text=node.content)
