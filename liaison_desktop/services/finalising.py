"""What final minutes are: numbered in the committee's yearly series, locked from then on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, with_decisions
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.decisions import Decision, Outcome
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.numbering import format_number, next_number, read_number

# Only what the committee made up its mind on gets a number.
_NUMBERED = frozenset({Outcome.ADOPTED, Outcome.REJECTED})


class _Series:
    """One gapless series of a year."""

    def __init__(self, pattern: str, year: int, taken: Iterable[int]) -> None:
        self._pattern = pattern
        self._year = year
        self._next = next_number(taken)

    def give(self) -> str:
        number = format_number(self._pattern, self._next, self._year)
        self._next += 1
        return number


def finalised(
    meeting: Meeting,
    committee: Committee,
    *,
    taken: Iterable[int],
    decision_numbers: Iterable[str],
    action_numbers: Iterable[str],
) -> Meeting:
    """The meeting with final minutes: it, its decisions and actions get the year's next numbers."""
    number = next_number(taken)
    decisions = _Series(committee.decision_pattern, meeting.year, _numbers(decision_numbers))
    actions = _Series(committee.action_pattern, meeting.year, _numbers(action_numbers))
    decided = outcomes(meeting)
    return replace(
        meeting,
        number=number,
        label=format_number(committee.minutes_pattern, number, meeting.year),
        minutes_state=MinutesState.FINAL,
        items=tuple(_numbered(item, decided, decisions, actions) for item in meeting.items),
    )


def _numbers(printed: Iterable[str]) -> list[int]:
    read = (read_number(text) for text in printed)
    return [number.n for number in read if number]


def _gets_number(decision: Decision, decided: Mapping[UUID, Outcome]) -> bool:
    """What an amendment changed stands in the motion, which has the number."""
    known = decision.number or decision.amends_id
    return not known and decided.get(decision.id) in _NUMBERED


def _numbered(
    item: AgendaItem, decided: Mapping[UUID, Outcome], decisions: _Series, actions: _Series
) -> AgendaItem:
    numbered = tuple(
        replace(each, number=decisions.give()) if _gets_number(each, decided) else each
        for each in item.decisions
    )
    return replace(
        with_decisions(item, numbered),
        actions=tuple(
            action if action.number else replace(action, number=actions.give())
            for action in item.actions
        ),
    )
