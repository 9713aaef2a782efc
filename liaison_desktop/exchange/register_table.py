"""The book of a register as a table: one row for each number, the missing ones too."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from liaison_desktop.domain.archive import Dispatch
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.register_book import BookEntry, RegisterBook, entered_at
from liaison_desktop.exchange.tables import Table, Value

_COLUMNS = (
    "register_number",
    "title",
    "kind",
    "edition",
    "language",
    "entered_on",
    "sha256",
    "signed_by",
    "signed_by_hand",
    "refused",
    "waiting",
    "filed_as",
    "handed_to",
    "corrected_by",
    "missing",
)


def register_table(book: RegisterBook) -> Table:
    """The table; e-mail addresses of recipients are left out. Its name tells the year."""
    rows = tuple(_row(entry) for entry in book.entries)
    return Table(name=f"register_{book.year}", columns=_COLUMNS, rows=rows)


def _row(entry: BookEntry) -> dict[str, Value]:
    known = dict(_told(entry, entry.paper)) if entry.paper is not None else {}
    empty: dict[str, Value] = dict.fromkeys(_COLUMNS)
    number: dict[str, Value] = {
        "register_number": entry.register_number,
        "missing": entry.paper is None,
    }
    return empty | known | number


def _told(entry: BookEntry, paper: Paper) -> Iterator[tuple[str, Value]]:
    story = entry.story
    yield "title", paper.title
    yield "kind", paper.kind.value
    yield "edition", paper.edition.value
    yield "language", paper.language
    yield "entered_on", entered_at(paper).date()
    yield "sha256", paper.newest.sha256
    yield "signed_by", _joined(f"{e.signer} ({_day(e.created_at)})" for e in paper.signatures)
    yield (
        "signed_by_hand",
        _joined(f"{entry.signer(e)} ({e.signed_on})" for e in story.hand_signatures),
    )
    yield (
        "refused",
        _joined(f"{entry.signer(e)} ({e.refused_on}): {e.reason}" for e in story.refusals),
    )
    yield "waiting", _joined(entry.waiting)
    yield "filed_as", _joined(f"{e.authority}: {e.number} ({e.filed_on})" for e in story.filings)
    yield "handed_to", _joined(map(_handed, story.dispatches))
    yield "corrected_by", _joined(e.paper.register_number for e in entry.corrected_by)


def _handed(dispatch: Dispatch) -> str:
    received = f", received {dispatch.received_on}" if dispatch.received_on else ""
    receipt = f" {dispatch.receipt}" if dispatch.receipt else ""
    return f"{dispatch.name} ({_day(dispatch.sent_at)}{received}{receipt})"


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _joined(parts: Iterable[str]) -> str | None:
    return "; ".join(parts) or None
