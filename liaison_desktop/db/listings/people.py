"""Lists of people and organisations, by name."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.listings.paging import Listing, contains
from liaison_desktop.db.mapping.people import person_of
from liaison_desktop.db.mapping.values import native_of
from liaison_desktop.db.tables import committee, membership, organisation, person, seat
from liaison_desktop.domain.listings import OrganisationRow, PersonRow
from liaison_desktop.domain.seats import Capacity, Role


def person_listing() -> Listing[PersonRow]:
    """Everybody, with the membership that runs longest; searched by organisation too."""
    organisation_name = sa.func.coalesce(organisation.c.name, "")
    query = (
        sa.select(
            person,
            committee.c.city,
            organisation_name.label("organisation"),
            seat.c.constituency,
            seat.c.voting,
            membership.c.role,
            membership.c.capacity,
            membership.c.end,
        )
        .join_from(person, committee)
        .outerjoin(membership, membership.c.id == _longest_membership())
        .outerjoin(seat, seat.c.id == membership.c.seat_id)
        .outerjoin(organisation, organisation.c.id == seat.c.organisation_id)
    )
    return Listing(
        query=query,
        table=person,
        listed=person.c.merged_into.is_(None),
        holds=_person_or_organisation_holds,
        make=_person_row,
    )


def organisation_listing() -> Listing[OrganisationRow]:
    """All organisations with the number of seats they hold."""
    seats = (
        sa.select(sa.func.count())
        .where(seat.c.organisation_id == organisation.c.id, seat.c.closed_on.is_(None))
        .scalar_subquery()
    )
    query = sa.select(organisation, committee.c.city, seats.label("seats")).join_from(
        organisation, committee
    )
    return Listing(
        query=query,
        table=organisation,
        listed=organisation.c.merged_into.is_(None),
        make=_organisation_row,
    )


def _person_or_organisation_holds(word: str) -> sa.ColumnElement[bool]:
    """Whether a person's names hold a word, or those of an organisation the person ever sat for."""
    sat_for = (
        sa.select(membership.c.person_id)
        .join_from(membership, seat, seat.c.id == membership.c.seat_id)
        .join(organisation, organisation.c.id == seat.c.organisation_id)
        .where(contains(organisation.c.folded, word))
    )
    return sa.or_(contains(person.c.folded, word), person.c.id.in_(sat_for))


def _longest_membership() -> sa.ScalarSelect[Any]:
    candidate = membership.alias("candidate")
    return (
        sa.select(candidate.c.id)
        .where(candidate.c.person_id == person.c.id)
        .order_by(
            candidate.c.end.desc().nulls_first(),
            candidate.c.start.desc().nulls_last(),
            candidate.c.id.desc(),
        )
        .limit(1)
        .scalar_subquery()
    )


def _person_row(row: sa.Row[Any]) -> PersonRow:
    name = native_of(row)
    return PersonRow(
        id=row.id,
        committee_id=row.committee_id,
        city=row.city,
        name=person_of(row).full_name,
        name_native="" if name is None else name.text,
        organisation=row.organisation,
        constituency=row.constituency,
        role=row.role or Role.MEMBER,
        substitute=row.capacity is Capacity.SUBSTITUTE,
        voting=bool(row.voting),
        term_end=row.end,
    )


def _organisation_row(row: sa.Row[Any]) -> OrganisationRow:
    name = native_of(row)
    return OrganisationRow(
        id=row.id,
        committee_id=row.committee_id,
        city=row.city,
        name=row.name,
        name_native="" if name is None else name.text,
        constituency=row.constituency,
        seats=row.seats,
    )
