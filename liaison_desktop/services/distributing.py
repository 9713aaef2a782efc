"""Handing papers to authorities and others: each with its transmittal slip, each noted with the
digests of what went out, receipts noted when they come.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.archive import Dispatch, DispatchMedium, Recipient
from liaison_desktop.domain.changes import Changes, Kind, together
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.papers import Edition, Paper, PaperKind
from liaison_desktop.domain.people import Constituency, ContactKind
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.files import make_folder, write_file
from liaison_desktop.services.minutes import FileMinutes, MinutesService
from liaison_desktop.services.posting import (
    Delivery,
    Outgoing,
    file_name,
    send_each,
    write_drafts,
)
from liaison_desktop.services.progress import Progress
from liaison_desktop.services.register import RegisterService
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Hand a paper to recipients; who gets the public edition gets that of the same minutes.

    Attributes:
        sender: in whose name, and to whom answers go; not needed for a folder.
    """

    paper_id: UUID
    recipients: tuple[Recipient, ...]
    sender: Mailbox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReceipt:
    """What a recipient confirmed, such as a number."""

    dispatch_id: UUID
    received_on: date
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What became of it; ``left``: how many were not reached before it stopped."""

    changes: Changes
    deliveries: tuple[Delivery, ...]
    left: int = 0

    @property
    def reached(self) -> int:
        """How many recipients got it."""
        return sum(each.problem is None for each in self.deliveries)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parcel:
    """What goes to one recipient."""

    recipient: Recipient
    paper: Paper
    content: bytes
    slip: bytes
    committee: str
    catalogue: Catalogue

    @property
    def names(self) -> tuple[str, str]:
        """What the two files are called."""
        slip = self.catalogue.pgettext("paper", "Transmittal slip")
        number = self.paper.register_number
        return f"{number}.pdf", f"{number} {slip}.pdf"


class DistributingService:
    """Use cases that hand papers over."""

    def __init__(
        self,
        store: Store,
        minutes: MinutesService,
        register: RegisterService,
        catalogue: Callable[[str], Catalogue],
        actor: str,
    ) -> None:
        self._store = store
        self._minutes = minutes
        self._register = register
        self._catalogue = catalogue
        self._actor = actor

    def known(self, paper_id: UUID) -> tuple[Recipient, ...]:
        """Who can be offered: who got papers of the committee before, then local authorities."""
        with self._store.read() as reading:
            committee_id = required(reading.papers.get(paper_id)).committee_id
            before = reading.archive.dispatches.of_committee(committee_id)
            bodies = reading.people.organisations(committee_id)
        found = {each.name: Recipient(name=each.name, address=each.address) for each in before}
        for body in bodies:
            if body.constituency is Constituency.LOCAL_AUTHORITY and body.active_until is None:
                address = next((c.value for c in body.contacts if c.kind is ContactKind.EMAIL), "")
                found.setdefault(body.name, Recipient(name=body.name, address=address))
        return tuple(found.values())

    def into_folder(self, command: HandOver, folder: Path) -> HandedOver:
        """Write paper and slip for each recipient into a folder of that name.

        Raises:
            UserError: ``handover_nobody``, ``handover_without_name``, ``handover_not_minutes``;
                what making a folder and writing a file raise.
        """
        make_folder(folder)
        deliveries, touched, taken = [], [], set[str]()
        for parcel in self._parcels(command):
            place = make_folder(folder / _own(file_name(parcel.recipient.name), taken))
            touched.append(_entered(parcel))
            paper_name, slip_name = parcel.names
            write_file(place / paper_name, parcel.content)
            write_file(place / slip_name, parcel.slip)
            touched.append(self._keep(_dispatch(parcel, DispatchMedium.FOLDER)))
            deliveries.append(
                Delivery(name=parcel.recipient.name, address="", path=place / paper_name)
            )
        return HandedOver(changes=together(touched), deliveries=tuple(deliveries))

    def draft(self, command: HandOver, folder: Path) -> HandedOver:
        """Write a message for each recipient into a folder, as drafts of a mail program.

        Raises:
            UserError: as ``into_folder``; ``mail_address_malformed``.
        """
        make_folder(folder)
        parcels = self._parcels(command, by_mail=True)
        messages = tuple(_messages(command, parcels, DispatchMedium.DRAFT))
        deliveries = write_drafts(messages, folder)
        touched = [*map(_entered, parcels), *(self._keep(each.proof) for each in messages)]
        return HandedOver(changes=together(touched), deliveries=deliveries)

    def send(
        self, command: HandOver, account: MailAccount, password: str, progress: Progress
    ) -> HandedOver:
        """Send a message to each recipient; stopping it leaves those out that have not got one.

        Raises:
            UserError: as ``draft``; what entering a ``MailServer`` raises.
        """
        parcels = self._parcels(command, by_mail=True)
        touched = list(map(_entered, parcels))
        deliveries = send_each(
            _messages(command, parcels, DispatchMedium.SMTP),
            len(parcels),
            account,
            password,
            progress,
            lambda dispatch: touched.append(self._keep(dispatch)),
        )
        left = len(parcels) - len(deliveries)
        return HandedOver(changes=together(touched), deliveries=deliveries, left=left)

    def note_receipt(self, command: NoteReceipt) -> Changes:
        """Note that a recipient confirmed the receipt.

        Raises:
            UserError: ``receipt_early``, ``receipt_in_future``.
        """
        with self._store.write("note_receipt", self._actor) as work:
            dispatch = required(work.archive.dispatches.get(command.dispatch_id))
            if command.received_on < dispatch.sent_at.astimezone().date():
                raise UserError("receipt_early")
            if command.received_on > datetime.now().astimezone().date():
                raise UserError("receipt_in_future")
            receipt = command.receipt.strip()
            after = replace(dispatch, received_on=command.received_on, receipt=receipt)
            work.archive.dispatches.put(after)
            return work.commit()

    def _parcels(self, command: HandOver, *, by_mail: bool = False) -> tuple[_Parcel, ...]:
        from liaison_desktop.exchange.mail import require_address

        if not command.recipients:
            raise UserError("handover_nobody")
        for each in command.recipients:
            if not each.name.strip():
                raise UserError("handover_without_name")
            if by_mail:
                require_address(each.address)
        paper = self._register.paper(command.paper_id)
        return tuple(self._parcel(paper, each) for each in command.recipients)

    def _parcel(self, paper: Paper, recipient: Recipient) -> _Parcel:
        edition = self._edition(paper, recipient.edition)
        slip = self._register.transmittal_slip(edition.id, paper.language, recipient.name)
        with self._store.read() as reading:
            committee = required(reading.committees.get(paper.committee_id))
        return _Parcel(
            recipient=recipient,
            paper=edition,
            content=self._register.content(edition.id),
            slip=slip,
            committee=committee.name_in(paper.language),
            catalogue=self._catalogue(paper.language),
        )

    def _edition(self, paper: Paper, edition: Edition) -> Paper:
        """The paper itself, or the public edition of the same minutes, entered if it is not yet."""
        if edition is paper.edition:
            return paper
        if paper.kind is not PaperKind.MINUTES:
            raise UserError("handover_not_minutes", paper=paper.register_number)
        meeting_id = required(paper.meeting_id)
        command = FileMinutes(meeting_id=meeting_id, language=paper.language, edition=edition)
        return self._minutes.file(command)

    def _keep(self, dispatch: Dispatch) -> Changes:
        with self._store.write("hand_over", self._actor) as work:
            work.archive.dispatches.put(dispatch)
            return work.commit()


def _messages(
    command: HandOver, parcels: tuple[_Parcel, ...], medium: DispatchMedium
) -> Iterator[Outgoing[Dispatch]]:
    """The messages one after the other; each is dated when it is asked for."""
    for parcel in parcels:
        recipient = Mailbox(name=parcel.recipient.name, address=parcel.recipient.address)
        content = _message(required(command.sender), recipient, parcel, medium)
        yield Outgoing(recipient=recipient, content=content, proof=_dispatch(parcel, medium))


def _message(sender: Mailbox, recipient: Mailbox, parcel: _Parcel, medium: DispatchMedium) -> bytes:
    from liaison_desktop.exchange.mail import Mail, MailFile, compose_mail
    from liaison_desktop.exchange.paper_text import PaperText

    text, paper = PaperText(parcel.catalogue, parcel.committee), parcel.paper
    paper_name, slip_name = parcel.names
    mail = Mail(
        message_id=f"{uuid7().hex}@{sender.address.rpartition('@')[2]}",
        sender=sender,
        recipient=recipient,
        sent_at=datetime.now(UTC),
        subject=text.handover_subject(paper.title, paper.register_number),
        text=text.handover_body(
            recipient.name, paper.title, paper.register_number, paper.newest.sha256, sender.name
        ),
        language=parcel.catalogue.tag,
        files=(
            MailFile(name=paper_name, content=parcel.content),
            MailFile(name=slip_name, content=parcel.slip),
        ),
    )
    return compose_mail(mail, unsent=medium is DispatchMedium.DRAFT)


def _dispatch(parcel: _Parcel, medium: DispatchMedium) -> Dispatch:
    return Dispatch(
        id=uuid7(),
        committee_id=parcel.paper.committee_id,
        paper_id=parcel.paper.id,
        edition=parcel.paper.edition,
        name=parcel.recipient.name.strip(),
        address=parcel.recipient.address.strip(),
        medium=medium,
        sent_at=datetime.now(UTC),
        sha256=hashlib.sha256(parcel.content).hexdigest(),
        slip_sha256=hashlib.sha256(parcel.slip).hexdigest(),
    )


def _entered(parcel: _Parcel) -> Changes:
    """The public edition is entered in the register when somebody gets it first."""
    return Changes({Kind.PAPER: frozenset({parcel.paper.id})})


def _own(name: str, taken: set[str]) -> str:
    """A name for a folder that nobody else got; two recipients may be written alike."""
    own = next(each for each in _numbered(name) if each.casefold() not in taken)
    taken.add(own.casefold())
    return own


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {number}" for number in count(2))
