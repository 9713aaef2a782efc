"""A document of blocks as HTML and as typst mark-up, for the other typesetters."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from liaison_desktop.pdf import blocks
from liaison_desktop.pdf.blocks import (
    Block,
    Cell,
    Span,
    Text,
)
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.shaping import spans_of

_STYLE = """
@page { size: A4; margin: 24mm 25mm 26mm;
        @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 7.5pt } }
body { font: 10pt/14pt 'Noto Sans'; color: #1d2a2e; margin: 0 }
h1 { font-size: 20pt; line-height: 26pt } h2 { font-size: 12pt; color: #0b6a6a }
h3 { font-size: 10.5pt } table { border-collapse: collapse; width: 100%; font-size: 9pt }
th, td { text-align: left; border-bottom: .5pt solid #c9d3df; padding: 3pt 4pt }
.callout { border-left: 2.25pt solid #0b6a6a; background: #f1f4f4; padding: 7pt 12pt }
"""
_TYPST_HEAD = """
#set page(paper: "a4", margin: (x: 25mm, top: 24mm, bottom: 26mm), numbering: "1 / 1")
#set text(font: "Noto Sans", size: 10pt, fill: rgb("#1d2a2e"))
#set table(stroke: (bottom: .5pt + rgb("#c9d3df")), inset: (x: 4pt, y: 3pt))
"""


def html(document: Document, fonts: str) -> str:
    """The document as a page of HTML; ``fonts`` is the address of the folder of fonts."""
    faces = "".join(
        f"@font-face {{ font-family: 'Noto Sans'; src: url({fonts}/NotoSans-{name}.ttf);"
        f" font-weight: {'bold' if 'Bold' in name else 'normal'};"
        f" font-style: {'italic' if 'Italic' in name else 'normal'} }}"
        for name in ("Regular", "Bold", "Italic", "BoldItalic")
    )
    body = "\n".join(_html_blocks(document.blocks))
    return (
        f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{faces}{_STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )


def _html_blocks(content: Iterable[Block]) -> Iterator[str]:
    for block in content:
        yield _html_block(block)


def _html_block(block: Block) -> str:
    match block:
        case blocks.Heading():
            return f"<h{block.level}>{_html_text(block.text)}</h{block.level}>"
        case blocks.Paragraph():
            return f"<p>{_html_text(block.text)}</p>"
        case blocks.ListBlock():
            tag = "ol" if block.ordered else "ul"
            entries = "".join(f"<li>{''.join(_html_blocks(e))}</li>" for e in block.entries)
            return f"<{tag}>{entries}</{tag}>"
        case blocks.Facts():
            rows = "".join(
                f"<tr><th>{_html_text(label)}</th><td>{_html_text(value)}</td></tr>"
                for label, value in block.pairs
            )
            return f"<table>{rows}</table>"
        case blocks.Table():
            head = "".join(f'<th scope="col">{_html_text(cell)}</th>' for cell in block.header)
            rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block.rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case blocks.Callout():
            return f'<div class="callout">{"".join(_html_blocks(block.blocks))}</div>'
        case blocks.SignatureGrid():
            return "".join(_html_text(line) for field in block.fields for line in field.caption)
    return "".join(_html_blocks(getattr(block, "blocks", ())))


def _html_cell(cell: Text | Cell) -> str:
    spans = f' colspan="{cell.columns}"' if isinstance(cell, Cell) and cell.columns > 1 else ""
    return f"<td{spans}>{_html_text(_cell_text(cell))}</td>"


def _html_text(text: Text) -> str:
    return "".join(
        f"<b>{escape(span.text)}</b>" if span.bold else escape(span.text) for span in spans_of(text)
    )


def typst(document: Document) -> str:
    """The document as typst source."""
    date = "datetime(year: 2026, month: 1, day: 1)"
    title = f"#set document(title: {_quoted(document.title)}, date: {date})\n"
    language = f'#set text(lang: "{document.language.split("-")[0]}")\n'
    return title + _TYPST_HEAD + language + "\n\n".join(_typst_blocks(document.blocks))


def _typst_blocks(content: Iterable[Block]) -> Iterator[str]:
    for block in content:
        yield _typst_block(block)


def _typst_block(block: Block) -> str:
    match block:
        case blocks.Heading():
            return f"#heading(level: {block.level})[{_typst_text(block.text)}]"
        case blocks.Paragraph():
            return f"#par[{_typst_text(block.text)}]"
        case blocks.ListBlock():
            entries = ", ".join(f"[{' '.join(_typst_blocks(e))}]" for e in block.entries)
            return f"#{'enum' if block.ordered else 'list'}({entries})"
        case blocks.Facts():
            return _typst_table(2, "", [cell for pair in block.pairs for cell in pair])
        case blocks.Table():
            head = ", ".join(f"[{_typst_text(cell)}]" for cell in block.header)
            cells = [cell for row in block.rows for cell in row]
            return _typst_table(len(block.header), f"table.header({head}), ", cells)
        case blocks.Callout():
            inner = "\n\n".join(_typst_blocks(block.blocks))
            return f'#block(fill: rgb("#f1f4f4"), inset: 8pt, width: 100%)[{inner}]'
        case blocks.SignatureGrid():
            lines = (_typst_text(line) for field in block.fields for line in field.caption)
            return "\n\n".join(lines)
    return "\n\n".join(_typst_blocks(getattr(block, "blocks", ())))


def _typst_table(columns: int, header: str, cells: Sequence[Text | Cell]) -> str:
    content = ", ".join(
        f"table.cell(colspan: {cell.columns if isinstance(cell, Cell) else 1})"
        f"[{_typst_text(_cell_text(cell))}]"
        for cell in cells
    )
    return f"#table(columns: {columns}, {header}{content})"


def _typst_text(text: Text) -> str:
    return "".join(
        f"#strong({_quoted(span.text)})" if span.bold else f"#text({_quoted(span.text)})"
        for span in spans_of(text)
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _cell_text(cell: Text | Cell) -> Text:
    """The text of a cell; of one that holds blocks, that of its paragraphs."""
    content = cell.content if isinstance(cell, Cell) else cell
    if isinstance(content, str):
        return content
    return tuple(
        span
        for part in content
        for span in ((part,) if isinstance(part, Span) else spans_of(getattr(part, "text", "")))
    )
