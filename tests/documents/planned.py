"""Committees with their roster and a meeting ahead, and one way to compose the papers for it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from liaison_desktop.documents.attendance_sheet import compose_attendance_sheet
from liaison_desktop.documents.composition import compose_composition
from liaison_desktop.documents.convocation import compose_convocation
from liaison_desktop.documents.member_list import compose_member_list
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.composition import shares
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import PersonName
from liaison_desktop.domain.roster import RosterSeat, roster_on
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import (
    Document,
)

DEMO = Path(__file__).parents[2] / "resources" / "demo"
CREATED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Ahead:
    """The last meeting of a committee file, which is only planned, and the seats of that day."""

    committee: Committee
    meeting: Meeting
    roster: tuple[RosterSeat, ...]
    starts: time | None = time(17, 30)

    def meets(self, **changes: Any) -> "Ahead":
        return replace(self, meeting=replace(self.meeting, **changes))

    def under(self, **rules: Any) -> "Ahead":
        return self.meets(rules=replace(self.meeting.rules, **rules))

    def with_seat(self, position: int, **changes: Any) -> "Ahead":
        seats = list(self.roster)
        seats[position] = replace(seats[position], **changes)
        return replace(self, roster=tuple(seats))

    def vacated(self, position: int) -> "Ahead":
        return self.with_seat(position, holder="", substitutes=(), start=None, end=None)

    def convocation(self, language: str = "") -> Document:
        return compose_convocation(
            self.meeting,
            self.roster,
            Catalogue(language or self.meeting.language),
            starts=self.starts,
            register_number="CCI-BGL-0000098",
            created=CREATED,
        )

    def sheet(self, language: str = "") -> Document:
        return compose_attendance_sheet(
            self.meeting,
            self.roster,
            Catalogue(language or self.meeting.language),
            starts=self.starts,
            created=CREATED,
        )

    def member_list(self, language: str = "") -> Document:
        return compose_member_list(
            self.committee,
            self.roster,
            Catalogue(language or self.meeting.language),
            on=DAY,
            register_number="CCI-BGL-0000099",
            created=CREATED,
        )

    def composition(self, language: str = "") -> Document:
        return compose_composition(
            self.committee,
            shares(self.committee, self.roster),
            Catalogue(language or self.meeting.language),
            on=DAY,
            created=CREATED,
        )


def ahead(name: str, day: date = DAY) -> Ahead:
    read = read_committee_file(DEMO / name)
    roster = roster_on(
        day,
        seats=read.seats,
        memberships=read.memberships,
        people=[
            PersonName(id=each.id, full_name=each.full_name, native=each.name_native)
            for each in read.people
        ],
        organisations=read.organisations,
    )
    return Ahead(read.committee, read.meetings[-1], roster)
