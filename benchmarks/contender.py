"""One typesetter in a process of its own: for each line of input a paper and a line of figures.

Usage: python -m benchmarks.contender NAME FOLDER, the folder holding what ``papers.py`` wrote.
"""

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

FONTS = Path(__file__).parents[1] / "resources" / "fonts"


def ours(folder: Path) -> Callable[[], bytes]:
    from liaison_desktop.pdf.typesetter import typeset

    document = pickle.loads((folder / "document.pickle").read_bytes())
    return lambda: typeset(document)


def reportlab(folder: Path) -> Callable[[], bytes]:
    """Paragraphs only: no tags, no fields, no archive, and its own line breaking."""
    from io import BytesIO

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Plain", str(FONTS / "NotoSans-Regular.ttf")))
    style = getSampleStyleSheet()["BodyText"].clone("plain", fontName="Plain")
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))

    def typeset() -> bytes:
        target = BytesIO()
        SimpleDocTemplate(target, pagesize=A4).build([Paragraph(text, style) for text in texts])
        return target.getvalue()

    return typeset


def weasyprint(folder: Path) -> Callable[[], bytes]:
    page = import_module("weasyprint").HTML
    source = (folder / "document.html").read_text(encoding="utf-8")
    return lambda: bytes(page(string=source).write_pdf(pdf_variant="pdf/ua-1"))


def typst(folder: Path) -> Callable[[], bytes]:
    compiler = import_module("typst")
    source = str(folder / "document.typ")
    return lambda: bytes(
        compiler.compile(
            source,
            format="pdf",
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            pdf_standards=["a-3a", "ua-1"],
        )
    )


CONTENDERS = {maker.__name__: maker for maker in (ours, reportlab, typst, weasyprint)}


def _serve(name: str, folder: Path) -> None:
    typeset = CONTENDERS[name](folder)
    for _ in sys.stdin:
        start = time.perf_counter()
        paper = typeset()
        seconds = time.perf_counter() - start
        usage = resource.getrusage(resource.RUSAGE_SELF)
        (folder / f"{name}.pdf").write_bytes(paper)
        figures = {
            "wall": seconds,
            "user": usage.ru_utime,
            "peak": usage.ru_maxrss / 1024,
            "bytes": len(paper),
        }
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1], Path(sys.argv[2]))
