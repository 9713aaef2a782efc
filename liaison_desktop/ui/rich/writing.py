"""The Markdown of a document that was edited."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextTable,
)

from liaison_desktop.ui.rich import formats
from liaison_desktop.ui.rich.reading import Run, runs_of, tree_of

_ESCAPED = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_BEGINNING = re.compile(r"^(\s*)([#+=>-]|\d{1,9}[.)])")
_HASHES = re.compile(r"(#+)$")
_BREAKS = re.compile(f"[ {formats.HARD_BREAK}]*{formats.HARD_BREAK}[ {formats.HARD_BREAK}]*")
_REMEMBERED = 4096
_EDGE = f" {formats.HARD_BREAK}"
_OBJECTS = "\ufffc"
_SPACES = re.compile(r"[ \t\u00a0]+")
_RULES = {
    Qt.AlignmentFlag.AlignRight: "--:",
    Qt.AlignmentFlag.AlignHCenter: ":-:",
}


def markdown_of(document: QTextDocument) -> str:
    """The text of a document; empty paragraphs are left out."""
    return "\n\n".join(_chunks(document.rootFrame())).strip("\n")


def _chunks(frame: QTextFrame) -> Iterator[str]:
    """Paragraphs, whole lists, quotations and tables, in their order."""
    for quoted, parts in groupby(_parts(frame), key=_is_quoted):
        chunks = list(_unquoted(list(parts)))
        if not quoted:
            yield from chunks
        elif chunks:
            lines = "\n\n".join(chunks).split("\n")
            yield "\n".join(f"> {line}".rstrip() for line in lines)


def _unquoted(parts: list[QTextBlock | QTextTable]) -> Iterator[str]:
    for listed, members in groupby(parts, key=_is_listed):
        if listed:
            yield _ListWriter().write([one for one in members if isinstance(one, QTextBlock)])
            continue
        for part in members:
            text = _table(part) if isinstance(part, QTextTable) else _paragraph(part)
            if text:
                yield text


def _parts(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    place = frame.begin()
    while not place.atEnd():
        # PySide's types do not know that there may be none.
        inner: QTextFrame | None = place.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def _is_quoted(part: QTextBlock | QTextTable) -> bool:
    return isinstance(part, QTextBlock) and formats.is_quoted(part)


def _is_listed(part: QTextBlock | QTextTable) -> bool:
    return isinstance(part, QTextBlock) and formats.list_of(part) is not None


def _paragraph(block: QTextBlock) -> str:
    level = block.blockFormat().headingLevel()
    runs = list(runs_in(block))
    if level:
        flat = [_with(run, run.text.replace(formats.HARD_BREAK, " ")) for run in runs]
        words = _HASHES.sub(r"\\\1", inline(flat))
        return f"{'#' * level} {words}" if words else ""
    return _safe_beginnings(inline(runs))


class _ListWriter:
    """Entries one below the other, each as far from the margin as its list is deep."""

    def __init__(self) -> None:
        self._margins: list[int] = []
        self._lists: list[QTextList | None] = []
        self._marks: list[str] = []

    def write(self, blocks: list[QTextBlock]) -> str:
        """The entries with their marks."""
        lines = []
        for block in blocks:
            owner = formats.list_of(block)
            if owner is None:
                continue
            depth = min(max(owner.format().indent(), 1), len(self._lists) + 1)
            mark = self._mark(owner, depth, block)
            margin = sum(self._margins[: depth - 1])
            del self._margins[depth - 1 :]
            self._margins.append(len(mark) + 1)
            words = _safe_beginnings(inline(runs_in(block)))
            below = "\n" + " " * (margin + len(mark) + 1)
            lines.append(f"{' ' * margin}{mark} {words.replace(chr(10), below)}".rstrip())
        return "\n".join(lines)

    def _mark(self, owner: QTextList, depth: int, block: QTextBlock) -> str:
        """``-`` or a number; a list that follows another at once gets another mark."""
        del self._lists[depth:], self._marks[depth:]
        known = self._lists[depth - 1] if len(self._lists) >= depth else None
        numbered = formats.is_numbered(owner.format())
        if known is None or known.objectIndex() != owner.objectIndex():
            before = self._marks[depth - 1] if len(self._marks) >= depth else ""
            pair = ".)" if numbered else "-*"
            mark = pair[1] if before == pair[0] else pair[0]
            del self._lists[depth - 1 :], self._marks[depth - 1 :]
            self._lists.append(owner)
            self._marks.append(mark)
        mark = self._marks[depth - 1]
        if not numbered:
            return mark
        return f"{owner.format().start() + owner.itemNumber(block)}{mark}"


def _table(table: QTextTable) -> str:
    columns = range(table.columns())
    rows = [[_cell(table, row, column) for column in columns] for row in range(table.rows())]
    rules = [_rule(table, column) for column in columns]
    lines = [rows[0], rules, *rows[1:]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(table: QTextTable, row: int, column: int) -> str:
    texts = []
    place = table.cellAt(row, column).begin()
    while not place.atEnd():
        if place.currentBlock().isValid():
            runs = runs_in(place.currentBlock())
            flat = [_with(run, run.text.replace(formats.HARD_BREAK, " ")) for run in runs]
            texts.append(inline(flat, in_cell=True))
        place += 1
    return " ".join(filter(None, texts))


def _rule(table: QTextTable, column: int) -> str:
    block = table.cellAt(0, column).firstCursorPosition().block()
    horizontal = block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
    return _RULES.get(horizontal, "---")


def runs_in(block: QTextBlock) -> list[Run]:
    """The letters of a paragraph, those that look alike together."""
    head = block.blockFormat().headingLevel() > 0
    runs = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        runs.append(
            Run(
                text=_SPACES.sub(" ", fragment.text().replace(_OBJECTS, "")),
                bold=look.fontWeight() > QFont.Weight.DemiBold and not head,
                italic=look.fontItalic(),
                strike=look.fontStrikeOut(),
                link=look.anchorHref(),
            )
        )
        place += 1
    return joined(runs)


def joined(runs: list[Run]) -> list[Run]:
    """Runs that look alike made one; no spaces at either end or twice, none at the edge of a mark.

    Markdown cannot say it otherwise.
    """
    settled = [part for run in _merged(runs) for part in _without_edges(run)]
    found: list[Run] = []
    for run in settled:
        text = run.text
        if not found or found[-1].text[-1] in _EDGE:
            text = text.lstrip(_EDGE)
        if text:
            found.append(_with(run, text))
    while found and not found[-1].text.rstrip(_EDGE):
        found.pop()
    if found:
        found[-1] = _with(found[-1], found[-1].text.rstrip(_EDGE))
    return _merged(found)


def _merged(runs: list[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        if found and _with(found[-1], "") == _with(run, ""):
            found[-1] = _with(run, found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return [_with(run, _BREAKS.sub(formats.HARD_BREAK, run.text)) for run in found]


def _without_edges(run: Run) -> list[Run]:
    """A run with marks, and what stands at its ends without them."""
    core = run.text.strip(_EDGE)
    if not core:
        return [Run(run.text)]
    before, behind = run.text.split(core, 1)
    return [Run(before), _with(run, core), Run(behind)]


def inline(runs: list[Run], *, in_cell: bool = False) -> str:
    """Letters with their marks: read again, they are the same.

    Where marks would stand so close together that nobody could tell them apart, some of them are
    left out rather than a letter changed.
    """
    text = _readable(tuple(joined(runs)))
    return text.replace("|", "\\|") if in_cell else text


@lru_cache(_REMEMBERED)
def _readable(wanted: tuple[Run, ...]) -> str:
    """Remembered: while somebody types, all paragraphs but one are as they were a second ago."""
    for keep in (("bold", "italic", "strike"), ("bold", "strike"), ("bold",), ()):
        told = joined([_marked_by(run, keep) for run in wanted])
        text = _marked(told)
        if _read(text) == told:
            return text
    return _marked(joined([Run(run.text) for run in wanted]))


def _read(text: str) -> list[Run]:
    nodes = tree_of(_safe_beginnings(text)).children
    if len(nodes) != 1 or nodes[0].type != "paragraph":
        return []
    return joined([run for each in nodes[0].children for run in runs_of(each.children)])


def _marked_by(run: Run, keep: tuple[str, ...]) -> Run:
    return Run(
        run.text,
        bold=run.bold and "bold" in keep,
        italic=run.italic and "italic" in keep,
        strike=run.strike and "strike" in keep,
        link=run.link,
    )


def _marked(runs: list[Run]) -> str:
    return "".join(_one(run) for run in runs)


def _one(run: Run) -> str:
    """One run between its marks."""
    mark = ("~~" if run.strike else "") + ("**" if run.bold else "") + ("*" if run.italic else "")
    text = f"{mark}{_escaped(run.text)}{mark[::-1]}"
    return f"[{text}](<{run.link}>)" if run.link else text


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", text).replace(formats.HARD_BREAK, "\\\n")


def _safe_beginnings(text: str) -> str:
    """No line begins like a heading, a list or a rule by chance."""
    return "\n".join(_BEGINNING.sub(_escape_beginning, line) for line in text.split("\n"))


def _escape_beginning(match: re.Match[str]) -> str:
    space, mark = match.groups()
    if len(mark) == 1:
        return f"{space}\\{mark}"
    return f"{space}{mark[:-1]}\\{mark[-1]}"


def _with(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.strike, run.link)
