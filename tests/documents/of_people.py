"""The papers about people, organisations and their data, from the record of one committee."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from liaison_desktop.documents.contact_list import Reached, compose_contact_list
from liaison_desktop.documents.data_report import compose_data_report
from liaison_desktop.documents.mailing_labels import compose_labels
from liaison_desktop.documents.members_notice import compose_members_notice
from liaison_desktop.documents.processing_record import Holdings, compose_processing_record
from liaison_desktop.documents.skill_map import compose_skill_map
from liaison_desktop.domain.access import (
    HeldAnswer,
    HeldData,
    HeldDispatch,
    HeldDraft,
    HeldLetter,
    HeldObjection,
    HeldSignature,
    HeldTerm,
)
from liaison_desktop.domain.addresses import Addressee, LabelFormat
from liaison_desktop.domain.archive import DispatchMedium
from liaison_desktop.domain.calling import Answer, AnswerSource, Medium
from liaison_desktop.domain.calling import Purpose as CallPurpose
from liaison_desktop.domain.minutes import CirculationMedium, Ruling
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.privacy import Consent, LegalBasis, Purpose
from liaison_desktop.domain.seats import Membership, Seat
from liaison_desktop.domain.skill_map import MappedSkill, Owner
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.exchange.committee_file import CommitteeFile
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import Document
from tests.documents.planned import CREATED, DAY

_NOTE = "Αίτηση στο μητρώο, في يوم السوق"


_HELD_OF_MINUTES: dict[str, Any] = {
    "drafts": (
        HeldDraft(
            meeting="2/2026",
            circulated_at=datetime(2026, 6, 20, 9, 30, tzinfo=UTC),
            until=DAY,
            address="nour@example.org",
            medium=CirculationMedium.SMTP,
            digest="c" * 64,
        ),
    ),
    "objections": (
        HeldObjection(
            meeting="2/2026",
            text=_NOTE,
            raised_on=DAY,
            ruling=Ruling.ACCEPTED,
            answer=_NOTE,
            ruled_on=DAY,
        ),
    ),
    "signatures": (
        HeldSignature(register_number="ICC-1", field="chair", on=DAY, refused=True, reason=_NOTE),
    ),
    "dispatches": (
        HeldDispatch(
            register_number="ICC-1",
            edition=Edition.FULL,
            sent_at=datetime(2026, 7, 1, 9, 30, tzinfo=UTC),
            address="nour@example.org",
            medium=DispatchMedium.SMTP,
            sha256="d" * 64,
            received_on=DAY,
            receipt="n. 12",
        ),
    ),
}


class OfPeople:
    """Composes each of them in any language."""

    def __init__(self, record: CommitteeFile) -> None:
        self._record = record
        self._committee = record.committee

    def data_report(self, language: str) -> Document:
        """What is held on somebody with an Arabic name."""
        return compose_data_report(
            self._held(), self._committee, Catalogue(language), machine_readable=b"{}"
        )

    def members_notice(self, language: str) -> Document:
        """How data are used."""
        return compose_members_notice(self._committee, Catalogue(language), on=DAY, created=CREATED)

    def processing_record(self, language: str) -> Document:
        """What a committee does with data."""
        holdings = Holdings(
            people=12,
            organisations=9,
            meetings=2,
            agreements=1,
            skills=5,
            proofs=11,
            encrypted=True,
        )
        return compose_processing_record(
            self._committee, holdings, Catalogue(language), on=DAY, created=CREATED
        )

    def contact_list(self, language: str) -> Document:
        """How everybody is reached."""
        reached = [
            Reached(person=person, organisation=where, role=term.role, capacity=term.capacity)
            for person, _seat, where, term in self._seated()
        ]
        return compose_contact_list(
            self._committee, reached, Catalogue(language), on=DAY, created=CREATED
        )

    def mailing_labels(self, language: str) -> Document:
        """A sheet that is begun in its second place."""
        addressees = [
            Addressee(
                name=person.full_name,
                organisation=where,
                lines=(f"Οδός Ερμού {number}", "105 63 Αθήνα"),
            )
            for number, (person, _seat, where, _term) in enumerate(self._seated(), start=1)
        ]
        return compose_labels(
            self._committee,
            addressees,
            LabelFormat.SMALL_24,
            Catalogue(language),
            first=1,
            created=CREATED,
        )

    def skill_map(self, language: str) -> Document:
        """One skill that is offered and sought, and one that nobody offers."""
        owners = [
            Owner(id=person.id, name=person.full_name, is_person=True, note=_NOTE)
            for person in self._record.people[:3]
        ]
        skills = [
            self._skill("Διερμηνεία", owners[:1], owners[1:]),
            self._skill("الترجمة", [], owners[:1]),
        ]
        return compose_skill_map(
            self._committee, skills, Catalogue(language), on=DAY, created=CREATED
        )

    def _skill(self, name: str, offered_by: list[Owner], sought_by: list[Owner]) -> MappedSkill:
        return MappedSkill(
            id=uuid4(),
            committee_id=self._committee.id,
            name=name,
            offered_by=tuple(offered_by),
            sought_by=tuple(sought_by),
        )

    def _seated(self) -> Iterator[tuple[Person, Seat, str, Membership]]:
        people = {each.id: each for each in self._record.people}
        seats = {each.id: each for each in self._record.seats}
        organisations = {each.id: each.name for each in self._record.organisations}
        for term in self._record.memberships:
            seat = seats[term.seat_id]
            where = organisations[seat.organisation_id] if seat.organisation_id else ""
            yield people[term.person_id], seat, where, term

    def _held(self) -> HeldData:
        person, seat, where, term = next(one for one in self._seated() if one[0].name_native)
        return HeldData(
            person=person,
            committee_name=self._committee.name,
            on=DAY,
            terms=(_held_term(seat, where, term),),
            consents=(
                Consent(
                    id=uuid4(),
                    committee_id=self._committee.id,
                    person_id=person.id,
                    purpose=Purpose.MEMBERSHIP,
                    basis=LegalBasis.EXPLICIT_CONSENT,
                    text_version="2026-1",
                    given_on=DAY,
                ),
            ),
            skills=(
                Skill(
                    id=uuid4(),
                    committee_id=self._committee.id,
                    person_id=person.id,
                    name="Διερμηνεία",
                    direction=SkillDirection.OFFERED,
                    note=_NOTE,
                ),
            ),
            meetings=(),
            papers=(),
            letters=(
                HeldLetter(
                    meeting="2/2026",
                    purpose=CallPurpose.REQUEST,
                    sent_at=datetime(2026, 6, 1, 9, 30, tzinfo=UTC),
                    address="nour@example.org",
                    medium=Medium.SMTP,
                    digest="b" * 64,
                ),
            ),
            answers=(
                HeldAnswer(
                    meeting="2/2026",
                    answer=Answer.DELEGATED,
                    substitute="Nour Saleh",
                    answered_at=datetime(2026, 6, 2, 18, 5, tzinfo=UTC),
                    source=AnswerSource.ICALENDAR,
                    comment="",
                ),
            ),
            **_HELD_OF_MINUTES,
            log=(),
        )


def _held_term(seat: Seat, organisation: str, term: Membership) -> HeldTerm:
    return HeldTerm(
        organisation=organisation,
        constituency=seat.constituency,
        capacity=term.capacity,
        role=term.role,
        start=term.start,
        end=term.end,
        end_reason=term.end_reason,
        appointed_by=term.appointed_by,
        appointment_paper="",
    )
