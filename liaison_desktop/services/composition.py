"""How a committee is composed on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.committees import Committee, RulesVersion
from liaison_desktop.domain.composition import (
    CompositionWarning,
    ConstituencyShare,
    shares,
    warnings,
)
from liaison_desktop.domain.people import Organisation
from liaison_desktop.domain.roster import RosterSeat, roster_on, terms_by_seat
from liaison_desktop.domain.seats import Membership
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """How a committee is composed on a day.

    Attributes:
        terms: of every seat on the roster, running and past, oldest first.
        names: in full, of those who sit in it or once did.
        organisations: of the committee, by name.
        rules: in force on the day.
        versions: of the rules, oldest first.
    """

    committee: Committee
    roster: tuple[RosterSeat, ...]
    shares: tuple[ConstituencyShare, ...]
    warnings: tuple[CompositionWarning, ...]
    terms: dict[UUID, tuple[Membership, ...]]
    names: dict[UUID, str]
    organisations: tuple[Organisation, ...]
    rules: RulesVersion | None
    versions: tuple[RulesVersion, ...]

    def name(self, membership: Membership) -> str:
        """Full name of whoever holds a membership."""
        return self.names[membership.person_id]


def composition_of(reading: Reading, committee_id: UUID, on: date) -> Composition:
    """All seats of a committee on a day, with what is not as it should be."""
    committee = required(reading.committees.get(committee_id))
    seats = reading.people.seats(committee_id)
    memberships = reading.people.memberships(committee_id)
    names = reading.people.names_of_seated(committee_id)
    organisations = reading.people.organisations(committee_id)
    rules = reading.committees.rules_on(committee_id, on)
    versions = reading.committees.rules_versions(committee_id)
    roster = roster_on(
        on, seats=seats, memberships=memberships, people=names, organisations=organisations
    )
    terms = terms_by_seat(memberships)
    return Composition(
        committee=committee,
        roster=roster,
        shares=shares(committee, roster),
        warnings=warnings(committee, roster, on),
        terms={seat.seat_id: terms.get(seat.seat_id, ()) for seat in roster},
        names={each.id: each.full_name for each in names},
        organisations=tuple(each for each in organisations if each.merged_into is None),
        rules=rules,
        versions=versions,
    )
