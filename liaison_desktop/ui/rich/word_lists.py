"""Lists of Word's clipboard, which are paragraphs with a bullet or a number before their words."""

import re
from html import escape
from html.parser import HTMLParser

_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[·•▪◦o§ü–-]|((?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]))\s*", re.IGNORECASE)
_BLOCKS = frozenset({"p", "table", "h1", "h2", "h3", "h4", "h5", "h6", "div", "blockquote"})
_DEEPEST = 9


def with_real_lists(html: str) -> str:
    """The page with lists where Word wrote paragraphs."""
    rewriter = _Rewriter()
    rewriter.feed(html)
    rewriter.close()
    return rewriter.written()


class _Rewriter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self._level = 0
        self._waits = False
        self._mark: str | None = None
        self._mark_is_words = False
        self._spans = 0

    def written(self) -> str:
        """The page as far as it was read."""
        self._leave(0)
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        entry = _LEVEL.search(style) if tag == "p" else None
        if entry:
            self._level, self._waits = min(int(entry[1]), _DEEPEST), True
            self._mark, self._mark_is_words = None, False
        elif tag in _BLOCKS and not self._level:
            self._leave(0)
        if self._spans or (self._waits and tag == "span" and "ignore" in style.lower()):
            self._spans += tag == "span"
        elif not entry:
            self._out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._spans:
            self._spans -= tag == "span"
        elif tag == "p" and self._level:
            words = self._mark if self._waits and self._mark_is_words else None
            self._begin()
            # What looked like a mark is all there is.
            self._out += [escape(words or ""), "</li>"]
            self._level = 0
        else:
            self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._spans:
            self._mark = f"{self._mark or ''}{data}"
            return
        if self._waits and data.strip():
            if self._mark is None and _MARK.fullmatch(data):
                self._mark, self._mark_is_words = data, True
                return
            self._begin()
        self._out.append(escape(data))

    def _begin(self) -> None:
        """The first words of an entry: now it is known what kind of list it belongs to."""
        if not self._waits:
            return
        self._waits = False
        found = _MARK.fullmatch(self._mark or "")
        kind = "ol" if found and found[1] else "ul"
        before = len(self._out)
        while before and self._out[before - 1].startswith("<") and self._is_inline(before - 1):
            before -= 1
        looks = self._out[before:]
        del self._out[before:]
        self._leave(self._level)
        if len(self._open) == self._level and self._open[-1] != kind:
            self._leave(self._level - 1)
        while len(self._open) < self._level:
            self._open.append(kind)
            self._out.append(f"<{kind}>")
        self._out += ["<li>", *looks]

    def _is_inline(self, place: int) -> bool:
        tag = re.match(r"<(\w+)", self._out[place])
        return bool(tag and tag[1].lower() in {"b", "i", "span", "strong", "em", "u", "a"})

    def _leave(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(f"</{self._open.pop()}>")
