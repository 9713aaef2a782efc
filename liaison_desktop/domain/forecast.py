"""Whether a meeting will be quorate, by what its members answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.domain.calling import Answer, Reply
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.quorum import quorum_needed
from liaison_desktop.domain.sheet import Attendee

_COMING = frozenset({Answer.ACCEPTED, Answer.DELEGATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Voting seats by what was answered for them.

    Attributes:
        coming: in person or by a substitute who was named.
        basis, required: as in ``QuorumNeeded``.
    """

    coming: int
    declined: int
    tentative: int
    silent: int
    basis: int
    required: int

    @property
    def least(self) -> int:
        """How many come if nobody else does."""
        return self.coming

    @property
    def most(self) -> int:
        """How many come if everybody does who has not declined."""
        return self.coming + self.tentative + self.silent

    @property
    def certain(self) -> bool:
        """Whether enough have said that they come."""
        return self.least >= self.required

    @property
    def lost(self) -> bool:
        """Whether there can be no quorum any more, unless substitutes are named."""
        return self.most < self.required

    @property
    def missing(self) -> int:
        """How many more it takes."""
        return max(0, self.required - self.coming)

    @property
    def answered(self) -> bool:
        """Whether anybody has answered at all."""
        return bool(self.coming or self.declined or self.tentative)


def answers_by_seat(replies: Iterable[Reply]) -> dict[UUID, Reply]:
    """The answer of each seat that gave one."""
    return {reply.seat_id: reply for reply in replies}


def forecast(
    meeting: Meeting, sheet: Iterable[Attendee], answers: Mapping[UUID, Reply]
) -> Forecast:
    """The forecast by the seats of the day; vacant seats can bring nobody."""
    voting = [attendee.seat_id for attendee in sheet if attendee.voting]
    given = [answers[seat].answer for seat in voting if seat in answers]
    needed = quorum_needed(
        meeting.rules, meeting.call, filled=len(voting), provided=meeting.seat_count
    )
    return Forecast(
        coming=sum(answer in _COMING for answer in given),
        declined=given.count(Answer.DECLINED),
        tentative=given.count(Answer.TENTATIVE),
        silent=len(voting) - len(given),
        basis=needed.basis,
        required=needed.required,
    )
