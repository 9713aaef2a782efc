"""Seats and who fills them: appointments, ends of terms, offices, and how the whole stands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.appointments import ended, hindrance, with_role
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Capacity, EndReason, Membership, Role, Seat
from liaison_desktop.services.attachments import attach, read_attachment
from liaison_desktop.services.composition import Composition, composition_of
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

_MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSeats:
    """Make seats for a constituency, for one organisation or for none yet."""

    committee_id: UUID
    constituency: Constituency
    organisation_id: UUID | None = None
    voting: bool = True
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseSeat:
    """Do away with a seat; whoever sits in it leaves it the day before."""

    seat_id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint:
    """Give a seat to a person for a term, or name a substitute for its holder.

    Attributes:
        appointed_by: by whom or by which resolution.
        on_behalf_of: the organisation spoken for, where it is not that of the seat.
        appointment: the paper of the appointment, which is kept in the store.
    """

    seat_id: UUID
    person_id: UUID | None
    capacity: Capacity = Capacity.HOLDER
    role: Role = Role.MEMBER
    start: date
    end: date | None = None
    appointed_by: str = ""
    on_behalf_of: UUID | None = None
    appointment: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachAppointment:
    """Keep the paper by which somebody was appointed."""

    membership_id: UUID
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMembership:
    """End a membership with its last day; it is kept for ever."""

    membership_id: UUID
    on: date
    reason: EndReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRole:
    """Give the holder of a seat another office from a day on; the history keeps the old one."""

    membership_id: UUID
    role: Role
    start: date


class SeatService:
    """Use cases on seats and memberships."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def composition(self, committee_id: UUID, on: date) -> Composition:
        """All seats of a committee on a day, with what is not as it should be."""
        with self._store.read() as reading:
            return composition_of(reading, committee_id, on)

    def add(self, command: AddSeats) -> Changes:
        """Make seats.

        Raises:
            UserError: ``seats_too_many``.
        """
        if not 1 <= command.count <= _MOST_AT_ONCE:
            raise UserError("seats_too_many", most=_MOST_AT_ONCE)
        with self._store.write("add_seats", self._actor) as work:
            taken = {seat.key for seat in work.people.seats(command.committee_id)}
            for key in _free_keys(taken, command.count):
                work.people.put_seat(
                    Seat(
                        id=uuid7(),
                        committee_id=command.committee_id,
                        key=key,
                        constituency=command.constituency,
                        organisation_id=command.organisation_id,
                        voting=command.voting,
                    )
                )
            return self._undo.commit(work, "add_seats")

    def close(self, command: CloseSeat) -> Changes:
        """Do away with a seat from a day on."""
        with self._store.write("close_seat", self._actor) as work:
            seat = required(work.people.seat(command.seat_id))
            last = command.on - timedelta(days=1)
            for membership in _terms(work, seat):
                if membership.end is None or membership.end >= command.on:
                    _end_with_seat(work, membership, last)
            work.people.put_seat(replace(seat, closed_on=command.on))
            return self._undo.commit(work, "close_seat")

    def appoint(self, command: Appoint) -> Changes:
        """Give a seat to a person.

        Raises:
            UserError: ``membership_reversed``, ``seat_taken``, ``person_seated_elsewhere``,
                ``role_taken``, ``substitute_in_office``, ``nobody_chosen``,
                ``seat_closed_then``;
                ``attachment_too_large`` and what reading a file raises.
        """
        if command.person_id is None:
            raise UserError("nobody_chosen")
        paper = command.appointment
        content = read_attachment(paper) if paper else b""
        with self._store.write("appoint", self._actor) as work:
            seat = required(work.people.seat(command.seat_id))
            membership = Membership(
                id=uuid7(),
                committee_id=seat.committee_id,
                seat_id=seat.id,
                person_id=command.person_id,
                capacity=command.capacity,
                role=command.role,
                start=command.start,
                end=command.end,
                appointed_by=command.appointed_by,
                on_behalf_of=command.on_behalf_of,
                appointment_id=attach(work, seat.committee_id, paper, content) if paper else None,
            )
            if seat.closed_on and (membership.end is None or membership.end >= seat.closed_on):
                raise UserError("seat_closed_then", day=seat.closed_on)
            _require_free(work, membership)
            work.people.put_membership(membership)
            return self._undo.commit(work, "appoint")

    def attach_appointment(self, command: AttachAppointment) -> Changes:
        """Keep the paper of an appointment; one that is there already is replaced by it.

        Raises:
            UserError: ``attachment_too_large`` and what reading a file raises.
        """
        content = read_attachment(command.path)
        with self._store.write("attach_appointment", self._actor) as work:
            membership = required(work.people.membership(command.membership_id))
            paper = attach(work, membership.committee_id, command.path, content)
            work.people.put_membership(replace(membership, appointment_id=paper))
            return self._undo.commit(work, "attach_appointment")

    def end(self, command: EndMembership) -> Changes:
        """End a membership.

        Raises:
            UserError: ``membership_reversed``; ``seat_taken`` and its kin, if it would last longer.
        """
        with self._store.write("end_membership", self._actor) as work:
            membership = required(work.people.membership(command.membership_id))
            if membership.start and command.on < membership.start:
                raise UserError("membership_reversed")
            after = ended(membership, command.on, command.reason)
            _require_free(work, after)
            work.people.put_membership(after)
            return self._undo.commit(work, "end_membership")

    def change_role(self, command: ChangeRole) -> Changes:
        """Give somebody another office from a day on.

        Raises:
            UserError: ``role_taken``, ``membership_reversed``.
        """
        with self._store.write("change_role", self._actor) as work:
            membership = required(work.people.membership(command.membership_id))
            if membership.start == command.start:
                after = replace(membership, role=command.role)
                _require_free(work, after)
                work.people.put_membership(after)
            else:
                before, following = with_role(membership, command.role, command.start)
                if before.start and before.end and before.end < before.start:
                    raise UserError("membership_reversed")
                after = replace(following, id=uuid7())
                work.people.put_membership(before)
                _require_free(work, after)
                work.people.put_membership(after)
            return self._undo.commit(work, "change_role")


def _terms(reading: Reading | UnitOfWork, seat: Seat) -> tuple[Membership, ...]:
    memberships = reading.people.memberships(seat.committee_id)
    return tuple(membership for membership in memberships if membership.seat_id == seat.id)


def _end_with_seat(work: UnitOfWork, membership: Membership, last: date) -> None:
    """A term ends with its seat; one that would only have begun afterwards never was."""
    if membership.start and membership.start > last:
        work.people.remove_membership(membership)
    else:
        work.people.put_membership(ended(membership, last, EndReason.SEAT_CLOSED))


def _require_free(work: UnitOfWork, membership: Membership) -> None:
    found = hindrance(membership, work.people.memberships(membership.committee_id))
    if found is None:
        return
    other = found.other and work.people.person(found.other.person_id)
    raise UserError(found.obstacle.value, name=other.full_name if other else "")


def _free_keys(taken: set[str], count: int) -> list[str]:
    """The next free names of seats: m1, m2 ..."""
    keys: list[str] = []
    number = 1
    while len(keys) < count:
        key = f"m{number}"
        if key not in taken:
            keys.append(key)
        number += 1
    return keys
