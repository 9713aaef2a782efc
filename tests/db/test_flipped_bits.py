"""One bit that changed in a filed paper is found, and the paper is named by its number."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.db.engine import connect
from liaison_desktop.db.store import Store
from liaison_desktop.db.triggers import TRIGGERS
from tests.db.records import agreement_paper_of, town

PAPERS = 1000
SIZE = 64

bits = st.integers(0, SIZE * 8 - 1)
numbers = st.integers(1, PAPERS)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with a thousand filed papers, unguarded: whoever changes it is not held back."""
    path: Path = tmp_path_factory.mktemp("archive") / "committees.liaison"
    made = town()
    with closing(Store.open(path, create=True)) as store:
        with store.write("file", "tester") as unit:
            made.put(unit)
            for number in range(1, PAPERS + 1):
                content = number.to_bytes(SIZE)
                paper = agreement_paper_of(made.agreement, content, f"ICC-{number}")
                unit.papers.add(paper, content)
            unit.commit()
        yield store


@contextmanager
def flipped(store: Store, flips: Sequence[tuple[int, int]]) -> Iterator[None]:
    """Flip a bit in the files of some papers, and flip it back."""
    _flip(store.path, flips)
    try:
        yield
    finally:
        _flip(store.path, flips)


def _flip(path: Path, flips: Sequence[tuple[int, int]]) -> None:
    guard = next(trigger for trigger in TRIGGERS if trigger.name == "paper_file_update_refused")
    find = (
        "SELECT paper_file.id, content FROM paper_file JOIN paper ON paper.id = paper_id "
        "WHERE register_number = ?"
    )
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        connection.execute(f"DROP TRIGGER {guard.name}")
        for number, bit in flips:
            file_id, content = connection.execute(find, (f"ICC-{number}",)).fetchone()
            changed = bytearray(content)
            changed[bit // 8] ^= 1 << bit % 8
            connection.execute(
                "UPDATE paper_file SET content = ? WHERE id = ?", (bytes(changed), file_id)
            )
        connection.execute(guard.statement)
        connection.execute("COMMIT")


def found(store: Store) -> list[tuple[str, object]]:
    """What the check names, and what it says of it."""
    return [(finding.code, finding.parameters.get("paper")) for finding in store.health().findings]


def test_an_archive_that_nobody_touched_is_sound(archive: Store) -> None:
    assert found(archive) == []


@settings(max_examples=5, deadline=None)
@given(number=numbers, bit=bits)
def test_one_bit_in_one_paper_is_found_and_named(archive: Store, number: int, bit: int) -> None:
    with flipped(archive, [(number, bit)]):
        assert found(archive) == [("paper_file_altered", f"ICC-{number}")]


@settings(max_examples=2, deadline=None)
@given(flips=st.lists(bits, min_size=PAPERS, max_size=PAPERS))
def test_a_bit_in_every_paper_is_found_in_every_paper(archive: Store, flips: list[int]) -> None:
    with flipped(archive, list(enumerate(flips, start=1))):
        named = sorted(str(paper) for _code, paper in found(archive))
    assert named == sorted(f"ICC-{number}" for number in range(1, PAPERS + 1))
