"""Who is elected (docs/decisions/0015-elections.md)."""

from dataclasses import dataclass

from liaison_desktop.domain.committees import MajorityBase
from liaison_desktop.domain.decisions import Candidate, Counts, Decision, Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What a ballot between candidates gave.

    Attributes:
        elected: their names, the most votes first.
        required: votes that a candidate needs.
        places: how many were to be elected.
    """

    elected: tuple[str, ...]
    required: int
    places: int

    @property
    def open_places(self) -> int:
        """How many places nobody was elected to: a further ballot is needed."""
        return self.places - len(self.elected)


def count_ballot(decision: Decision, counts: Counts, voters: int, majority: MajorityBase) -> Ballot:
    """Who of the candidates is elected: whoever has the majority, the most votes first.

    The majority is more than half of the voters present, or of the ballots with a name, whichever
    the committee's rules compare with; in a further ballot the most votes are enough. Where two
    have as many votes for the last place, neither has it. By consensus all are elected, if there
    are places for all.
    """
    required = 1
    if decision.method is not Method.CONSENSUS and not decision.most_votes_suffice:
        base = voters if majority is MajorityBase.MEMBERS_PRESENT else counts.votes_for
        required = base // 2 + 1
    return Ballot(elected=_elected(decision, required), required=required, places=decision.places)


def _elected(decision: Decision, required: int) -> tuple[str, ...]:
    if decision.method is Method.CONSENSUS:
        agreed = decision.candidates if len(decision.candidates) <= decision.places else ()
        return tuple(candidate.name for candidate in agreed)
    ranked = ranking(decision.candidates)
    enough = [candidate for candidate in ranked if candidate.votes >= required]
    if len(enough) > decision.places:
        first_out = enough[decision.places].votes
        enough = [one for one in enough[: decision.places] if one.votes > first_out]
    return tuple(candidate.name for candidate in enough)


def ranking(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, the most votes first; as they stood on the ballot where votes are even."""
    return tuple(sorted(candidates, key=lambda candidate: -candidate.votes))
