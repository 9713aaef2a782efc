"""The book of a year: every number of a committee's register in its sequence, and what became of
the paper under it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from liaison_desktop.domain.archive import Dispatch, Filing, HandSignature, PaperStory, Refusal
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.papers import Paper, PaperKind

_NUMBER = re.compile(r"(?P<before>.*?)(?P<digits>[0-9]+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookEntry:
    """One number of the register.

    Attributes:
        register_number: as printed; of a missing paper as it would have been.
        paper: ``None`` where the register holds no paper under the number.
        names: who is to sign each field, where that is known.
        corrected_by: the papers that correct it.
    """

    register_number: str
    paper: Paper | None = None
    story: PaperStory = field(default_factory=PaperStory)
    names: Mapping[str, str] = field(default_factory=dict)
    corrected_by: tuple[CorrectionNote, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who neither signed nor refused, in the order of the page."""
        fields = self.story.waiting(self.paper) if self.paper else ()
        return tuple(self.names.get(each) or each for each in fields)

    @property
    def nameless(self) -> bool:
        """Whether somebody refused or signed by hand of whom only the field was kept."""
        answers: tuple[Refusal | HandSignature, ...] = (
            *self.story.refusals,
            *self.story.hand_signatures,
        )
        return any(each.name == each.field for each in answers)

    def signer(self, answer: Refusal | HandSignature) -> str:
        """Who refused or signed by hand; where only the field was kept, whose field it is."""
        known = answer.name != answer.field
        return answer.name if known else self.names.get(answer.field) or answer.name


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBook:
    """All numbers of a year, gaps included."""

    year: int
    entries: tuple[BookEntry, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The numbers under which there is no paper."""
        return tuple(each.register_number for each in self.entries if each.paper is None)


Told = TypeVar("Told", Refusal, HandSignature, Filing, Dispatch)


def entered_at(paper: Paper) -> datetime:
    """When a paper was entered in the register: with its first file."""
    return min(file.created_at for file in paper.files)


def years_of(papers: Iterable[Paper]) -> tuple[int, ...]:
    """The years of which there is a book, newest first; a year is one of universal time."""
    return tuple(sorted({entered_at(paper).year for paper in papers}, reverse=True))


def book_of(
    year: int,
    papers: Iterable[Paper],
    next_number: int,
    stories: Mapping[UUID, PaperStory] | None = None,
    notes: Iterable[CorrectionNote] = (),
) -> RegisterBook:
    """The book of a year from all papers of a committee.

    Args:
        next_number: that the committee's register gives next: what is missing before it at the end
            of the newest year is missing there.
        stories: by the paper's id.
        notes: all that correct papers of the committee.
    """
    kept = tuple(papers)
    corrections = _corrections(kept, notes)
    stories = stories or {}
    entries = (
        BookEntry(
            register_number=number,
            paper=paper,
            story=stories.get(paper.id, PaperStory()) if paper else PaperStory(),
            corrected_by=corrections[paper.id] if paper else (),
        )
        for number, paper in _series(year, kept, next_number)
    )
    return RegisterBook(year=year, entries=tuple(entries))


def missing_numbers(papers: Iterable[Paper], next_number: int) -> tuple[str, ...]:
    """The numbers under which no paper is kept any more, in all years.

    The series begins where the register began: a committee may have had numbers before it came
    into this store.
    """
    kept = tuple(papers)
    books = (book_of(year, kept, next_number) for year in reversed(years_of(kept)))
    return tuple(number for book in books for number in book.missing)


def stories_of(
    refusals: Iterable[Refusal],
    hand_signatures: Iterable[HandSignature],
    filings: Iterable[Filing],
    dispatches: Iterable[Dispatch],
) -> dict[UUID, PaperStory]:
    """All that became of papers, by the paper's id."""
    found: dict[UUID, PaperStory] = defaultdict(PaperStory)
    for paper_id, refused in _by_paper(refusals):
        found[paper_id] = replace(found[paper_id], refusals=refused)
    for paper_id, signed in _by_paper(hand_signatures):
        found[paper_id] = replace(found[paper_id], hand_signatures=signed)
    for paper_id, filed in _by_paper(filings):
        found[paper_id] = replace(found[paper_id], filings=filed)
    for paper_id, sent in _by_paper(dispatches):
        found[paper_id] = replace(found[paper_id], dispatches=sent)
    return dict(found)


def _by_paper(told: Iterable[Told]) -> Iterator[tuple[UUID, tuple[Told, ...]]]:
    grouped: dict[UUID, list[Told]] = defaultdict(list)
    for each in told:
        grouped[each.paper_id].append(each)
    for paper_id, group in grouped.items():
        yield paper_id, tuple(group)


def _corrections(
    papers: tuple[Paper, ...], notes: Iterable[CorrectionNote]
) -> Mapping[UUID, tuple[CorrectionNote, ...]]:
    """The notes by the minutes they correct, in all editions and languages."""
    known = tuple(notes)
    return {
        paper.id: tuple(
            note
            for note in known
            if paper.kind is PaperKind.MINUTES and paper.meeting_id == note.paper.meeting_id
        )
        for paper in papers
    }


def _series(
    year: int, papers: tuple[Paper, ...], next_number: int
) -> Iterator[tuple[str, Paper | None]]:
    known = {_place(paper.register_number): paper for paper in papers}
    own = sorted(place for place, paper in known.items() if entered_at(paper).year == year)
    if not own:
        return
    first, last = own[0], own[-1]
    # What is missing before the first number of a year is missing in that year.
    first = max((place for place in known if place < first), default=first - 1) + 1
    if last == max(known):
        last = max(last, next_number - 1)
    pattern = known[own[0]].register_number
    for place in range(first, last + 1):
        paper = known.get(place)
        if paper is None:
            yield _printed(pattern, place), None
        elif entered_at(paper).year == year:
            pattern = paper.register_number
            yield pattern, paper


def _place(register_number: str) -> int:
    found = _NUMBER.fullmatch(register_number)
    return int(found["digits"]) if found else 0


def _printed(like: str, place: int) -> str:
    """A number printed like its neighbour."""
    found = _NUMBER.fullmatch(like)
    return f"{found['before']}{place:0{len(found['digits'])}}" if found else str(place)
