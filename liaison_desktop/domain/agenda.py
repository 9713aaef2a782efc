"""The agenda of a meeting, and what was written and decided under each of its items."""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later
from liaison_desktop.domain.decisions import Action, Decision
from liaison_desktop.domain.people import NativeText


class ItemKind(StrEnum):
    """What an agenda item asks of the committee."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"
    APPROVAL = "approval"
    ANY_OTHER = "any_other"


VOTED_ON = frozenset({ItemKind.DECISION, ItemKind.ELECTION, ItemKind.APPROVAL})
"""What is put to the vote; the rest is only told or talked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda with its minutes.

    Attributes:
        no: place on the agenda, from 1, those below another item counted along.
        discussion: Markdown (CommonMark, no HTML).
        closed: dealt with behind closed doors: left out of the public edition.
        label: number as printed (``2.1``), where it is not ``no``.
        depth: how far below another item it stands; 0 = it stands for itself.
        proposer, presenter: by whom it was put on the agenda and who introduces it.
        minutes_allotted: how long it may take.
        late: it was put on the agenda after the members were called.
        postponed: it was left to a later meeting.
        continues_id: the item of an earlier meeting that it takes up again.
        approves_id: the meeting whose minutes are to be approved.
        attachments: files in the store, in the order of the agenda.
        titles: in other languages than the papers'.
        recused: seats that kept out of it for a conflict of interest.
        further_decisions: where more than one vote was taken.
        started: when it was taken up.
    """

    id: UUID
    no: int
    title: str
    kind: ItemKind
    discussion: str = ""
    decision: Decision | None = None
    actions: tuple[Action, ...] = ()
    closed: bool = False
    label: str = later("")
    depth: int = later(0)
    proposer: str = later("")
    presenter: str = later("")
    minutes_allotted: int | None = later(None)
    late: bool = later(False)
    postponed: bool = later(False)
    continues_id: UUID | None = later(None)
    approves_id: UUID | None = later(None)
    attachments: tuple[UUID, ...] = later(())
    titles: tuple[NativeText, ...] = later(())
    recused: tuple[UUID, ...] = later(())
    further_decisions: tuple[Decision, ...] = later(())
    started: time | None = later(None)

    @property
    def number(self) -> str:
        """The number as printed."""
        return self.label or str(self.no)

    def title_in(self, language: str) -> str:
        """The title in a language; empty where it is known in the record's language alone."""
        return next((title.text for title in self.titles if title.language == language), "")

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that was voted on, in the order in which it was."""
        return (() if self.decision is None else (self.decision,)) + self.further_decisions


def with_decisions(item: AgendaItem, decisions: tuple[Decision, ...]) -> AgendaItem:
    """The item with other decisions."""
    first = decisions[0] if decisions else None
    return replace(item, decision=first, further_decisions=decisions[1:])


def closed_item(item: AgendaItem) -> AgendaItem:
    """What the public may know of an item behind closed doors: that it was there."""
    return AgendaItem(
        id=item.id,
        no=item.no,
        title="",
        kind=item.kind,
        closed=True,
        label=item.label,
        depth=item.depth,
    )
