"""The demonstration's minutes on their way from the draft to their final text: sent to the members,
one of whom objects, changed, approved, locked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.attendance import voting_attendees
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.approving import (
    ApproveMinutes,
    RaiseObjection,
    RuleOnObjection,
    WayToApproval,
)
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.minutes import FinaliseMinutes, MinutesService
from liaison_desktop.services.minutes_work import MinutesWork
from liaison_desktop.services.writing import WriteDiscussion

_TIME_TO_OBJECT = timedelta(days=10)
_ITEM = 3
"""The item that the objection is about: workshops at school."""


@dataclass(frozen=True, slots=True)
class MinutesOnTheirWay:
    """Takes minutes through every step to their final text; steps that were taken stay."""

    minutes: MinutesService
    work: MinutesWork
    catalogue: Callable[[str], Catalogue]

    def to_final(self, meeting: Meeting, drafts: Path) -> WayToApproval:
        """What happened on the way; messages to the members go into a folder as drafts of a mail
        program.
        """
        approving, today = self.work.approving, datetime.now().astimezone().date()
        if meeting.minutes_state is MinutesState.DRAFT:
            self._circulate(meeting, drafts, today)
            self._object(meeting, max(today, meeting.date))
        way = approving.way(meeting.id)
        final = meeting.minutes_state is MinutesState.FINAL
        # On a computer whose clock is behind the meeting nobody can have approved anything yet.
        if not final and way.approval is None and meeting.date <= today:
            words = self.catalogue(meeting.language).pgettext("paper", "without a vote against")
            approving.approve(ApproveMinutes(meeting_id=meeting.id, approved_on=today, words=words))
        if not final:
            self.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
        return approving.way(meeting.id)

    def _circulate(self, meeting: Meeting, drafts: Path, today: date) -> None:
        invitees = self.work.circulating.recipients(meeting.id)
        sender = next(each for each in invitees if each.seat_id == meeting.secretary_seat_id)
        members = [each for each in invitees if each is not sender and not each.substitute]
        self.work.circulating.draft(
            CirculateMinutes(
                meeting_id=meeting.id,
                until=today + _TIME_TO_OBJECT,
                chosen=frozenset((each.seat_id, each.person_id) for each in members),
                sender=Mailbox(name=sender.name, address=sender.address),
            ),
            drafts,
        )

    def _object(self, meeting: Meeting, day: date) -> None:
        """A member misses a sentence; the committee finds that it was said, and it is added."""
        approving, pgettext = self.work.approving, self.catalogue(meeting.language).pgettext
        item, member = meeting.items[_ITEM - 1], _somebody(meeting)
        missed = pgettext(
            "paper", "I asked that grandparents be invited to the workshops too; it is missing."
        )
        sentence = pgettext(
            "paper", "{name} asks that grandparents be invited to the workshops too."
        )
        answer = pgettext("paper", "It was said; the sentence is added.")
        approving.object(
            RaiseObjection(
                meeting_id=meeting.id,
                seat_id=member.seat_id,
                item_id=item.id,
                text=missed,
                raised_on=day,
            )
        )
        (objection,) = approving.way(meeting.id).objections
        approving.rule(
            RuleOnObjection(
                objection_id=objection.id, ruling=Ruling.ACCEPTED, answer=answer, ruled_on=day
            )
        )
        text = f"{item.discussion}\n\n{sentence.format(name=member.present_name)}"
        approving.revise(WriteDiscussion(meeting_id=meeting.id, item_id=item.id, text=text))


def _somebody(meeting: Meeting) -> Attendee:
    """A member who was there and leads nothing."""
    officers = (meeting.chair_seat_id, meeting.secretary_seat_id)
    there = (each for each in voting_attendees(meeting) if each.was_there)
    return next(each for each in there if each.seat_id not in officers)
