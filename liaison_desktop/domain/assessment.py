"""What the rules make of a whole meeting, and who signs its minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.attendance import present_voters, voting_attendees
from liaison_desktop.domain.committees import SignatoryRule
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.quorum import Quorum, QuorumPoint, quorum_of, quorum_trail
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.domain.voting import Verdict, decide


class SignatoryFunction(StrEnum):
    """In which function somebody signs."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAssessment:
    """What the rules make of an agenda item.

    Attributes:
        present_voters: voting seats represented, the recused among them.
        verdicts: one for each of its decisions.
    """

    no: int
    present_voters: int
    quorate: bool
    verdicts: tuple[Verdict, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """What became of its first decision; ``None`` = it holds none."""
        return self.verdicts[0] if self.verdicts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the rules make of a meeting."""

    quorum: Quorum
    trail: tuple[QuorumPoint, ...]
    items: tuple[ItemAssessment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who signs the minutes.

    Attributes:
        field: name of the signature field: ``chair``, ``secretary``, ``member-1``, ``authority``
        name: of who sat in the seat: the substitute's, if there was one.
        substitute_for: name of the seat's holder, if a substitute signs.
    """

    field: str
    name: str
    function: SignatoryFunction
    seat_id: UUID
    substitute_for: str = ""


def assess(meeting: Meeting) -> Assessment:
    """Quorum, its course and the outcome of each item, from what was recorded alone."""
    quorum = quorum_of(meeting)
    items = []
    for item in meeting.items:
        present = len(present_voters(meeting, item.no))
        items.append(
            ItemAssessment(
                no=item.no,
                present_voters=present,
                quorate=present >= quorum.required,
                verdicts=tuple(decide(each, meeting, item.no) for each in item.decisions),
            )
        )
    return Assessment(quorum=quorum, trail=quorum_trail(meeting), items=tuple(items))


def outcomes(meeting: Meeting) -> dict[UUID, Outcome]:
    """The computed outcome of each decision of a meeting, by the decision's id."""
    return {
        decision.id: decide(decision, meeting, item.no).outcome
        for item in meeting.items
        for decision in item.decisions
    }


def signatories(meeting: Meeting) -> tuple[Signatory, ...]:
    """Who signs the minutes by the committee's rules, each once, in the order of the page.

    ``all_present`` is the chair and every voting seat that was represented at any time (Denmark,
    § 13 kommunestyrelsesloven); the secretary signs only where the rules say so. A meeting that is
    only planned has no sheet yet, so nobody signs.
    """
    sheet = {attendee.seat_id: attendee for attendee in meeting.attendees}
    functions: dict[UUID, SignatoryFunction] = {}
    for rule in meeting.rules.signatories:
        for seat, function in _called_upon(rule, meeting):
            if seat in sheet:
                functions.setdefault(seat, function)
    members = 0
    found = []
    for seat, function in functions.items():
        field = function.value
        if function is SignatoryFunction.MEMBER:
            members += 1
            field = f"{field}-{members}"
        found.append(_signatory(field, function, sheet[seat]))
    return tuple(found)


def certifiers(meeting: Meeting) -> tuple[Signatory, ...]:
    """Who vouches for an excerpt of the minutes: the secretary who took them, then the chair.

    Who was both signs once; a seat that is not on the sheet does not sign.
    """
    functions: dict[UUID, SignatoryFunction] = {}
    if meeting.secretary_seat_id:
        functions[meeting.secretary_seat_id] = SignatoryFunction.SECRETARY
    if meeting.chair_seat_id:
        functions.setdefault(meeting.chair_seat_id, SignatoryFunction.CHAIR)
    sheet = {attendee.seat_id: attendee for attendee in meeting.attendees}
    return tuple(
        _signatory(function.value, function, sheet[seat])
        for seat, function in functions.items()
        if seat in sheet
    )


def _called_upon(rule: SignatoryRule, meeting: Meeting) -> Iterator[tuple[UUID, SignatoryFunction]]:
    chair, secretary = meeting.chair_seat_id, meeting.secretary_seat_id
    if rule in (SignatoryRule.CHAIR, SignatoryRule.ALL_PRESENT) and chair:
        yield chair, SignatoryFunction.CHAIR
    if rule is SignatoryRule.SECRETARY and secretary:
        yield secretary, SignatoryFunction.SECRETARY
    if rule is SignatoryRule.ALL_PRESENT:
        # Who signs as secretary by another rule does not sign once more as a member.
        elsewhere = secretary if SignatoryRule.SECRETARY in meeting.rules.signatories else None
        for member in _members_there(meeting):
            if member.seat_id != elsewhere:
                yield member.seat_id, SignatoryFunction.MEMBER
    if rule is SignatoryRule.ONE_MORE_MEMBER:
        for member in _one_more_member(meeting):
            yield member.seat_id, SignatoryFunction.MEMBER
    if rule is SignatoryRule.LOCAL_AUTHORITY:
        for seat in _of_the_authority(meeting):
            yield seat.seat_id, SignatoryFunction.AUTHORITY


def _members_there(meeting: Meeting) -> tuple[Attendee, ...]:
    return tuple(attendee for attendee in voting_attendees(meeting) if attendee.was_there)


def _one_more_member(meeting: Meeting) -> tuple[Attendee, ...]:
    """The first member of another constituency than the chair's, else the first of the chair's own.

    Styria wants a member of another group (§ 60a GemO); nobody, if only chair and secretary came.
    """
    officers = (meeting.chair_seat_id, meeting.secretary_seat_id)
    own = {a.constituency for a in meeting.attendees if a.seat_id == meeting.chair_seat_id}
    others = [member for member in _members_there(meeting) if member.seat_id not in officers]
    return tuple(sorted(others, key=lambda member: member.constituency in own)[:1])


def _of_the_authority(meeting: Meeting) -> tuple[Attendee, ...]:
    """The first who was there for a local authority and is neither chair nor secretary."""
    officers = (meeting.chair_seat_id, meeting.secretary_seat_id)
    there = (each for each in meeting.attendees if each.was_there)
    found = (each for each in there if each.constituency is Constituency.LOCAL_AUTHORITY)
    return tuple(each for each in found if each.seat_id not in officers)[:1]


def _signatory(field: str, function: SignatoryFunction, attendee: Attendee) -> Signatory:
    return Signatory(
        field=field,
        name=attendee.present_name,
        function=function,
        seat_id=attendee.seat_id,
        substitute_for=attendee.full_name if attendee.substitute else "",
    )
