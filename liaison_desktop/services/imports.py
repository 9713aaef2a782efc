"""Committee files coming in: all of a file or nothing of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.notices import Notice
from liaison_desktop.exchange.committee_file import CommitteeFile, read_committee_file
from liaison_desktop.exchange.committee_records import rules_version
from liaison_desktop.services.files import naming
from liaison_desktop.services.keeping import (
    keep_agreement,
    keep_membership,
    keep_organisation,
    keep_person,
    keep_seat,
    keeping,
)
from liaison_desktop.services.progress import Progress, Unheard, advance

_COMMAND = "import_committee_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file brought.

    Attributes:
        notices: what the reader should know: unknown keys, claims the rules do not confirm.
    """

    path: Path
    committee: Committee
    changes: Changes
    notices: tuple[Notice, ...]

    @property
    def unchanged(self) -> bool:
        """Whether everything in the file was known already."""
        return not self.changes


class ImportService:
    """Use case: take in a committee file."""

    def __init__(self, store: Store, actor: str) -> None:
        self._store = store
        self._actor = actor

    def import_file(self, path: Path, progress: Progress | None = None) -> ImportReport:
        """Import one file; a second import of the same file changes nothing.

        Raises:
            UserError: what is wrong with the file and where; ``minutes_locked`` if it would change
                final minutes.
        """
        progress = progress or Unheard()
        advance(progress, 0, 2, path.name)
        file = read_committee_file(path)
        advance(progress, 1, 2, path.name)
        with naming(path), self._store.write(_COMMAND, self._actor) as work:
            committee = _enter(work, file)
            kept = (
                *_enter_meetings(work, file.meetings),
                *_enter_agreements(work, file.agreements),
            )
            changes = work.commit()
        notices = (*file.notices, *kept)
        return ImportReport(path=path, committee=committee, changes=changes, notices=notices)

    def is_known(self, path: Path) -> bool:
        """Whether the committee of a file is in the store; raises as ``import_file``."""
        committee_id = read_committee_file(path).committee.id
        with self._store.read() as reading:
            return reading.committees.get(committee_id) is not None


def _enter(work: UnitOfWork, file: CommitteeFile) -> Committee:
    committee = _with_own_register(work, file.committee)
    work.committees.put(committee)
    _enter_rules(work, file)
    for organisation in file.organisations:
        work.people.put_organisation(keep_organisation(work, organisation))
    for person in file.people:
        work.people.put_person(keep_person(work, person))
    for seat in file.seats:
        work.people.put_seat(keep_seat(work, seat))
    for membership in file.memberships:
        work.people.put_membership(keep_membership(work, membership))
    return committee


def _enter_meetings(work: UnitOfWork, meetings: Iterable[Meeting]) -> Iterator[Notice]:
    """A meeting that was worked on here stays as it is; only what a file brought follows a file."""
    for meeting in meetings:
        known = work.meetings.get(meeting.id)
        if known == meeting:
            continue
        if known is not None and _worked_on(work, known):
            yield Notice("meeting_kept", "meetings", {"meeting": known.label or known.key})
            continue
        _require_free_number(work, meeting)
        work.meetings.put(keeping(known, meeting), outcomes(meeting))


def _worked_on(work: UnitOfWork, meeting: Meeting) -> bool:
    """Whether a use case of this program has changed it; final minutes refuse for themselves."""
    if meeting.minutes_state is MinutesState.FINAL:
        return False
    return any(entry.command != _COMMAND for entry in work.audit.entries_of(meeting.id))


def _enter_agreements(work: UnitOfWork, agreements: Iterable[Agreement]) -> Iterator[Notice]:
    """An agreement whose text is kept here is worked on here; a file never turns it back."""
    for agreement in agreements:
        if not work.agreement_versions.where("agreement_id", agreement.id):
            work.agreements.put(keep_agreement(work, agreement))
        elif work.agreements.get(agreement.id) != agreement:
            yield Notice("agreement_kept", "agreements", {"title": agreement.title})


def _with_own_register(work: UnitOfWork, committee: Committee) -> Committee:
    """A file never turns the register back: numbers given here stay given."""
    known = work.committees.by_key(committee.key)
    if known is None:
        return committee
    kept = keeping(known, committee)
    return replace(kept, register_next=max(known.register_next, committee.register_next))


def _enter_rules(work: UnitOfWork, file: CommitteeFile) -> None:
    """Changed rules are a new version from the file's first meeting on; old ones stay on record."""
    versions = work.committees.rules_versions(file.committee.id)
    newest = max(versions, key=lambda version: version.valid_from, default=None)
    if newest is None:
        work.committees.put_rules(file.rules)
    elif newest.rules != file.rules.rules:
        first = min((meeting.date for meeting in file.meetings), default=newest.valid_from)
        since = max(first, newest.valid_from)
        work.committees.put_rules(rules_version(file.committee, file.rules.rules, since))


def _require_free_number(work: UnitOfWork, meeting: Meeting) -> None:
    if meeting.number is None:
        return
    other = work.meetings.by_number(meeting.committee_id, meeting.number, meeting.year)
    if other and other.id != meeting.id:
        raise UserError("minutes_number_taken", minutes=other.label, meeting=other.key)
