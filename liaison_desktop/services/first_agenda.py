"""The agenda a new meeting begins with: what comes in by itself, and the usual items around it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.meeting_templates import MeetingTemplate, items_from
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.planning import (
    approval_item,
    left_over,
    open_actions,
    taken_up,
    unapproved,
)
from liaison_desktop.i18n.agenda_template import AgendaTemplate


class AgendaSource(StrEnum):
    """What a new agenda begins with."""

    USUAL = "usual"
    LAST_MEETING = "last_meeting"
    EMPTY = "empty"


_NOT_AGAIN = frozenset({ItemKind.APPROVAL})


def first_agenda(
    work: UnitOfWork,
    meeting: Meeting,
    source: AgendaSource | MeetingTemplate,
    template: AgendaTemplate,
) -> tuple[AgendaItem, ...]:
    """Approvals, announcements, how far actions are, what was postponed, and the usual end.

    ``source``: what it begins with; the committee's own template stands behind what comes in by
    itself.
    """
    earlier = tuple(other_meetings(work, meeting))
    usual = source is AgendaSource.USUAL
    return (
        *(approval_item(template.approval(held), held.id) for held in unapproved(earlier)),
        *(_items(template.first(meeting.kind)) if usual else ()),
        *_follow_up(earlier, template),
        *taken_up(item for _meeting, item in left_over(earlier)),
        *(_again(earlier) if source is AgendaSource.LAST_MEETING else ()),
        *(items_from(source) if isinstance(source, MeetingTemplate) else ()),
        *(_items(template.last()) if usual else ()),
    )


def other_meetings(work: UnitOfWork, meeting: Meeting) -> Iterator[Meeting]:
    """All other meetings of its committee."""
    for meeting_id in work.meetings.of_committee(meeting.committee_id):
        one = work.meetings.get(meeting_id)
        if one is not None and one.id != meeting.id:
            yield one


def _items(titles: Iterable[tuple[str, ItemKind]]) -> Iterator[AgendaItem]:
    for title, kind in titles:
        yield AgendaItem(id=uuid7(), no=1, title=title, kind=kind)


def _follow_up(earlier: tuple[Meeting, ...], template: AgendaTemplate) -> Iterator[AgendaItem]:
    actions = open_actions(earlier)
    if actions:
        yield AgendaItem(
            id=uuid7(),
            no=1,
            title=template.open_actions(),
            kind=ItemKind.INFORMATION,
            discussion="\n".join(f"- {template.open_action(action)}" for action in actions),
        )


def _again(earlier: tuple[Meeting, ...]) -> Iterator[AgendaItem]:
    """The titles of the last meeting that was held."""
    held = [meeting for meeting in earlier if meeting.state is MeetingState.HELD]
    last = max(held, key=lambda meeting: meeting.date, default=None)
    for item in last.items if last else ():
        if item.kind not in _NOT_AGAIN:
            yield replace(
                AgendaItem(id=uuid7(), no=1, title=item.title, kind=item.kind),
                depth=item.depth,
                closed=item.closed,
                minutes_allotted=item.minutes_allotted,
                presenter=item.presenter,
            )
