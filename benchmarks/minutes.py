"""Minutes of twenty pages against the same text set by plain ReportLab."""

import io
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from liaison_desktop.documents.minutes import compose_minutes
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.papers import Edition
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.pdf.blocks import Document, Span
from liaison_desktop.pdf.typesetter import typeset

PAGES = 20
RUNS = 7


def report() -> Iterator[str]:
    """One line per figure."""
    document = _document()
    ours, pages = typeset(document), _pages
    words = list(_words(document.blocks))
    plain = _plain(words)
    yield f"minutes: {pages(ours)} pages, {len(ours)} bytes"
    yield f"plain ReportLab: {pages(plain)} pages, {len(plain)} bytes"
    pairs = [
        (_seconds(lambda: typeset(document)), _seconds(lambda: _plain(words))) for _ in range(RUNS)
    ]
    medians = [statistics.median(column) for column in zip(*pairs, strict=True)]
    ratio = statistics.median(a / b for a, b in pairs)
    yield f"minutes: {medians[0]:.3f} s; plain ReportLab: {medians[1]:.3f} s; ratio {ratio:.2f}"


def _document() -> Document:
    file = read_committee_file(resources() / "demo" / "it.json")
    meeting = max(file.meetings, key=lambda m: (len(m.items), m.key))
    copies = range(200)
    for count in copies:
        longer = [
            replace(item, no=number + 1)
            for number, item in enumerate(list(meeting.items) * (count + 1))
        ]
        long_meeting = replace(meeting, items=tuple(longer))
        document = compose_minutes(
            long_meeting,
            assess(long_meeting),
            file.committee,
            Catalogue("it"),
            edition=Edition.FULL,
            register_number="ICC 0000001",
            created=datetime(2026, 1, 1, tzinfo=UTC),
            draft=False,
        )
        if _pages(typeset(document)) >= PAGES:
            return document
    raise AssertionError("the minutes never reach their length")


def _plain(words: list[str]) -> bytes:
    pdfmetrics.registerFont(TTFont("Plain", str(resources() / "fonts" / "NotoSans-Regular.ttf")))
    style = getSampleStyleSheet()["BodyText"].clone("plain", fontName="Plain")
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(
        [Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style) for text in words]
    )
    return out.getvalue()


def _words(value: Any) -> Iterator[str]:
    """Every text of a tree of blocks."""
    if isinstance(value, Span):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("language", "alignment", "tone"):
                yield from _words(getattr(value, field.name))


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
