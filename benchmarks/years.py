"""A store with the meetings of some years: five committees, a meeting a month; the same each time.

Each meeting has ten items with about half a page of text each, votes by name and actions, and
approves the minutes of the one before. Minutes are in the register and signed; those of the last
meeting held are a draft, and one more meeting is planned.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.attendance_sheet import sheet_on
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.decisions import (
    Action,
    ActionStatus,
    Choice,
    Decision,
    Method,
    Vote,
)
from liaison_desktop.domain.meetings import (
    Call,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
)
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind, sha256_of
from liaison_desktop.domain.people import Constituency, Person
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Interval
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.committee_setup import CommitteeProfile, FoundCommittee
from liaison_desktop.services.services import Services, compose_services

TODAY = date(2026, 11, 25)
SEATS = 20
ITEMS = 10
PARAGRAPH = (
    "La presidente riferisce dell’incontro con la biblioteca civica e con le scuole. Si discute "
    "degli orari, degli spazi e di chi accompagna le famiglie appena arrivate; **tutti** sono "
    "d’accordo che serve una mediatrice due pomeriggi alla settimana.\n\n"
)
_PARAGRAPHS = 4
_TOWNS = (
    ("Borgolume", "IT", "it"),
    ("Lindenau", "DE", "de"),
    ("Fjordby", "DK", "da"),
    ("Galanopoli", "GR", "el"),
    ("Montechiaro", "IT", "it"),
)
_ROLES = {0: Role.CHAIR, 1: Role.VICE_CHAIR, 2: Role.SECRETARY}


def of_years(path: Path, years: int) -> Services:
    """The use cases over a new store with so many years of meetings."""
    store = Store.open(path, create=True)
    services = compose_services(store, path.parent, "benchmark", Catalogue)
    for city, country, language in _TOWNS:
        profile = CommitteeProfile(
            name=f"Comitato {city}",
            city=city,
            country=country,
            language=language,
            seat_count=SEATS,
        )
        founded = services.committee_setup.found(
            FoundCommittee(profile=profile, preset="it", valid_from=date(2000, 1, 1))
        )
        with store.write("benchmark", "benchmark") as work:
            seats = _seated(work, founded.id)
            _put_meetings(work, founded, seats, 12 * years)
            work.commit()
    return services


def _seated(work: UnitOfWork, committee_id: UUID) -> tuple[Attendee, ...]:
    """Seats with their holders, as they stand on a sheet."""
    seats, people, terms = [], [], []
    for number in range(SEATS):
        seats.append(
            Seat(
                id=uuid7(),
                committee_id=committee_id,
                key=f"m{number}",
                constituency=list(Constituency)[number % 5],
                organisation_id=None,
                voting=True,
            )
        )
        people.append(
            Person(
                id=uuid7(),
                committee_id=committee_id,
                key=f"p{number}",
                given_name=f"Rosalba {number}",
                family_name="Cantaluna",
            )
        )
        terms.append(
            Membership(
                id=uuid7(),
                committee_id=committee_id,
                seat_id=seats[number].id,
                person_id=people[number].id,
                capacity=Capacity.HOLDER,
                role=_ROLES.get(number, Role.MEMBER),
                start=date(2000, 1, 1),
            )
        )
        work.people.put_seat(seats[number])
        work.people.put_person(people[number])
        work.people.put_membership(terms[number])
    return tuple(sheet_on(TODAY, seats=seats, memberships=terms, people=people, organisations=()))


def _put_meetings(
    work: UnitOfWork, committee: Committee, seats: tuple[Attendee, ...], count: int
) -> None:
    rules = work.committees.rules_on(committee.id, TODAY)
    assert rules is not None
    first = Meeting(
        id=uuid7(),
        committee_id=committee.id,
        key="",
        committee_name=committee.name,
        committee_city=committee.city,
        language=committee.language,
        seat_count=SEATS,
        rules=rules.rules,
        year=TODAY.year,
        kind=MeetingKind.ORDINARY,
        call=Call.FIRST,
        mode=MeetingMode.IN_PERSON,
        state=MeetingState.PLANNED,
        minutes_state=MinutesState.NONE,
        place="Sala civica",
        date=TODAY + timedelta(days=20),
        starts=time(17),
    )
    before = None
    for months in range(count - 1, 0, -1):
        meeting = _held(first, months, seats, before)
        work.meetings.put(meeting, outcomes(meeting))
        if meeting.minutes_state is MinutesState.FINAL:
            _file_minutes(work, meeting)
        before = meeting.id
    items = tuple(replace(item, discussion="", decision=None, actions=()) for item in _items(seats))
    planned = replace(first, key="planned", items=items)
    work.meetings.put(planned, {})


def _held(first: Meeting, months: int, seats: tuple[Attendee, ...], before: UUID | None) -> Meeting:
    year, month = divmod(TODAY.year * 12 + TODAY.month - 1 - months, 12)
    came = tuple(
        replace(one, status=AttendanceStatus.PRESENT, intervals=(Interval(),)) for one in seats
    )
    return replace(
        first,
        id=uuid7(),
        key=f"{year}-{month + 1}",
        number=month + 1,
        year=year,
        label=f"{month + 1}/{year}",
        state=MeetingState.HELD,
        minutes_state=MinutesState.FINAL if months > 1 else MinutesState.DRAFT,
        date=date(year, month + 1, 10),
        opened=time(17),
        closed=time(19),
        attendees=came,
        chair_seat_id=seats[0].seat_id,
        secretary_seat_id=seats[2].seat_id,
        items=tuple(_items(seats, before, open_actions=months < 3)),
    )


def _file_minutes(work: UnitOfWork, meeting: Meeting) -> None:
    """The minutes as filed and then signed twice; nobody opens these files here."""
    content = meeting.label.encode()
    fields = ("chair", "secretary")
    paper_id = uuid7()
    files = [
        PaperFile(
            id=uuid7(),
            paper_id=paper_id,
            sequence=sequence,
            sha256=sha256_of(content),
            size=len(content),
            created_at=datetime.combine(meeting.date, time(20), UTC),
            field=field,
            signer="Rosalba Cantaluna" if field else "",
        )
        for sequence, field in enumerate(("", *fields))
    ]
    paper = Paper(
        id=paper_id,
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        kind=PaperKind.MINUTES,
        edition=Edition.FULL,
        language=meeting.language,
        title=meeting.label,
        register_number=meeting.label,
        fields=fields,
        files=(files[0],),
    )
    work.papers.add(paper, content)
    for signed in files[1:]:
        work.papers.add_file(signed, content)


def _items(
    seats: tuple[Attendee, ...], approves: UUID | None = None, *, open_actions: bool = False
) -> Iterator[AgendaItem]:
    for no in range(1, ITEMS + 1):
        approval = no == 1 and approves is not None
        votes = tuple(Vote(seat_id=one.seat_id, choice=Choice.FOR) for one in seats)
        decision = Decision(id=uuid7(), text=f"Si approva il punto {no}.", method=Method.ROLL_CALL)
        action = Action(
            id=uuid7(),
            text=f"Scrivere alle scuole ({no})",
            seat_id=seats[no].seat_id,
            due=TODAY + timedelta(days=30),
            status=ActionStatus.OPEN if open_actions else ActionStatus.DONE,
        )
        yield AgendaItem(
            id=uuid7(),
            no=no,
            title=f"Punto {no}: orari, spazi e accompagnamento",
            kind=ItemKind.APPROVAL if approval else ItemKind.DISCUSSION,
            discussion=PARAGRAPH * _PARAGRAPHS,
            decision=replace(decision, votes=votes) if no in (1, 4, 7) else None,
            actions=(action,) if no in (4, 7) else (),
            approves_id=approves if approval else None,
        )
