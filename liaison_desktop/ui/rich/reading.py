"""Markdown put into a document that can be edited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)

from liaison_desktop.ui.rich import formats

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_INLINE = frozenset({"text", "strong", "em", "s", "link", "softbreak", "hardbreak"})
_ALIGNED = {
    "text-align:right": Qt.AlignmentFlag.AlignRight,
    "text-align:center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    link: str = ""


def tree_of(markdown: str) -> "SyntaxTreeNode":
    """The syntax of a text, as the papers read it."""
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(_parser().parse(markdown))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return parser.disable("reference")


def can_show(markdown: str) -> bool:
    """Whether the editor has a form for everything in a text: it has none for code and pictures."""
    return all(_is_shown(node) for node in tree_of(markdown).children)


def runs_of(nodes: "Sequence[SyntaxTreeNode]", look: Run | None = None) -> Iterator[Run]:
    """The letters inside a paragraph."""
    look = look or Run("")
    for node in nodes:
        match node.type:
            case "strong":
                yield from runs_of(node.children, _like(look, bold=True))
            case "em":
                yield from runs_of(node.children, _like(look, italic=True))
            case "s":
                yield from runs_of(node.children, _like(look, strike=True))
            case "link":
                yield from runs_of(node.children, _like(look, link=str(node.attrs["href"])))
            case "softbreak":
                yield _like(look, text=" ")
            case "hardbreak":
                yield _like(look, text=formats.HARD_BREAK)
            case _:
                yield _like(look, text=node.content)


class DocumentWriter:
    """Writes Markdown into a document, where a cursor stands."""

    def __init__(self, cursor: QTextCursor, size: float) -> None:
        """``size``: of the letters, in points."""
        self._cursor = cursor
        self._size = size
        self._fresh = True

    def write(self, markdown: str) -> None:
        """Write a text; the paragraph in which the cursor stands is its first."""
        self._blocks(tree_of(markdown).children, quoted=False)

    def continue_with(self, markdown: str) -> None:
        """Write a text into the paragraph in which the cursor stands, keeping the form of that."""
        nodes = tree_of(markdown).children
        if nodes and nodes[0].type == "paragraph":
            self._inline(nodes[0])
            self._fresh = False
            nodes = nodes[1:]
        self._blocks(nodes, quoted=False)

    def _blocks(self, nodes: "Sequence[SyntaxTreeNode]", *, quoted: bool) -> None:
        for node in nodes:
            match node.type:
                case "heading":
                    level = int(node.tag.removeprefix("h"))
                    self._block(formats.heading(level))
                    self._inline(node, formats.heading_letters(level, self._size))
                case "bullet_list" | "ordered_list":
                    self._list(node, 1, quoted=quoted)
                case "blockquote":
                    self._blocks(node.children, quoted=True)
                case "table":
                    self._table(node)
                case _:
                    self._block(formats.quotation() if quoted else formats.paragraph())
                    self._inline(node)

    def _list(self, node: "SyntaxTreeNode", indent: int, *, quoted: bool) -> None:
        made = None
        style = _list_format(node, indent)
        for entry in node.children:
            for part in entry.children:
                if part.type != "paragraph":
                    self._list(part, indent + 1, quoted=quoted)
                    continue
                self._block(formats.quotation() if quoted else formats.paragraph())
                if made is None:
                    made = self._cursor.createList(style)
                else:
                    made.add(self._cursor.block())
                self._inline(part)

    def _table(self, node: "SyntaxTreeNode") -> None:
        rows = [row for part in node.children for row in part.children]
        if not self._fresh:
            self._block(formats.paragraph())
        table = self._cursor.insertTable(len(rows), len(rows[0].children), formats.table())
        for place, row in enumerate(rows):
            for column, cell in enumerate(row.children):
                inside = table.cellAt(place, column).firstCursorPosition()
                aligned = QTextBlockFormat()
                flag = _ALIGNED.get(str(cell.attrs.get("style", "")))
                if flag is not None:
                    aligned.setAlignment(flag)
                inside.setBlockFormat(aligned)
                _insert(inside, cell)
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _block(self, form: QTextBlockFormat) -> None:
        """Begin a paragraph; the first is written where the cursor stands."""
        if self._fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
            current = formats.list_of(self._cursor.block())
            if current is not None:
                current.remove(self._cursor.block())
                self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(QTextCharFormat())
        self._cursor.setCharFormat(QTextCharFormat())
        self._fresh = False

    def _inline(self, node: "SyntaxTreeNode", base: QTextCharFormat | None = None) -> None:
        _insert(self._cursor, node, base)


def _insert(
    cursor: QTextCursor, node: "SyntaxTreeNode", base: QTextCharFormat | None = None
) -> None:
    for inline in node.children:
        for run in runs_of(inline.children):
            cursor.insertText(run.text, letters(run, base))


def letters(run: Run, base: QTextCharFormat | None = None) -> QTextCharFormat:
    """How letters look."""
    made = QTextCharFormat(base) if base else QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    if run.strike:
        made.setFontStrikeOut(True)
    if run.link:
        made.setAnchor(True)
        made.setAnchorHref(run.link)
        made.setFontUnderline(True)
    return made


def _list_format(node: "SyntaxTreeNode", indent: int) -> QTextListFormat:
    if node.type == "bullet_list":
        return formats.bullets(indent)
    return formats.numbers(indent, int(node.attrs.get("start", 1)))


def _like(
    look: Run,
    *,
    text: str = "",
    bold: bool = False,
    italic: bool = False,
    strike: bool = False,
    link: str = "",
) -> Run:
    return Run(
        text=text,
        bold=look.bold or bold,
        italic=look.italic or italic,
        strike=look.strike or strike,
        link=link or look.link,
    )


def _is_shown(node: "SyntaxTreeNode") -> bool:
    match node.type:
        case "paragraph" | "heading":
            return _inline_is_shown(node)
        case "bullet_list" | "ordered_list":
            return all(_entry_is_shown(entry) for entry in node.children)
        case "blockquote":
            kinds = {child.type for child in node.children}
            return kinds <= {"paragraph", "bullet_list", "ordered_list"} and all(
                _is_shown(child) for child in node.children
            )
        case "table":
            cells = [
                cell for part in node.children for row in part.children for cell in row.children
            ]
            return all(_inline_is_shown(cell) for cell in cells)
    return False


def _entry_is_shown(entry: "SyntaxTreeNode") -> bool:
    """One paragraph, and lists below it."""
    kinds = [child.type for child in entry.children]
    plain = kinds[:1] == ["paragraph"] and "paragraph" not in kinds[1:]
    lists = {"bullet_list", "ordered_list"}
    return plain and set(kinds[1:]) <= lists and all(_is_shown(child) for child in entry.children)


def _inline_is_shown(node: "SyntaxTreeNode") -> bool:
    return all(
        each.type in _INLINE
        for inline in node.children
        for each in inline.walk()
        if each is not inline
    )
