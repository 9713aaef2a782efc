"""Undo: the last things done in this window, taken back one after the other."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.changes import Changes, Kind, Record, Step
from liaison_desktop.domain.errors import UserError

_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Done:
    """A use case that can be taken back: its name in the audit log, and what it did."""

    command: str
    steps: tuple[Step, ...]


class UndoService:
    """Remembers what was done since the program was started, and takes it back or does it again.

    Nothing is rewritten behind the log: taking back is a use case of its own.
    """

    def __init__(self, store: Store, actor: str) -> None:
        self._store = store
        self._actor = actor
        self._done: deque[Done] = deque(maxlen=_REMEMBERED)
        self._undone: deque[Done] = deque(maxlen=_REMEMBERED)

    @property
    def next(self) -> str:
        """Name of the use case that ``undo`` would take back; empty = there is none."""
        return self._done[-1].command if self._done else ""

    @property
    def next_again(self) -> str:
        """Name of the use case that ``redo`` would do again; empty = there is none."""
        return self._undone[-1].command if self._undone else ""

    def commit(self, work: UnitOfWork, command: str) -> Changes:
        """Make a unit of work last and remember it."""
        steps = work.steps
        changes = work.commit()
        if steps:
            self._done.append(Done(command, steps))
            self._undone.clear()
        return changes

    def commit_beside(self, work: UnitOfWork, change: Callable[[Any], Any]) -> Changes:
        """Make a unit of work last that is not to be taken back, and stands in nobody's way.

        ``change``: what it does to a record. It is done to what is remembered of that record too,
        as if it had been so from the beginning; so what was done before can still be taken back,
        and done again, without taking this away.
        """
        touched = {(step.kind, known.id) for step in work.steps if (known := _known(step))}
        changes = work.commit()
        for done in (self._done, self._undone):
            kept = [replace(one, steps=_rebased(one.steps, touched, change)) for one in done]
            done.clear()
            done.extend(kept)
        return changes

    def forget(self, *record_ids: UUID) -> None:
        """Forget what touched these records: they have become part of something signed."""
        gone = frozenset(record_ids)
        for done in (self._done, self._undone):
            kept = [one for one in done if not gone & _touched(one)]
            done.clear()
            done.extend(kept)

    def undo(self) -> Changes:
        """Take back what was done last.

        Raises:
            UserError: ``undo_empty``, ``undo_overtaken``, ``undo_impossible``; what cannot be taken
                back is forgotten.
        """
        return self._take_back(self._done, self._undone, "undo")

    def redo(self) -> Changes:
        """Do again what was taken back last; raises like ``undo``."""
        return self._take_back(self._undone, self._done, "redo")

    def _take_back(self, source: deque[Done], target: deque[Done], command: str) -> Changes:
        if not source:
            raise UserError("undo_empty")
        done = source.pop()
        with self._store.write(command, self._actor) as work:
            work.revert(done.steps)
            steps = work.steps
            changes = work.commit()
        target.append(Done(done.command, steps))
        return changes


def _known(step: Step) -> Record | None:
    return step.after or step.before


def _rebased(
    steps: tuple[Step, ...], touched: set[tuple[Kind, UUID]], change: Callable[[Any], Any]
) -> tuple[Step, ...]:
    """The steps as they would be if the records had been changed before them."""
    return tuple(
        replace(
            step,
            before=None if step.before is None else change(step.before),
            after=None if step.after is None else change(step.after),
        )
        if (known := _known(step)) and (step.kind, known.id) in touched
        else step
        for step in steps
    )


def _touched(done: Done) -> frozenset[UUID]:
    """The records it changed, and the people on whom those hang: skills, terms, legal bases."""
    records = [record for step in done.steps for record in (step.before, step.after) if record]
    owners = (getattr(record, "person_id", None) for record in records)
    return frozenset((*(record.id for record in records), *filter(None, owners)))
