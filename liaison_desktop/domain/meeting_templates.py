"""Templates of meetings: what a committee plans again and again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.meetings import MeetingKind, MeetingMode


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateItem:
    """An item of a template's agenda; see ``AgendaItem``."""

    title: str
    kind: ItemKind
    depth: int = 0
    closed: bool = False
    presenter: str = ""
    minutes_allotted: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTemplate:
    """What a meeting is planned from: everything but the day."""

    id: UUID
    committee_id: UUID
    name: str
    kind: MeetingKind = MeetingKind.ORDINARY
    mode: MeetingMode = MeetingMode.IN_PERSON
    place: str = ""
    link: str = ""
    starts: time | None = None
    ends: time | None = None
    items: tuple[TemplateItem, ...] = ()


def template_items(items: Iterable[AgendaItem], *, follow_up: str) -> tuple[TemplateItem, ...]:
    """What of an agenda is worth keeping: all but what comes onto agendas by itself.

    That is the approval of minutes, what was left over, and how far actions are, which stands
    under the title ``follow_up``.
    """
    return tuple(
        TemplateItem(
            title=item.title,
            kind=item.kind,
            depth=item.depth,
            closed=item.closed,
            presenter=item.presenter,
            minutes_allotted=item.minutes_allotted,
        )
        for item in items
        if item.approves_id is None and item.continues_id is None and item.title != follow_up
    )


def items_from(template: MeetingTemplate) -> Iterator[AgendaItem]:
    """New items as the template has them."""
    for item in template.items:
        yield AgendaItem(
            id=uuid7(),
            no=1,
            title=item.title,
            kind=item.kind,
            depth=item.depth,
            closed=item.closed,
            presenter=item.presenter,
            minutes_allotted=item.minutes_allotted,
        )
