"""A motion and its vote."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.decisions import Choice, Counts, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.forms.editors import ChoiceEdit, choice_editor, number_editor
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.text import TextKind, label

_COUNTED = frozenset({Method.SHOW_OF_HANDS, Method.SECRET})
_METHODS = (
    Method.SHOW_OF_HANDS,
    Method.ROLL_CALL,
    Method.SECRET,
    Method.CONSENSUS,
    Method.NOTED,
)
_MOST = 999


class RollCallVotes(QWidget):
    """One choice for each seat that may vote."""

    def __init__(
        self, seats: tuple[Attendee, ...], known: dict[UUID, Choice], context: Context
    ) -> None:
        super().__init__()
        labels, isolate = context.look.labels, context.look.formats.isolate
        sides = (Choice.FOR, Choice.AGAINST, Choice.ABSTAINED)
        self._editors: dict[UUID, ChoiceEdit] = {}
        box = column(gap=6)
        for attendee in seats:
            editor = choice_editor(
                ((labels.label(side), side) for side in sides),
                known.get(attendee.seat_id, Choice.FOR),
            )
            editor.setAccessibleName(attendee.present_name)
            self._editors[attendee.seat_id] = editor
            line = row(gap=12)
            line.addWidget(label(isolate(attendee.present_name), TextKind.BODY, wrap=True), 1)
            line.addWidget(editor)
            box.addLayout(line)
        self.setLayout(box)

    @property
    def votes(self) -> tuple[Vote, ...]:
        """What each seat did."""
        return tuple(
            Vote(seat_id=seat, choice=editor.currentData())
            for seat, editor in self._editors.items()
        )


class MotionDialog(FormDialog):
    """What is put to the vote, how, and how the vote went."""

    def __init__(
        self,
        meeting: Meeting,
        item: AgendaItem,
        context: Context,
        parent: QWidget | None,
        *,
        decision: Decision | None = None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Decision"), _("&Keep"), context, parent, width=600)
        self._meeting, self._item, self._decision = meeting, item, decision
        labels = context.look.labels
        there = present_voters(meeting, item.no) - set(item.recused)
        seats = tuple(one for one in meeting.attendees if one.seat_id in there)
        self.text = GrowingText(decision.text if decision else "")
        self.method = choice_editor(
            ((labels.label(each), each) for each in _METHODS),
            decision.method if decision else Method.SHOW_OF_HANDS,
        )
        counts = decision.counts if decision else None
        self.votes_for = number_editor(0, _MOST, counts.votes_for if counts else len(seats))
        self.against = number_editor(0, _MOST, counts.against if counts else 0)
        self.abstained = number_editor(0, _MOST, counts.abstained if counts else 0)
        known = {vote.seat_id: vote.choice for vote in decision.votes} if decision else {}
        self.roll_call = RollCallVotes(seats, known, context)
        self.mover = QLineEdit(decision.mover if decision else "")
        self.seconder = QLineEdit(decision.seconder if decision else "")
        self.statement = GrowingText(decision.statement if decision else "")
        self.adjourned = QCheckBox(_("Left to a &later meeting without a vote"))
        declared = decision.declared_outcome if decision else None
        self.adjourned.setChecked(declared is Outcome.ADJOURNED)
        self._lay_out()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.deciding import Motion, PutMotion

        method, adjourned = self.method.currentData(), self.adjourned.isChecked()
        motion = Motion(
            text=self.text.toPlainText(),
            method=Method.NONE if adjourned else method,
            votes=self.roll_call.votes if method is Method.ROLL_CALL and not adjourned else (),
            counts=self._counts() if method in _COUNTED and not adjourned else None,
            adjourned=adjourned,
            statement=self.statement.toPlainText(),
            mover=self.mover.text(),
            seconder=self.seconder.text(),
        )
        command = PutMotion(
            meeting_id=self._meeting.id,
            item_id=self._item.id,
            motion=motion,
            decision_id=self._decision.id if self._decision else None,
        )
        deciding = self.context.services.meeting_work.deciding
        return lambda: deciding.put_motion(command)

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("What is decided"), self.text, answers=("motion_needs_text", "item_gone"))
        self.add(_("Vote"), self.method, answers=("secret_ballot_not_allowed", "vote_of_absent"))
        self._counted = QWidget()
        counted = row(gap=16)
        for name, editor in (
            (_("For"), self.votes_for),
            (_("Against"), self.against),
            (_("Abstained"), self.abstained),
        ):
            counted.addWidget(self._field(name, editor, "", ("too_many_votes", name)), 1)
        self._counted.setLayout(counted)
        self.body.addWidget(self._counted)
        self.body.addWidget(self.roll_call)
        self.body.addWidget(self.adjourned)
        self.add_beside((_("Moved by"), self.mover, ()), (_("Seconded by"), self.seconder, ()))
        self.add(_("Statement for the record"), self.statement)
        self.method.currentIndexChanged.connect(lambda _place: self._show_ballot())
        self.adjourned.toggled.connect(lambda _on: self._show_ballot())
        self.finish()
        self._show_ballot()

    def _show_ballot(self) -> None:
        method, adjourned = self.method.currentData(), self.adjourned.isChecked()
        self.method.setEnabled(not adjourned)
        self._counted.setVisible(method in _COUNTED and not adjourned)
        self.roll_call.setVisible(method is Method.ROLL_CALL and not adjourned)
        self.fit()

    def _counts(self) -> Counts:
        return Counts(
            votes_for=self.votes_for.value(),
            against=self.against.value(),
            abstained=self.abstained.value(),
        )
