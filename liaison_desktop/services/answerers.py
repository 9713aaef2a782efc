"""Whose answer a reply is: found by the address that was written to, or one that is known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.calling import Answer, Reply
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.invitees import Invitee, mail_addresses
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.services.invitations import invitees_of

if TYPE_CHECKING:
    from liaison_desktop.exchange.calendar_replies import CalendarAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Who answers for which seat.

    Attributes:
        substitute: full name of who stands in, where a substitute answers; empty as a rule.
        known: names of the seat's substitutes by their addresses.
    """

    holder: Invitee
    substitute: str
    known: dict[str, str]

    def said(self, given: "CalendarAnswer", before: Reply | None) -> tuple[Answer, str]:
        """What the answer means for the seat, and who comes instead.

        A substitute who accepts represents the seat; one who declines leaves it as it was, unless
        this very substitute had been named.

        Raises:
            UserError: ``reply_of_substitute``.
        """
        if not self.substitute:
            if given.delegate is None:
                return given.answer, ""
            named = self.known.get(given.delegate.address) or given.delegate.name
            return Answer.DELEGATED, named or given.delegate.address
        if given.answer in (Answer.ACCEPTED, Answer.TENTATIVE):
            if before is not None and before.answer is Answer.ACCEPTED:
                raise UserError("reply_of_substitute", name=self.substitute)
            tentative = given.answer is Answer.TENTATIVE
            return (Answer.TENTATIVE, "") if tentative else (Answer.DELEGATED, self.substitute)
        if before is not None and before.substitute == self.substitute:
            return Answer.DECLINED, ""
        raise UserError("reply_of_substitute", name=self.substitute)


def seat_answered(work: UnitOfWork, meeting: Meeting, given: "CalendarAnswer") -> Answerer:
    """The seat for which somebody answers.

    Raises:
        UserError: ``reply_from_stranger``; ``reply_ambiguous``, several share the address and no
            name tells them apart.
    """
    invitees = invitees_of(work, meeting)
    by_address = _by_address(work, meeting, invitees)
    found = by_address.get(given.who.address, ())
    if not found and given.delegated_from:
        found = tuple(one for one in by_address.get(given.delegated_from, ()) if not one.substitute)
        named = given.who.name or given.who.address
        if found:
            return _answerer(_only(found, given), named, invitees)
    if not found:
        raise UserError("reply_from_stranger", address=given.who.address)
    answering = _only(found, given)
    return _answerer(answering, answering.name if answering.substitute else "", invitees)


def _answerer(answering: Invitee, substitute: str, invitees: tuple[Invitee, ...]) -> Answerer:
    same = [one for one in invitees if one.seat_id == answering.seat_id]
    return Answerer(
        holder=next(one for one in same if not one.substitute),
        substitute=substitute,
        known={one.address.lower(): one.name for one in same if one.substitute and one.address},
    )


def _only(found: tuple[Invitee, ...], given: "CalendarAnswer") -> Invitee:
    if len(found) == 1:
        return found[0]
    named = [one for one in found if one.name.casefold() == given.who.name.casefold()]
    if len(named) != 1:
        raise UserError("reply_ambiguous", address=given.who.address)
    return named[0]


def _by_address(
    work: UnitOfWork, meeting: Meeting, invitees: tuple[Invitee, ...]
) -> dict[str, tuple[Invitee, ...]]:
    """Who is reached by which address: those written to, and all that are known of them."""
    written = [
        (letter.seat_id, letter.name, letter.address.lower())
        for letter in work.letters.where("meeting_id", meeting.id)
    ]
    people = {person.id: person for person in work.people.seated(meeting.committee_id)}
    found: dict[str, tuple[Invitee, ...]] = {}
    for one in invitees:
        addresses = set(mail_addresses(people[one.person_id]))
        addresses |= {
            address for seat, name, address in written if (seat, name) == (one.seat_id, one.name)
        }
        for address in addresses:
            found[address] = (*found.get(address, ()), one)
    return found
