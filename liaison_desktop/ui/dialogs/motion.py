"""A motion and its vote."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.decisions import Decision, Method, Outcome
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.forms.ballot import BallotEdit
from liaison_desktop.ui.forms.editors import ChoiceEdit, choice_editor
from liaison_desktop.ui.forms.record_choice import Choice as Chosen
from liaison_desktop.ui.forms.record_choice import RecordChoice, decisions_of

_SHORT = 60
"""Letters of a motion that tell it from the others."""

_OF_THE_VOTE = (
    "method_in_writing",
    "secret_ballot_not_allowed",
    "vote_of_absent",
    "too_many_votes",
    "candidate_without_name",
    "too_many_candidate_votes",
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
        there = present_voters(meeting, item.no) - set(item.recused)
        seats = tuple(one for one in meeting.attendees if one.seat_id in there)
        usual = item.title if item.kind is ItemKind.ELECTION else ""
        self.text = GrowingText(decision.text if decision else usual)
        self.ballot = BallotEdit(item, seats, decision, context, in_writing=meeting.in_writing)
        self.amends = self._amends()
        self.supersedes = RecordChoice(
            decisions_of(meeting.committee_id, context), context, hint=_("number or words")
        )
        if decision is not None and decision.supersedes_id:
            self.supersedes.choose(Chosen(decision.supersedes_id, decision.supersedes_number))
        self.mover = QLineEdit(decision.mover if decision else "")
        self.seconder = QLineEdit(decision.seconder if decision else "")
        self.statement = GrowingText(decision.statement if decision else "")
        self.adjourned = QCheckBox(_("Left to a &later meeting without a vote"))
        self._lay_out()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.deciding import Motion, PutMotion

        ballot, adjourned = self.ballot, self.adjourned.isChecked()
        motion = Motion(
            text=self.text.toPlainText(),
            method=Method.NONE if adjourned else ballot.method.currentData(),
            votes=() if adjourned else ballot.votes,
            counts=None if adjourned else ballot.counts,
            adjourned=adjourned,
            statement=self.statement.toPlainText(),
            mover=self.mover.text(),
            seconder=self.seconder.text(),
            amends_id=self.amends.currentData(),
            supersedes_id=self.supersedes.record_id,
            candidates=ballot.standing,
            places=ballot.places.value(),
            most_votes_suffice=ballot.further.isChecked(),
        )
        command = PutMotion(
            meeting_id=self._meeting.id,
            item_id=self._item.id,
            motion=motion,
            decision_id=self._decision.id if self._decision else None,
        )
        deciding = self.context.services.meeting_work.deciding
        return lambda: deciding.put_motion(command)

    def _amends(self) -> ChoiceEdit:
        """The other motions under the item; an amendment is not amended again."""
        _ = self.look.catalogue.gettext
        own = self._decision.id if self._decision else None
        others = [one for one in self._item.decisions if one.id != own and one.amends_id is None]
        return choice_editor(
            [(_("nothing"), None), *((_short(one.text), one.id) for one in others)],
            self._decision.amends_id if self._decision else None,
        )

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("What is decided"), self.text, answers=("motion_needs_text", "item_gone"))
        self.add(_("How the vote is taken"), self.ballot, answers=_OF_THE_VOTE)
        self.body.addWidget(self.adjourned)
        if self.amends.count() > 1:
            self.add(_("Amends the motion"), self.amends)
        self.add_beside((_("Moved by"), self.mover, ()), (_("Seconded by"), self.seconder, ()))
        self.add(_("Replaces the decision"), self.supersedes, answers=("decision_not_numbered",))
        self.add(_("Statement for the record"), self.statement)
        self.adjourned.toggled.connect(self._leave)
        self.ballot.resized.connect(self.fit)
        declared = self._decision.declared_outcome if self._decision else None
        self.adjourned.setChecked(declared is Outcome.ADJOURNED)
        self.finish()

    def _leave(self, adjourned: bool) -> None:
        self.ballot.setVisible(not adjourned)
        self.fit()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
