"""The same 20-page minutes by four typesetters, and 200 pages of ours against 20.

Each typesetter works in processes of its own, one after the other in turns, so that a busy machine
is unkind to all of them alike. Only our minutes and typst's are PDF/A-3a and PDF/UA-1 at once.
"""

import json
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import pikepdf

from benchmarks.contender import CONTENDERS, FONTS
from benchmarks.markup import html, typst
from benchmarks.minutes import long_minutes
from liaison_desktop.pdf.blocks import (
    Span,
)
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset

RUNS = 7
TITLES = {
    "ours": "LIAISON Desktop",
    "reportlab": "plain ReportLab",
    "typst": "typst",
    "weasyprint": "WeasyPrint",
}


@dataclass
class Figures:
    """What was measured of one typesetter; seconds and MiB."""

    pages: int = 0
    kilobytes: float = 0
    peak: float = 0
    started: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def report() -> Iterator[str]:
    """A table of all typesetters, then how ours grows with the length of the paper."""
    short, long = long_minutes(20), long_minutes(200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_sources(short, folder)
        present = [name for name in CONTENDERS if find_spec(name) or name == "ours"]
        for missing in CONTENDERS.keys() - set(present):
            yield f"{TITLES[missing]} is not installed (make bench installs it) and is left out."
        yield from _table(_measured(present, folder))
    ratios = [_processor_seconds(long) / _processor_seconds(short) for _ in range(RUNS)]
    yield f"200 pages take {median(ratios):.1f} times as long as 20."


def _write_sources(document: Document, folder: Path) -> None:
    (folder / "document.pickle").write_bytes(pickle.dumps(document))
    texts = [escape(text, quote=False) for text in _texts(document.blocks)]
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (folder / "document.html").write_text(html(document, FONTS.as_uri()), encoding="utf-8")
    (folder / "document.typ").write_text(typst(document), encoding="utf-8")


def _measured(names: list[str], folder: Path) -> dict[str, Figures]:
    """New processes in turns, then the same document again in processes that stay."""
    figures = {name: Figures() for name in names}
    for _ in range(RUNS):
        for name in names:
            with _Process(name, folder) as process:
                process.typeset()
                figures[name].started.append(time.perf_counter() - process.started)
    processes = {name: _Process(name, folder) for name in names}
    for process in processes.values():
        process.typeset()
    for _ in range(RUNS):
        for name, process in processes.items():
            before = process.last["user"]
            measured = process.typeset()
            figures[name].warm.append(measured["wall"])
            figures[name].processor.append(measured["user"] - before)
    for name, process in processes.items():
        process.__exit__()
        figures[name].peak = process.last["peak"]
        paper = (folder / f"{name}.pdf").read_bytes()
        figures[name].kilobytes = len(paper) / 1000
        with pikepdf.open(BytesIO(paper)) as pdf:
            figures[name].pages = len(pdf.pages)
    return figures


class _Process:
    """A typesetter that waits for the word."""

    def __init__(self, name: str, folder: Path) -> None:
        self.started = time.perf_counter()
        self.last: dict[str, float] = {}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.contender", name, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "_Process":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def typeset(self) -> dict[str, float]:
        """One paper more."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.last = json.loads(self._process.stdout.readline())
        return self.last


def _table(figures: dict[str, Figures]) -> Iterator[str]:
    yield "| typesetter | pages | new process | warm | processor, warm | peak memory | file |"
    yield "|---|---|---|---|---|---|---|"
    for name, row in figures.items():
        started = _beside(row.started, figures["ours"].started)
        warm = _beside(row.warm, figures["ours"].warm)
        yield (
            f"| {TITLES[name]} | {row.pages} | {started} | {warm} | {median(row.processor):.2f} s"
            f" | {row.peak:.0f} MiB | {row.kilobytes:.0f} kB |"
        )


def _beside(row: list[float], ours: list[float]) -> str:
    """The median, and how many times ours it is, run by run."""
    ratio = median(theirs / own for theirs, own in zip(row, ours, strict=True))
    return f"{median(row):.2f} s (×{ratio:.1f})"


def _texts(value: Any) -> Iterator[str]:
    """Every text of a tree of blocks."""
    if isinstance(value, Span):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            if part.name not in ("language", "alignment", "tone", "anchor", "link"):
                yield from _texts(getattr(value, part.name))


def _processor_seconds(document: Document) -> float:
    start = time.process_time()
    typeset(document)
    return time.process_time() - start
