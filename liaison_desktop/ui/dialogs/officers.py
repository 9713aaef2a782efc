"""Who presides and who takes the minutes: chosen before the opening, handed over afterwards."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.presiding import may_preside, may_take_minutes, with_officers
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import ChoiceEdit, ClockEdit, choice_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.wording import now

_WIDTH = 440
_REFUSALS = ("chair_not_there", "chair_missing")


class OpenMeetingDialog(FormDialog):
    """When the meeting was opened, and who presides: nobody opens it without a chair."""

    def __init__(
        self, meeting: Meeting, context: Context, parent: QWidget | None, *, explanation: str = ""
    ) -> None:
        _ = context.look.catalogue.gettext
        title, verb = _("Open the meeting"), _("&Open")
        if meeting.in_writing:
            title, verb = _("Begin the procedure"), _("&Begin")
        super().__init__(
            title,
            verb,
            context,
            parent,
            explanation=explanation,
            width=_WIDTH,
        )
        self._meeting_id = meeting.id
        self.at = ClockEdit(now())
        able = may_preside(meeting, None)
        chosen = with_officers(meeting).chair_seat_id
        self.chair = _seat_choice(able, chosen, context.look)
        self.add(_("Time"), self.at)
        advice = "" if able else _("Mark in the roll call who is there; then one can preside.")
        self.add(_("Who presides"), self.chair, advice=advice, answers=_REFUSALS)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Open it."""
        session = self.context.services.meeting_work.session
        meeting_id, at, chair = self._meeting_id, self.at.at, self.chair.currentData()
        return lambda: session.open(meeting_id, at, chair)


class HandChairDialog(FormDialog):
    """Who presides: from the opening on, or from the item under way on."""

    def __init__(
        self, meeting: Meeting, item: AgendaItem | None, context: Context, parent: QWidget | None
    ) -> None:
        look = context.look
        _ = look.catalogue.gettext
        open_now = meeting.state is MeetingState.OPEN
        self._item = item if open_now else None
        told = _("From the opening on, as long as they are there.")
        if meeting.in_writing:
            told = _("For the whole procedure.")
        if self._item is not None:
            title = look.formats.isolate(f"{self._item.number} · {self._item.title}")
            told = _("From this item on: {item}").format(item=title)
        title, verb = _("Who presides"), _("&Choose")
        if open_now:
            title, verb = _("Hand over the chair"), _("&Hand over")
        super().__init__(title, verb, context, parent, explanation=told, width=_WIDTH)
        self._meeting_id = meeting.id
        number = self._item.no if self._item else None
        officers = meeting if open_now else with_officers(meeting)
        chair = officers.chair_seat_id if number is None else officers.chair_at(number)
        self.chair = _seat_choice(may_preside(meeting, number), chair, look)
        self.add(_("Who presides"), self.chair, answers=_REFUSALS)
        self.at = ClockEdit(now())
        if open_now:
            self.add(_("Time"), self.at)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Choose them, or hand the chair over."""
        session = self.context.services.meeting_work.session
        meeting_id, at, chair = self._meeting_id, self.at.at, self.chair.currentData()
        if self._item is None:
            return lambda: session.choose_chair(meeting_id, chair)
        item_id = self._item.id
        return lambda: session.hand_chair(meeting_id, item_id, chair, at)


class TakeMinutesDialog(FormDialog):
    """Who takes the minutes, with a vote or without."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        told = _("Whoever came can take them, with a vote or without.")
        if meeting.in_writing:
            told = _("Whoever has a seat can take them, with a vote or without.")
        title, verb = _("Who takes the minutes"), _("&Choose")
        super().__init__(title, verb, context, parent, explanation=told, width=_WIDTH)
        self._meeting_id = meeting.id
        came = may_take_minutes(meeting)
        writer = with_officers(meeting).secretary_seat_id
        self.writer = _seat_choice(came, writer, context.look)
        self.add(_("Minutes are taken by"), self.writer, answers=("minute_taker_not_there",))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Say so."""
        session = self.context.services.meeting_work.session
        meeting_id, writer = self._meeting_id, self.writer.currentData()
        return lambda: session.take_minutes(meeting_id, writer)


def _seat_choice(seats: Iterable[Attendee], chosen: UUID | None, look: Look) -> ChoiceEdit:
    """Those who can be chosen, with the offices they hold; nobody at first if nobody is it yet."""
    named: list[tuple[str, UUID | None]] = [(_named(one, look), one.seat_id) for one in seats]
    if all(seat_id != chosen for _name, seat_id in named):
        named.insert(0, (look.catalogue.gettext("Choose …"), None))
    return choice_editor(named, chosen)


def _named(attendee: Attendee, look: Look) -> str:
    name = look.formats.isolate(attendee.present_name)
    if attendee.role is Role.MEMBER or attendee.substitute:
        return name
    return f"{name} · {look.labels.label(attendee.role)}"
