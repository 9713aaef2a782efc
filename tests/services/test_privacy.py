"""Data protection on a real store: bases, access, erasure, what is due; signed papers stay."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.people import ContactKind, ContactPoint
from liaison_desktop.domain.privacy import DeletionReason, LegalBasis, Purpose
from liaison_desktop.domain.seats import EndReason
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.paths import resources
from liaison_desktop.services.answering import NoteReply
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.letters import CallMembers
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.people_writing import EditPerson, person_profile
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.privacy import Erase, RecordBasis, WithdrawBasis
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.seats import EndMembership
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from liaison_desktop.services.today import TaskKind
from liaison_desktop.services.writing import WriteDiscussion
from tests.pdf.house_check import faults
from tests.pdf.reading import run

TODAY = date(2026, 11, 25)
LONG_AFTER = date(2028, 1, 10)
MEETING = "borgolume/3-2026"
PASSPHRASE = "a passphrase nobody keeps"


def member(services: Services) -> UUID:
    """The chair, who signed and is named everywhere."""
    committee = services.committees.by_ref("borgolume")
    request = PageRequest(committee_id=committee.id, search="cantaluna")
    return services.people.page(request).rows[0].id


def known_well(services: Services, store: Store, person_id: UUID) -> None:
    """Contact data, a note, a skill and a basis."""
    person = services.people.detail(person_id).person
    profile = replace(
        person_profile(person),
        contacts=(ContactPoint(kind=ContactKind.PHONE, value="+39 091 777 66 55"),),
        note="prefers mornings",
        languages=("it", "ar"),
    )
    services.people_work.writing.edit_person(EditPerson(person_id=person_id, profile=profile))
    with store.write("test", "tester") as work:
        work.skills.put(
            Skill(
                id=uuid7(),
                committee_id=person.committee_id,
                name="Mediazione",
                direction=SkillDirection.OFFERED,
                person_id=person_id,
                note="in two languages",
            )
        )
        work.commit()
    services.privacy.record(
        RecordBasis(
            person_ids=(person_id,),
            purposes=(Purpose.MEMBERSHIP, Purpose.CONTACT),
            basis=LegalBasis.EXPLICIT_CONSENT,
            text_version="2026-1",
            given_on=date(2026, 1, 5),
        )
    )


def leave(services: Services, person_id: UUID, on: date) -> None:
    committee = services.committees.by_ref("borgolume")
    terms = services.seats.composition(committee.id, TODAY).terms
    for each in (term for held in terms.values() for term in held):
        if each.person_id == person_id:
            services.seats.end(
                EndMembership(membership_id=each.id, on=on, reason=EndReason.RESIGNED)
            )


def test_a_new_basis_takes_the_place_of_the_old_one_and_ends_when_withdrawn(
    services: Services,
) -> None:
    person_id = member(services)
    for day in (date(2026, 1, 1), date(2026, 6, 1)):
        services.privacy.record(
            RecordBasis(
                person_ids=(person_id,),
                purposes=(Purpose.PHOTO,),
                basis=LegalBasis.CONSENT,
                text_version=f"of {day}",
                given_on=day,
            )
        )
    old, new = services.privacy.bases(person_id)
    assert (old.withdrawn_on, new.withdrawn_on) == (date(2026, 6, 1), None)
    with pytest.raises(UserError, match="basis_reversed"):
        services.privacy.withdraw(WithdrawBasis(consent_id=new.id, on=date(2026, 5, 31)))
    services.privacy.withdraw(WithdrawBasis(consent_id=new.id, on=TODAY))
    assert not services.privacy.bases(person_id)[1].holds_on(TODAY)
    services.undo.undo()
    assert services.privacy.bases(person_id)[1].holds_on(TODAY)


def test_a_basis_names_its_text_and_its_purpose(services: Services) -> None:
    for purposes, version, code in (
        ((), "1", "basis_no_purpose"),
        ((Purpose.CONTACT,), " ", "basis_needs_version"),
    ):
        with pytest.raises(UserError, match=code):
            services.privacy.record(
                RecordBasis(
                    person_ids=(member(services),),
                    purposes=purposes,
                    basis=LegalBasis.CONSENT,
                    text_version=version,
                    given_on=TODAY,
                )
            )


def test_whoever_has_no_basis_is_named_until_it_is_recorded(services: Services) -> None:
    committee = services.committees.by_ref("borgolume")
    before = services.privacy.overview(committee.id, TODAY).without_basis
    assert member(services) in {person.id for person in before}
    services.privacy.record(
        RecordBasis(
            person_ids=tuple(person.id for person in before),
            purposes=(Purpose.MEMBERSHIP, Purpose.CONTACT),
            basis=LegalBasis.PUBLIC_TASK,
            text_version="2026-1",
            given_on=TODAY,
        )
    )
    assert services.privacy.overview(committee.id, TODAY).without_basis == ()


def test_everything_held_on_a_person_is_told_and_nothing_of_others(
    services: Services, store: Store, tmp_path: Path
) -> None:
    person_id = member(services)
    known_well(services, store, person_id)
    services.minutes.file(FileMinutes(meeting_id=services.meetings.by_ref(MEETING).id))
    paper, document = services.people_work.privacy_papers.save_report(
        person_id, TODAY, tmp_path / "out", "it"
    )
    told = json.loads(document.read_text(encoding="utf-8"))
    assert told["schema"] == "liaison-person/1"
    assert told["person"]["note"] == "prefers mornings"
    assert told["person"]["contacts"][0]["value"] == "+39 091 777 66 55"
    assert {each["purpose"] for each in told["consents"]} == {"membership", "contact"}
    assert [skill["name"] for skill in told["skills"]] == ["Mediazione"]
    assert len(told["meetings"]) >= 4
    assert any(meeting["votes"] for meeting in told["meetings"])
    assert len(told["papers"]) == 1
    assert told["log"]
    others = [row.name for row in services.people.page(PageRequest(limit=100)).rows]
    everything = document.read_text(encoding="utf-8")
    assert not [name for name in others if name != "Rosalba Cantaluna" and name in everything]
    data = paper.read_bytes()
    assert faults(data) == []
    run("qpdf", "--check", paper)
    text = run("pdftotext", "-layout", paper, "-")
    assert "+39 091 777 66 55" in text
    assert "in two languages" in text
    assert "person.json" in run("pdfdetach", "-list", paper)


def test_an_erasure_leaves_what_was_signed_byte_by_byte(
    services: Services, store: Store, tmp_path: Path
) -> None:
    person_id = member(services)
    known_well(services, store, person_id)
    meeting = services.meetings.by_ref(MEETING)
    filed = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    key = services.keys.create(
        CreateKey(name="Rosalba Cantaluna", organisation="", passphrase=PASSPHRASE)
    )
    signed = services.register.sign(
        SignPaper(paper_id=filed.id, field="chair", key=WithKey(path=key.path, secret=PASSPHRASE))
    )
    before = services.register.content(signed.id)
    services.minutes.save_preview(meeting.id, tmp_path / "before.pdf", "it", Edition.FULL)
    services.store.backup()
    with pytest.raises(UserError, match="erase_still_seated"):
        services.privacy.erase(
            Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=TODAY)
        )
    leave(services, person_id, TODAY - timedelta(days=1))
    erased = services.privacy.erase(
        Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=TODAY)
    )
    assert set(erased.fields) >= {"email", "contacts", "languages", "note", "skills"}
    assert len(erased.backups) == 1
    person = services.people.detail(person_id).person
    assert (person.full_name, person.email, person.contacts) == ("Rosalba Cantaluna", "", ())
    assert services.register.content(signed.id) == before
    copy = services.register.save_copy(signed.id, tmp_path / "signed.pdf")
    assert "Signature Validation: Signature is Valid." in run("pdfsig", copy)
    services.minutes.save_preview(meeting.id, tmp_path / "after.pdf", "it", Edition.FULL)
    assert (tmp_path / "after.pdf").read_bytes() == (tmp_path / "before.pdf").read_bytes()
    assert services.store.check().findings == ()


def test_drafts_call_the_person_otherwise_and_say_where_the_text_still_names_them(
    services: Services, store: Store
) -> None:
    person_id = member(services)
    known_well(services, store, person_id)
    leave(services, person_id, TODAY - timedelta(days=1))
    erased = services.privacy.erase(
        Erase(person_id=person_id, reason=DeletionReason.RETENTION_OVER, on=TODAY)
    )
    draft = services.meetings.by_ref("borgolume/borgolume-2026-4")
    assert draft.minutes_state is MinutesState.DRAFT
    assert draft.key in erased.drafts
    names = {attendee.full_name for attendee in draft.attendees}
    assert "Rosalba Cantaluna" not in names
    assert "N. N." in names
    final = services.meetings.by_ref(MEETING)
    assert "Rosalba Cantaluna" in {attendee.full_name for attendee in final.attendees}


def test_an_erasure_takes_the_name_out_of_earlier_texts_and_private_notes(
    services: Services, store: Store
) -> None:
    person_id = member(services)
    committee = services.committees.by_ref("borgolume")
    plan = MeetingPlan(date=TODAY, starts=time(17))
    work = services.meeting_work
    meeting_id = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    item = services.meetings.record(meeting_id).meeting.items[0]
    for text in ("Rosalba Cantaluna chiede la parola.", "La presidente chiede la parola."):
        work.writing.write(WriteDiscussion(meeting_id=meeting_id, item_id=item.id, text=text))
    work.writing.note(meeting_id, item.id, "Rosalba Cantaluna era stanca")
    leave(services, person_id, TODAY - timedelta(days=1))
    services.privacy.erase(Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=TODAY))
    texts = [version.text for version in work.writing.versions(item.id)]
    assert texts == ["La presidente chiede la parola.", "N. N. chiede la parola."]
    with store.read() as reading:
        (note,) = reading.private_notes.of_committee(committee.id)
    assert note.text == "N. N. era stanca"
    while services.undo.next:
        services.undo.undo()
    assert "antaluna" not in repr(work.writing.versions(item.id))
    assert store.health().findings == ()


def test_letters_and_answers_are_told_and_lose_the_address(
    services: Services, store: Store, tmp_path: Path
) -> None:
    person_id = member(services)
    committee = services.committees.by_ref("borgolume")
    day = datetime.now(UTC).date() + timedelta(days=3)
    plan = MeetingPlan(date=day, starts=time(17), place="Sala")
    meeting_id = services.meeting_work.planning.plan(
        PlanMeeting(committee_id=committee.id, plan=plan)
    ).meeting_id
    work = services.calling_work
    seat = next(
        one.invitee
        for one in work.invitations.of_meeting(meeting_id).recipients
        if one.invitee.person_id == person_id
    )
    sender = Mailbox(name="Ufficio", address="office@example.org")
    chosen = frozenset({(seat.seat_id, person_id)})
    work.calling.draft(CallMembers(meeting_id=meeting_id, chosen=chosen, sender=sender), tmp_path)
    work.answering.note(
        NoteReply(
            meeting_id=meeting_id,
            seat_id=seat.seat_id,
            answer=Answer.DELEGATED,
            substitute="Ada Fabbri",
            comment="in hospital",
        )
    )
    held = services.privacy.held_on(person_id, TODAY)
    assert [each.address for each in held.letters] == [seat.address]
    assert [(each.answer, each.substitute) for each in held.answers] == [(Answer.DELEGATED, "")]
    assert held.answers[0].comment == "in hospital"
    leave(services, person_id, TODAY - timedelta(days=1))
    erased = services.privacy.erase(
        Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=TODAY)
    )
    assert "letters" in erased.fields
    with store.read() as reading:
        (letter,) = reading.letters.where("meeting_id", meeting_id)
    assert (letter.name, letter.address) == ("N. N.", "")
    assert letter.digest


def test_what_was_erased_does_not_come_back(services: Services, store: Store) -> None:
    person_id = member(services)
    known_well(services, store, person_id)
    leave(services, person_id, TODAY - timedelta(days=1))
    services.privacy.erase(Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=TODAY))
    while services.undo.next:
        services.undo.undo()
    person = services.people.detail(person_id).person
    assert (person.email, person.note) == ("", "")
    services.imports.import_file(resources() / "demo" / "it.json")
    person = services.people.detail(person_id).person
    assert (person.email, person.erased_on) == ("", TODAY)
    with pytest.raises(UserError, match="erase_nothing"):
        services.privacy.erase(
            Erase(person_id=person_id, reason=DeletionReason.ON_REQUEST, on=LONG_AFTER)
        )
    with store.read() as reading:
        (deletion,) = reading.deletions.of_committee(person.committee_id)
    assert "antaluna" not in repr(deletion)
    assert str(person_id) not in repr(deletion)


def test_what_is_due_stands_on_the_list_and_on_today(services: Services) -> None:
    person_id = member(services)
    committee = services.committees.by_ref("borgolume")
    leave(services, person_id, date(2026, 11, 24))
    assert services.privacy.overview(committee.id, date(2027, 11, 23)).due == ()
    due = services.privacy.overview(committee.id, date(2027, 11, 24)).due
    assert [each.person_id for each in due] == [person_id]
    tasks = services.today.overview(committee.id, date(2027, 11, 24)).tasks
    assert [task.detail for task in tasks if task.kind is TaskKind.DATA_TO_ERASE] == [
        {"people": "1"}
    ]


@pytest.mark.parametrize("language", ["en", "it", "de", "da", "el", "ar"])
def test_notice_and_record_of_processing_are_sound_papers(
    services: Services, language: str, tmp_path: Path
) -> None:
    committee = services.committees.by_ref("borgolume")
    for name, make in (
        ("notice", services.people_work.privacy_papers.members_notice),
        ("record", services.people_work.privacy_papers.processing_record),
    ):
        data = make(committee.id, TODAY, language)
        assert data == make(committee.id, TODAY, language)
        assert faults(data) == []
        (tmp_path / f"{name}.pdf").write_bytes(data)
        run("qpdf", "--check", tmp_path / f"{name}.pdf")
