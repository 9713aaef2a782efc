"""Time grows with the length of a paper, not faster."""

import gc
import time
from collections.abc import Callable

import pytest

from liaison_desktop.pdf.blocks import (
    Block,
    ListBlock,
    Paragraph,
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.samples import document


def seconds(*blocks: Block) -> float:
    start = time.process_time()
    typeset(document(*blocks))
    return time.process_time() - start


def paragraphs(size: int) -> Block:
    return Paragraph(text="the proposal was accepted unanimously " * 20 * size)


def a_list(size: int) -> Block:
    return ListBlock(entries=tuple((Paragraph(text=f"entry {n}"),) for n in range(4 * size)))


def a_table(size: int) -> Block:
    rows = tuple((str(number), "Ottavia Belcampo", "12") for number in range(4 * size))
    return Table(header=("A", "B", "C"), widths=(1, 2, 1), rows=rows)


@pytest.mark.parametrize("make", [paragraphs, a_list, a_table])
def test_ten_times_the_text_takes_about_ten_times_as_long(make: Callable[[int], Block]) -> None:
    seconds(make(40))
    short = min(seconds(make(40)) for _ in range(3))
    long = min(seconds(make(400)) for _ in range(2))
    assert long < 15 * short


def test_the_search_for_cycles_goes_on_after_a_paper() -> None:
    typeset(document())
    assert gc.isenabled()
    with pytest.raises(ValueError, match="table"):
        typeset(document(Table(header=("A",), widths=(), rows=())))
    assert gc.isenabled()
