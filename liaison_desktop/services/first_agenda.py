"""The agenda a new meeting begins with: what comes in by itself, and the usual items around it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import VOTED_ON, AgendaItem, ItemKind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.meeting_templates import MeetingTemplate, items_from
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.planning import (
    approval_item,
    approves,
    left_over,
    open_actions,
    taken_up,
    unapproved,
)
from liaison_desktop.i18n.agenda_template import AgendaTemplate
from liaison_desktop.services.required import required


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

    Approvals that were postponed come in with the other minutes that are not approved. In writing
    only what is put to the vote; the rest waits for the next meeting. ``source``: what it begins
    with; the committee's own template stands behind what comes in by itself.
    """
    items = _first_items(work, meeting, source, template)
    return tuple(item for item in items if item.kind in VOTED_ON or not meeting.in_writing)


def _first_items(
    work: UnitOfWork,
    meeting: Meeting,
    source: AgendaSource | MeetingTemplate,
    template: AgendaTemplate,
) -> tuple[AgendaItem, ...]:
    earlier = _earlier(work, meeting.committee_id)
    taken = work.history.taken_up(meeting.committee_id)
    usual = source is AgendaSource.USUAL
    return (
        *(approval_item(template.approval(held), held.id) for held in unapproved(earlier)),
        *(_items(template.first(meeting.kind)) if usual else ()),
        *_follow_up(earlier, template),
        *taken_up(item for _meeting, item in left_over(earlier, taken) if not item.approves_id),
        *(_again(earlier) if source is AgendaSource.LAST_MEETING else ()),
        *(items_from(source) if isinstance(source, MeetingTemplate) else ()),
        *(_items(template.last()) if usual else ()),
    )


def _earlier(work: UnitOfWork, committee_id: UUID) -> tuple[Meeting, ...]:
    """The meetings from which something may come in; all others were done with long ago."""
    wanted = {*_since_approval(work, committee_id), *work.history.unfinished(committee_id)}
    return tuple(
        required(work.meetings.get(meeting_id))
        for meeting_id in work.meetings.of_committee(committee_id)
        if meeting_id in wanted
    )


def _since_approval(work: UnitOfWork, committee_id: UUID) -> tuple[UUID, ...]:
    """The meetings from the newest approved one on, and who approves it; if none is, the last."""
    held = work.history.held(committee_id)
    approving = work.history.approving(committee_id)
    for place, meeting_id in enumerate(held):
        by = approving.get(meeting_id, ())
        if any(_approves(required(work.meetings.get(each)), meeting_id) for each in by):
            return (*held[: place + 1], *by)
    return held[:1]


def _approves(meeting: Meeting, meeting_id: UUID) -> bool:
    items = (item for item in meeting.items if item.approves_id == meeting_id)
    return any(approves(meeting, item) for item in items)


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
