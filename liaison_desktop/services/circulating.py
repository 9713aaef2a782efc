"""Sending the draft of minutes to the members, with a day until which they may object.

Which file went to whom is kept with its digest, so that a later change of the text shows.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.invitees import Invitee
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.minutes import (
    Addressee,
    Circulation,
    CirculationMedium,
    MinutesStep,
    may,
    require_step,
)
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.attachments import attach
from liaison_desktop.services.draft_letters import DraftRound, addressee_of, draft_messages
from liaison_desktop.services.invitations import invitees_of
from liaison_desktop.services.meeting_changes import MeetingChanges, keep
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.posting import Delivery, send_each, write_drafts
from liaison_desktop.services.progress import Progress
from liaison_desktop.services.required import required

COMMAND = "circulate_minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculateMinutes:
    """Send the draft to some of those who held or hold a seat.

    Attributes:
        until: last day for objections.
        chosen: seats and people.
        sender: in whose name, and to whom answers go; not needed by hand.
        language: of the paper; empty = the meeting's.
    """

    meeting_id: UUID
    until: date
    chosen: frozenset[tuple[UUID, UUID]]
    sender: Mailbox | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated:
    """What became of the messages; ``left``: how many were not reached before it stopped."""

    changes: Changes
    deliveries: tuple[Delivery, ...]
    left: int = 0

    @property
    def reached(self) -> int:
        """How many messages went out."""
        return sum(each.problem is None for each in self.deliveries)


class CirculatingService:
    """Use cases that send drafts of minutes."""

    def __init__(
        self,
        changes: MeetingChanges,
        minutes: MinutesService,
        catalogue: Callable[[str], Catalogue],
    ) -> None:
        self._changes = changes
        self._store = changes.store
        self._minutes = minutes
        self._catalogue = catalogue

    def recipients(self, meeting_id: UUID) -> tuple[Invitee, ...]:
        """Who held a seat on the day of the meeting, or may have stood in."""
        with self._store.read() as reading:
            return invitees_of(reading, required(reading.meetings.get(meeting_id)))

    def by_hand(self, command: CirculateMinutes) -> Changes:
        """Note that printed drafts were handed out, or the file was put where all can read it.

        Raises:
            UserError: ``minutes_step_not_now``, ``circulation_nobody``,
                ``circulation_until_past``.
        """
        around = self._round(command)
        addressees = tuple(addressee_of(each) for each in around.recipients)
        return self._keep(around, CirculationMedium.BY_HAND, addressees)

    def draft(self, command: CirculateMinutes, folder: Path) -> Circulated:
        """Write a message for each recipient into a folder, as drafts of a mail program.

        Raises:
            UserError: as ``by_hand``; ``mail_address_malformed``; what making a folder and writing
                a file raise.
        """
        around = self._round(command, by_mail=True)
        messages = tuple(draft_messages(around, unsent=True))
        deliveries = write_drafts(messages, folder)
        addressees = tuple(each.proof for each in messages)
        changes = self._keep(around, CirculationMedium.DRAFT, addressees)
        return Circulated(changes=changes, deliveries=deliveries)

    def send(
        self, command: CirculateMinutes, account: MailAccount, password: str, progress: Progress
    ) -> Circulated:
        """Send a message to each recipient; stopping it leaves those out that have not got one.

        Raises:
            UserError: as ``draft``; what entering a ``MailServer`` raises. What happens to one
                message is told in the result.
        """
        around = self._round(command, by_mail=True)
        going = _Going(self, around)
        total = len(around.recipients)
        messages = draft_messages(around, unsent=False)
        deliveries = send_each(messages, total, account, password, progress, going.went_to)
        left = total - len(deliveries)
        return Circulated(changes=going.changes, deliveries=deliveries, left=left)

    def _round(self, command: CirculateMinutes, *, by_mail: bool = False) -> DraftRound:
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(command.meeting_id))
            require_step(meeting, MinutesStep.CIRCULATE)
            invitees = invitees_of(reading, meeting)
            committee = required(reading.committees.get(meeting.committee_id))
            earlier = reading.archive.circulations.where("meeting_id", meeting.id)
        chosen = tuple(
            each
            for each in invitees
            if (each.seat_id, each.person_id) in command.chosen and (each.address or not by_mail)
        )
        _require(command, chosen, by_mail=by_mail)
        language = command.language or meeting.language
        return DraftRound(
            meeting=meeting,
            committee=committee.name_in(language),
            again=bool(earlier),
            catalogue=self._catalogue(language),
            recipients=chosen,
            content=self._minutes.preview(meeting.id, language),
            until=command.until,
            sender=command.sender,
        )

    def _keep(
        self, around: DraftRound, medium: CirculationMedium, addressees: tuple[Addressee, ...]
    ) -> Changes:
        with self._store.write(COMMAND, self._changes.actor) as work:
            _keep(work, _circulation(work, around, medium, addressees))
            return self._changes.undo.commit(work, COMMAND)

    def keep_first(self, around: DraftRound, addressee: Addressee) -> tuple[Circulation, Changes]:
        """Keep a draft that went to one person."""
        with self._store.write(COMMAND, self._changes.actor) as work:
            made = _circulation(work, around, CirculationMedium.SMTP, (addressee,))
            _keep(work, made)
            return made, self._changes.undo.commit(work, COMMAND)

    def keep_further(self, known: Circulation, addressee: Addressee) -> Circulation:
        """Keep that the same draft went to one more person; undo takes it all back in one."""

        def longer(record: Any) -> Any:
            return replace(record, addressees=(*record.addressees, addressee))

        with self._store.write(COMMAND, self._changes.actor) as work:
            after: Circulation = longer(known)
            work.archive.circulations.put(after)
            self._changes.undo.commit_beside(work, longer)
            return after


class _Going:
    """A draft that goes out to one after the other."""

    def __init__(self, service: CirculatingService, around: DraftRound) -> None:
        self._service = service
        self._round = around
        self._known: Circulation | None = None
        self.changes = Changes()

    def went_to(self, addressee: Addressee) -> None:
        """One more has got it."""
        if self._known is None:
            self._known, self.changes = self._service.keep_first(self._round, addressee)
        else:
            self._known = self._service.keep_further(self._known, addressee)


def _require(command: CirculateMinutes, chosen: tuple[Invitee, ...], *, by_mail: bool) -> None:
    from liaison_desktop.exchange.mail import require_address

    if not chosen:
        raise UserError("circulation_nobody")
    if command.until < datetime.now(UTC).astimezone().date():
        raise UserError("circulation_until_past", day=command.until)
    if by_mail:
        senders = () if command.sender is None else (command.sender.address,)
        for address in (*senders, *(each.address for each in chosen)):
            require_address(address)


def _keep(work: UnitOfWork, circulation: Circulation) -> None:
    """What went out is kept, whatever became of the minutes while it went."""
    meeting = required(work.meetings.get(circulation.meeting_id))
    work.archive.circulations.put(circulation)
    if may(meeting, MinutesStep.CIRCULATE):
        keep(work, replace(meeting, minutes_state=MinutesState.CIRCULATED))


def _circulation(
    work: UnitOfWork,
    around: DraftRound,
    medium: CirculationMedium,
    addressees: tuple[Addressee, ...],
) -> Circulation:
    meeting = around.meeting
    name = f"{meeting.key} {around.digest[:8]}.pdf"
    return Circulation(
        id=uuid7(),
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        circulated_at=datetime.now(UTC),
        until=around.until,
        medium=medium,
        language=around.catalogue.language,
        addressees=addressees,
        file_id=attach(work, meeting.committee_id, Path(name), around.content),
        digest=around.digest,
    )
