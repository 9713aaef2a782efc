"""How long what is known of people is kept, and what an erasure takes.

Regulation (EU) 2016/679 (GDPR), articles 5(1)(e) and 17; the clocks are the committees' own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.agreements import months_after
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.seats import Membership
from liaison_desktop.domain.sheet import Attendee

CONTACT_MONTHS = 12
"""Contact data are kept for so many months after the last term."""

EVIDENCE_YEARS = 5
"""Attendance sheets are kept for so many years after the last payment of a grant."""

PSEUDONYM = "N. N."
"""Whoever was erased is called so in drafts; *nomen nescio* is understood in every language."""

_ERASED = ("email", "contacts", "form_of_address", "gender", "age_range", "languages", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class DueContact:
    """Somebody whose contact data have been kept long enough.

    Attributes:
        term_ended: the last day of the last term.
        due_since: the day from which they are to be erased.
    """

    person_id: UUID
    name: str
    term_ended: date
    due_since: date


def last_day(memberships: Iterable[Membership]) -> date | None:
    """The last day of the last term; ``None`` = one has no end, or there was none."""
    ends = [membership.end for membership in memberships]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def contact_due(person: Person, memberships: Iterable[Membership], on: date) -> DueContact | None:
    """Whether a person's contact data are to be erased by a day; ``None`` = not yet.

    Of somebody who never sat in the committee no clock runs.
    """
    ended = last_day(memberships)
    if ended is None or not holds_anything(person):
        return None
    since = months_after(ended, CONTACT_MONTHS)
    if on < since:
        return None
    return DueContact(person_id=person.id, name=person.full_name, term_ended=ended, due_since=since)


def holds_anything(person: Person) -> bool:
    """Whether there is anything to erase."""
    return any(getattr(person, field) for field in _ERASED)


def emptied(person: Person) -> Person:
    """The person's name alone.

    It stands in signed records, which are kept for ever (GDPR, article 17(3)).
    """
    return replace(
        person,
        email="",
        contacts=(),
        form_of_address="",
        gender=None,
        age_range=None,
        languages=(),
        note="",
    )


def erased(person: Person, on: date) -> tuple[Person, tuple[str, ...]]:
    """The person without what can be erased, and the names of the fields that were emptied."""
    fields = tuple(field for field in _ERASED if getattr(person, field))
    return replace(emptied(person), erased_on=on), fields


def pseudonymised(meeting: Meeting, person: Person, seats: frozenset[UUID]) -> Meeting:
    """A draft without a person's name on the sheet; final minutes stay as they are.

    ``seats``: those that the person held or stood in for.
    """
    if meeting.minutes_state is MinutesState.FINAL:
        return meeting
    attendees = tuple(
        _without(attendee, person) if attendee.seat_id in seats else attendee
        for attendee in meeting.attendees
    )
    return replace(meeting, attendees=attendees)


def without_name(text: str, person: Person) -> str:
    """A text in which the person is called by no name any more."""
    return text.replace(person.full_name, PSEUDONYM)


def names_in_text(meeting: Meeting, person: Person) -> bool:
    """Whether what was written in a draft names a person; only its author can mend that."""
    if meeting.minutes_state is MinutesState.FINAL:
        return False
    texts = [meeting.quorum_text, meeting.closing_text]
    for item in meeting.items:
        texts += [item.title, item.discussion]
        texts += [action.text for action in item.actions]
        for decision in item.decisions:
            texts += [decision.text, decision.statement]
    return any(person.full_name in text for text in texts)


def _without(attendee: Attendee, person: Person) -> Attendee:
    if attendee.substitute == person.full_name:
        return replace(attendee, substitute=PSEUDONYM)
    if attendee.full_name == person.full_name:
        return replace(attendee, given_name="", family_name=PSEUDONYM, name_native=None)
    return attendee
