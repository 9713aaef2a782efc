"""A store with a record of every kind that the audit log speaks of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreement_texts import AgreementVersion, Commitment
from liaison_desktop.domain.archive import (
    Dispatch,
    DispatchMedium,
    Filing,
    HandSignature,
    Refusal,
)
from liaison_desktop.domain.attachments import Attachment
from liaison_desktop.domain.calling import Answer, Letter, Medium, Reply
from liaison_desktop.domain.calling import Purpose as LetterPurpose
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.meeting_templates import MeetingTemplate
from liaison_desktop.domain.minutes import (
    Addressee,
    Approval,
    Circulation,
    CirculationMedium,
    Objection,
    Ruling,
)
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.domain.privacy import (
    Consent,
    Deletion,
    DeletionReason,
    LegalBasis,
    Purpose,
)
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.domain.text_modules import TextModule
from liaison_desktop.domain.trust_anchors import AnchorPurpose, TrustAnchor
from liaison_desktop.domain.writing import PrivateNote, TextVersion
from tests.db.records import Town, correction_of, file_of, note_of, paper_of

DAY = date(2026, 11, 2)
MOMENT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SCAN = b"%PDF scanned"


@dataclass(frozen=True)
class Archive:
    """What belongs to the minutes of a town's meeting."""

    paper: Paper
    scan: Attachment
    circulation: Circulation
    objection: Objection
    approval: Approval
    refusal: Refusal
    hand_signature: HandSignature
    filing: Filing
    dispatch: Dispatch


def put_every_kind(store: Store, town: Town) -> Archive:
    """Store a town with at least one record of every kind."""
    made = archive_of(town)
    paper = made.paper
    with store.write("demonstration", "tester") as unit:
        town.put(unit)
        unit.papers.add(paper, b"%PDF")
        unit.papers.add_file(file_of(paper.id, b"%PDF signed", 1, "chair"), b"%PDF signed")
        correction = correction_of(paper)
        unit.corrections.add(correction)
        unit.papers.add(note_of(correction, town.meeting, b"note", "2"), b"note")
        put_archive(unit, made)
        unit.trust_anchors.put(_anchor(town))
        _put_agreed(unit, town)
        _put_private(unit, town)
        _put_written(unit, town)
        unit.commit()
    return made


def put_archive(unit: UnitOfWork, made: Archive) -> None:
    """Store what belongs to minutes; their paper is there."""
    archive = unit.archive
    unit.attachments.add(made.scan, SCAN)
    archive.circulations.put(made.circulation)
    archive.objections.put(made.objection)
    archive.approvals.put(made.approval)
    archive.refusals.put(made.refusal)
    archive.hand_signatures.put(made.hand_signature)
    archive.filings.put(made.filing)
    archive.dispatches.put(made.dispatch)


def archive_of(town: Town, minutes: Paper | None = None) -> Archive:
    """Minutes that went all the way: objected to, approved, refused, filed and handed over."""
    committee_id, meeting = town.committee.id, town.meeting
    paper = minutes or paper_of(meeting, b"%PDF", "1")
    scan = Attachment(
        id=uuid7(),
        committee_id=committee_id,
        name="scan.pdf",
        media_type="application/pdf",
        sha256=sha256(SCAN).hexdigest(),
        size=len(SCAN),
        added_at=MOMENT,
    )
    first, second = (attendee.full_name for attendee in meeting.attendees)
    return Archive(
        paper=paper,
        scan=scan,
        circulation=Circulation(
            id=uuid7(),
            committee_id=committee_id,
            meeting_id=meeting.id,
            circulated_at=MOMENT,
            until=DAY,
            medium=CirculationMedium.SMTP,
            language="it",
            addressees=(
                Addressee(name=first, address="m1@example.org", seat_id=town.seats[0].id),
                Addressee(name=second, address="m2@example.org", seat_id=town.seats[1].id),
            ),
            file_id=scan.id,
            digest=scan.sha256,
        ),
        objection=Objection(
            id=uuid7(),
            committee_id=committee_id,
            meeting_id=meeting.id,
            seat_id=town.seats[0].id,
            name=first,
            item_id=meeting.items[0].id,
            text="Erano sette.",
            raised_on=DAY,
            ruling=Ruling.ACCEPTED,
            answer="Corretto.",
            ruled_on=DAY,
        ),
        approval=Approval(
            id=uuid7(),
            committee_id=committee_id,
            meeting_id=meeting.id,
            approved_on=DAY,
            approved_in=meeting.id,
            decision_id=uuid7(),
            words="Verbale n. 4/2026",
            corrected=False,
        ),
        refusal=Refusal(
            id=uuid7(),
            committee_id=committee_id,
            paper_id=paper.id,
            field="chair",
            name=first,
            reason="Non presente.",
            refused_on=DAY,
        ),
        hand_signature=HandSignature(
            id=uuid7(),
            committee_id=committee_id,
            paper_id=paper.id,
            field="secretary",
            name=second,
            signed_on=DAY,
            scan_id=scan.id,
        ),
        filing=Filing(
            id=uuid7(),
            committee_id=committee_id,
            paper_id=paper.id,
            authority="Comune",
            number="0000123",
            filed_on=DAY,
        ),
        dispatch=Dispatch(
            id=uuid7(),
            committee_id=committee_id,
            paper_id=paper.id,
            edition=Edition.FULL,
            name=first,
            address="m1@example.org",
            medium=DispatchMedium.SMTP,
            sent_at=MOMENT,
            sha256=paper.newest.sha256,
            slip_sha256=scan.sha256,
        ),
    )


def _anchor(town: Town) -> TrustAnchor:
    return TrustAnchor(
        id=uuid7(),
        committee_id=town.committee.id,
        certificate="MII",
        name="Autorità di prova",
        issuer="Autorità di prova",
        fingerprint="ab",
        purpose=AnchorPurpose.BOTH,
        source="a file",
        valid_until=DAY,
        added_on=DAY,
    )


def _put_agreed(unit: UnitOfWork, town: Town) -> None:
    own: dict[str, Any] = {"committee_id": town.committee.id, "agreement_id": town.agreement.id}
    unit.agreement_versions.put(AgreementVersion(id=uuid7(), number=1, language="it", **own))
    unit.commitments.put(Commitment(id=uuid7(), organisation_id=None, text="Aprire", **own))


def _put_private(unit: UnitOfWork, town: Town) -> None:
    committee_id, person_id = town.committee.id, town.people[0].id
    unit.consents.put(
        Consent(
            id=uuid7(),
            committee_id=committee_id,
            person_id=person_id,
            purpose=Purpose.CONTACT,
            basis=LegalBasis.CONSENT,
            text_version="1",
            given_on=DAY,
        )
    )
    unit.deletions.put(
        Deletion(
            id=uuid7(),
            committee_id=committee_id,
            on=DAY,
            reason=DeletionReason.ON_REQUEST,
            record_kind="person",
            fields=("email",),
        )
    )
    unit.skills.put(
        Skill(
            id=uuid7(),
            committee_id=committee_id,
            name="Traduzione",
            direction=SkillDirection.OFFERED,
            person_id=person_id,
        )
    )


def _put_written(unit: UnitOfWork, town: Town) -> None:
    committee_id, meeting = town.committee.id, town.meeting
    own: dict[str, Any] = {"committee_id": committee_id, "meeting_id": meeting.id}
    item_id, seat_id = meeting.items[0].id, town.seats[0].id
    version = TextVersion(id=uuid7(), item_id=item_id, saved_at=MOMENT, text="Prima", **own)
    unit.text_versions.put(version)
    unit.private_notes.put(PrivateNote(id=uuid7(), text="Per me", **own))
    unit.letters.put(
        Letter(
            id=uuid7(),
            seat_id=seat_id,
            purpose=LetterPurpose.REQUEST,
            sequence=0,
            name=town.people[0].full_name,
            address="m1@example.org",
            medium=Medium.SMTP,
            sent_at=MOMENT,
            message_id="1@example.org",
            digest="ab",
            **own,
        )
    )
    unit.replies.put(
        Reply(id=uuid7(), seat_id=seat_id, answer=Answer.ACCEPTED, answered_at=MOMENT, **own)
    )
    template = MeetingTemplate(id=uuid7(), committee_id=committee_id, name="Ordinaria")
    unit.meeting_templates.put(template)
    unit.text_modules.put(
        TextModule(id=uuid7(), committee_id=committee_id, language="it", name="a", text="b")
    )
