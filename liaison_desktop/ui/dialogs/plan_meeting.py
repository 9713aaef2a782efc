"""Planning a meeting, changing the plan, and noting that the members were called."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meeting_templates import MeetingTemplate
from liaison_desktop.domain.meetings import Call, Meeting, MeetingKind, MeetingMode
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import ClockEdit, DayEdit, choice_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.planning import MeetingPlan, Planned

_AHEAD = timedelta(days=21)
_BEGINS, _ENDS = time(17), time(19)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the editors begin with."""

    day: date
    starts: time = _BEGINS
    ends: time = _ENDS
    place: str = ""
    link: str = ""
    mode: MeetingMode = MeetingMode.IN_PERSON
    kind: MeetingKind = MeetingKind.ORDINARY
    call: Call = Call.FIRST


class PlanEditors:
    """The editors of when, where and how a committee meets."""

    def __init__(self, known: _Known, look: Look) -> None:
        labels = look.labels
        self.day = DayEdit(look, known.day)
        self.starts = ClockEdit(known.starts)
        self.ends = ClockEdit(known.ends)
        self.place = QLineEdit(known.place)
        self.link = QLineEdit(known.link)
        self.mode = choice_editor(((labels.label(each), each) for each in MeetingMode), known.mode)
        self.kind = choice_editor(((labels.label(each), each) for each in MeetingKind), known.kind)
        self.call = choice_editor(((labels.label(each), each) for each in Call), known.call)

    def lay_out(self, dialog: FormDialog) -> None:
        """Put them into a dialog."""
        _ = dialog.look.catalogue.gettext
        dialog.add_beside(
            (_("Day"), self.day, ("committee_without_rules", "meeting_begun")),
            (_("Begins"), self.starts, ()),
            (_("Ends"), self.ends, ("meeting_ends_before",)),
        )
        dialog.add_beside((_("How"), self.mode, ()), (_("Place"), self.place, ()))
        dialog.add(
            _("Link"),
            self.link,
            advice=_("Where people take part from afar; it stands in the convocation."),
        )
        dialog.add_beside((_("Kind"), self.kind, ()), (_("Call"), self.call, ()))
        self.mode.currentIndexChanged.connect(lambda _place: self._adapt(dialog))
        self._adapt(dialog)

    def _adapt(self, dialog: FormDialog) -> None:
        """Ask only for what there is in writing: the last day, no clock and no place."""
        _ = dialog.look.catalogue.gettext
        dialog.field_of(self.day).rename(_("Votes until") if self._in_writing else _("Day"))
        for editor in (self.starts, self.ends, self.place, self.link):
            dialog.field_of(editor).setVisible(not self._in_writing)
        dialog.fit()

    def take(self, template: MeetingTemplate) -> None:
        """Fill in what a template says; the day stays."""
        for editor, at in ((self.starts, template.starts), (self.ends, template.ends)):
            if at is not None:
                editor.setTime(QTime(at.hour, at.minute))
        self.place.setText(template.place)
        self.link.setText(template.link)
        self.mode.choose(template.mode)
        self.kind.choose(template.kind)

    @property
    def _in_writing(self) -> bool:
        return self.mode.currentData() is MeetingMode.WRITTEN

    @property
    def plan(self) -> "MeetingPlan":
        """What was filled in."""
        from liaison_desktop.services.planning import MeetingPlan

        day = self.day.day
        assert day is not None  # noqa: S101 - this day cannot be emptied
        meet = not self._in_writing
        return MeetingPlan(
            date=day,
            starts=self.starts.at if meet else None,
            ends=self.ends.at if meet else None,
            place=self.place.text() if meet else "",
            link=self.link.text() if meet else "",
            mode=self.mode.currentData(),
            kind=self.kind.currentData(),
            call=self.call.currentData(),
        )


class PlanMeetingDialog(FormDialog):
    """A new meeting.

    Signals:
        planned: the id of the meeting.
    """

    planned = Signal(object)

    def __init__(
        self, committees: Sequence[Committee], context: Context, parent: QWidget | None
    ) -> None:
        """``committees``: of which one can be chosen; a single one is not asked about."""
        look = context.look
        _ = look.catalogue.gettext
        super().__init__(
            _("New meeting"),
            _("&Plan"),
            context,
            parent,
            explanation=_(
                "Approval of the last minutes, postponed items and open actions come onto the"
                " agenda by themselves."
            ),
            width=620,
        )
        self.committee = choice_editor((each.name, each) for each in committees)
        self.editors = PlanEditors(_Known(today() + _AHEAD), look)
        self.agenda = choice_editor(self._begins(()))
        if len(committees) > 1:
            self.add(_("Committee"), self.committee)
        self.editors.lay_out(self)
        self.add(_("The agenda begins with"), self.agenda, answers=("record_gone",))
        self.agenda.currentIndexChanged.connect(lambda _place: self._take())
        self.editors.mode.currentIndexChanged.connect(lambda _place: self._suit())
        self.committee.currentIndexChanged.connect(lambda _place: self._read_templates())
        self.accomplished.connect(lambda planned: self.planned.emit(planned.meeting_id))
        self.finish()
        self._read_templates()

    def work(self) -> Callable[[], "Planned"]:
        """Plan it."""
        from liaison_desktop.services.first_agenda import AgendaSource
        from liaison_desktop.services.planning import PlanMeeting

        begins = self.agenda.currentData()
        own = isinstance(begins, MeetingTemplate)
        command = PlanMeeting(
            committee_id=self.committee.currentData().id,
            plan=self.editors.plan,
            agenda=AgendaSource.EMPTY if own else begins,
            template_id=begins.id if own else None,
        )
        planning = self.context.services.meeting_work.planning
        return lambda: planning.plan(command)

    def changes(self, result: Any) -> Changes:
        """What planning it touched."""
        changes: Changes = result.changes
        return changes

    def _begins(self, templates: Sequence[MeetingTemplate]) -> Iterator[tuple[str, Any]]:
        from liaison_desktop.services.first_agenda import AgendaSource

        _ = self.look.catalogue.gettext
        yield _("the usual items"), AgendaSource.USUAL
        yield _("the items of the last meeting"), AgendaSource.LAST_MEETING
        yield _("nothing more"), AgendaSource.EMPTY
        for template in templates:
            name = self.look.formats.isolate(template.name)
            yield _("the template “{name}”").format(name=name), template

    def _read_templates(self) -> None:
        committee = self.committee.currentData()
        templates = self.context.services.meeting_work.templates
        if committee is not None:
            self.context.jobs.read(
                lambda: templates.of_committee(committee.id),
                partial(self._offer, committee),
                owner=self,
            )

    def _offer(self, committee: Committee, templates: tuple[MeetingTemplate, ...]) -> None:
        if self.committee.currentData() == committee:  # not of one that was chosen before
            self.agenda.offer(self._begins(templates), self.agenda.currentData())

    def _suit(self) -> None:
        """In writing there is nothing to announce and no other business."""
        from liaison_desktop.services.first_agenda import AgendaSource

        in_writing = self.editors.mode.currentData() is MeetingMode.WRITTEN
        if in_writing and self.agenda.currentData() is AgendaSource.USUAL:
            self.agenda.choose(AgendaSource.EMPTY)

    def _take(self) -> None:
        begins = self.agenda.currentData()
        if isinstance(begins, MeetingTemplate):
            self.editors.take(begins)


class EditPlanDialog(FormDialog):
    """Another day, place or way to meet."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Change the plan"), _("&Save"), context, parent, width=620)
        self._meeting_id = meeting.id
        known = _Known(
            meeting.date,
            meeting.starts or _BEGINS,
            meeting.ends or _ENDS,
            meeting.place,
            meeting.link,
            meeting.mode,
            meeting.kind,
            meeting.call,
        )
        self.editors = PlanEditors(known, context.look)
        self.editors.lay_out(self)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Change it."""
        from liaison_desktop.services.planning import EditPlan

        command = EditPlan(meeting_id=self._meeting_id, plan=self.editors.plan)
        planning = self.context.services.meeting_work.planning
        return lambda: planning.edit(command)


class ConvocationSentDialog(FormDialog):
    """When the members were called, and how."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("The members were called"), _("&Note"), context, parent)
        self._meeting_id = meeting.id
        sent = meeting.convocation
        self.day = DayEdit(context.look, sent.sent_on or min(today(), meeting.date))
        self.medium = QLineEdit(sent.medium)
        self.add(
            _("Sent on"),
            self.day,
            answers=("convocation_after_meeting", "meeting_begun", "agenda_empty"),
        )
        self.add(_("How"), self.medium, advice=_("By e-mail, by post, handed over …"))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.planning import NoteConvocation

        day = self.day.day
        assert day is not None  # noqa: S101 - this day cannot be emptied
        command = NoteConvocation(
            meeting_id=self._meeting_id, sent_on=day, medium=self.medium.text()
        )
        planning = self.context.services.meeting_work.planning
        return lambda: planning.note_convocation(command)
