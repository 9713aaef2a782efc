"""Taking back what an earlier unit of work did, as long as nobody has built on it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from liaison_desktop.db.repositories.records import RowRepository
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.changes import Kind, Step
from liaison_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from liaison_desktop.db.unit_of_work import UnitOfWork


_STAYS = frozenset({Kind.ATTACHMENT, Kind.TEXT_VERSION, Kind.LETTER})
"""Kinds that only grow."""


class _Door(NamedTuple):
    """How one kind of record is read, kept and removed."""

    get: Callable[..., Any]
    put: Callable[..., Any]
    remove: Callable[..., Any]


class Reverting:
    """Puts records back as they were; papers are never taken back.

    A file that was taken in stays in the store: nothing points to it any more. An
    earlier text stays an earlier text, and a letter that went out has gone out.
    """

    def __init__(self, work: "UnitOfWork") -> None:
        self._doors = _doors(work)

    def revert(self, steps: tuple[Step, ...]) -> None:
        """Take the steps back, the last one first.

        Raises:
            UserError: ``undo_overtaken``, ``undo_impossible``.
        """
        for step in reversed(steps):
            try:
                self._take_back(step)
            except sa.exc.IntegrityError as error:
                # Something that is not taken back, such as a filed paper, was built on it.
                raise UserError("undo_impossible") from error

    def _take_back(self, step: Step) -> None:
        if step.kind in _STAYS:
            return
        door = self._doors.get(step.kind)
        known = step.after or step.before
        if door is None or known is None:
            raise UserError("undo_impossible")
        if door.get(known.id) != step.after:
            raise UserError("undo_overtaken")
        if step.before is None:
            door.remove(step.after)
        else:
            door.put(step.before)


def _doors(work: "UnitOfWork") -> Mapping[Kind, _Door]:
    people, committees, agreements = work.people, work.committees, work.agreements
    rows: dict[Kind, RowRepository[Any]] = {
        Kind.AGREEMENT_VERSION: work.agreement_versions,
        Kind.COMMITMENT: work.commitments,
        Kind.CONSENT: work.consents,
        Kind.SKILL: work.skills,
        Kind.PRIVATE_NOTE: work.private_notes,
        Kind.REPLY: work.replies,
        Kind.MEETING_TEMPLATE: work.meeting_templates,
        Kind.TEXT_MODULE: work.text_modules,
        Kind.CIRCULATION: work.archive.circulations,
        Kind.OBJECTION: work.archive.objections,
        Kind.APPROVAL: work.archive.approvals,
        Kind.TRUST_ANCHOR: work.trust_anchors,
    }
    return {
        Kind.COMMITTEE: _Door(committees.get, committees.put, committees.remove),
        Kind.RULES_VERSION: _Door(
            committees.rules_version, committees.put_rules, committees.remove_rules
        ),
        Kind.ORGANISATION: _Door(
            people.organisation, people.put_organisation, people.remove_organisation
        ),
        Kind.PERSON: _Door(people.person, people.put_person, people.remove_person),
        Kind.SEAT: _Door(people.seat, people.put_seat, people.remove_seat),
        Kind.MEMBERSHIP: _Door(people.membership, people.put_membership, people.remove_membership),
        Kind.MEETING: _Door(
            work.meetings.get,
            lambda meeting: work.meetings.put(meeting, outcomes(meeting)),
            work.meetings.remove,
        ),
        Kind.AGREEMENT: _Door(agreements.get, agreements.put, agreements.remove),
        **{kind: _Door(row.get, row.put, row.remove) for kind, row in rows.items()},
    }
