"""Papers that are made from the record whenever they are wanted; minutes have their own service."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.composition import ConstituencyShare, shares
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.domain.roster import RosterSeat, roster_on
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import files_of, stationery_of, typeset

if TYPE_CHECKING:
    from liaison_desktop.documents.stationery import Stationery


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLanguages:
    """Which two languages a paper speaks, and how they stand."""

    first: str
    second: str
    layout: Layout


class PaperService:
    """Use cases: one paper each, as the bytes of a PDF; no language = the record's own."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def convocation(
        self, meeting_id: UUID, language: str | None = None, *, dated: date | None = None
    ) -> bytes:
        """The invitation to a meeting with its agenda; ``dated``: the day on which it goes out."""
        from liaison_desktop.documents.convocation import compose_convocation

        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            roster = _roster(reading, meeting.committee_id, meeting.date)
            starts = _starts(reading, meeting)
            stationery = _stationery(reading, meeting.committee_id)
        day = dated or meeting.convocation.sent_on or datetime.now(UTC).date()
        sent = replace(meeting.convocation, sent_on=day)
        return typeset(
            compose_convocation(
                replace(meeting, convocation=sent),
                roster,
                self._catalogue(language or meeting.language),
                starts=starts,
                register_number="",
                created=_midnight(day),
            ),
            stationery,
        )

    def attendance_sheet(self, meeting_id: UUID, language: str | None = None) -> bytes:
        """The list that everybody signs by hand.

        Raises:
            UserError: ``sheet_in_writing``.
        """
        from liaison_desktop.documents.attendance_sheet import compose_attendance_sheet

        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            if meeting.in_writing:
                raise UserError("sheet_in_writing")
            roster = _roster(reading, meeting.committee_id, meeting.date)
            starts = _starts(reading, meeting)
            stationery = _stationery(reading, meeting.committee_id)
        return typeset(
            compose_attendance_sheet(
                meeting,
                roster,
                self._catalogue(language or meeting.language),
                starts=starts,
                created=_midnight(meeting.date),
            ),
            stationery,
        )

    def member_list(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """Who sits in a committee on a day, without contact data."""
        from liaison_desktop.documents.member_list import compose_member_list

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            roster = _roster(reading, committee_id, on)
            stationery = _stationery(reading, committee_id)
        return typeset(
            compose_member_list(
                committee,
                roster,
                self._catalogue(language or committee.language),
                on=on,
                register_number="",
                created=_midnight(on),
            ),
            stationery,
        )

    def composition(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """How a committee is composed on a day: its voting seats by constituency, without names."""
        from liaison_desktop.documents.composition import compose_composition

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            roster = _roster(reading, committee_id, on)
            stationery = _stationery(reading, committee_id)
        return typeset(
            compose_composition(
                committee,
                shares(committee, roster),
                self._catalogue(language or committee.language),
                on=on,
                created=_midnight(on),
            ),
            stationery,
        )

    def composition_chart(
        self, composition: Sequence[ConstituencyShare], *, mirrored: bool = False
    ) -> bytes:
        """The chart of that paper for the screen, as SVG; ``mirrored``: from right to left."""
        from liaison_desktop.documents.seat_charts import as_svg, hemicycle

        return as_svg(hemicycle(composition, mirrored=mirrored))

    def excerpt(self, meeting_id: UUID, decision: str, language: str | None = None) -> bytes:
        """One decision of a meeting, named by its number or its item's.

        Raises:
            UserError: ``decision_unknown``.
        """
        from liaison_desktop.documents.excerpt import compose_excerpt

        meeting, stationery = self._held(meeting_id)
        return typeset(
            compose_excerpt(
                meeting,
                assess(meeting),
                stationery.committee,
                _decision_id(meeting, decision),
                self._catalogue(language or meeting.language),
                register_number="",
                created=_closing(meeting),
            ),
            stationery,
        )

    def two_language_minutes(self, meeting_id: UUID, wanted: TwoLanguages) -> bytes:
        """Minutes in two languages, as a convenience copy that is entered nowhere."""
        from liaison_desktop.documents.two_languages import compose_two_language_minutes

        meeting, stationery = self._held(meeting_id)
        with self._store.read() as reading:
            files = files_of(reading, meeting)
        return typeset(
            compose_two_language_minutes(
                meeting,
                assess(meeting),
                stationery.committee,
                self._catalogue(wanted.first),
                self._catalogue(wanted.second),
                layout=wanted.layout,
                edition=Edition.FULL,
                register_number="",
                created=_closing(meeting),
                draft=meeting.minutes_state is not MinutesState.FINAL,
                files=files,
            ),
            stationery,
        )

    def _held(self, meeting_id: UUID) -> "tuple[Meeting, Stationery]":
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            stationery = _stationery(reading, meeting.committee_id)
        if meeting.state is not MeetingState.HELD:
            raise UserError("meeting_not_held", meeting=meeting.key)
        return meeting, stationery


def _stationery(reading: Reading, committee_id: UUID) -> "Stationery":
    return stationery_of(reading, required(reading.committees.get(committee_id)))


def _roster(reading: Reading, committee_id: UUID, on: date) -> tuple[RosterSeat, ...]:
    people = reading.people
    return roster_on(
        on,
        seats=people.seats(committee_id),
        memberships=people.memberships(committee_id),
        people=people.names_of_seated(committee_id),
        organisations=people.organisations(committee_id),
    )


def _starts(reading: Reading, meeting: Meeting) -> time | None:
    """When a meeting begins: as it was opened or planned, else as an earlier one announced it."""
    known = meeting.opened or meeting.starts
    if known:
        return known
    earlier = (
        reading.meetings.get(each) for each in reading.meetings.of_committee(meeting.committee_id)
    )
    announced = (one.next_meeting for one in earlier if one and one.next_meeting)
    return next((each.time for each in announced if each.date == meeting.date), None)


def _decision_id(meeting: Meeting, wanted: str) -> UUID:
    for item in meeting.items:
        for decision in item.decisions:
            if wanted in (decision.number, item.number, str(decision.id)):
                return decision.id
    raise UserError("decision_unknown", decision=wanted, meeting=meeting.label or meeting.key)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _closing(meeting: Meeting) -> datetime:
    return datetime.combine(meeting.date, meeting.closed or time(), UTC)
