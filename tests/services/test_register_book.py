"""The book of the register and its check, on a real store."""

import csv
import io
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from liaison_desktop.db.store import Store
from liaison_desktop.domain.archive import Recipient
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.services.archive_work import ArchiveWork
from liaison_desktop.services.archiving import FileWithAuthority, RefuseSignature, SignedByHand
from liaison_desktop.services.distributing import HandOver, NoteReceipt
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.progress import Cancelled
from liaison_desktop.services.services import Services

TODAY = datetime.now().astimezone().date()
YEAR = datetime.now().astimezone().year


@pytest.fixture
def paper(services: Services) -> Paper:
    """Minutes with all that can become of them."""
    meeting = services.meetings.by_ref("borgolume/3-2026")
    return services.minutes.file(FileMinutes(meeting_id=meeting.id))


@pytest.fixture
def story(services: Services, paper: Paper, tmp_path: Path) -> ArchiveWork:
    """Refused by the chair, signed by hand, filed, handed over and received."""
    work, scan = services.archive_work, tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    work.archiving.refuse(
        RefuseSignature(paper_id=paper.id, field="chair", reason="=Item 4", refused_on=TODAY)
    )
    work.archiving.signed_by_hand(
        SignedByHand(paper_id=paper.id, signed_on={"secretary": TODAY}, scan=scan)
    )
    work.archiving.file(
        FileWithAuthority(paper_id=paper.id, authority="Comune", number="123", filed_on=TODAY)
    )
    town = Recipient(name="Biblioteca", address="b@b.example")
    work.distributing.into_folder(HandOver(paper_id=paper.id, recipients=(town,)), tmp_path / "out")
    (dispatch,) = work.archiving.story(paper.id).dispatches
    work.distributing.note_receipt(
        NoteReceipt(dispatch_id=dispatch.id, received_on=TODAY, receipt="n. 7")
    )
    return work


def test_the_book_is_printed_and_handed_on_as_tables(
    story: ArchiveWork, paper: Paper, tmp_path: Path
) -> None:
    for name in ("book.pdf", "book.xlsx", "book.csv"):
        story.book.save(paper.committee_id, YEAR, tmp_path / name)
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")
    text = (tmp_path / "book.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    row = next(each for each in rows if each["register_number"] == paper.register_number)
    assert row["sha256"] == paper.newest.sha256
    assert row["refused"].endswith(f"({TODAY}): =Item 4")
    assert row["signed_by_hand"].endswith(f"({TODAY})")
    assert row["filed_as"] == f"Comune: 123 ({TODAY})"
    assert row["handed_to"].startswith("Biblioteca (")
    assert row["handed_to"].endswith(f"received {TODAY} n. 7)")
    assert (row["waiting"], row["missing"]) == ("", "false")
    assert "b@b.example" not in text
    sheet = load_workbook(tmp_path / "book.xlsx")[f"register_{YEAR}"]
    assert [str(cell) for cell in next(sheet.values)] == list(row)
    assert sheet.max_row == len(rows) + 1


def test_a_book_is_written_as_what_its_file_is_called(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    book = services.archive_work.book
    with pytest.raises(UserError, match="register_file_kind"):
        book.save(paper.committee_id, YEAR, tmp_path / "book.docx")
    with pytest.raises(UserError, match="register_empty"):
        book.save(paper.committee_id, 1999, tmp_path / "book.csv")
    assert list(tmp_path.glob("book.*")) == []


def test_without_a_year_the_newest_book_is_opened(services: Services, paper: Paper) -> None:
    services.minutes.file(FileMinutes(meeting_id=paper.meeting_id, edition=Edition.PUBLIC))  # type: ignore[arg-type]
    found = services.archive_work.book.book(paper.committee_id)
    assert (found.book.year, found.years[0]) == (YEAR, YEAR)
    first, second = found.book.entries[-2:]
    assert first.paper == paper
    assert paper.meeting_id is not None
    signatories = services.meetings.record(paper.meeting_id).signatories
    assert first.waiting == tuple(each.name for each in signatories)
    assert second.paper is not None
    assert second.paper.edition is Edition.PUBLIC


def test_an_untouched_register_is_sound(story: ArchiveWork, paper: Paper) -> None:
    health = story.checking.check(paper.committee_id)
    assert health.sound
    assert (health.papers > 0, health.files >= health.papers, health.entries > 0) == (True,) * 3


def unguarded(store: Store, *statements: str) -> None:
    """Change the file as somebody with another program would."""
    with sqlite3.connect(store.path) as other:
        other.execute("PRAGMA foreign_keys=OFF")
        for (trigger,) in other.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            other.execute(f'DROP TRIGGER "{trigger}"')
        for statement in statements:
            other.execute(statement)


FLIPPED = "UPDATE {table} SET content = CAST(x'00' || substr(content, 2) AS BLOB)"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (FLIPPED.format(table="paper_file"), "paper_file_altered"),
        (FLIPPED.format(table="attachment"), "scan_altered"),
        ("UPDATE audit_entry SET actor = 'nobody' WHERE sequence = 3", "audit_chain_broken"),
        ("UPDATE refusal SET reason = 'Well.'", "record_altered"),
        ("UPDATE dispatch SET receipt = 'n. 8'", "record_altered"),
        ("UPDATE dispatch SET sent_at = 'yesterday'", "record_unreadable"),
        ("UPDATE paper SET title = 'Other'", "record_altered"),
    ],
)
def test_what_was_altered_is_found_and_placed(
    story: ArchiveWork, paper: Paper, store: Store, statement: str, found: str
) -> None:
    unguarded(store, statement)
    health = story.checking.check(paper.committee_id)
    assert found in {finding.code for finding in health.findings}
    named = {value for finding in health.findings for value in finding.parameters.values()}
    assert paper.register_number in named or found in ("audit_chain_broken", "record_unreadable")


def test_a_paper_that_is_gone_leaves_its_number(
    services: Services, paper: Paper, store: Store
) -> None:
    last = services.minutes.file(FileMinutes(meeting_id=paper.meeting_id, edition=Edition.PUBLIC))  # type: ignore[arg-type]
    held = last.id.hex
    unguarded(
        store,
        f"DELETE FROM paper_file WHERE replace(lower(hex(paper_id)), '-', '') = '{held}'"
        f" OR replace(paper_id, '-', '') = '{held}'",
        f"DELETE FROM paper WHERE register_number = '{last.register_number}'",
    )
    codes = {
        (each.code, each.parameters.get("number"))
        for each in services.archive_work.checking.check(paper.committee_id).findings
    }
    assert ("register_number_missing", last.register_number) in codes
    book = services.archive_work.book.book(paper.committee_id).book
    assert book.missing == (last.register_number,)


class Listener:
    """Hears what is read, and may stop it."""

    def __init__(self, stop_at: str = "") -> None:
        self.heard: list[str] = []
        self._stop_at = stop_at

    @property
    def cancelled(self) -> bool:
        return self._stop_at in self.heard

    def step(self, _done: int, _total: int, what: str) -> None:
        self.heard.append(what)


def test_the_check_tells_how_far_it_is_and_is_stopped(services: Services, paper: Paper) -> None:
    checking, committee = services.archive_work.checking, paper.committee_id
    listener = Listener()
    papers = checking.check(committee, listener).papers
    assert listener.heard[papers - 1] == paper.register_number
    assert len(listener.heard) == papers + 1
    stopped = Listener(stop_at=listener.heard[0])
    with pytest.raises(Cancelled):
        checking.check(committee, stopped)
    assert stopped.heard == listener.heard[:1]
