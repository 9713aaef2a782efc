"""What becomes of a paper of the register: refused, signed by hand, filed, handed over."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.archive import DispatchMedium, PaperStory, Recipient
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.mail_account import MailSecurity
from liaison_desktop.domain.papers import Edition, Paper, sha256_of
from liaison_desktop.services.archiving import FileWithAuthority, RefuseSignature, SignedByHand
from liaison_desktop.services.distributing import HandOver, NoteReceipt
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.progress import Unheard
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from tests.services.mail_server import SENDER, Postmaster, serving

TODAY = datetime.now().astimezone().date()
TOWN = Recipient(name="Comune di Borgolume", address="protocollo@comune.example")
LIBRARY = Recipient(name="Biblioteca", address="b@b.example", edition=Edition.PUBLIC)


@pytest.fixture
def paper(services: Services) -> Paper:
    """Final minutes in the register, to be signed by chair and secretary."""
    meeting = services.meetings.by_ref("borgolume/3-2026")
    return services.minutes.file(FileMinutes(meeting_id=meeting.id))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


def story(services: Services, paper: Paper) -> PaperStory:
    return services.archive_work.archiving.story(paper.id)


def refuse(services: Services, paper: Paper, field: str = "chair", reason: str = "No.") -> None:
    services.archive_work.archiving.refuse(
        RefuseSignature(paper_id=paper.id, field=field, reason=reason, refused_on=TODAY)
    )


def sign_by_hand(services: Services, paper: Paper, scan: Path, *fields: str) -> None:
    command = SignedByHand(paper_id=paper.id, signed_on=dict.fromkeys(fields, TODAY), scan=scan)
    services.archive_work.archiving.signed_by_hand(command)


def test_who_refuses_is_named_with_the_reason_and_nobody_waits_for_it(
    services: Services, paper: Paper
) -> None:
    refuse(services, paper, reason=" Item 4 is missing. ")
    told = story(services, paper)
    refusal = told.refusal("chair")
    assert refusal is not None
    assert refusal.reason == "Item 4 is missing."
    meeting_id = paper.meeting_id
    assert meeting_id is not None
    chair = services.meetings.record(meeting_id).signatories[0]
    assert refusal.name == chair.name
    assert told.waiting(paper) == ("secretary",)


@pytest.mark.parametrize(
    ("field", "reason", "code"),
    [("chair", " ", "refusal_without_reason"), ("mayor", "No.", "paper_field_unknown")],
)
def test_a_refusal_says_who_and_why(
    services: Services, paper: Paper, field: str, reason: str, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        refuse(services, paper, field, reason)
    assert story(services, paper) == PaperStory()


def test_nobody_refuses_twice(services: Services, paper: Paper) -> None:
    refuse(services, paper)
    with pytest.raises(UserError, match="refused_already"):
        refuse(services, paper)


def test_a_scan_stands_for_those_who_signed_it(
    services: Services, paper: Paper, scan: Path
) -> None:
    sign_by_hand(services, paper, scan, "chair", "secretary")
    told = story(services, paper)
    first, second = told.hand_signatures
    assert first.scan_id == second.scan_id
    assert services.attachments.content(first.scan_id) == scan.read_bytes()
    assert told.waiting(paper) == ()
    with pytest.raises(UserError, match="paper_field_done"):
        sign_by_hand(services, paper, scan, "chair")
    with pytest.raises(UserError, match="signed_by_nobody"):
        sign_by_hand(services, paper, scan)


def test_what_waits_for_signatures_knows_of_all_ways_to_answer(
    services: Services, paper: Paper, scan: Path
) -> None:
    refuse(services, paper)
    sign_by_hand(services, paper, scan, "secretary")
    rows = services.minutes.page(PageRequest(limit=50)).rows
    row = next(one for one in rows if one.paper_id == paper.id)
    assert (row.signed, row.required, row.filed) == (2, 2, False)
    overview = services.today.overview(paper.committee_id, TODAY)
    waiting = [task for task in overview.tasks if task.kind == "minutes_to_sign"]
    assert all(task.target != paper.meeting_id for task in waiting)


def test_an_authority_gives_a_number_once(services: Services, paper: Paper) -> None:
    archiving = services.archive_work.archiving
    command = FileWithAuthority(
        paper_id=paper.id, authority=" Comune ", number=" 0000123 ", filed_on=TODAY
    )
    archiving.file(command)
    (filing,) = story(services, paper).filings
    assert (filing.authority, filing.number) == ("Comune", "0000123")
    with pytest.raises(UserError, match="filed_already"):
        archiving.file(command)


@pytest.mark.parametrize(("days", "code"), [(-1, "paper_day_early"), (1, "paper_day_in_future")])
def test_a_paper_is_filed_between_its_making_and_today(
    services: Services, paper: Paper, days: int, code: str
) -> None:
    command = FileWithAuthority(
        paper_id=paper.id, authority="A", number="1", filed_on=TODAY + timedelta(days=days)
    )
    with pytest.raises(UserError, match=code):
        services.archive_work.archiving.file(command)


def hand_over(paper: Paper, *recipients: Recipient) -> HandOver:
    return HandOver(paper_id=paper.id, recipients=recipients, sender=SENDER)


def test_each_recipient_gets_their_edition_with_its_slip(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    distributing = services.archive_work.distributing
    done = distributing.into_folder(hand_over(paper, TOWN, LIBRARY), tmp_path / "out")
    assert done.reached == 2
    full, public = (sorted((tmp_path / "out" / each.name).iterdir()) for each in (TOWN, LIBRARY))
    (dispatch,) = story(services, paper).dispatches
    assert (dispatch.medium, dispatch.edition) == (DispatchMedium.FOLDER, Edition.FULL)
    assert {sha256_of(path.read_bytes()) for path in full} == {
        dispatch.sha256,
        dispatch.slip_sha256,
    }
    assert dispatch.sha256 == paper.newest.sha256
    papers = services.meetings.record(paper.meeting_id).papers  # type: ignore[arg-type]
    edition = next(one for one in papers if one.edition is Edition.PUBLIC)
    (other,) = story(services, edition).dispatches
    assert other.sha256 in {sha256_of(path.read_bytes()) for path in public}


def test_a_draft_carries_paper_and_slip_and_names_the_digest(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    done = services.archive_work.distributing.draft(hand_over(paper, TOWN), tmp_path)
    path = done.deliveries[0].path
    assert path is not None
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    attached = [part.get_content() for part in message.iter_attachments()]
    (dispatch,) = story(services, paper).dispatches
    assert [sha256_of(each) for each in attached] == [dispatch.sha256, dispatch.slip_sha256]
    body = message.get_body()
    assert body is not None
    assert dispatch.sha256 in body.get_content()


def test_what_the_server_took_is_noted_and_nothing_else(services: Services, paper: Paper) -> None:
    postmaster = Postmaster(refused=frozenset({TOWN.address}))
    command = hand_over(paper, TOWN, Recipient(name="Prefettura", address="p@p.example"))
    with serving(postmaster, MailSecurity.NONE) as account:
        done = services.archive_work.distributing.send(command, account, "", Unheard())
    assert done.reached == 1
    assert [each.name for each in story(services, paper).dispatches] == ["Prefettura"]


def test_a_receipt_is_noted_when_it_comes(services: Services, paper: Paper, tmp_path: Path) -> None:
    distributing = services.archive_work.distributing
    distributing.into_folder(hand_over(paper, TOWN), tmp_path)
    (dispatch,) = story(services, paper).dispatches
    note = distributing.note_receipt
    with pytest.raises(UserError, match="receipt_early"):
        note(NoteReceipt(dispatch_id=dispatch.id, received_on=TODAY - timedelta(days=1)))
    note(NoteReceipt(dispatch_id=dispatch.id, received_on=TODAY, receipt=" Prot. 7 "))
    (dispatch,) = story(services, paper).dispatches
    assert (dispatch.received_on, dispatch.receipt) == (TODAY, "Prot. 7")
    assert TOWN in distributing.known(paper.id)


@pytest.mark.parametrize(
    ("recipients", "code"),
    [((), "handover_nobody"), ((Recipient(name=" "),), "handover_without_name")],
)
def test_a_paper_goes_to_somebody_with_a_name(
    services: Services,
    paper: Paper,
    tmp_path: Path,
    recipients: tuple[Recipient, ...],
    code: str,
) -> None:
    with pytest.raises(UserError, match=code):
        services.archive_work.distributing.into_folder(hand_over(paper, *recipients), tmp_path)


def test_nothing_of_it_is_taken_back_and_all_of_it_is_in_the_log(
    services: Services, store: Store, paper: Paper, scan: Path, tmp_path: Path
) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: refuse(services, paper),
        lambda: sign_by_hand(services, paper, scan, "secretary"),
        lambda: services.archive_work.distributing.into_folder(hand_over(paper, TOWN), tmp_path),
    )
    for act in acts:
        act()
    with pytest.raises(UserError, match="undo_empty"):
        services.undo.undo()
    with store.read() as reading:
        commands = {entry.command for entry in reading.audit.entries(paper.committee_id)}
    assert {"refuse_signature", "sign_by_hand", "hand_over"} <= commands
    assert services.store.check().findings == ()


def test_somebody_who_signs_after_refusing_does_not_count_twice(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    refuse(services, paper)
    key = services.keys.create(
        CreateKey(name="Ottavia", organisation="Comitato", passphrase="an oak and a gate")
    )
    services.register.sign(
        SignPaper(
            paper_id=paper.id,
            field="chair",
            key=WithKey(path=key.path, secret="an oak and a gate"),
        )
    )
    rows = services.minutes.page(PageRequest(committee_id=paper.committee_id)).rows
    (row,) = (row for row in rows if row.paper_id == paper.id)
    assert (row.signed, row.required) == (1, 2)


def test_recipients_who_are_written_alike_get_a_folder_each(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    alike = (Recipient(name="Ufficio A/B"), Recipient(name="Ufficio A B"))
    done = services.archive_work.distributing.into_folder(hand_over(paper, *alike), tmp_path)
    kept = {sha256_of(each.read_bytes()) for each in tmp_path.rglob("* *.pdf")}
    assert {each.slip_sha256 for each in story(services, paper).dispatches} == kept
    assert len({each.path for each in done.deliveries}) == 2


def test_a_public_edition_that_is_entered_by_the_way_is_told(
    services: Services, paper: Paper, tmp_path: Path
) -> None:
    done = services.archive_work.distributing.into_folder(hand_over(paper, LIBRARY), tmp_path)
    (entered,) = done.changes.ids(Kind.PAPER)
    assert services.register.paper(entered).edition is Edition.PUBLIC
