"""Data protection: why data are kept, what is held, what is due, and erasing it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.access import HeldData
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.privacy import Consent, Deletion, DeletionReason, LegalBasis, Purpose
from liaison_desktop.domain.retention import (
    DueContact,
    contact_due,
    erased,
    names_in_text,
    pseudonymised,
    without_name,
)
from liaison_desktop.services.access import held_on
from liaison_desktop.services.erasing_archive import drafts_out, erase_archive
from liaison_desktop.services.erasing_letters import erase_letters
from liaison_desktop.services.required import required
from liaison_desktop.services.tracing import traces_of
from liaison_desktop.services.undo import UndoService

NEEDED = (Purpose.MEMBERSHIP, Purpose.CONTACT)
"""Without a basis for these nobody can be a member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBasis:
    """Note on what basis the data of one or more people are used for one or more purposes.

    Attributes:
        text_version: which version of the notice or the form they were given.
    """

    person_ids: tuple[UUID, ...]
    purposes: tuple[Purpose, ...]
    basis: LegalBasis
    text_version: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawBasis:
    """Note that a consent was withdrawn; the day is the first on which it no longer holds."""

    consent_id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Erase what is known of a person but the name, for good."""

    person_id: UUID
    reason: DeletionReason
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure did.

    Attributes:
        fields: names of the fields that were emptied.
        drafts: meetings in whose drafts the person is called N. N. now.
        still_named: meetings in whose drafts the text itself still names the person.
        sent: meetings whose draft went out as a file that names the person.
        backups: copies of the store that still hold the data.
    """

    changes: Changes
    fields: tuple[str, ...]
    drafts: tuple[str, ...]
    still_named: tuple[str, ...]
    sent: tuple[str, ...]
    backups: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyOverview:
    """How a committee stands.

    Attributes:
        due: whose contact data have been kept long enough.
        without_basis: who sits in the committee without a basis for membership and contact.
        evidence_due: whether attendance sheets need no longer be kept.
    """

    committee: Committee
    due: tuple[DueContact, ...]
    without_basis: tuple[Person, ...]
    evidence_due: bool
    deletions: tuple[Deletion, ...]


class PrivacyService:
    """Use cases of data protection."""

    def __init__(self, store: Store, undo: UndoService, backups: Path, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._backups = backups
        self._actor = actor

    def overview(self, committee_id: UUID, on: date) -> PrivacyOverview:
        """What is due in a committee, and what is missing."""
        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            until = committee.evidence_until
            deletions = reading.deletions.of_committee(committee_id)
            return PrivacyOverview(
                committee=committee,
                due=due_contacts(reading, committee_id, on),
                without_basis=tuple(_without_basis(reading, committee_id, on)),
                evidence_due=until is not None and until < on,
                deletions=tuple(reversed(deletions)),
            )

    def bases(self, person_id: UUID) -> tuple[Consent, ...]:
        """On what bases a person's data are used, and were, the oldest first."""
        with self._store.read() as reading:
            return reading.consents.where("person_id", person_id)

    def record(self, command: RecordBasis) -> Changes:
        """Note a basis; the one that held for the same purpose until now ends the day it begins.

        Raises:
            UserError: ``basis_needs_version``, ``basis_no_purpose``.
        """
        if not command.text_version.strip():
            raise UserError("basis_needs_version")
        if not command.purposes:
            raise UserError("basis_no_purpose")
        with self._store.write("record_basis", self._actor) as work:
            for person_id in command.person_ids:
                person = required(work.people.person(person_id))
                for purpose in command.purposes:
                    _record(work, person, purpose, command)
            return self._undo.commit(work, "record_basis")

    def withdraw(self, command: WithdrawBasis) -> Changes:
        """Note that a basis no longer holds.

        Raises:
            UserError: ``basis_reversed``, it would end before it began.
        """
        with self._store.write("withdraw_basis", self._actor) as work:
            consent = required(work.consents.get(command.consent_id))
            if command.on < consent.given_on:
                raise UserError("basis_reversed")
            work.consents.put(replace(consent, withdrawn_on=command.on))
            return self._undo.commit(work, "withdraw_basis")

    def held_on(self, person_id: UUID, on: date) -> HeldData:
        """Everything that is held on a person."""
        with self._store.read() as reading:
            return held_on(reading, person_id, on)

    def erase(self, command: Erase) -> Erased:
        """Erase contact data, notes and skills of a person, also from letters, drafts and
        papers that went out and from objections.

        Signed minutes and papers stay as they are and keep the name (GDPR, article 17(3)); drafts
        call the person N. N.; the log keeps digests alone; a deletion is noted without the person.
        It cannot be taken back.

        Raises:
            UserError: ``erase_still_seated``, a term still runs; ``erase_nothing``, there is
                nothing to erase.
        """
        with self._store.write("erase_person", self._actor) as work:
            person = required(work.people.person(command.person_id))
            terms = work.people.memberships_of(person.id)
            if any(term.runs_on(command.on) for term in terms):
                raise UserError("erase_still_seated", name=person.full_name)
            skills = work.skills.where("person_id", person.id)
            emptied, fields = erased(person, command.on)
            traces = traces_of(work, person)
            letters = erase_letters(work, person, terms, traces)
            letters += erase_archive(work, person.committee_id, traces)
            if not (fields or skills or letters):
                raise UserError("erase_nothing", name=person.full_name)
            work.people.put_person(emptied)
            for skill in skills:
                work.skills.remove(skill)
            sent = drafts_out(work, person, traces.seats)
            drafts, named = _pseudonymise(work, person, traces.seats)
            beside = _erase_beside(work, person)
            fields = (*fields, *["skills"] * bool(skills), *["letters"] * bool(letters))
            work.deletions.put(
                Deletion(
                    id=uuid7(),
                    committee_id=person.committee_id,
                    on=command.on,
                    reason=command.reason,
                    record_kind="person",
                    fields=fields,
                )
            )
            changes = work.commit()
        self._undo.forget(person.id, *(skill.id for skill in skills), *beside, *letters)
        return Erased(
            changes=changes,
            fields=fields,
            drafts=drafts,
            still_named=named,
            sent=sent,
            backups=tuple(sorted(self._backups.glob("*.sqlite3"))),
        )


def _record(work: UnitOfWork, person: Person, purpose: Purpose, command: RecordBasis) -> None:
    for before in work.consents.where("person_id", person.id):
        if before.purpose is purpose and before.holds_on(command.given_on):
            work.consents.put(replace(before, withdrawn_on=command.given_on))
    work.consents.put(
        Consent(
            id=uuid7(),
            committee_id=person.committee_id,
            person_id=person.id,
            purpose=purpose,
            basis=command.basis,
            text_version=command.text_version.strip(),
            given_on=command.given_on,
        )
    )


def due_contacts(reading: Reading, committee_id: UUID, on: date) -> tuple[DueContact, ...]:
    """Whose contact data are to be erased, the longest due first."""
    terms = reading.people.memberships(committee_id)
    found = (
        contact_due(person, [term for term in terms if term.person_id == person.id], on)
        for person in reading.people.seated(committee_id)
    )
    return tuple(sorted(filter(None, found), key=lambda due: (due.due_since, due.name)))


def _without_basis(reading: Reading, committee_id: UUID, on: date) -> Iterator[Person]:
    consents = reading.consents.of_committee(committee_id)
    held = {(each.person_id, each.purpose) for each in consents if each.holds_on(on)}
    seated = {
        term.person_id for term in reading.people.memberships(committee_id) if term.runs_on(on)
    }
    for person in reading.people.seated(committee_id):
        missing = any((person.id, purpose) not in held for purpose in NEEDED)
        if person.id in seated and missing:
            yield person


def _erase_beside(work: UnitOfWork, person: Person) -> tuple[UUID, ...]:
    """Take the name out of earlier texts and private notes; the ids of them and their meetings."""
    texts = [
        replace(version, text=without_name(version.text, person))
        for version in work.text_versions.of_committee(person.committee_id)
    ]
    notes = [
        replace(note, text=without_name(note.text, person))
        for note in work.private_notes.of_committee(person.committee_id)
    ]
    changed = [text for text in texts if work.text_versions.put(text)]
    noted = [note for note in notes if work.private_notes.put(note)]
    found = [(text.id, text.meeting_id) for text in changed]
    found += [(note.id, note.meeting_id) for note in noted]
    return tuple(chain.from_iterable(found))


def _pseudonymise(
    work: UnitOfWork, person: Person, seats: frozenset[UUID]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The drafts that were changed, and those whose text still names the person."""
    changed, named = [], []
    for meeting_id in work.meetings.of_committee(person.committee_id) if seats else ():
        meeting = required(work.meetings.get(meeting_id))
        after = pseudonymised(meeting, person, seats)
        if after != meeting:
            work.meetings.put(after, outcomes(after))
            changed.append(meeting.key)
        if names_in_text(after, person):
            named.append(meeting.key)
    return tuple(changed), tuple(named)
