"""The book of a year: no number passes unseen."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.archive import HandSignature, PaperStory, Refusal
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind
from liaison_desktop.domain.register import register_number
from liaison_desktop.domain.register_book import book_of, missing_numbers, stories_of, years_of

COMMITTEE = UUID(int=1)


def paper(n: int, year: int = 2026, prefix: str = "ICC", fields: tuple[str, ...] = ()) -> Paper:
    file = PaperFile(
        id=UUID(int=100 + n),
        paper_id=UUID(int=n),
        sequence=0,
        sha256="00",
        size=1,
        created_at=datetime(year, 3, 1, tzinfo=UTC),
    )
    return Paper(
        id=UUID(int=n),
        committee_id=COMMITTEE,
        meeting_id=None,
        kind=PaperKind.AGREEMENT,
        edition=Edition.FULL,
        language="it",
        title="",
        register_number=register_number(prefix, n),
        fields=fields,
        files=(file,),
    )


@given(
    years=st.lists(st.integers(0, 3), min_size=1, max_size=30),
    gone=st.sets(st.integers(1, 30)),
    first=st.integers(1, 5000),
)
def test_whatever_is_gone_is_named_once_in_one_of_the_books(
    years: list[int], gone: set[int], first: int
) -> None:
    all_of_it = [paper(first + n, 2020 + y) for n, y in enumerate(sorted(years))]
    kept = [each for n, each in enumerate(all_of_it) if n == 0 or n not in gone]
    lost = [each.register_number for each in all_of_it if each not in kept]
    next_number = first + len(all_of_it)
    assert sorted(missing_numbers(kept, next_number)) == lost
    books = [book_of(year, kept, next_number) for year in reversed(years_of(kept))]
    told = [entry.register_number for book in books for entry in book.entries]
    assert told == [each.register_number for each in all_of_it]


def test_a_clock_that_went_back_makes_no_gap() -> None:
    papers = (paper(1, 2026), paper(2, 2025), paper(3, 2026))
    assert missing_numbers(papers, 4) == ()
    assert [e.register_number for e in book_of(2025, papers, 4).entries] == ["ICC-0000002"]
    assert len(book_of(2026, papers, 4).entries) == 2


def test_a_new_prefix_goes_on_in_the_same_series() -> None:
    papers = (paper(9, prefix=""), paper(11, prefix="NEW2"))
    book = book_of(2026, papers, 13)
    numbers = ["0000009", "0000010", "NEW2-0000011", "NEW2-0000012"]
    assert [entry.register_number for entry in book.entries] == numbers
    assert book.missing == ("0000010", "NEW2-0000012")


def test_a_year_without_papers_has_an_empty_book() -> None:
    assert book_of(1999, (paper(1),), 5).entries == ()
    assert years_of((paper(1, 2024), paper(2, 2026), paper(3, 2026))) == (2026, 2024)


def test_only_who_neither_signed_nor_refused_is_waited_for() -> None:
    filed = paper(1, fields=("party-1", "party-2", "party-3"))
    known = {"committee_id": COMMITTEE, "paper_id": filed.id}
    day = datetime(2026, 4, 1, tzinfo=UTC).date()
    refusal = Refusal(
        id=UUID(int=5), field="party-1", name="Verein", reason="No.", refused_on=day, **known
    )
    by_hand = HandSignature(
        id=UUID(int=6), field="party-2", name="party-2", signed_on=day, scan_id=COMMITTEE, **known
    )
    stories = stories_of((refusal,), (by_hand,), (), ())
    assert stories == {filed.id: PaperStory(refusals=(refusal,), hand_signatures=(by_hand,))}
    (told,) = book_of(2026, (filed,), 2, stories).entries
    assert (told.waiting, told.nameless) == (("party-3",), True)
    entry = replace(told, names={"party-2": "Stadt", "party-3": "Chor"})
    assert entry.waiting == ("Chor",)
    assert (entry.signer(refusal), entry.signer(by_hand)) == ("Verein", "Stadt")
    assert replace(entry, paper=None).waiting == ()
