"""Handing messages over one by one: as drafts in a folder, or through a mail server.

Nothing goes out by itself. What happens to one message does not happen to the others, and whoever
sends learns of each that went out at once, so that going on after a failure writes to nobody twice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.services.files import make_folder, write_file
from liaison_desktop.services.progress import Progress

Proof = TypeVar("Proof")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing(Generic[Proof]):
    """A message that is ready, with what is kept of it once it went out."""

    recipient: Mailbox
    content: bytes
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of one message.

    Attributes:
        path: of the draft.
        problem: why it did not go out; ``None`` = it did.
    """

    name: str
    address: str
    path: Path | None = None
    problem: UserError | None = None


def write_drafts(messages: Iterable[Outgoing[Proof]], folder: Path) -> tuple[Delivery, ...]:
    """Write each message into a folder, as a draft of a mail program.

    Raises:
        UserError: what making a folder and writing a file raise.
    """
    make_folder(folder)
    return tuple(_drafts(messages, folder))


def send_each(
    messages: Iterable[Outgoing[Proof]],
    total: int,
    account: MailAccount,
    password: str,
    progress: Progress,
    sent: Callable[[Proof], None],
) -> tuple[Delivery, ...]:
    """Send one message after the other; stopping it leaves out those that were not sent yet.

    ``sent``: is told of each that went out, before the next one goes.

    Raises:
        UserError: what entering a ``MailServer`` raises. What happens to one message is told in
            the result.
    """
    from liaison_desktop.exchange.mail_server import MailConnectionLost, MailServer

    deliveries: list[Delivery] = []
    with MailServer(account, password) as server:
        for number, one in enumerate(messages):
            if progress.cancelled:
                break
            progress.step(number, total, one.recipient.name)
            try:
                server.deliver(one.content, one.recipient.address)
            except UserError as problem:
                deliveries.append(_delivery(one, problem=problem))
                if isinstance(problem, MailConnectionLost):
                    break
            else:
                sent(one.proof)
                deliveries.append(_delivery(one))
    return tuple(deliveries)


def file_name(name: str) -> str:
    """A name of a person as every file system takes it."""
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in name)
    return " ".join(kept.split())[:60] or "-"


def _drafts(messages: Iterable[Outgoing[Proof]], folder: Path) -> Iterator[Delivery]:
    for number, one in enumerate(messages, 1):
        path = folder / f"{number:02} {file_name(one.recipient.name)}.eml"
        write_file(path, one.content)
        yield _delivery(one, path=path)


def _delivery(
    one: Outgoing[Proof], *, path: Path | None = None, problem: UserError | None = None
) -> Delivery:
    recipient = one.recipient
    return Delivery(name=recipient.name, address=recipient.address, path=path, problem=problem)
