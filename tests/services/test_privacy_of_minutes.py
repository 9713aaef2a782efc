"""What the way of minutes to their approval holds on a person is told, and erased where it may."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.archive import Dispatch, DispatchMedium, HandSignature, Refusal
from liaison_desktop.domain.calling import Letter, Medium, Purpose
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Addressee, Ruling
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.domain.privacy import DeletionReason
from liaison_desktop.domain.seats import EndReason
from liaison_desktop.services.agreement_forms import PartyTold
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.agreement_writing import DraftAgreement
from liaison_desktop.services.approving import ApproveMinutes, RaiseObjection, RuleOnObjection
from liaison_desktop.services.archiving import RefuseSignature, SignedByHand
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.merging import MergePeople
from liaison_desktop.services.minutes import FileMinutes, FinaliseMinutes
from liaison_desktop.services.people_writing import AddPerson, EditPerson, person_profile
from liaison_desktop.services.privacy import Erase, Erased
from liaison_desktop.services.seats import EndMembership
from liaison_desktop.services.services import Services
from tests.pdf.reading import run
from tests.services.mail_server import SENDER
from tests.services.test_agreements import advance, committee_id, parties

__all__ = ["committee_id", "parties"]

TODAY = datetime.now().astimezone().date()
NAME = "Rosalba Cantaluna"
DRAFT = "borgolume/borgolume-2026-4"
FINAL = "borgolume/3-2026"


@pytest.fixture
def person_id(services: Services) -> UUID:
    """The chair, who is named everywhere."""
    committee = services.committees.by_ref("borgolume")
    request = PageRequest(committee_id=committee.id, search="cantaluna")
    return services.people.page(request).rows[0].id


@pytest.fixture
def objected(services: Services, tmp_path: Path, person_id: UUID) -> Meeting:
    """A draft that was sent to all, to which the chair and a member objected."""
    draft = services.meetings.by_ref(DRAFT)
    work = services.minutes_work
    invitees = work.circulating.recipients(draft.id)
    command = CirculateMinutes(
        meeting_id=draft.id,
        until=TODAY + timedelta(days=10),
        chosen=frozenset((each.seat_id, each.person_id) for each in invitees),
        sender=SENDER,
    )
    work.circulating.draft(command, tmp_path / "drafts")
    seat_id = next(each.seat_id for each in draft.attendees if each.full_name == NAME)
    other = next(each.seat_id for each in draft.attendees if each.full_name != NAME)
    for objector, text in ((seat_id, "It was seven."), (other, f"{NAME} never said that.")):
        work.approving.object(
            RaiseObjection(
                meeting_id=draft.id, seat_id=objector, item_id=None, text=text, raised_on=TODAY
            )
        )
    for objection in work.approving.way(draft.id).objections:
        work.approving.rule(
            RuleOnObjection(
                objection_id=objection.id,
                ruling=Ruling.ACCEPTED,
                answer=f"{NAME} is right.",
                ruled_on=TODAY,
            )
        )
    return draft


@pytest.fixture
def handed_over(services: Services, store: Store, person_id: UUID) -> Paper:
    """Filed minutes that the chair refused to sign, and signed by hand for somebody else."""
    meeting = services.meetings.by_ref(FINAL)
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    own: dict[str, Any] = {"committee_id": paper.committee_id, "paper_id": paper.id}
    with store.write("test", "tester") as work:
        scan = next(iter(work.archive.circulations.of_committee(paper.committee_id))).file_id
        chair, secretary = paper.fields[:2]
        work.archive.refusals.put(
            Refusal(id=uuid7(), field=chair, name=NAME, reason="in doubt", refused_on=TODAY, **own)
        )
        signed: dict[str, Any] = {"field": secretary, "signed_on": TODAY, "scan_id": scan}
        work.archive.hand_signatures.put(HandSignature(id=uuid7(), name=NAME, **own, **signed))
        email = services.people.detail(person_id).person.email
        for name, address in (
            (NAME, "chair@example.org"),
            ("Comune", "comune@example.org"),
            ("La presidente", email.upper()),
        ):
            work.archive.dispatches.put(
                Dispatch(
                    id=uuid7(),
                    edition=Edition.FULL,
                    name=name,
                    address=address,
                    medium=DispatchMedium.SMTP,
                    sent_at=datetime(2026, 11, 2, tzinfo=UTC),
                    sha256=paper.newest.sha256,
                    slip_sha256="",
                    **own,
                )
            )
        work.commit()
    return paper


def erase(services: Services, person_id: UUID) -> Erased:
    committee = services.committees.by_ref("borgolume")
    held = services.seats.composition(committee.id, TODAY).terms.values()
    for term in (term for terms in held for term in terms):
        if term.person_id == person_id:
            day = TODAY - timedelta(days=1)
            services.seats.end(
                EndMembership(membership_id=term.id, on=day, reason=EndReason.RESIGNED)
            )
    reason = DeletionReason.ON_REQUEST
    return services.privacy.erase(Erase(person_id=person_id, reason=reason, on=TODAY))


def test_all_that_the_way_of_minutes_holds_is_told(
    services: Services, person_id: UUID, objected: Meeting, handed_over: Paper, tmp_path: Path
) -> None:
    held = services.privacy.held_on(person_id, TODAY)
    email = services.people.detail(person_id).person.email
    assert [each.address for each in held.drafts] == [email]
    assert [(each.text, each.ruling) for each in held.objections] == [
        ("It was seven.", Ruling.ACCEPTED)
    ]
    number = handed_over.register_number
    assert [(each.register_number, each.refused) for each in held.signatures] == [
        (number, False),
        (number, True),
    ]
    assert [each.address for each in held.dispatches] == ["chair@example.org", email.upper()]
    paper, document = services.people_work.privacy_papers.save_report(
        person_id, TODAY, tmp_path / "out", "en"
    )
    text = run("pdftotext", "-layout", paper, "-")
    told = document.read_text(encoding="utf-8")
    for words in ("It was seven.", "in doubt", "chair@example.org"):
        assert words in text
        assert words in told
    assert "comune@example.org" not in told


def test_an_erasure_takes_addresses_and_the_name_out_of_what_is_not_final(
    services: Services, store: Store, person_id: UUID, objected: Meeting, handed_over: Paper
) -> None:
    erased_now = erase(services, person_id)
    assert "letters" in erased_now.fields
    assert erased_now.sent == (objected.key,)
    with store.read() as reading:
        (circulation,) = reading.archive.circulations.where("meeting_id", objected.id)
        objections = reading.archive.objections.where("meeting_id", objected.id)
        story = reading.archive.story(handed_over.id)
    (erased,) = (each for each in circulation.addressees if each.name == "N. N.")
    assert (erased.address, bool(erased.digest)) == ("", True)
    assert sum(bool(each.address) for each in circulation.addressees) > 1
    assert "antaluna" not in repr(circulation)
    assert "antaluna" not in repr(objections)
    assert sorted(each.text for each in objections) == ["It was seven.", "N. N. never said that."]
    assert [(each.name, each.address) for each in story.dispatches] == [
        (NAME, ""),
        ("Comune", "comune@example.org"),
        ("La presidente", ""),
    ]
    assert (story.refusals[0].name, story.hand_signatures[0].name) == (NAME, NAME)
    while services.undo.next:
        services.undo.undo()
    with store.read() as reading:
        assert "antaluna" not in repr(
            reading.archive.circulations.of_committee(objected.committee_id)
        )
    assert store.health().findings == ()


def test_where_minutes_are_final_the_name_stays_and_the_address_goes(
    services: Services, store: Store, person_id: UUID, objected: Meeting
) -> None:
    approving = services.minutes_work.approving
    approving.approve(ApproveMinutes(meeting_id=objected.id, approved_on=TODAY, words="5/2026"))
    services.minutes.finalise(FinaliseMinutes(meeting_id=objected.id))
    email = services.people.detail(person_id).person.email
    assert erase(services, person_id).sent == ()
    with store.read() as reading:
        (circulation,) = reading.archive.circulations.where("meeting_id", objected.id)
        objections = reading.archive.objections.where("meeting_id", objected.id)
    (addressee,) = (each for each in circulation.addressees if each.name == NAME)
    assert addressee.address == ""
    assert email not in repr(circulation)
    assert NAME in {each.name for each in objections}


def test_what_went_to_a_record_that_was_merged_is_the_kept_persons(
    services: Services, store: Store, person_id: UUID, objected: Meeting
) -> None:
    """Also under the name of the other record, to which the minutes went."""
    kept = services.people.detail(person_id).person
    profile = replace(person_profile(kept), family_name="Cantaluna Verdi")
    made = services.people_work.writing.add_person(
        AddPerson(committee_id=kept.committee_id, profile=replace(profile, email=""))
    )
    new_id = made.id
    services.people_work.merging.people(
        MergePeople(
            kept_id=new_id, gone_id=person_id, profile=replace(profile, email="n@example.org")
        )
    )
    held = services.privacy.held_on(new_id, TODAY)
    assert len(held.drafts) == len(held.objections) == 1
    erase(services, new_id)
    with store.read() as reading:
        (circulation,) = reading.archive.circulations.where("meeting_id", objected.id)
    assert kept.email not in repr(circulation)
    assert "antaluna" not in repr(circulation)


def test_whoever_shares_an_address_keeps_their_name(
    services: Services, store: Store, person_id: UUID, objected: Meeting
) -> None:
    email = services.people.detail(person_id).person.email
    with store.write("test", "tester") as work:
        (sent,) = work.archive.circulations.where("meeting_id", objected.id)
        shared = replace(sent, addressees=(*sent.addressees, Addressee(name="Ada", address=email)))
        work.archive.circulations.put(shared)
        letter = Letter(
            id=uuid7(),
            committee_id=objected.committee_id,
            meeting_id=objected.id,
            seat_id=None,
            purpose=Purpose.REQUEST,
            sequence=0,
            name="Ada",
            address=email,
            medium=Medium.SMTP,
            sent_at=sent.circulated_at,
            message_id="",
            digest="",
        )
        work.letters.put(letter)
        work.commit()
    erase(services, person_id)
    with store.read() as reading:
        (circulation,) = reading.archive.circulations.where("meeting_id", objected.id)
        kept = reading.letters.get(letter.id)
    assert circulation.addressees[-1] == Addressee(name="Ada")
    assert kept is not None
    assert (kept.name, kept.address) == ("Ada", "")


def test_an_earlier_name_is_taken_out_as_well(
    services: Services, store: Store, person_id: UUID, objected: Meeting
) -> None:
    profile = person_profile(services.people.detail(person_id).person)
    renamed = replace(profile, family_name="Verdi")
    services.people_work.writing.edit_person(EditPerson(person_id=person_id, profile=renamed))
    erase(services, person_id)
    with store.read() as reading:
        (circulation,) = reading.archive.circulations.where("meeting_id", objected.id)
    assert "antaluna" not in repr(circulation)


def test_what_somebody_signed_by_hand_or_refused_for_a_party_is_told(
    services: Services, person_id: UUID, parties: tuple[PartyTold, ...], tmp_path: Path
) -> None:
    first, second, third, *_others = parties
    own = tuple(replace(party, signatory=NAME) for party in (first, second))
    agreement = services.agreement_work.writing.draft(
        DraftAgreement(
            committee_id=services.people.detail(person_id).person.committee_id,
            title="Sala dei Mercati",
            parties=(*own, third),
        )
    )
    advance(services, agreement, AgreementStatus.APPROVED)
    paper = services.agreement_work.papers.file(FileAgreement(agreement_id=agreement.id))
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    archiving = services.archive_work.archiving
    by_hand = dict.fromkeys(("party-1", "party-3"), TODAY)
    archiving.signed_by_hand(SignedByHand(paper_id=paper.id, signed_on=by_hand, scan=scan))
    archiving.refuse(
        RefuseSignature(paper_id=paper.id, field="party-2", reason="Too dear", refused_on=TODAY)
    )
    held = services.privacy.held_on(person_id, TODAY)
    number = paper.register_number
    assert [(each.register_number, each.field, each.reason) for each in held.signatures] == [
        (number, "party-1", ""),
        (number, "party-2", "Too dear"),
    ]
