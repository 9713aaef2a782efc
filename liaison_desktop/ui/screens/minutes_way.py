"""The way of minutes to their approval: what went out, what was objected, what comes next."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.minutes import (
    Circulation,
    MinutesStep,
    Objection,
    Ruling,
    may,
    open_objections,
)
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.approve import ApproveDialog
from liaison_desktop.ui.dialogs.circulate import CirculateDialog
from liaison_desktop.ui.dialogs.objections import ObjectionDialog, RulingDialog
from liaison_desktop.ui.dialogs.revise import ReviseDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.minutes_paper import MinutesPaper
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import day_and_time, today

_TONES = {
    Ruling.OPEN: Tone.CARE,
    Ruling.ACCEPTED: Tone.GOOD,
    Ruling.REJECTED: Tone.NEUTRAL,
    Ruling.WITHDRAWN: Tone.NEUTRAL,
}


class MinutesWay(QWidget):
    """Part of the column beside the pages.

    Signals:
        finalise: the person wants the minutes final.
    """

    finalise = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.look
        self._shown: MinutesPaper | None = None
        self._box = column(gap=12)
        self.setLayout(self._box)

    def show_minutes(self, shown: MinutesPaper) -> None:
        """Show how far the minutes are; nothing where there is nothing to tell or to do."""
        self._shown = shown
        clear(self._box)
        final = shown.record.meeting.minutes_state is MinutesState.FINAL
        way = shown.way
        told = bool(way.circulations or way.objections or way.approval)
        self.setVisible(told or not final)
        if not (told or not final):
            return
        _ = self._look.catalogue.gettext
        self._box.addWidget(label(_("Approval"), TextKind.SUBHEADING))
        self._add_standing(shown)
        for objection in way.objections:
            self._box.addWidget(hairline())
            self._box.addLayout(self._objection(objection, shown))
        if not final:
            self._add_steps(shown)

    def _add_standing(self, shown: MinutesPaper) -> None:
        """What happened so far, in a sentence each."""
        _ = self._look.catalogue.gettext
        way = shown.way
        if way.circulations:
            self._box.addLayout(self._circulation(way.circulations[-1], shown))
        if way.approval:
            words = _("Approved: {words}").format(words=way.approval.words)
            if way.approval.corrected:
                words = _("Approved with corrections: {words}").format(words=way.approval.words)
            self._box.addWidget(label(words, wrap=True))
        elif not way.circulations:
            next_words = _("Nobody has got this draft yet.")
            self._box.addWidget(label(next_words, TextKind.QUIET, wrap=True))
        waiting = [each for each in way.found if not each.approved]
        if waiting and not way.approval:
            day = self._look.formats.long_date(waiting[0].meeting.date)
            words = _("On the agenda of the meeting of {day}.").format(day=day)
            self._box.addWidget(label(words, TextKind.QUIET, wrap=True))

    def _circulation(self, circulation: Circulation, shown: MinutesPaper) -> QVBoxLayout:
        catalogue, formats = self._look.catalogue, self._look.formats
        _ = catalogue.gettext
        count = len(circulation.addressees)
        sent = catalogue.ngettext(
            "Sent to {count} person, {when}", "Sent to {count} people, {when}", count
        ).format(count=count, when=day_and_time(circulation.circulated_at, self._look))
        lines = column(label(sent, wrap=True), gap=2)
        until = _("Objections until {day}").format(day=formats.long_date(circulation.until))
        if circulation.until < today():
            until = _("The time for objections ended on {day}").format(
                day=formats.long_date(circulation.until)
            )
        lines.addWidget(label(until, TextKind.QUIET, wrap=True))
        digest = label(f"{circulation.digest[:8]}…{circulation.digest[-8:]}", TextKind.MONO)
        digest.setToolTip(circulation.digest)
        digest.setAccessibleName(circulation.digest)
        lines.addWidget(digest)
        if shown.changed:
            chip = Chip(_("Changed since"), Tone.CARE, self._look)
            lines.addLayout(row(chip, None))
        return lines

    def _objection(self, objection: Objection, shown: MinutesPaper) -> QVBoxLayout:
        _ = self._look.catalogue.gettext
        top = row(gap=8)
        top.addWidget(label(objection.name, TextKind.STRONG, wrap=True), 1)
        chip = Chip(self._look.labels.label(objection.ruling), _TONES[objection.ruling], self._look)
        top.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(top, gap=2)
        item = next((i for i in shown.record.meeting.items if i.id == objection.item_id), None)
        if item is not None:
            about = _("Item {number}").format(number=self._look.formats.isolate(item.number))
            lines.addWidget(label(about, TextKind.QUIET, wrap=True))
        lines.addWidget(label(objection.text, wrap=True))
        if objection.answer:
            lines.addWidget(label(objection.answer, TextKind.QUIET, wrap=True))
        if may(shown.record.meeting, MinutesStep.RULE):
            decide = button(_("Decide …"), partial(self._rule, objection), self._look)
            change = button(_("Change …"), partial(self._revise, objection), self._look)
            lines.addSpacing(4)
            lines.addLayout(row(decide, change, None, gap=8))
        return lines

    def _add_steps(self, shown: MinutesPaper) -> None:
        """The next step first, the others below it."""
        meeting, way = shown.record.meeting, shown.way
        ready = any(each.approved for each in way.found) and not open_objections(way.objections)
        state = meeting.minutes_state
        if state is MinutesState.APPROVED:
            self._box.addWidget(self._finalise(primary=True))
            return
        if state is MinutesState.CIRCULATED or ready:
            self._box.addWidget(self._approve(primary=not open_objections(way.objections)))
            self._box.addLayout(row(self._object(), self._change(), gap=8))
            self._box.addWidget(self._circulate(primary=False))
        else:
            self._box.addWidget(self._circulate(primary=True))
            self._box.addLayout(row(self._approve(primary=False), self._change(), gap=8))
        self._box.addWidget(self._finalise(primary=False))

    def _circulate(self, *, primary: bool) -> QPushButton:
        _ = self._look.catalogue.gettext
        again = self._shown is not None and bool(self._shown.way.circulations)
        words = _("Circulate a&gain …") if again else _("C&irculate …")
        return button(words, self.circulate, self._look, icon=Icon.SEND, primary=primary)

    def _object(self) -> QPushButton:
        _ = self._look.catalogue.gettext
        made = button(_("O&bjection …"), self.note_objection, self._look)
        made.setEnabled(self._may(MinutesStep.OBJECT))
        return made

    def _change(self) -> QPushButton:
        return button(self._look.catalogue.gettext("Change te&xt …"), self._revise, self._look)

    def _approve(self, *, primary: bool) -> QPushButton:
        words = self._look.catalogue.gettext("&Approved …")
        return button(words, self.approve, self._look, icon=Icon.CHECK, primary=primary)

    def _finalise(self, *, primary: bool) -> QPushButton:
        _ = self._look.catalogue.gettext
        words = _("Make &final")
        return button(words, self.finalise.emit, self._look, icon=Icon.FINAL, primary=primary)

    def circulate(self) -> None:
        """Send the draft out."""
        CirculateDialog(self._the_shown().record.meeting, self._context, self.window()).open()

    def note_objection(self) -> None:
        """Note what somebody objects to."""
        ObjectionDialog(self._the_shown().record.meeting, self._context, self.window()).open()

    def approve(self) -> None:
        """Note that the minutes were approved."""
        shown = self._the_shown()
        found = [each for each in shown.way.found if each.approved]
        ApproveDialog(shown.record.meeting, found, self._context, self.window()).open()

    def _rule(self, objection: Objection) -> None:
        RulingDialog(objection, self._context, self.window()).open()

    def _revise(self, objection: Objection | None = None) -> None:
        meeting = self._the_shown().record.meeting
        item_id = objection.item_id if objection else None
        ReviseDialog(meeting, self._context, self.window(), item_id=item_id).open()

    def _may(self, step: MinutesStep) -> bool:
        return may(self._the_shown().record.meeting, step)

    def _the_shown(self) -> MinutesPaper:
        assert self._shown is not None  # noqa: S101 - there are no buttons while nothing is shown
        return self._shown
