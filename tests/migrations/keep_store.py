"""Keeps a store of the release being made, for all later releases to open.

Run once for each release: ``python -m tests.migrations.keep_store 0.1.0``
"""

import sys
from pathlib import Path

from liaison_desktop.db.store import Store
from tests.db.records import agreement_paper_of, correction_of, file_of, note_of, paper_of, town

STORES = Path(__file__).parents[1] / "data" / "stores"


def keep_store(release: str) -> Path:
    """Write the store of a release, with a town that uses every table and column."""
    kept = STORES / f"{release}.liaison"
    working = STORES / "new.liaison"
    made = town()
    paper = paper_of(made.meeting, b"%PDF", "ICC-PTC-0000118")
    store = Store.open(working, create=True)
    with store.write("demonstration", "tester") as unit:
        made.put(unit)
        unit.papers.add(paper, b"%PDF")
        unit.papers.add_file(file_of(paper.id, b"%PDF signed", 1, "chair"), b"%PDF signed")
        correction = correction_of(paper)
        note = note_of(correction, made.meeting, b"%PDF note", "ICC-PTC-0000119")
        agreed = agreement_paper_of(made.agreement, b"%PDF agreement", "ICC-PTC-0000120")
        unit.corrections.add(correction)
        unit.papers.add(note, b"%PDF note")
        unit.papers.add(agreed, b"%PDF agreement")
        unit.commit()
    store.backup(kept)
    store.close()
    working.unlink()
    return kept


if __name__ == "__main__":
    keep_store(sys.argv[1])
