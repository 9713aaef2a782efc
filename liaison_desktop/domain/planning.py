"""Planning a meeting: until when the members must be called, and what the agenda takes up again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import Action, ActionStatus, Outcome
from liaison_desktop.domain.meetings import Call, Meeting, MeetingState
from liaison_desktop.domain.quorum import quorum_of
from liaison_desktop.domain.voting import decide

_SETTLED = frozenset({Outcome.ADOPTED, Outcome.REJECTED, Outcome.NOTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePeriod:
    """How much time the members have between the call and the meeting.

    Attributes:
        days: that the rules ask for.
        send_by: the last day on which the call is in time.
        sent_on: when it went out.
    """

    days: int
    send_by: date
    sent_on: date | None

    def late_on(self, today: date) -> bool:
        """Whether the call went out too late, or would on this day."""
        return (self.sent_on or today) > self.send_by

    def days_left(self, today: date) -> int:
        """Days until the last day; negative = it is past."""
        return (self.send_by - today).days


def notice_period(meeting: Meeting) -> NoticePeriod:
    """The notice period of a meeting by the rules it is held under.

    Between the day of the call and the day of the meeting lie as many days as the rules ask for
    (Hesse, § 58 HGO: at least three days; Denmark, Greece and Italy by the committee's own rules).
    """
    return NoticePeriod(
        days=meeting.rules.notice_days,
        send_by=meeting.date - timedelta(days=meeting.rules.notice_days),
        sent_on=meeting.convocation.sent_on,
    )


def duly_called(meeting: Meeting) -> bool:
    """Whether it is on record that the members were called, and in time."""
    period = notice_period(meeting)
    if period.sent_on is None:
        return bool(meeting.convocation.reference)
    return not period.late_on(period.sent_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """Something that was to be done and is not, with where it was agreed."""

    action: Action
    meeting: Meeting
    responsible: str


def unapproved(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The held meetings whose minutes no later meeting approves, oldest first.

    What was held before the newest approved minutes counts as approved, and where none ever were,
    all but the last meeting: registers begin somewhere.
    """
    known = sorted(meetings, key=lambda meeting: meeting.date)
    approved = {
        item.approves_id
        for meeting in known
        for item in meeting.items
        if item.approves_id and approves(meeting, item)
    }
    held = [meeting for meeting in known if meeting.state is MeetingState.HELD]
    places = (place for place, meeting in enumerate(held) if meeting.id in approved)
    newest = max(places, default=len(held) - 2)
    return tuple(held[newest + 1 :])


def left_over(
    meetings: Iterable[Meeting], taken: Collection[UUID]
) -> tuple[tuple[Meeting, AgendaItem], ...]:
    """The items that were postponed and that no other meeting took up, oldest first.

    ``taken``: ids of the items that a meeting took up which was not cancelled.
    """
    known = sorted(meetings, key=lambda meeting: meeting.date)
    return tuple(
        (meeting, item)
        for meeting in known
        for item in meeting.items
        if _is_left_over(meeting, item) and item.id not in taken
    )


def open_actions(meetings: Iterable[Meeting]) -> tuple[OpenAction, ...]:
    """What is not done yet, by the day it is due."""
    found = [
        OpenAction(action=action, meeting=meeting, responsible=responsible_for(action, meeting))
        for meeting in meetings
        for item in meeting.items
        for action in item.actions
        if action.status is ActionStatus.OPEN
    ]
    return tuple(sorted(found, key=lambda one: (one.action.due or date.max, one.meeting.date)))


def responsible_for(action: Action, meeting: Meeting) -> str:
    """Who is to do something, in the names of the meeting that agreed on it."""
    if action.organisation or action.seat_id is None:
        return action.organisation
    return next((a.full_name for a in meeting.attendees if a.seat_id == action.seat_id), "")


def taken_up(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    """New items that take up postponed ones where they were left; each stands for itself."""
    for item in items:
        yield replace(_anew(item), depth=0)


def second_call_possible(meeting: Meeting) -> bool:
    """Whether the members can be called a second time: they came too few to the first call."""
    return (
        meeting.state is MeetingState.HELD
        and meeting.call is Call.FIRST
        and not quorum_of(meeting).established
    )


def called_again(first: Meeting, taken: Collection[UUID]) -> tuple[AgendaItem, ...]:
    """New items for what a meeting did not decide, in its order and one below the other as there.

    ``taken``: ids of the items that a meeting took up already, which are left out.
    """
    return tuple(
        _anew(item) for item in first.items if item.id not in taken and not _decided(first, item)
    )


def approval_item(title: str, meeting_id: UUID) -> AgendaItem:
    """The item by which the minutes of a meeting are approved."""
    return AgendaItem(id=uuid7(), no=1, title=title, kind=ItemKind.APPROVAL, approves_id=meeting_id)


def _anew(item: AgendaItem) -> AgendaItem:
    """A new item in the place of another, without what was said and done under that one."""
    return replace(
        item,
        id=uuid7(),
        discussion="",
        decision=None,
        further_decisions=(),
        actions=(),
        recused=(),
        started=None,
        late=False,
        postponed=False,
        continues_id=item.id,
    )


def _decided(meeting: Meeting, item: AgendaItem) -> bool:
    return any(decide(each, meeting, item.no).outcome in _SETTLED for each in item.decisions)


def approves(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether the minutes that an item puts up are approved by it, or still to be."""
    if meeting.state is MeetingState.CANCELLED or item.postponed:
        return False
    if meeting.state is not MeetingState.HELD:
        return True
    outcomes = {decide(each, meeting, item.no).outcome for each in item.decisions}
    return Outcome.ADOPTED in outcomes


def _is_left_over(meeting: Meeting, item: AgendaItem) -> bool:
    if meeting.state is not MeetingState.HELD:
        return False
    adjourned = any(
        decide(each, meeting, item.no).outcome is Outcome.ADJOURNED for each in item.decisions
    )
    return item.postponed or adjourned
