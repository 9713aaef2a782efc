"""Who is called to a meeting, who was, what they answered, and what comes of it."""

from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.announcement import Round, next_round, reached_by
from liaison_desktop.domain.calling import Letter, Purpose, Reply
from liaison_desktop.domain.forecast import Forecast, answers_by_seat, forecast
from liaison_desktop.domain.invitees import Invitee, invitees_on
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.services.required import required
from liaison_desktop.services.session import sheet_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who can be called.

    Attributes:
        reached: the letter of this round that went out; going on leaves this recipient out.
        called: whether any letter went out before.
    """

    invitee: Invitee
    reached: Letter | None
    called: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatAnswer:
    """A seat with what was answered for it.

    Attributes:
        substitutes: full names of those who may stand in.
        overtaken: the answer was given before the last change went out.
    """

    holder: Invitee
    substitutes: tuple[str, ...]
    reply: Reply | None
    overtaken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitations:
    """All about the call to one meeting.

    Attributes:
        letters: what went out, the oldest first.
        call: what is to go out next.
        outdated: what was sent no longer holds.
    """

    meeting: Meeting
    recipients: tuple[Recipient, ...]
    seats: tuple[SeatAnswer, ...]
    letters: tuple[Letter, ...]
    call: Round
    forecast: Forecast

    @property
    def outdated(self) -> bool:
        """Whether those who were written to know something that no longer holds."""
        return self.call.changed

    @property
    def pending(self) -> tuple[Recipient, ...]:
        """Those who can be written to and have not got what is to go out."""
        cancelled = self.meeting.state is MeetingState.CANCELLED
        return tuple(
            one
            for one in self.recipients
            if one.invitee.address and not one.reached and (one.called or not cancelled)
        )


class InvitationService:
    """Use cases that look at the call to a meeting."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_meeting(self, meeting_id: UUID) -> Invitations:
        """All about the call to a meeting."""
        with self._store.read() as reading:
            return invitations_of(reading, meeting_id)

    def substitutes(self, meeting_id: UUID, seat_id: UUID) -> tuple[str, ...]:
        """Who may stand in for the holder of a seat; first who was named in advance."""
        view = self.of_meeting(meeting_id)
        seat = next((each for each in view.seats if each.holder.seat_id == seat_id), None)
        if seat is None:
            return ()
        named = seat.reply.substitute if seat.reply else ""
        return tuple(dict.fromkeys(filter(None, (named, *seat.substitutes))))


def invitations_of(reading: Reading | UnitOfWork, meeting_id: UUID) -> Invitations:
    """All about the call to a meeting, in one state of the store."""
    meeting = required(reading.meetings.get(meeting_id))
    letters = reading.letters.where("meeting_id", meeting_id)
    answers = answers_by_seat(reading.replies.where("meeting_id", meeting_id))
    invitees = invitees_of(reading, meeting)
    call = next_round(meeting, letters)
    return Invitations(
        meeting=meeting,
        recipients=tuple(_recipient(each, call, letters) for each in invitees),
        seats=tuple(
            _seat(each, invitees, answers.get(each.seat_id), letters)
            for each in invitees
            if not each.substitute
        ),
        letters=letters,
        call=call,
        forecast=forecast(meeting, sheet_of(reading, meeting), answers),
    )


def invitees_of(reading: Reading | UnitOfWork, meeting: Meeting) -> tuple[Invitee, ...]:
    """Who can be called to a meeting."""
    people = reading.people
    return tuple(
        invitees_on(
            meeting.date,
            seats=people.seats(meeting.committee_id),
            memberships=people.memberships(meeting.committee_id),
            people=people.seated(meeting.committee_id),
            organisations=people.organisations(meeting.committee_id),
        )
    )


def meeting_forecast(reading: Reading, meeting_id: UUID) -> Forecast | None:
    """The forecast by what was answered; ``None`` = nobody has answered yet."""
    replies = reading.replies.where("meeting_id", meeting_id)
    if not replies:
        return None
    meeting = required(reading.meetings.get(meeting_id))
    return forecast(meeting, sheet_of(reading, meeting), answers_by_seat(replies))


def _recipient(invitee: Invitee, call: Round, letters: tuple[Letter, ...]) -> Recipient:
    address = invitee.address.lower()
    before = [
        letter
        for letter in letters
        if letter.seat_id == invitee.seat_id and letter.address.lower() == address
    ]
    reached = None if call.changed else reached_by(call, letters, invitee.seat_id, address)
    return Recipient(invitee=invitee, reached=reached, called=bool(before))


def _seat(
    holder: Invitee,
    invitees: tuple[Invitee, ...],
    reply: Reply | None,
    letters: tuple[Letter, ...],
) -> SeatAnswer:
    changed = [
        letter.sent_at
        for letter in letters
        if letter.seat_id == holder.seat_id and letter.purpose is Purpose.UPDATE
    ]
    return SeatAnswer(
        holder=holder,
        substitutes=tuple(
            each.name for each in invitees if each.substitute and each.seat_id == holder.seat_id
        ),
        reply=reply,
        overtaken=bool(reply and changed and reply.answered_at < max(changed)),
    )
