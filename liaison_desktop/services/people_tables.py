"""People and organisations out of somebody's table: what each row would bring, and taking it in."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.folding import fold
from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.duplicates import Known
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, Organisation, Person
from liaison_desktop.domain.tables import Column, RowState, Sheet, SheetRow, Target
from liaison_desktop.exchange.cards import is_cards, read_cards
from liaison_desktop.exchange.columns import is_refused, suggested
from liaison_desktop.exchange.sheets import read_sheet
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.attachments import read_attachment
from liaison_desktop.services.files import naming, write_file
from liaison_desktop.services.people_rows import Profile, profile_of_row
from liaison_desktop.services.people_writing import (
    OrganisationProfile,
    PersonProfile,
    organisation_profile,
    person_profile,
    told,
)
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

Mapping = tuple[Column | None, ...]
"""What each column of the table holds; ``None`` = it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row, and what it would bring.

    Attributes:
        number: of the row in the file.
        name: of the person or organisation, as far as the row tells it.
        error: why it is left out.
        known_id: who it is already.
    """

    number: int
    cells: tuple[str, ...]
    name: str
    state: RowState
    profile: Profile | None = None
    error: UserError | None = None
    known_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn:
    """Take the rows of a table into a committee's register.

    Attributes:
        constituency: of organisations whose row names none.
        complete: whether what is empty of those who are known is filled in from their row.
    """

    committee_id: UUID
    sheet: Sheet
    target: Target
    mapping: Mapping
    constituency: Constituency = Constituency.CSO
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a table brought.

    Attributes:
        rows: every row with what became of it.
    """

    changes: Changes
    rows: tuple[PreviewRow, ...]

    def count(self, state: RowState) -> int:
        """How many rows were like that."""
        return sum(row.state is state for row in self.rows)


class PeopleTableService:
    """Use cases: read a table, look at what it would bring, take it in as one step of undo."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def read(self, path: Path) -> Sheet:
        """The table of a CSV, XLSX or vCard file.

        Raises:
            UserError: ``in_file`` around what is wrong with it, and what reading a file raises.
        """
        content = read_attachment(path)
        with naming(path):
            return read_cards(content) if is_cards(content) else read_sheet(content)

    @staticmethod
    def suggested(sheet: Sheet, target: Target) -> Mapping:
        """What each column seems to hold."""
        return suggested(sheet.header, target)

    @staticmethod
    def refused(sheet: Sheet) -> tuple[str, ...]:
        """The columns that are never taken in: nothing of that kind is kept of a person."""
        return tuple(name for name in sheet.header if is_refused(name))

    def preview(self, command: TakeIn) -> tuple[PreviewRow, ...]:
        """What every row would bring."""
        with self._store.read() as reading:
            return tuple(_preview(reading, command))

    def take_in(self, command: TakeIn, progress: Progress | None = None) -> TakenIn:
        """Take in what is new and, if wanted, complete what is known; the rest is left out.

        Raises:
            Cancelled: the user stopped the work; nothing was taken in.
        """
        progress = progress or Unheard()
        with self._store.write("take_in_people", self._actor) as work:
            rows = tuple(_preview(work, command))
            keys = _Keys(work, command)
            for done, row in enumerate(rows):
                advance(progress, done, len(rows), row.name)
                if row.profile is None:
                    continue
                if row.state is RowState.NEW:
                    _put(work, command.committee_id, keys.next(), row.profile)
                elif row.state is RowState.KNOWN and command.complete:
                    _complete(work, row)
            return TakenIn(changes=self._undo.commit(work, "take_in_people"), rows=rows)

    @staticmethod
    def save_left_out(sheet: Sheet, taken: TakenIn, path: Path, catalogue: Catalogue) -> Path:
        """Write the rows that were left out, each with its number and the reason, as CSV.

        Raises:
            UserError: as for ``write_file``.
        """
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(("row", "reason", *sheet.header))
        labels = Labels(catalogue)
        for row in taken.rows:
            if row.state in (RowState.WRONG, RowState.TWICE):
                reason = sentence(row.error, catalogue) if row.error else labels.label(row.state)
                writer.writerow((row.number, reason, *row.cells))
        write_file(path, stream.getvalue().encode("utf-8-sig"))
        return path


def _preview(reading: Reading | UnitOfWork, command: TakeIn) -> Iterator[PreviewRow]:
    known = _known(reading, command)
    seen: set[str] = set()
    for row in command.sheet.rows:
        told_cells = _cells(row, command.mapping)
        name = _name(told_cells.values())
        try:
            profile = profile_of_row(told_cells, command.target, command.constituency)
        except UserError as error:
            yield PreviewRow(
                number=row.number, cells=row.cells, name=name, state=RowState.WRONG, error=error
            )
            continue
        signs = tuple(_signs(profile))
        known_id = known.find(signs)
        twice = not seen.isdisjoint(signs) and known_id is None
        seen |= set(signs)
        yield PreviewRow(
            number=row.number,
            cells=row.cells,
            name=_profile_name(profile),
            state=RowState.KNOWN if known_id else RowState.TWICE if twice else RowState.NEW,
            profile=profile,
            known_id=known_id,
        )


def _cells(row: SheetRow, mapping: Sequence[Column | None]) -> dict[Column, str]:
    pairs = zip(mapping, row.cells, strict=False)
    return {column: cell for column, cell in pairs if column is not None}


def _name(cells: Iterable[str]) -> str:
    return next((cell for cell in cells if cell), "")


def _profile_name(profile: Profile) -> str:
    if isinstance(profile, PersonProfile):
        return f"{profile.given_name} {profile.family_name}".strip()
    return profile.name


def _signs(profile: Profile) -> Iterator[str]:
    """By what somebody is recognised: the e-mail address first, then the name in any order."""
    if isinstance(profile, PersonProfile) and profile.email:
        yield profile.email.casefold()
    yield " ".join(sorted(set(fold(_profile_name(profile)).split())))


class _Known:
    """Who is in the register, by e-mail address and by name."""

    def __init__(self, rows: Iterable[Known], *, mails: bool) -> None:
        """``mails``: whether an address tells who somebody is."""
        known = tuple(rows)
        self._by_name = {" ".join(sorted(each.words)): each.id for each in known}
        self._by_mail = {email: each.id for each in known for email in each.emails if mails}

    def find(self, signs: tuple[str, ...]) -> UUID | None:
        """The one with these signs: an address, if there is one, and behind it the name."""
        *mails, name = signs
        for mail in mails:
            if mail in self._by_mail:
                return self._by_mail[mail]
        return self._by_name.get(name)


def _known(reading: Reading | UnitOfWork, command: TakeIn) -> _Known:
    people = command.target is Target.PEOPLE
    known = reading.people.known if people else reading.people.known_organisations
    return _Known(known(command.committee_id), mails=people)


class _Keys:
    """Keys that nobody in the committee has yet, one after the other."""

    def __init__(self, work: UnitOfWork, command: TakeIn) -> None:
        people = command.target is Target.PEOPLE
        self._prefix = "p" if people else "o"
        records: Iterable[Person | Organisation] = (
            work.people.people(command.committee_id)
            if people
            else work.people.organisations(command.committee_id)
        )
        self._taken = {record.key for record in records}
        self._number = len(self._taken)

    def next(self) -> str:
        """The next one."""
        self._number += 1
        while f"{self._prefix}{self._number}" in self._taken:
            self._number += 1
        return f"{self._prefix}{self._number}"


def _put(work: UnitOfWork, committee_id: UUID, key: str, profile: Profile) -> None:
    if isinstance(profile, PersonProfile):
        work.people.put_person(
            Person(id=uuid7(), committee_id=committee_id, key=key, **told(profile))
        )
    else:
        work.people.put_organisation(
            Organisation(id=uuid7(), committee_id=committee_id, key=key, **told(profile))
        )


def _complete(work: UnitOfWork, row: PreviewRow) -> None:
    """Fill in what is empty; nothing that is known is overwritten."""
    known_id = required(row.known_id)
    if isinstance(row.profile, PersonProfile):
        person = required(work.people.person(known_id))
        if person.erased_on is None:
            filled = _filled(person_profile(person), row.profile)
            work.people.put_person(replace(person, **told(filled)))
    elif isinstance(row.profile, OrganisationProfile):
        organisation = required(work.people.organisation(known_id))
        filled = _filled(organisation_profile(organisation), row.profile)
        work.people.put_organisation(replace(organisation, **told(filled)))


def _filled(known: Profile, new: Profile) -> Profile:
    """What is known, with the new where there was nothing, and every way to reach once."""
    ours, theirs = told(known), told(new)
    filled = {name: ours[name] or theirs[name] for name in ours}
    reached = {point.value for point in known.contacts}
    more = (point for point in new.contacts if point.value not in reached)
    return replace(known, **filled | {"contacts": (*known.contacts, *more)})
