"""Calling the members by e-mail: as drafts for a mail program, or through a mail server.

Nothing goes out by itself: a person chooses the recipients and starts it. Each message that went
out is recorded at once with its digest, so that going on after a failure writes to nobody twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.domain.calling import Letter, Medium
from liaison_desktop.domain.changes import Changes, together
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.letters import Batch, CallMembers, batch_of, write_letters
from liaison_desktop.services.meeting_changes import keep
from liaison_desktop.services.papers import PaperService
from liaison_desktop.services.posting import Delivery, send_each, write_drafts
from liaison_desktop.services.progress import Progress
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What became of all of them; those that are not in it were not reached before it stopped."""

    changes: Changes
    deliveries: tuple[Delivery, ...]
    left: int = 0

    @property
    def reached(self) -> int:
        """How many messages went out."""
        return sum(each.problem is None for each in self.deliveries)


class CallingService:
    """Use cases that send calls."""

    def __init__(
        self,
        store: Store,
        papers: PaperService,
        catalogue: Callable[[str], Catalogue],
        actor: str,
    ) -> None:
        self._store = store
        self._papers = papers
        self._catalogue = catalogue
        self._actor = actor

    def draft(self, command: CallMembers, folder: Path) -> Called:
        """Write a message for each recipient into a folder, as drafts of a mail program.

        Raises:
            UserError: ``meeting_begun``, ``agenda_empty``, ``call_nobody``,
                ``convocation_after_meeting``, ``mail_address_malformed``; what making a folder
                and writing a file raise.
        """
        batch = self._batch(command)
        written = tuple(write_letters(batch, Medium.DRAFT))
        deliveries = write_drafts(written, folder)
        changes = self._record(batch, *(one.proof for one in written))
        return Called(changes=changes, deliveries=deliveries)

    def send(
        self, command: CallMembers, account: MailAccount, password: str, progress: Progress
    ) -> Called:
        """Send a message to each recipient; stopping it leaves those out that have not got one.

        Raises:
            UserError: as ``draft``; what entering a ``MailServer`` raises. What happens to one
                message is told in the result.
        """
        batch = self._batch(command)
        touched: list[Changes] = []
        total = len(batch.recipients)
        deliveries = send_each(
            write_letters(batch, Medium.SMTP),
            total,
            account,
            password,
            progress,
            lambda letter: touched.append(self._record(batch, letter)),
        )
        left = total - len(deliveries)
        return Called(changes=together(touched), deliveries=deliveries, left=left)

    def _batch(self, command: CallMembers) -> Batch:
        with self._store.read() as reading:
            batch = batch_of(reading, command, self._catalogue)
        meeting = batch.meeting
        if meeting.state is MeetingState.CANCELLED:
            return batch
        language = batch.catalogue.language
        today = datetime.now(UTC).astimezone().date()
        paper = self._papers.convocation(meeting.id, language, dated=today)
        return replace(batch, paper=paper)

    def _record(self, batch: Batch, *letters: Letter) -> Changes:
        """Keep the proof of what went out, and that the members were called."""
        with self._store.write("send_letters", self._actor) as work:
            for letter in letters:
                work.letters.put(letter)
            keep(work, batch.called(required(work.meetings.get(batch.meeting.id))))
            return work.commit()
