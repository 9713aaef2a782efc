"""Writes every paper in every language, as PDF and as pictures of its pages, into build/papers.

The papers are made from a demonstration committee; people look at them before a release.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.services.papers import TwoLanguages
from liaison_desktop.services.services import Services, compose_services

OUT = Path(__file__).resolve().parent.parent / "build" / "papers"
RESOLUTION = 70


def main() -> None:
    """Write them all."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder, "store.sqlite3"), create=True)
        services = compose_services(store, Path(folder), "pictures", cache(Catalogue))
        services.imports.import_file(resources() / "demo" / "it.json")
        for language in LANGUAGES:
            for name, content in papers(services, language):
                write(OUT / language / f"{name}.pdf", content)
        store.close()


def papers(services: Services, language: str) -> Iterator[tuple[str, bytes]]:
    """Each paper's name and its bytes in one language."""
    held = services.meetings.by_ref("borgolume/3-2026").id
    draft = services.meetings.by_ref("borgolume/borgolume-2026-4").id
    planned = services.meetings.by_ref("borgolume/borgolume-2026-5").id
    committee = services.committees.by_ref("borgolume").id
    made = services.papers
    yield "minutes", services.minutes.preview(held, language)
    yield "minutes-public", services.minutes.preview(held, language, Edition.PUBLIC)
    yield "minutes-draft", services.minutes.preview(draft, language)
    yield "convocation", made.convocation(planned, language)
    yield "attendance-sheet", made.attendance_sheet(planned, language)
    yield "member-list", made.member_list(committee, datetime.now(UTC).date(), language)
    yield "excerpt", made.excerpt(held, "D.10/2026", language)
    for number, row in enumerate(services.agreements.page(PageRequest()).rows, start=1):
        yield f"agreement-{number}", made.agreement(row.id, language)
    second = "en" if language != "en" else "it"
    for layout in Layout:
        wanted = TwoLanguages(first=language, second=second, layout=layout)
        yield f"minutes-{layout.value}", made.two_language_minutes(held, wanted)


def write(path: Path, content: bytes) -> None:
    """One paper and the pictures of its pages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    command = ["pdftoppm", "-r", str(RESOLUTION), "-png", str(path), str(path.with_suffix(""))]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
