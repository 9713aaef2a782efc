"""A meeting that has not begun: when and where, until when the members are called, its agenda."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.planning import NoticePeriod, notice_period
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.call_off import call_off
from liaison_desktop.ui.dialogs.confirm import confirm
from liaison_desktop.ui.dialogs.guests import GuestsDialog
from liaison_desktop.ui.dialogs.plan_meeting import ConvocationSentDialog, EditPlanDialog
from liaison_desktop.ui.dialogs.save_calendar import ask_calendar_file
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.agenda_card import AgendaCard
from liaison_desktop.ui.screens.invitations_card import InvitationsCard
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, label, picture
from liaison_desktop.ui.wording import MEETING_TONES, meeting_title, today

Paper = Callable[[UUID, str], bytes]
"""Gives a paper of a meeting in a language, as the bytes of a PDF."""

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord


class MeetingPlanView(Scroll):
    """The plan above, the agenda below."""

    def __init__(self, context: Context, go_on: Callable[[], None], *, gutter: int) -> None:
        """``go_on``: shows the session of a meeting whose roll call has begun."""
        super().__init__(gutter=gutter)
        self._go_on = go_on
        self._context = context
        self._meeting: Meeting | None = None
        self._head = Card(gap=14)
        self._about = column(gap=14)
        self._head.box.addLayout(self._about)
        self.invitations = InvitationsCard(context)
        self.agenda = AgendaCard(context)
        self.box.addWidget(self._head)
        self.box.addWidget(self.agenda)
        self.box.addWidget(self.invitations)
        self.box.addStretch(1)

    def show_record(self, record: "MeetingRecord") -> None:
        """Show the plan of a meeting."""
        self._meeting = record.meeting
        self._show_head(record.meeting)
        self.agenda.show_meeting(record.meeting)
        self.invitations.show_meeting(record.meeting)

    def _show_head(self, meeting: Meeting) -> None:
        look = self._context.look
        clear(self._about)
        top = row(gap=12)
        top.addWidget(label(meeting_title(meeting, look), TextKind.TITLE, wrap=True), 1)
        chip = Chip(look.labels.label(meeting.state), MEETING_TONES[meeting.state], look)
        top.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self._about.addLayout(top)
        self._about.addWidget(_facts(meeting, look))
        self._about.addLayout(_notice(notice_period(meeting), look))
        self._about.addLayout(self._buttons(meeting))

    def _buttons(self, meeting: Meeting) -> QVBoxLayout:
        look = self._context.look
        _ = look.catalogue.gettext
        if meeting.state is MeetingState.OPEN:
            return column(row(self._roll_call(meeting), self._papers(meeting), None, gap=8))
        called = _("Members called &again …")
        if meeting.state is MeetingState.PLANNED:
            called = _("Members were &called …")
        return column(
            row(
                self._roll_call(meeting),
                button(called, partial(self._note, meeting), look, icon=Icon.CHECK),
                self._papers(meeting),
                None,
                gap=8,
            ),
            row(
                button(_("Change the &plan …"), partial(self._edit, meeting), look),
                button(_("G&uests …"), partial(self._ask_guests, meeting), look),
                button(_("Cancel the &meeting …"), partial(self._cancel, meeting), look),
                None,
                gap=8,
            ),
            gap=8,
        )

    def _save(self, meeting: Meeting, title: str, make: Paper) -> None:
        SavePaperDialog(
            title,
            f"{meeting.date.isoformat()} {title}",
            meeting.language,
            lambda language: make(meeting.id, language),
            self._context,
            self.window(),
        ).open()

    def _papers(self, meeting: Meeting) -> QPushButton:
        """The papers for the meeting, in a menu."""
        _ = self._context.look.catalogue.gettext
        papers = self._context.services.papers
        made = QPushButton(_("Pap&ers"))
        menu = QMenu(made)
        offered: list[tuple[str, Paper]] = [(_("Convocation"), papers.convocation)]
        if not meeting.in_writing:
            offered.append((_("Attendance sheet"), papers.attendance_sheet))
        for title, make in offered:
            action = menu.addAction(title)
            action.triggered.connect(
                lambda _checked=False, title=title, make=make: self._save(meeting, title, make)
            )
        made.setMenu(menu)
        calendars = self._context.services.calling_work.calendars
        menu.addAction(_("Calendar file")).triggered.connect(
            lambda _checked=False: ask_calendar_file(
                meeting.key, lambda: calendars.meeting(meeting.id), self._context, self
            )
        )
        return made

    def _roll_call(self, meeting: Meeting) -> QPushButton:
        _ = self._context.look.catalogue.gettext
        if meeting.attendees:
            return button(_("&To the session"), self._go_on, self._context.look)
        session = self._context.services.meeting_work.session

        def begin() -> None:
            self._context.jobs.change(
                lambda: session.begin_roll_call(meeting.id),
                owner=self,
                done=lambda _changes: self._go_on(),
            )

        return button(_("&Roll call"), begin, self._context.look)

    def _note(self, meeting: Meeting) -> None:
        ConvocationSentDialog(meeting, self._context, self.window()).open()

    def _edit(self, meeting: Meeting) -> None:
        EditPlanDialog(meeting, self._context, self.window()).open()

    def _ask_guests(self, meeting: Meeting) -> None:
        GuestsDialog(meeting, self._context, self.window()).open()

    def _cancel(self, meeting: Meeting) -> None:
        look = self._context.look
        _ = look.catalogue.gettext
        agreed = confirm(
            self.window(),
            look,
            title=_("Cancel the meeting?"),
            text=_(
                "It stays on record as cancelled. Postponed items and unapproved minutes come onto"
                " the next agenda."
            ),
            verb=_("&Cancel the meeting"),
        )
        if agreed:
            planning = self._context.services.meeting_work.planning
            self._context.jobs.change(
                lambda: planning.cancel(meeting.id),
                owner=self,
                done=lambda _changes: call_off(meeting.id, self._context, self),
            )


def _facts(meeting: Meeting, look: Look) -> Facts:
    _ = look.catalogue.gettext
    formats, label_of = look.formats, look.labels.label
    facts = Facts()
    day = formats.full_date(meeting.date)
    clocks = [formats.isolate(formats.time(at)) for at in (meeting.starts, meeting.ends) if at]
    when = _("Votes until") if meeting.in_writing else _("When")
    facts.add(when, " · ".join((day, "–".join(clocks))) if clocks else day)
    mode = label_of(meeting.mode)
    where = _("How") if meeting.in_writing else _("Where")
    facts.add(where, f"{formats.isolate(meeting.place)} · {mode}" if meeting.place else mode)
    facts.add(_("Link"), formats.isolate(meeting.link))
    facts.add(_("Call"), label_of(meeting.call))
    facts.add(_("Guests"), formats.list([formats.isolate(one.name) for one in meeting.guests]))
    sent = meeting.convocation
    if sent.sent_on is not None:
        words = formats.long_date(sent.sent_on)
        facts.add(_("Members called"), f"{words} · {sent.medium}" if sent.medium else words)
    return facts


def _notice(period: NoticePeriod, look: Look) -> QHBoxLayout:
    """Whether the call is, or still can be, in time."""
    catalogue = look.catalogue
    _ = catalogue.gettext
    day = look.formats.long_date(period.send_by)
    late = period.late_on(today())
    if period.sent_on is not None:
        words = _("The members were called in time.")
        if late:
            words = _("The members were called too late: {day} was the last day.").format(day=day)
    elif late:
        words = _("The notice period can no longer be kept: {day} was the last day.")
        words = words.format(day=day)
    else:
        left = period.days_left(today())
        words = catalogue.ngettext(
            "Call the members by {day}: {count} day is left.",
            "Call the members by {day}: {count} days are left.",
            left,
        ).format(day=day, count=left)
    tone = Tone.WRONG if late else Tone.GOOD
    sign = picture(
        look.icons.pixmap(Icon.CARE if late else Icon.CHECK, look.tokens.ink_of(tone), 16)
    )
    line = row(sign, gap=8)
    line.addWidget(label(words, TextKind.BODY, wrap=True), 1)
    return line
