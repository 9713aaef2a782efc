"""All lists of one reading."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.listings.agreements import agreement_listing
from liaison_desktop.db.listings.meetings import (
    action_listing,
    decision_listing,
    meeting_listing,
    minutes_listing,
)
from liaison_desktop.db.listings.people import organisation_listing, person_listing
from liaison_desktop.db.tables import action, agreement, meeting
from liaison_desktop.db.types import array_length
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.decisions import ActionStatus
from liaison_desktop.domain.listings import (
    ActionRow,
    AgreementRow,
    DecisionRow,
    MeetingRow,
    MinutesRow,
    OrganisationRow,
    Page,
    PageRequest,
    PersonRow,
)
from liaison_desktop.domain.meetings import MeetingState, MinutesState

_RUNNING = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)


_NOT_AHEAD = (MeetingState.HELD, MeetingState.CANCELLED)


class Listings:
    """Pages of every list, and what in them needs somebody now."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def meetings(self, request: PageRequest) -> Page[MeetingRow]:
        """Meetings, the newest first."""
        return meeting_listing().page(self._connection, request)

    def minutes(self, request: PageRequest) -> Page[MinutesRow]:
        """Minutes of meetings that were held, the newest first."""
        return minutes_listing().page(self._connection, request)

    def decisions(self, request: PageRequest) -> Page[DecisionRow]:
        """Decisions, the newest first."""
        return decision_listing().page(self._connection, request)

    def actions(self, request: PageRequest) -> Page[ActionRow]:
        """Actions, the newest first."""
        return action_listing().page(self._connection, request)

    def people(self, request: PageRequest) -> Page[PersonRow]:
        """People in seats, by family name."""
        return person_listing().page(self._connection, request)

    def organisations(self, request: PageRequest) -> Page[OrganisationRow]:
        """Organisations, by name."""
        return organisation_listing().page(self._connection, request)

    def agreements(self, request: PageRequest, on: date | None = None) -> Page[AgreementRow]:
        """Agreements, by title; with a day, the term that runs on it counts."""
        return agreement_listing(on).page(self._connection, request)

    def upcoming(self, committee_id: UUID | None, on: date) -> MeetingRow | None:
        """The next meeting from a day on that was not held yet."""
        listing = meeting_listing()
        query = (
            listing.of_committee(committee_id)
            .where(meeting.c.date >= on, meeting.c.state.not_in(_NOT_AHEAD))
            .order_by(meeting.c.sort_key, meeting.c.id)
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else listing.make(row)

    def waiting_minutes(self, committee_id: UUID | None) -> tuple[MinutesRow, ...]:
        """Minutes that are not final, not filed or not signed by all, the oldest first."""
        listing = minutes_listing()
        minutes = listing.of_committee(committee_id).subquery("minutes")
        query = (
            sa.select(minutes)
            .where(
                sa.or_(
                    minutes.c.minutes_state != MinutesState.FINAL,
                    minutes.c.paper_id.is_(None),
                    minutes.c.signed < array_length(minutes.c.fields),
                )
            )
            .order_by(minutes.c.sort_key, minutes.c.id)
        )
        return tuple(listing.make(row) for row in self._connection.execute(query))

    def overdue_actions(self, committee_id: UUID | None, on: date) -> tuple[ActionRow, ...]:
        """Open actions whose day is past, the longest overdue first."""
        listing = action_listing()
        query = (
            listing.of_committee(committee_id)
            .where(action.c.status == ActionStatus.OPEN, action.c.due < on)
            .order_by(action.c.due, action.c.id)
        )
        return tuple(listing.make(row) for row in self._connection.execute(query))

    def agreements_due(
        self, committee_id: UUID | None, on: date, until: date
    ) -> tuple[AgreementRow, ...]:
        """Running agreements with an end or a last day of notice in a stretch of days."""
        listing = agreement_listing(today=on)
        query = (
            listing.of_committee(committee_id)
            .where(agreement.c.status.in_(_RUNNING))
            .order_by(agreement.c.sort_key, agreement.c.id)
        )
        rows = (listing.make(row) for row in self._connection.execute(query))
        return tuple(
            row
            for row in rows
            if any(day and on <= day <= until for day in (row.ends_on, row.notice_until))
        )
