"""Templates of meetings: what a committee plans again and again."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from liaison_desktop.domain.agenda import ItemKind
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
