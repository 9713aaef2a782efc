"""What is known here and not in committee files: a file that is read again must not undo it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.audit import later_fields
from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.domain.retention import emptied
from liaison_desktop.domain.seats import Membership, Seat

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")


def keeping(known: Record | None, told: Record) -> Record:
    """A record as a file tells it, with the fields that files do not carry as they are known."""
    if known is None:
        return told
    kept: dict[str, Any] = {name: getattr(known, name) for name in later_fields(told)}
    return replace(told, **kept)


def keep_person(work: UnitOfWork, told: Person) -> Person:
    """A person of a file; what was erased or merged here does not come back with it."""
    known = work.people.person(told.id)
    kept = keeping(known, told)
    gone = kept.erased_on is not None or kept.merged_into is not None
    return emptied(kept) if gone else kept


def keep_organisation(work: UnitOfWork, told: Organisation) -> Organisation:
    """An organisation of a file."""
    return keeping(work.people.organisation(told.id), told)


def keep_seat(work: UnitOfWork, told: Seat) -> Seat:
    """A seat of a file; it belongs to the organisation that its own was merged into."""
    kept = keeping(work.people.seat(told.id), told)
    return replace(kept, organisation_id=_merged_organisation(work, kept.organisation_id))


def keep_membership(work: UnitOfWork, told: Membership) -> Membership:
    """A membership of a file; one that was ended here stays so, as does whom a person is."""
    known = work.people.membership(told.id)
    kept = replace(keeping(known, told), person_id=_merged_person(work, told.person_id))
    if known is not None and known.end_reason is not None:
        return replace(kept, end=known.end)
    return kept


def keep_agreement(work: UnitOfWork, told: Agreement) -> Agreement:
    """An agreement of a file; its parties are the organisations that theirs were merged into."""
    kept = keeping(work.agreements.get(told.id), told)
    parties = tuple(
        replace(
            party,
            organisation_id=_merged_organisation(work, party.organisation_id)
            or party.organisation_id,
        )
        for party in kept.parties
    )
    return replace(kept, parties=parties)


def _merged_person(work: UnitOfWork, person_id: UUID) -> UUID:
    known = work.people.person(person_id)
    return known.merged_into if known and known.merged_into else person_id


def _merged_organisation(work: UnitOfWork, organisation_id: UUID | None) -> UUID | None:
    known = work.people.organisation(organisation_id) if organisation_id else None
    return known.merged_into if known and known.merged_into else organisation_id
