"""The call to a meeting: sending it, what the members answered, and whether it will be quorate."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QLayout

from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.seats import Role
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.letters import LettersDialog
from liaison_desktop.ui.dialogs.replies_taken import RepliesTakenDialog
from liaison_desktop.ui.dialogs.send_invitations import SendInvitationsDialog
from liaison_desktop.ui.dialogs.session import SubstituteDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import PAD, Card, clear, column, row
from liaison_desktop.ui.widgets.mnemonics import keep_mnemonics_apart
from liaison_desktop.ui.widgets.outlook import outlook
from liaison_desktop.ui.widgets.roll_list import RollList
from liaison_desktop.ui.widgets.text import TextKind, label, picture

if TYPE_CHECKING:
    from liaison_desktop.services.answering import RepliesTaken
    from liaison_desktop.services.invitations import Invitations, SeatAnswer

_ANSWERS = {
    "A": Answer.ACCEPTED,
    "D": Answer.DECLINED,
    "M": Answer.TENTATIVE,
    "S": Answer.DELEGATED,
    "N": None,
}
_TONES = {
    Answer.ACCEPTED: Tone.GOOD,
    Answer.DECLINED: Tone.WRONG,
    Answer.TENTATIVE: Tone.CARE,
    Answer.DELEGATED: Tone.ACCENT,
}


class InvitationsCard(Card):
    """Buttons above, the forecast, the seats; one key notes what was answered for a seat."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0, gap=12)
        self._context = context
        self._meeting: Meeting | None = None
        self._view: Invitations | None = None
        look = context.look
        _ = look.catalogue.gettext
        self.box.setContentsMargins(1, PAD, 1, 1)
        self._head = column(gap=12)
        self._head.setContentsMargins(PAD, 0, PAD, 0)
        self.seats = RollList(_("Answers"), "".join(_ANSWERS), look)
        self.seats.marked.connect(self._mark)
        hint = _("A comes, D does not come, M perhaps, S sends a substitute, N no answer")
        self._hint = label(hint, TextKind.SMALL, wrap=True)
        self._hint.setContentsMargins(PAD, 0, PAD, 0)
        self.box.addLayout(self._head)
        self.box.addWidget(self._hint)
        self.box.addWidget(self.seats)

    def show_meeting(self, meeting: Meeting) -> None:
        """Read and show the call to a meeting."""
        other = self._meeting is None or self._meeting.id != meeting.id
        self._meeting = meeting
        if other:
            self.hide()
        invitations = self._context.services.calling_work.invitations
        self._context.jobs.read(lambda: invitations.of_meeting(meeting.id), self._show, owner=self)

    def _show(self, view: "Invitations") -> None:
        if self._meeting is None or view.meeting.id != self._meeting.id:
            return
        self._view = view
        look = self._context.look
        _ = look.catalogue.gettext
        clear(self._head)
        self._head.addWidget(label(_("Invitations"), TextKind.SUBHEADING))
        if view.outdated:
            self._head.addLayout(_care(_("What was sent is out of date: send an update."), look))
        self._head.addLayout(self._buttons(view))
        if view.seats:
            self._head.addLayout(outlook(view.forecast, look))
        else:
            nobody = _("Nobody holds a seat of the committee on that day.")
            self._head.addWidget(label(nobody, TextKind.QUIET, wrap=True))
        self._hint.setVisible(bool(view.seats))
        self.seats.setVisible(bool(view.seats))
        self.seats.show_faces([self._face(seat) for seat in view.seats])
        self.show()
        keep_mnemonics_apart(self)

    def _buttons(self, view: "Invitations") -> QLayout:
        look = self._context.look
        _ = look.catalogue.gettext
        words = _("Send an &update …") if view.outdated else _("Send the con&vocation …")
        line = row(
            button(words, self._send, look),
            button(_("Ans&wers from files …"), self._ask_files, look, icon=Icon.IMPORT),
            gap=8,
        )
        if view.letters:
            line.addWidget(button(_("Pr&oof of sending …"), self._prove, look))
        line.addStretch(1)
        return line

    def _face(self, seat: "SeatAnswer") -> Face:
        look = self._context.look
        _ = look.catalogue.gettext
        holder, reply = seat.holder, seat.reply
        about = [] if holder.role is Role.MEMBER else [look.labels.label(holder.role)]
        if reply and reply.substitute:
            about.insert(0, _("{name} comes").format(name=look.formats.isolate(reply.substitute)))
        if seat.overtaken:
            about.insert(0, _("answered before the update"))
        if reply and reply.comment:
            about.append(look.formats.isolate(reply.comment))
        if holder.organisation:
            about.append(look.formats.isolate(holder.organisation))
        if not holder.voting:
            about.append(_("without vote"))
        return Face(
            id=holder.seat_id,
            title=holder.name,
            subtitle=" · ".join(about),
            chip=_answer_word(reply.answer, look) if reply else _("No answer"),
            tone=_TONES[reply.answer] if reply else Tone.NEUTRAL,
        )

    def _send(self) -> None:
        if self._view is not None:
            SendInvitationsDialog(self._view, self._context, self.window()).open()

    def _prove(self) -> None:
        if self._view is not None:
            LettersDialog(self._view.letters, self._context.look, self.window()).open()

    def _ask_files(self) -> None:
        _ = self._context.look.catalogue.gettext
        paths, _chosen = QFileDialog.getOpenFileNames(
            self,
            _("Answers of calendars"),
            str(Path.home()),
            _("Calendar files and messages (*.ics *.eml)"),
        )
        if paths:
            self.take_in([Path(path) for path in paths])

    def take_in(self, paths: list[Path]) -> None:
        """Read answers from files, and say what became of each."""
        _ = self._context.look.catalogue.gettext
        answering = self._context.services.calling_work.answering

        def tell(taken: "RepliesTaken") -> None:
            RepliesTakenDialog(taken, self._context.look, self.window()).open()

        self._context.jobs.write(
            lambda _job: answering.take_in(paths),
            tell,
            owner=self,
            label=_("Reading answers …"),
            changes=lambda taken: taken.changes,
        )

    def _mark(self, seat_id: UUID, letter: str) -> None:
        if self._view is None:
            return
        if _ANSWERS[letter] is not Answer.DELEGATED:
            self._note(seat_id, _ANSWERS[letter])
            return
        seat = next(each for each in self._view.seats if each.holder.seat_id == seat_id)
        named = seat.reply.substitute if seat.reply else ""
        offered = tuple(dict.fromkeys(filter(None, (named, *seat.substitutes))))
        dialog = SubstituteDialog(seat.holder.name, self._context, self.window(), offered=offered)
        dialog.named.connect(lambda name: self._note(seat_id, Answer.DELEGATED, name))
        dialog.open()

    def _note(self, seat_id: UUID, answer: Answer | None, substitute: str = "") -> None:
        from liaison_desktop.services.answering import NoteReply

        if self._meeting is None:
            return
        command = NoteReply(
            meeting_id=self._meeting.id, seat_id=seat_id, answer=answer, substitute=substitute
        )
        answering = self._context.services.calling_work.answering

        def note() -> Changes:
            return answering.note(command)

        self._context.jobs.change(note, owner=self)


def _answer_word(answer: Answer, look: Look) -> str:
    """What was answered, short enough for a chip."""
    _ = look.catalogue.gettext
    words = {
        Answer.ACCEPTED: _("Comes"),
        Answer.DECLINED: _("Does not come"),
        Answer.TENTATIVE: _("Perhaps"),
        Answer.DELEGATED: _("Substitute"),
    }
    return words[answer]


def _care(words: str, look: Look) -> QLayout:
    line = row(picture(look.icons.pixmap(Icon.CARE, look.tokens.ink_of(Tone.CARE), 16)), gap=8)
    line.addWidget(label(words, TextKind.BODY, wrap=True), 1)
    return line
