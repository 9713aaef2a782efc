"""Making one record of two that are the same person or the same organisation.

The other record stays, out of sight and with its name alone, so that whatever once named it still
finds somebody; minutes and papers keep their own names and are not touched.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.appointments import hindrance
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.domain.retention import emptied
from liaison_desktop.domain.skills import Skill
from liaison_desktop.services.people_writing import (
    OrganisationProfile,
    PersonProfile,
    require_organisation,
    require_person,
    told,
)
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePeople:
    """Make one person of two.

    Attributes:
        kept_id, gone_id: whose record stays, and whose goes out of sight.
        profile: what is known of the person from now on.
    """

    kept_id: UUID
    gone_id: UUID
    profile: PersonProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrganisations:
    """Make one organisation of two; see ``MergePeople``."""

    kept_id: UUID
    gone_id: UUID
    profile: OrganisationProfile


class MergingService:
    """Use cases that merge duplicates; each can be taken back."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def people(self, command: MergePeople) -> Changes:
        """Make one person of two: seats, bases for data and skills of both belong to one.

        Raises:
            UserError: ``merge_with_itself``, ``merge_across_committees``, ``merge_seated_twice``
                and what a sound profile requires.
        """
        require_person(command.profile)
        with self._store.write("merge_people", self._actor) as work:
            kept = required(work.people.person(command.kept_id))
            gone = required(work.people.person(command.gone_id))
            _require_two(kept, gone)
            work.people.put_person(replace(kept, **told(command.profile)))
            work.people.put_person(replace(emptied(gone), merged_into=kept.id))
            for before in work.people.merged_into_person(gone.id):
                work.people.put_person(replace(before, merged_into=kept.id))
            _move_memberships(work, kept, gone)
            for consent in work.consents.where("person_id", gone.id):
                work.consents.put(replace(consent, person_id=kept.id))
            _move_skills(work, "person_id", kept.id, gone.id)
            return self._undo.commit(work, "merge_people")

    def organisations(self, command: MergeOrganisations) -> Changes:
        """Make one organisation of two: seats, agreements, commitments and skills belong to one.

        Raises:
            UserError: ``merge_with_itself``, ``merge_across_committees``, ``merge_both_parties``
                and what a sound profile requires.
        """
        require_organisation(command.profile)
        with self._store.write("merge_organisations", self._actor) as work:
            kept = required(work.people.organisation(command.kept_id))
            gone = required(work.people.organisation(command.gone_id))
            _require_two(kept, gone)
            work.people.put_organisation(replace(kept, **told(command.profile)))
            work.people.put_organisation(replace(gone, merged_into=kept.id))
            for before in work.people.merged_into_organisation(gone.id):
                work.people.put_organisation(replace(before, merged_into=kept.id))
            _move_seats(work, kept, gone)
            for agreement in work.agreements.of_committee(kept.committee_id):
                _move_agreement(work, agreement, kept, gone)
            _move_skills(work, "organisation_id", kept.id, gone.id)
            return self._undo.commit(work, "merge_organisations")


def _require_two(kept: Person | Organisation, gone: Person | Organisation) -> None:
    if kept.id == gone.id or kept.merged_into or gone.merged_into:
        raise UserError("merge_with_itself")
    if kept.committee_id != gone.committee_id:
        raise UserError("merge_across_committees")


def _move_memberships(work: UnitOfWork, kept: Person, gone: Person) -> None:
    """What the other held is the kept one's; nobody may hold two seats at a time by that."""
    moved = [replace(each, person_id=kept.id) for each in work.people.memberships_of(gone.id)]
    own = work.people.memberships_of(kept.id)
    for place, membership in enumerate(moved):
        if hindrance(membership, (*own, *moved[:place])):
            raise UserError("merge_seated_twice", name=kept.full_name)
    for membership in moved:
        work.people.put_membership(membership)


def _move_seats(work: UnitOfWork, kept: Organisation, gone: Organisation) -> None:
    for seat in work.people.seats_of(gone.id):
        work.people.put_seat(replace(seat, organisation_id=kept.id))
    for membership in work.people.memberships(kept.committee_id):
        if membership.on_behalf_of == gone.id:
            work.people.put_membership(replace(membership, on_behalf_of=kept.id))


def _move_agreement(
    work: UnitOfWork, agreement: Agreement, kept: Organisation, gone: Organisation
) -> None:
    parties = {party.organisation_id for party in agreement.parties}
    if {kept.id, gone.id} <= parties:
        raise UserError("merge_both_parties", title=agreement.title)
    work.agreements.put(
        replace(
            agreement,
            parties=_pointing(agreement.parties, kept.id, gone.id),
            withdrawn_by=kept.id if agreement.withdrawn_by == gone.id else agreement.withdrawn_by,
        )
    )
    for version in work.agreement_versions.where("agreement_id", agreement.id):
        representatives = _pointing(version.representatives, kept.id, gone.id)
        scope = version.scope
        if scope is not None:
            if {kept.id, gone.id} <= {party.organisation_id for party in scope.parties}:
                raise UserError("merge_both_parties", title=agreement.title)
            scope = replace(scope, parties=_pointing(scope.parties, kept.id, gone.id))
        work.agreement_versions.put(replace(version, representatives=representatives, scope=scope))
    for commitment in work.commitments.where("agreement_id", agreement.id):
        if commitment.organisation_id == gone.id:
            work.commitments.put(replace(commitment, organisation_id=kept.id))


def _pointing(parts: Iterable[Any], kept: UUID, gone: UUID) -> tuple[Any, ...]:
    """The parts of a record; those that point to the one that goes point to the other."""
    return tuple(
        replace(part, organisation_id=kept) if part.organisation_id == gone else part
        for part in parts
    )


def _move_skills(work: UnitOfWork, owner: str, kept: UUID, gone: UUID) -> None:
    """The skills of both, each once; ``owner``: which of a skill's fields names its owner."""
    there = {_skill_key(skill) for skill in work.skills.where(owner, kept)}
    for skill in work.skills.where(owner, gone):
        if _skill_key(skill) in there:
            work.skills.remove(skill)
            continue
        moved: dict[str, Any] = {owner: kept}
        work.skills.put(replace(skill, **moved))


def _skill_key(skill: Skill) -> tuple[str, str]:
    return skill.name.casefold(), skill.direction
