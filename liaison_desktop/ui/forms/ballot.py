"""How a vote is taken and how it went: counted, seat by seat, or between candidates."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.decisions import (
    METHODS_IN_WRITING,
    Candidate,
    Choice,
    Counts,
    Decision,
    Method,
    Vote,
)
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.forms.candidates import CandidatesEdit
from liaison_desktop.ui.forms.editors import ChoiceEdit, choice_editor, number_editor
from liaison_desktop.ui.forms.field import Field
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
_IN_WRITING = tuple(method for method in _METHODS if method in METHODS_IN_WRITING)
_MOST = 999
_PLACES = 99


class BallotEdit(QWidget):
    """The method above; below it what that method asks for.

    Signals:
        resized: it asks for more or less than before.
    """

    resized = Signal()

    def __init__(
        self,
        item: AgendaItem,
        seats: tuple[Attendee, ...],
        decision: Decision | None,
        context: Context,
        *,
        in_writing: bool = False,
    ) -> None:
        """``in_writing``: only what can be done where nobody meets is offered."""
        super().__init__()
        look = context.look
        _ = look.catalogue.gettext
        methods = _IN_WRITING if in_writing else _METHODS
        method = decision.method if decision else _usual(item)
        self.method = choice_editor(
            ((look.labels.label(each), each) for each in methods),
            method,
        )
        self.between = QCheckBox(_("&Between candidates"))
        self.between.setChecked(
            bool(decision.candidates) if decision else item.kind is ItemKind.ELECTION
        )
        self.candidates = CandidatesEdit(decision.candidates if decision else (), look)
        self.places = number_editor(1, _PLACES, decision.places if decision else 1)
        self.further = QCheckBox(_("&Further ballot: the most votes are enough"))
        self.further.setChecked(bool(decision and decision.most_votes_suffice))
        counts = decision.counts if decision else None
        self.votes_for = number_editor(0, _MOST, counts.votes_for if counts else len(seats))
        self.against = number_editor(0, _MOST, counts.against if counts else 0)
        self.abstained = number_editor(0, _MOST, counts.abstained if counts else 0)
        known = {vote.seat_id: vote.choice for vote in decision.votes} if decision else {}
        self.roll_call = RollCallVotes(seats, known, context)
        self._lay_out(context)
        self.setFocusProxy(self.method)
        self.method.currentIndexChanged.connect(lambda _place: self._show())
        self.between.toggled.connect(lambda _on: self._show())
        self.candidates.resized.connect(self.resized)
        self._show()

    @property
    def votes(self) -> tuple[Vote, ...]:
        """What each seat did, in a roll call."""
        by_name = self.method.currentData() is Method.ROLL_CALL and not self.between.isChecked()
        return self.roll_call.votes if by_name else ()

    @property
    def counts(self) -> Counts | None:
        """The figures, where hands or ballots were counted."""
        method, between = self.method.currentData(), self.between.isChecked()
        if method not in _COUNTED and not (between and method is Method.ROLL_CALL):
            return None
        return Counts(
            votes_for=self.votes_for.value(),
            against=0 if between else self.against.value(),
            abstained=self.abstained.value(),
        )

    @property
    def standing(self) -> tuple[Candidate, ...]:
        """Those who stand for election."""
        return self.candidates.value if self.between.isChecked() else ()

    def _lay_out(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        self._in_favour, self._named = _("For"), _("Ballots with a name")
        self._abstention, self._blank = _("Abstained"), _("Blank or void")
        self._for = Field(self._in_favour, self.votes_for)
        self._against = Field(_("Against"), self.against)
        self._abstained = Field(self._abstention, self.abstained)
        self._counted = QWidget()
        counted = row(gap=16)
        self._places = Field(_("Places"), self.places)
        for field in (self._places, self._for, self._against, self._abstained):
            counted.addWidget(field, 1)
        self._counted.setLayout(counted)
        self._standing = Field(_("Candidates and their votes"), self.candidates)
        votes = column(self._standing, self._counted, self.further, self.roll_call, gap=12)
        self.setLayout(column(self.method, self.between, votes, gap=12))

    def _show(self) -> None:
        method, between = self.method.currentData(), self.between.isChecked()
        counted = method in _COUNTED or (between and method is Method.ROLL_CALL)
        for field in (self._standing, self._places, self.further):
            field.setVisible(between)
        self._against.setVisible(counted and not between)
        for field in (self._for, self._abstained):
            field.setVisible(counted)
        self._counted.setVisible(counted or between)
        self._for.rename(self._named if between else self._in_favour)
        self._abstained.rename(self._blank if between else self._abstention)
        self.roll_call.setVisible(method is Method.ROLL_CALL and not between)
        self.resized.emit()


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


def _usual(item: AgendaItem) -> Method:
    return Method.SECRET if item.kind is ItemKind.ELECTION else Method.SHOW_OF_HANDS
