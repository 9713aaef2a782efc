"""Minutes from the draft to the register."""

from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.numbering import read_number
from liaison_desktop.domain.papers import Edition, sha256_of
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes, FinaliseMinutes
from liaison_desktop.services.progress import Cancelled
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey

PASSPHRASE = "a passphrase nobody keeps"


@pytest.fixture
def draft(services: Services) -> Meeting:
    """The newest Italian meeting, whose minutes are a draft."""
    return services.meetings.by_ref("borgolume/borgolume-2026-4")


@pytest.fixture
def final(services: Services) -> Meeting:
    """An Italian meeting with final minutes."""
    return services.meetings.by_ref("borgolume/3-2026")


class Stop:
    """A user who stops at once."""

    cancelled = True

    def step(self, done: int, total: int, what: str) -> None:
        raise AssertionError("nothing happens after a stop")


def test_final_minutes_get_the_next_numbers_without_gaps(
    services: Services, draft: Meeting
) -> None:
    assert draft.number is None
    services.minutes.finalise(FinaliseMinutes(meeting_id=draft.id))
    final = services.meetings.record(draft.id).meeting
    assert (final.number, final.label) == (4, "Verbale n. 4/2026")
    for kind in ("decision", "action"):
        numbers = sorted(printed_numbers(services, kind))
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def printed_numbers(services: Services, kind: str) -> list[int]:
    numbers = []
    for year_number in range(1, 5):
        meeting = services.meetings.by_ref(f"borgolume/{year_number}-2026")
        for item in meeting.items:
            records = item.actions if kind == "action" else (item.decision,)
            read = [read_number(r.number) for r in records if r and r.number]
            numbers += [number.n for number in read if number]
    return numbers


def test_only_what_was_decided_is_numbered(services: Services) -> None:
    meeting = services.meetings.by_ref("haselbrueck/haselbrueck-2026-3")
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    record = services.meetings.record(meeting.id)
    for item, assessed in zip(record.meeting.items, record.assessment.items, strict=True):
        if item.decision and assessed.verdict:
            decided = assessed.verdict.outcome in ("adopted", "rejected")
            assert bool(item.decision.number) is decided


def test_final_minutes_stay_as_they_are(store: Store, services: Services, draft: Meeting) -> None:
    services.minutes.finalise(FinaliseMinutes(meeting_id=draft.id))
    with pytest.raises(UserError, match="minutes_already_final"):
        services.minutes.finalise(FinaliseMinutes(meeting_id=draft.id))
    final = services.meetings.record(draft.id).meeting
    with (
        pytest.raises(UserError, match="minutes_locked"),
        store.write("change", "tester") as work,
    ):
        work.meetings.put(replace(final, place="elsewhere"), {})


def test_a_planned_meeting_has_no_minutes(services: Services) -> None:
    planned = services.meetings.by_ref("borgolume/borgolume-2026-5")
    with pytest.raises(UserError, match="meeting_not_held"):
        services.minutes.finalise(FinaliseMinutes(meeting_id=planned.id))
    with pytest.raises(UserError, match="meeting_not_held"):
        services.minutes.preview(planned.id)


def test_a_draft_is_not_filed_but_can_be_seen(services: Services, draft: Meeting) -> None:
    assert services.minutes.preview(draft.id).startswith(b"%PDF")
    with pytest.raises(UserError, match="minutes_not_final"):
        services.minutes.file(FileMinutes(meeting_id=draft.id))


def test_minutes_are_filed_once(services: Services, final: Meeting) -> None:
    paper = services.minutes.file(FileMinutes(meeting_id=final.id))
    assert services.minutes.file(FileMinutes(meeting_id=final.id)) == paper
    assert sha256_of(services.register.content(paper.id)) == paper.newest.sha256
    other = services.minutes.file(FileMinutes(meeting_id=final.id, edition=Edition.PUBLIC))
    assert read_next(paper.register_number) + 1 == read_next(other.register_number)


def read_next(register_number: str) -> int:
    return int(register_number[-7:])


def test_ending_a_membership_leaves_old_minutes_byte_identical(
    store: Store, services: Services, final: Meeting
) -> None:
    before = services.minutes.preview(final.id)
    with store.write("end", "tester") as work:
        for membership in work.people.memberships(final.committee_id):
            work.people.put_membership(replace(membership, end=final.date))
        for person in work.people.people(final.committee_id):
            work.people.put_person(replace(person, family_name="Otherwise"))
        work.commit()
    assert services.minutes.preview(final.id) == before


def test_each_signature_is_a_file_of_its_own(
    services: Services, final: Meeting, tmp_path: Path
) -> None:
    paper = services.minutes.file(FileMinutes(meeting_id=final.id))
    key = services.keys.create(
        CreateKey(name="Rosalba Cantaluna", organisation="Comitato", passphrase=PASSPHRASE)
    )
    unsigned = services.register.content(paper.id)
    command = SignPaper(
        paper_id=paper.id, field="chair", key=WithKey(path=key.path, secret=PASSPHRASE)
    )
    signed = services.register.sign(command)
    assert [file.sequence for file in signed.files] == [0, 1]
    assert services.register.content(paper.id).startswith(unsigned)
    assert signed.unsigned_fields == ("secretary",)
    copy = services.register.save_copy(paper.id, tmp_path / "copy.pdf")
    verified = services.verification.verify(copy)
    assert verified.verification.valid
    assert verified.paper is not None
    assert verified.paper.id == paper.id
    with pytest.raises(UserError, match="signature_field_taken"):
        services.register.sign(command)
    (row,) = (
        row
        for row in services.minutes.page(PageRequest(search="3/2026")).rows
        if row.meeting_id == final.id
    )
    assert (row.signed, row.required, row.minutes_state) == (1, 2, MinutesState.FINAL)


def test_a_wrong_passphrase_leaves_the_register_as_it_was(
    services: Services, final: Meeting
) -> None:
    paper = services.minutes.file(FileMinutes(meeting_id=final.id))
    key = services.keys.create(
        CreateKey(name="Elisa", organisation="Comitato", passphrase=PASSPHRASE)
    )
    with pytest.raises(UserError, match="key_passphrase_wrong"):
        services.register.sign(
            SignPaper(paper_id=paper.id, field="chair", key=WithKey(path=key.path, secret="no"))
        )
    assert services.register.paper(paper.id) == paper


def test_a_stopped_filing_leaves_nothing(services: Services, final: Meeting) -> None:
    with pytest.raises(Cancelled):
        services.minutes.file(FileMinutes(meeting_id=final.id), Stop())
    assert services.meetings.record(final.id).papers == ()


def test_the_public_edition_holds_no_closed_item(services: Services, store: Store) -> None:
    draft = services.meetings.by_ref("borgolume/borgolume-2026-4")
    item = replace(draft.items[1], closed=True, discussion="Zzecret zzone.")
    with store.write("close", "tester") as work:
        closed = replace(draft, items=(draft.items[0], item, *draft.items[2:]))
        work.meetings.put(closed, outcomes(closed))
        work.commit()
    public = text_of(services.minutes.preview(draft.id, edition=Edition.PUBLIC))
    assert "Zzecret" in text_of(services.minutes.preview(draft.id))
    assert "Zzecret" not in public


def text_of(pdf: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)
