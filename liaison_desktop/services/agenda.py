"""The agenda of a meeting: items come, go, change places, and are left to a later meeting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.agenda_order import block_of, indented, moved, shifted, with_items
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.people import NativeText
from liaison_desktop.services.attachments import attach, read_attachment
from liaison_desktop.services.meeting_changes import MeetingChanges, changeable, item_of, keep

_LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlan:
    """What is said of an item before it is dealt with.

    Attributes:
        titles: in other languages than the papers'.
    """

    title: str
    kind: ItemKind = ItemKind.DISCUSSION
    closed: bool = False
    proposer: str = ""
    presenter: str = ""
    minutes_allotted: int | None = None
    titles: tuple[NativeText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem:
    """Put an item on the agenda, behind another and as deep as it, or at the end."""

    meeting_id: UUID
    plan: ItemPlan
    behind: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditItem:
    """Say something else of an item."""

    meeting_id: UUID
    item_id: UUID
    plan: ItemPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem:
    """Put an item with all below it before another; ``None`` = to the end."""

    meeting_id: UUID
    item_id: UUID
    before: UUID | None


def plan_of(item: AgendaItem) -> ItemPlan:
    """What is said of an item now."""
    return ItemPlan(
        title=item.title,
        kind=item.kind,
        closed=item.closed,
        proposer=item.proposer,
        presenter=item.presenter,
        minutes_allotted=item.minutes_allotted,
        titles=item.titles,
    )


class AgendaService:
    """Use cases on the agenda."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._changes = changes

    def add(self, command: AddItem) -> Changes:
        """Put an item on the agenda; after the call went out it is marked as late.

        Raises:
            UserError: ``item_needs_title``, ``item_minutes``.
        """
        plan = _sensible(command.plan)

        def change(meeting: Meeting) -> Meeting:
            made = _planned(AgendaItem(id=uuid7(), no=1, title="", kind=plan.kind), plan)
            late = meeting.state not in (MeetingState.PLANNED, MeetingState.CANCELLED)
            return with_items(
                meeting, _put(meeting.items, replace(made, late=late), command.behind)
            )

        return self._changes.apply(command.meeting_id, "add_item", change)

    def edit(self, command: EditItem) -> Changes:
        """Say something else of an item.

        Raises:
            UserError: ``item_needs_title``, ``item_minutes``, ``item_gone``.
        """
        plan = _sensible(command.plan)
        return self._change_item(
            command.meeting_id, command.item_id, "edit_item", lambda item: _planned(item, plan)
        )

    def move(self, command: MoveItem) -> Changes:
        """Put an item elsewhere."""
        return self._reorder(
            command.meeting_id,
            command.item_id,
            "move_item",
            lambda items: moved(items, command.item_id, command.before),
        )

    def shift(self, meeting_id: UUID, item_id: UUID, by: int) -> Changes:
        """One place up (-1) or down (1) among those of its own depth."""
        return self._reorder(
            meeting_id, item_id, "move_item", lambda items: shifted(items, item_id, by)
        )

    def indent(self, meeting_id: UUID, item_id: UUID, by: int) -> Changes:
        """Below the item before it (1), or out again (-1)."""
        return self._reorder(
            meeting_id, item_id, "move_item", lambda items: indented(items, item_id, by)
        )

    def remove(self, meeting_id: UUID, item_id: UUID) -> Changes:
        """Take an item and all below it off the agenda; one that was dealt with stays.

        Raises:
            UserError: ``item_dealt_with``, ``item_gone``.
        """

        def change(meeting: Meeting) -> Meeting:
            item_of(meeting, item_id)
            block = block_of(meeting.items, item_id)
            gone = meeting.items[block.start : block.stop]
            if any(item.decisions or item.actions for item in gone):
                raise UserError("item_dealt_with")
            rest = [item for item in meeting.items if item not in gone]
            return with_items(meeting, rest)

        return self._changes.apply(meeting_id, "remove_item", change)

    def postpone(self, meeting_id: UUID, item_id: UUID, *, postponed: bool) -> Changes:
        """Leave an item to the next meeting that is planned, or deal with it after all."""
        return self._change_item(
            meeting_id,
            item_id,
            "postpone_item",
            lambda item: replace(item, postponed=postponed),
        )

    def attach(self, meeting_id: UUID, item_id: UUID, paths: Sequence[Path]) -> Changes:
        """Keep files with an item; the same file twice is kept once.

        Raises:
            UserError: ``attachment_too_large``, ``item_gone`` and what reading a file raises.
        """
        contents = [read_attachment(path) for path in paths]
        with self._changes.store.write("attach_to_item", self._changes.actor) as work:
            meeting = changeable(work, meeting_id)
            item = item_of(meeting, item_id)
            made = [
                attach(work, meeting.committee_id, path, content)
                for path, content in zip(paths, contents, strict=True)
            ]
            kept = tuple(dict.fromkeys((*item.attachments, *made)))
            keep(work, _with_item(meeting, replace(item, attachments=kept)))
            return self._changes.undo.commit(work, "attach_to_item")

    def detach(self, meeting_id: UUID, item_id: UUID, attachment_id: UUID) -> Changes:
        """Take a file away from an item."""
        return self._change_item(
            meeting_id,
            item_id,
            "detach_from_item",
            lambda item: replace(
                item, attachments=tuple(one for one in item.attachments if one != attachment_id)
            ),
        )

    def _change_item(
        self,
        meeting_id: UUID,
        item_id: UUID,
        command: str,
        change: Callable[[AgendaItem], AgendaItem],
    ) -> Changes:
        return self._changes.apply(
            meeting_id,
            command,
            lambda meeting: _with_item(meeting, change(item_of(meeting, item_id))),
        )

    def _reorder(
        self,
        meeting_id: UUID,
        item_id: UUID,
        command: str,
        order: Callable[[tuple[AgendaItem, ...]], list[AgendaItem]],
    ) -> Changes:
        def change(meeting: Meeting) -> Meeting:
            item_of(meeting, item_id)
            return with_items(meeting, order(meeting.items))

        return self._changes.apply(meeting_id, command, change)


def _sensible(plan: ItemPlan) -> ItemPlan:
    title = " ".join(plan.title.split())
    if not title:
        raise UserError("item_needs_title")
    if plan.minutes_allotted is not None and not 1 <= plan.minutes_allotted <= _LONGEST_MINUTES:
        raise UserError("item_minutes", most=_LONGEST_MINUTES)
    return replace(plan, title=title)


def _planned(item: AgendaItem, plan: ItemPlan) -> AgendaItem:
    return replace(
        item,
        title=plan.title,
        kind=plan.kind,
        closed=plan.closed,
        proposer=plan.proposer.strip(),
        presenter=plan.presenter.strip(),
        minutes_allotted=plan.minutes_allotted,
        titles=plan.titles,
    )


def _put(items: Sequence[AgendaItem], made: AgendaItem, behind: UUID | None) -> list[AgendaItem]:
    if behind is None or all(item.id != behind for item in items):
        return [*items, made]
    block = block_of(items, behind)
    made = replace(made, depth=items[block.start].depth)
    return [*items[: block.stop], made, *items[block.stop :]]


def _with_item(meeting: Meeting, changed: AgendaItem) -> Meeting:
    items = tuple(changed if item.id == changed.id else item for item in meeting.items)
    return replace(meeting, items=items)
