"""Corrections of final minutes: kept, numbered, told in a note that is signed like the minutes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from liaison_desktop.db.store import Store
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.corrections import Passage
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Paper, PaperKind, sha256_of
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.services.corrections import CorrectMinutes, FileNote
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.progress import Cancelled
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from tests.pdf.gates import complaints
from tests.pdf.reading import run

PASSPHRASE = "a passphrase nobody keeps"
PASSAGE = Passage(item_no=3, was="quattro laboratori", now="cinque laboratori", reason="Refuso")


@pytest.fixture
def final(services: Services) -> Meeting:
    return services.meetings.by_ref("borgolume/3-2026")


@pytest.fixture
def filed(services: Services, final: Meeting) -> Paper:
    return services.minutes.file(FileMinutes(meeting_id=final.id))


@pytest.fixture
def command(filed: Paper, final: Meeting) -> CorrectMinutes:
    return CorrectMinutes(
        paper_id=filed.id,
        on=final.date + timedelta(days=30),
        decided_on=final.date + timedelta(days=14),
        decided_in=" Verbale n. 4/2026, punto 1 ",
        passages=(PASSAGE,),
    )


@pytest.fixture
def sign(services: Services) -> Callable[[Paper, str, str], Paper]:
    def signed(paper: Paper, field: str, name: str) -> Paper:
        key = services.keys.create(CreateKey(name=name, organisation="", passphrase=PASSPHRASE))
        return services.register.sign(
            SignPaper(paper_id=paper.id, field=field, key=WithKey(path=key.path, secret=PASSPHRASE))
        )

    return signed


def text_of(services: Services, paper: Paper, folder: Path) -> str:
    copy = services.register.save_copy(paper.id, folder / "note.pdf")
    return run("pdftotext", "-layout", copy, "-")


def test_a_correction_is_kept_and_its_note_is_in_the_register(
    services: Services, store: Store, final: Meeting, filed: Paper, command: CorrectMinutes
) -> None:
    note = services.corrections.correct(command)
    correction, paper = note.correction, note.paper
    assert (correction.number, correction.year, correction.label) == (1, 2026, "1/2026")
    assert (correction.paper_id, correction.sha256) == (filed.id, filed.newest.sha256)
    assert correction.decided_in == "Verbale n. 4/2026, punto 1"
    assert (paper.kind, paper.language) == (PaperKind.CORRECTION_NOTE, "it")
    assert paper.title == "Nota di rettifica n. 1/2026"
    assert paper.fields == tuple(s.field for s in signatories(final))
    assert int(paper.register_number[-7:]) == int(filed.register_number[-7:]) + 1
    assert sha256_of(services.register.content(paper.id)) == paper.newest.sha256
    record = services.meetings.record(final.id)
    assert (record.papers, record.notes) == ((filed,), (note,))
    with store.read() as reading:
        assert reading.corrections.get(correction.id) == correction
        log = reading.audit.entries(final.committee_id)
    assert {entry.kind for entry in log if entry.command == "correct_minutes"} == {
        Kind.CORRECTION,
        Kind.PAPER,
        Kind.COMMITTEE,
    }
    assert store.health().sound


def test_the_note_names_the_signed_file_and_the_paper_stays(
    services: Services,
    filed: Paper,
    command: CorrectMinutes,
    sign: Callable[[Paper, str, str], Paper],
    tmp_path: Path,
) -> None:
    signed = sign(filed, "chair", "Rosalba Cantaluna")
    note = services.corrections.correct(replace(command, language="en"))
    text = text_of(services, note.paper, tmp_path)
    assert signed.newest.sha256 in text
    assert filed.newest.sha256 not in text
    for said in (filed.register_number, note.paper.register_number, "Elisa Cartabianca"):
        assert said in text
    assert services.register.paper(filed.id) == signed


def test_later_signatures_of_the_minutes_leave_the_note_as_it_was(
    services: Services,
    filed: Paper,
    command: CorrectMinutes,
    sign: Callable[[Paper, str, str], Paper],
    tmp_path: Path,
) -> None:
    correction = services.corrections.correct(command).correction
    sign(filed, "chair", "Rosalba Cantaluna")
    greek = services.corrections.file_note(FileNote(correction_id=correction.id, language="el"))
    assert filed.newest.sha256 in text_of(services, greek, tmp_path)
    assert greek.title != "Nota di rettifica n. 1/2026"
    again = services.corrections.file_note(FileNote(correction_id=correction.id, language="el"))
    assert again == greek


def test_corrections_are_numbered_by_year_without_gaps(
    services: Services, store: Store, command: CorrectMinutes
) -> None:
    with store.write("pattern", "tester") as work:
        committee = work.committees.by_key("borgolume")
        assert committee is not None
        work.committees.put(replace(committee, correction_pattern="R.{n:02}/{year}"))
        work.commit()
    later = replace(command, on=date(2028, 1, 1), decided_on=date(2027, 2, 1))
    notes = [services.corrections.correct(each) for each in (command, later, command)]
    assert [note.correction.label for note in notes] == ["R.01/2026", "R.01/2027", "R.02/2026"]
    assert store.health().sound


def test_a_correction_only_ever_grows(
    services: Services, store: Store, command: CorrectMinutes
) -> None:
    correction = services.corrections.correct(command).correction
    for gap in (replace(correction, id=uuid7(), number=3), replace(correction, id=uuid7())):
        with (
            store.write("test", "tester") as work,
            pytest.raises((UserError, SQLAlchemyError)),
        ):
            work.corrections.add(gap)


def test_the_minutes_in_lists_stay_one_line_and_are_told_to_be_corrected(
    services: Services, final: Meeting, filed: Paper, command: CorrectMinutes
) -> None:
    notes = [
        services.corrections.correct(each) for each in (command, replace(command, language="da"))
    ]
    told = [f"{note.correction.label} ({note.paper.register_number})" for note in notes]
    rows = [
        row
        for row in services.minutes.page(PageRequest(committee_id=final.committee_id)).rows
        if row.meeting_id == final.id
    ]
    (row,) = rows
    assert (row.paper_id, row.required) == (filed.id, 2)
    assert row.corrections == "; ".join(told)
    assert services.register.by_ref("borgolume/3-2026") == filed
    assert services.minutes.file(FileMinutes(meeting_id=final.id)) == filed


def test_register_and_slip_tell_of_the_correction(
    services: Services, filed: Paper, command: CorrectMinutes, tmp_path: Path
) -> None:
    note = services.corrections.correct(command)
    path = tmp_path / "paper.pdf"
    path.write_bytes(services.archive_work.book.of_year(filed.committee_id, 2026, "en"))
    text = " ".join(run("pdftotext", "-layout", path, "-").split())
    assert f"{note.paper.register_number} · Corrected by correction note no. 1/2026" in text
    assert note.paper.newest.sha256 in text
    path.write_bytes(services.register.transmittal_slip(filed.id, "en"))
    text = " ".join(run("pdftotext", path, "-").split())
    assert f"correction note no. 1/2026 (register no. {note.paper.register_number})" in text
    path.write_bytes(services.register.transmittal_slip(note.paper.id, "en"))
    text = run("pdftotext", path, "-")
    assert note.paper.newest.sha256 in text
    assert "Nota di rettifica n. 1/2026" in text
    assert "Corrected by" not in text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"passages": ()}, "passages_missing"),
        ({"passages": (PASSAGE, replace(PASSAGE, was=" "))}, "passage_incomplete"),
        ({"passages": (replace(PASSAGE, now=""),)}, "passage_incomplete"),
        ({"passages": (replace(PASSAGE, now=f" {PASSAGE.was}"),)}, "passage_unchanged"),
        ({"passages": (replace(PASSAGE, item_no=99),)}, "passage_item_unknown"),
        ({"decided_on": date(2026, 1, 1)}, "correction_before_meeting"),
        ({"decided_on": date(2199, 1, 1)}, "correction_in_future"),
        ({"decided_in": "  "}, "correction_decision_missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    services: Services,
    final: Meeting,
    command: CorrectMinutes,
    change: dict[str, object],
    code: str,
) -> None:
    with pytest.raises(UserError, match=code):
        services.corrections.correct(replace(command, **change))  # type: ignore[arg-type]
    assert services.meetings.record(final.id).notes == ()


def test_only_full_minutes_are_corrected(
    services: Services, final: Meeting, command: CorrectMinutes
) -> None:
    public = services.minutes.file(FileMinutes(meeting_id=final.id, edition=Edition.PUBLIC))
    note = services.corrections.correct(command).paper
    for paper in (public, note):
        with pytest.raises(UserError, match="paper_not_minutes"):
            services.corrections.correct(replace(command, paper_id=paper.id))


def test_minutes_are_named_by_paper_or_meeting(
    services: Services, final: Meeting, filed: Paper
) -> None:
    find = services.corrections.minutes_by_ref
    names = (str(filed.id), filed.register_number, "borgolume/3-2026", str(final.id))
    assert {find(name) for name in names} == {filed}
    with pytest.raises(UserError, match="minutes_not_filed"):
        find("borgolume/2-2026")
    with pytest.raises(UserError, match="meeting_unknown"):
        find("CCI-BGL-9999999")


def test_minutes_filed_in_another_language_only_are_corrected(
    services: Services, command: CorrectMinutes
) -> None:
    meeting = services.meetings.by_ref("borgolume/2-2026")
    arabic = services.minutes.file(FileMinutes(meeting_id=meeting.id, language="ar"))
    assert services.corrections.minutes_by_ref("borgolume/2-2026") == arabic
    services.corrections.correct(replace(command, paper_id=arabic.id))
    rows = services.minutes.page(PageRequest(committee_id=meeting.committee_id)).rows
    assert [row.paper_id for row in rows if row.meeting_id == meeting.id] == [arabic.id]
    with pytest.raises(UserError, match="paper_unknown"):
        services.register.by_ref("borgolume/2-2026")
    italian = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    assert services.register.by_ref("borgolume/2-2026") == italian


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_signed_by_chair_and_secretary_passes_every_judge(
    services: Services,
    command: CorrectMinutes,
    sign: Callable[[Paper, str, str], Paper],
    tmp_path: Path,
    language: str,
) -> None:
    paper = services.corrections.correct(replace(command, language=language)).paper
    for field, name in (("chair", "Rosalba Cantaluna"), ("secretary", "Elisa Cartabianca")):
        paper = sign(paper, field, name)
    assert paper.unsigned_fields == ()
    copy = services.register.save_copy(paper.id, tmp_path / "note.pdf")
    assert complaints(copy) == []
    assert run("pdfsig", "-nocert", copy).count("Signature is Valid.") == 2
    verified = services.verification.verify(copy)
    assert verified.verification.valid
    assert verified.paper == paper


def test_the_printed_function_stands_beside_the_signature(
    services: Services,
    command: CorrectMinutes,
    sign: Callable[[Paper, str, str], Paper],
    tmp_path: Path,
) -> None:
    paper = services.corrections.correct(replace(command, language="de")).paper
    before = text_of(services, paper, tmp_path).count("Schriftf")
    signed = sign(paper, "secretary", "Elisa Cartabianca")
    assert text_of(services, signed, tmp_path).count("Schriftf") == before + 1


class Stop:
    cancelled = True

    def step(self, done: int, total: int, what: str) -> None:
        raise AssertionError("nothing happens after a stop")


def test_a_stopped_correction_leaves_nothing(
    services: Services, final: Meeting, command: CorrectMinutes
) -> None:
    with pytest.raises(Cancelled):
        services.corrections.correct(command, Stop())
    assert services.meetings.record(final.id).notes == ()
