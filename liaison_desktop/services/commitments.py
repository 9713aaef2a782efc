"""What the parties of an agreement took upon themselves, and whether they keep it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreement_texts import Commitment, CommitmentStatus, Recurrence
from liaison_desktop.domain.agreements import answerable
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.commitments import kept
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentTold:
    """A commitment as somebody fills it in; no organisation = all parties.

    Attributes:
        action_id: the action of a meeting that carries it out.
    """

    text: str
    organisation_id: UUID | None = None
    due: date | None = None
    recurrence: Recurrence = Recurrence.ONCE
    action_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCommitment:
    """Note what a party took upon itself."""

    agreement_id: UUID
    told: CommitmentTold


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCommitment:
    """Change a commitment that is still open."""

    commitment_id: UUID
    told: CommitmentTold


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCommitment:
    """Note that a commitment was kept on a day; a recurring one comes due again."""

    commitment_id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCommitment:
    """Note that nobody waits for a commitment any more."""

    commitment_id: UUID


class CommitmentService:
    """Use cases on commitments; each can be taken back."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def add(self, command: AddCommitment) -> Changes:
        """Note a commitment.

        Raises:
            UserError: ``commitment_needs_text``, ``commitment_needs_day``, ``not_a_party``.
        """
        with self._store.write("add_commitment", self._actor) as work:
            agreement = required(work.agreements.get(command.agreement_id))
            empty = Commitment(
                id=uuid7(),
                committee_id=agreement.committee_id,
                agreement_id=agreement.id,
                organisation_id=None,
                text="",
            )
            work.commitments.put(_filled_in(work, empty, command.told))
            return self._undo.commit(work, "add_commitment")

    def edit(self, command: EditCommitment) -> Changes:
        """Change a commitment.

        Raises:
            UserError: like ``add``, and ``commitment_closed``.
        """
        with self._store.write("edit_commitment", self._actor) as work:
            commitment = _open(work, command.commitment_id)
            work.commitments.put(_filled_in(work, commitment, command.told))
            return self._undo.commit(work, "edit_commitment")

    def keep(self, command: KeepCommitment) -> Changes:
        """Note that a commitment was kept.

        Raises:
            UserError: ``commitment_closed``, ``day_in_future``.
        """
        if command.on > datetime.now().astimezone().date():
            raise UserError("day_in_future", day=command.on)
        with self._store.write("keep_commitment", self._actor) as work:
            commitment = _open(work, command.commitment_id)
            work.commitments.put(kept(commitment, command.on))
            return self._undo.commit(work, "keep_commitment")

    def drop(self, command: DropCommitment) -> Changes:
        """Note that a commitment is not waited for any more.

        Raises:
            UserError: ``commitment_closed``.
        """
        with self._store.write("drop_commitment", self._actor) as work:
            commitment = _open(work, command.commitment_id)
            work.commitments.put(replace(commitment, status=CommitmentStatus.DROPPED))
            return self._undo.commit(work, "drop_commitment")


def _open(work: UnitOfWork, commitment_id: UUID) -> Commitment:
    commitment = required(work.commitments.get(commitment_id))
    if commitment.status is not CommitmentStatus.OPEN:
        raise UserError("commitment_closed", status=commitment.status)
    return commitment


def _filled_in(work: UnitOfWork, commitment: Commitment, told: CommitmentTold) -> Commitment:
    text = told.text.strip()
    if not text:
        raise UserError("commitment_needs_text")
    if told.recurrence is not Recurrence.ONCE and told.due is None:
        raise UserError("commitment_needs_day")
    agreement = required(work.agreements.get(commitment.agreement_id))
    parties = answerable(agreement, commitment.organisation_id)
    if told.organisation_id and all(p.organisation_id != told.organisation_id for p in parties):
        raise UserError("not_a_party", title=agreement.title)
    return replace(
        commitment,
        text=text,
        organisation_id=told.organisation_id,
        due=told.due,
        recurrence=told.recurrence,
        action_id=told.action_id,
    )
