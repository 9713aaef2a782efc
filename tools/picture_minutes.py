"""Minutes on their way to approval, and the dialogs about it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.services.approving import RaiseObjection, RuleOnObjection
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.services.writing import WriteDiscussion
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.approve import ApproveDialog
from liaison_desktop.ui.dialogs.circulate import CirculateDialog
from liaison_desktop.ui.dialogs.objections import ObjectionDialog, RulingDialog
from liaison_desktop.ui.dialogs.revise import ReviseDialog
from liaison_desktop.ui.wording import today

CIRCULATED = "haselbrueck/haselbrueck-2026-3"
_RAISED = date(2026, 11, 20)


def circulate_minutes(services: Services) -> None:
    """A draft went out; one objection is decided on, one is not, and the text was changed."""
    meeting = services.meetings.by_ref(CIRCULATED)
    work = services.minutes_work
    people = work.circulating.recipients(meeting.id)
    work.circulating.by_hand(
        CirculateMinutes(
            meeting_id=meeting.id,
            until=today() + timedelta(days=14),
            chosen=frozenset((one.seat_id, one.person_id) for one in people),
        )
    )
    for place, text in ((1, "Es waren sieben Stände, nicht sechs."), (2, "Mein Antrag fehlt.")):
        work.approving.object(
            RaiseObjection(
                meeting_id=meeting.id,
                seat_id=meeting.attendees[place].seat_id,
                item_id=meeting.items[place].id,
                text=text,
                raised_on=_RAISED,
            )
        )
    first = work.approving.way(meeting.id).objections[0]
    work.approving.rule(
        RuleOnObjection(
            objection_id=first.id,
            ruling=Ruling.ACCEPTED,
            answer="Im Text geändert.",
            ruled_on=_RAISED,
        )
    )
    item = meeting.items[1]
    text = f"{item.discussion}\n\nEs waren sieben Stände."
    work.approving.revise(WriteDiscussion(meeting_id=meeting.id, item_id=item.id, text=text))


def approving(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    meeting = services.meetings.by_ref(CIRCULATED)
    way = services.minutes_work.approving.way(meeting.id)
    return {
        "dialog-circulate": lambda: CirculateDialog(meeting, context, window),
        "dialog-objection": lambda: ObjectionDialog(meeting, context, window),
        "dialog-ruling": lambda: RulingDialog(way.objections[1], context, window),
        "dialog-approve": lambda: ApproveDialog(meeting, (), context, window),
        "dialog-revise": lambda: ReviseDialog(
            meeting, context, window, item_id=meeting.items[1].id
        ),
    }
