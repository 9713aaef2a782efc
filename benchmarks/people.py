"""Lists, search and records with more and more people, against reading all of them.

``python -m benchmarks.people 1000000`` measures one size; without a size it takes three.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.crowd import RARE, crowded
from liaison_desktop.domain.listings import Cursor, PageRequest
from liaison_desktop.services.services import Services
from liaison_desktop.ui.wording import today

SIZES = (1_000, 10_000, 100_000)
RUNS = 15
_WORDS = {
    "one letter": "s",
    "frequent word": "rossi",
    "two words": "ros haddad",
    "Greek without accents": "σχολαριου",
    "Arabic": "مدرسه",
    "organisation": "associazione moller 7",
    "rare word": RARE.lower(),
    "no such word": "xyzxyz",
}


def report(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """A few lines for each size: milliseconds, the median and the slowest of some runs."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            services = crowded(Path(folder, "store.sqlite3"), size)
            yield f"{size:,} people"
            for name, act in _acts(services).items():
                yield f"  {name}: {_milliseconds(act)}"


def _acts(services: Services) -> dict[str, Callable[[], object]]:
    committee = services.committees.all()[0]
    people = services.people

    def page(search: str = "", after: Cursor | None = None) -> object:
        return people.page(PageRequest(committee_id=committee.id, search=search, after=after))

    middle = people.page(PageRequest(committee_id=committee.id, search="moller")).next
    somebody = people.page(PageRequest(committee_id=committee.id, search="associazione")).rows[0]
    organisation = people.organisations(PageRequest(committee_id=committee.id)).rows[3]
    acts: dict[str, Callable[[], object]] = {"first page": page}
    acts["page in the middle"] = lambda: page(after=middle)
    for name, words in _WORDS.items():
        acts[f"search, {name}"] = partial(page, words)
    acts["search in organisations"] = lambda: people.organisations(
        PageRequest(committee_id=committee.id, search="moller")
    )
    acts["open a person"] = lambda: people.detail(somebody.id)
    acts["open an organisation"] = lambda: people.organisation(organisation.id, today())
    acts["open the committee"] = lambda: services.seats.composition(committee.id, today())
    acts["read all people at once"] = lambda: people.page(
        PageRequest(committee_id=committee.id, limit=10_000_000)
    )
    return acts


def _milliseconds(act: Callable[[], object]) -> str:
    act()
    taken = []
    for _run in range(RUNS):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
        if sum(taken) > 5_000:
            break
    return f"{statistics.median(taken):.1f} (slowest {max(taken):.1f}) ms"


if __name__ == "__main__":
    for line in report(tuple(map(int, sys.argv[1:])) or SIZES):
        print(line, flush=True)
