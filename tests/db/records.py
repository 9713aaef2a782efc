"""Records to store in tests: a committee with two seats, and everything about one meeting."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.agreements import Agreement, AgreementStatus, Party, Renewal
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import (
    AbstentionRule,
    Committee,
    MajorityBase,
    QuorumRule,
    Rules,
    RulesVersion,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.corrections import Correction, Passage
from liaison_desktop.domain.decisions import Action, Choice, Counts, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import (
    Call,
    Convocation,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
    NextMeeting,
    Summary,
)
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind
from liaison_desktop.domain.people import Constituency, Gender, NativeText, Organisation, Person
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Guest, Interval

RULES = Rules(
    quorum=QuorumRule.MORE_THAN_HALF,
    second_call_quorum=QuorumRule.ONE_THIRD,
    majority=MajorityBase.VOTES_CAST,
    abstention=AbstentionRule.NOT_COUNTED,
    tie=TieRule.CHAIR_CASTS,
    secret_ballot=SecretBallotRule.PERSONS_ONLY,
    notice_days=5,
    signatories=(SignatoryRule.CHAIR, SignatoryRule.SECRETARY),
    text="Le sedute sono valide in prima convocazione.",
)


@dataclass(frozen=True)
class Town:
    """A committee with two organisations, two people in two seats, and a meeting."""

    committee: Committee
    rules: RulesVersion
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    seats: tuple[Seat, ...]
    memberships: tuple[Membership, ...]
    meeting: Meeting
    agreement: Agreement
    outcomes: dict[UUID, Outcome] = field(default_factory=dict)

    def put(self, unit: UnitOfWork) -> None:
        """Store all of it."""
        unit.committees.put(self.committee)
        unit.committees.put_rules(self.rules)
        for organisation in self.organisations:
            unit.people.put_organisation(organisation)
        for person in self.people:
            unit.people.put_person(person)
        for seat in self.seats:
            unit.people.put_seat(seat)
        for membership in self.memberships:
            unit.people.put_membership(membership)
        unit.meetings.put(self.meeting, self.outcomes)
        unit.agreements.put(self.agreement)


def town(key: str = "it", city: str = "Portochiaro") -> Town:
    """A town whose records use every column."""
    committee = Committee(
        id=uuid7(),
        key=key,
        name=f"Comitato di {city}",
        abbreviation="ICC",
        city=city,
        country="IT",
        language="it",
        seat_count=10,
        established_on=date(2025, 3, 18),
        term_start=date(2025, 3, 18),
        term_end=date(2027, 3, 17),
        minutes_pattern="Verbale n. {n}/{year}",
        register_prefix="ICC-PTC",
        register_next=118,
        notice="Dati di fantasia",
    )
    organisations = (
        Organisation(
            id=uuid7(),
            committee_id=committee.id,
            key="o1",
            name="Comune",
            constituency=Constituency.LOCAL_AUTHORITY,
        ),
        Organisation(
            id=uuid7(),
            committee_id=committee.id,
            key="o2",
            name="Associazione Fontebruna",
            constituency=Constituency.MIGRANT_ASSOCIATION,
            name_native=NativeText(language="ar", text="جمعية النافورة"),
        ),
    )
    people = (
        Person(
            id=uuid7(),
            committee_id=committee.id,
            key="m1",
            given_name="Ottavia",
            family_name="Belcampo",
            gender=Gender.FEMALE,
            age_range="50-64",
            email="m1@example.org",
        ),
        Person(
            id=uuid7(),
            committee_id=committee.id,
            key="m2",
            given_name="Karim",
            family_name="Àlvaro",
            name_native=NativeText(language="ar", text="كريم"),
        ),
    )
    seats = tuple(
        Seat(
            id=uuid7(),
            committee_id=committee.id,
            key=person.key,
            constituency=organisation.constituency,
            organisation_id=organisation.id,
            voting=True,
        )
        for person, organisation in zip(people, organisations, strict=True)
    )
    memberships = tuple(
        Membership(
            id=uuid7(),
            committee_id=committee.id,
            seat_id=seat.id,
            person_id=person.id,
            capacity=Capacity.HOLDER,
            role=role,
            start=date(2025, 3, 18),
            end=None if role is Role.CHAIR else date(2027, 3, 17),
        )
        for seat, person, role in zip(seats, people, (Role.CHAIR, Role.MEMBER), strict=True)
    )
    meeting = meeting_of(committee, organisations, people, seats)
    return Town(
        committee=committee,
        rules=RulesVersion(
            id=uuid7(), committee_id=committee.id, valid_from=date(2025, 3, 18), rules=RULES
        ),
        organisations=organisations,
        people=people,
        seats=seats,
        memberships=memberships,
        meeting=meeting,
        agreement=agreement_of(committee, organisations),
        outcomes=adopted(meeting),
    )


def meeting_of(
    committee: Committee,
    organisations: tuple[Organisation, ...],
    people: tuple[Person, ...],
    seats: tuple[Seat, ...],
) -> Meeting:
    """A held meeting with draft minutes."""
    first, second = seats
    return Meeting(
        id=uuid7(),
        committee_id=committee.id,
        key=f"{committee.key}-2026-3",
        committee_name=committee.name,
        committee_city=committee.city,
        language="it",
        seat_count=10,
        rules=RULES,
        year=2026,
        label="Bozza",
        kind=MeetingKind.ORDINARY,
        call=Call.FIRST,
        mode=MeetingMode.HYBRID,
        state=MeetingState.HELD,
        minutes_state=MinutesState.DRAFT,
        place="Sala dei Mercati",
        date=date(2026, 10, 14),
        opened=time(17, 0),
        closed=time(19, 10),
        convocation=Convocation(sent_on=date(2026, 10, 6), reference="n. 109", medium="PEC"),
        chair_seat_id=first.id,
        secretary_seat_id=second.id,
        attendees=tuple(
            Attendee(
                seat_id=seat.id,
                seat_key=seat.key,
                given_name=person.given_name,
                family_name=person.family_name,
                name_native=person.name_native,
                organisation=organisation.name,
                constituency=organisation.constituency,
                role=Role.MEMBER,
                voting=True,
                status=AttendanceStatus.SUBSTITUTED,
                substitute="Somebody Else",
                intervals=(
                    Interval(left=time(17, 30), last_item=2),
                    Interval(arrived=time(18, 0), first_item=3),
                ),
                note="online",
            )
            for seat, person, organisation in zip(seats, people, organisations, strict=True)
        ),
        guests=(Guest(name="Prof. Granasole", organisation="Istituto", reason="punto 3"),),
        items=(
            AgendaItem(
                id=uuid7(),
                no=1,
                title="Approvazione del verbale",
                kind=ItemKind.DECISION,
                discussion="Nessuna osservazione.",
                decision=Decision(
                    id=uuid7(),
                    text="Il Comitato approva il verbale n. 2/2026.",
                    method=Method.ROLL_CALL,
                    votes=(
                        Vote(seat_id=second.id, choice=Choice.FOR),
                        Vote(seat_id=first.id, choice=Choice.ABSTAINED),
                    ),
                    declared_outcome=Outcome.ADOPTED,
                    statement="Si astiene.",
                ),
                actions=(
                    Action(id=uuid7(), text="Pubblicare", seat_id=first.id, due=date(2026, 11, 1)),
                    Action(id=uuid7(), text="Archiviare", seat_id=None, due=None),
                ),
            ),
            AgendaItem(
                id=uuid7(),
                no=2,
                title="Nomina",
                kind=ItemKind.ELECTION,
                decision=Decision(
                    id=uuid7(),
                    text="È eletta Ottavia.",
                    method=Method.SECRET,
                    counts=Counts(votes_for=6, against=1, abstained=0, recused=1),
                ),
                closed=True,
            ),
            AgendaItem(id=uuid7(), no=3, title="Varie", kind=ItemKind.DISCUSSION),
        ),
        quorum_text="Constatata la regolarità.",
        closing_text="La seduta è tolta.",
        next_meeting=NextMeeting(date=date(2026, 12, 2), time=time(17, 0), place="Sala"),
        annexes=("Relazione",),
        summaries=(Summary(language="ar", text="ملخص"),),
        notice="Dati di fantasia",
    )


def agreement_of(committee: Committee, organisations: tuple[Organisation, ...]) -> Agreement:
    """A signed agreement of all organisations."""
    return Agreement(
        id=uuid7(),
        committee_id=committee.id,
        key="a1",
        kind="protocollo d'intesa",
        title="Uso condiviso della Sala dei Mercati",
        status=AgreementStatus.SIGNED,
        parties=tuple(
            Party(organisation_id=organisation.id, name=organisation.name)
            for organisation in organisations
        ),
        signed_on=date(2026, 1, 15),
        duration_months=24,
        renewal=Renewal.TACIT,
        renewal_months=12,
        notice_days=60,
        articles=("Oggetto", "Durata"),
    )


def adopted(meeting: Meeting) -> dict[UUID, Outcome]:
    """Every decision of the meeting, as adopted."""
    return {item.decision.id: Outcome.ADOPTED for item in meeting.items if item.decision}


def paper_of(meeting: Meeting, content: bytes, number: str, language: str = "it") -> Paper:
    """Minutes as filed, not signed yet."""
    paper_id = uuid7()
    return Paper(
        id=paper_id,
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        kind=PaperKind.MINUTES,
        edition=Edition.FULL,
        language=language,
        title="Verbale n. 3/2026",
        register_number=number,
        fields=("chair", "secretary"),
        files=(file_of(paper_id, content, 0),),
    )


def correction_of(minutes: Paper, number: int = 1) -> Correction:
    """A correction of minutes that uses every column."""
    return Correction(
        id=uuid7(),
        committee_id=minutes.committee_id,
        paper_id=minutes.id,
        sha256=minutes.newest.sha256,
        number=number,
        year=2026,
        label=f"{number}/2026",
        decided_on=date(2026, 12, 2),
        decided_in="Verbale n. 4/2026",
        passages=(
            Passage(item_no=3, was="quattro", now="cinque", reason="Refuso"),
            Passage(item_no=None, was="19:10", now="19:20"),
        ),
    )


def note_of(correction: Correction, meeting: Meeting, content: bytes, number: str) -> Paper:
    """The paper that tells of a correction."""
    return replace(
        paper_of(meeting, content, number),
        kind=PaperKind.CORRECTION_NOTE,
        correction_id=correction.id,
        title=f"Nota di rettifica n. {correction.label}",
    )


def agreement_paper_of(agreement: Agreement, content: bytes, number: str) -> Paper:
    """An agreement as filed, not signed yet."""
    paper_id = uuid7()
    return Paper(
        id=paper_id,
        committee_id=agreement.committee_id,
        meeting_id=None,
        kind=PaperKind.AGREEMENT,
        edition=Edition.FULL,
        language="it",
        title=agreement.title,
        register_number=number,
        fields=("party-1",),
        files=(file_of(paper_id, content, 0),),
        agreement_id=agreement.id,
        agreement_version=1,
    )


def file_of(paper_id: UUID, content: bytes, sequence: int, signed_field: str = "") -> PaperFile:
    """One state of a paper's file."""
    return PaperFile(
        id=uuid7(),
        paper_id=paper_id,
        sequence=sequence,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        created_at=datetime(2026, 10, 20, 9, 30, 15, 250, tzinfo=UTC),
        field=signed_field,
        signer="Ottavia Belcampo" if signed_field else "",
    )
