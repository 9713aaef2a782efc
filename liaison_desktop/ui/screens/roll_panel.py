"""The roll call of a meeting in session: every seat, and the quorum as it stands."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.session import Standing, is_there, standing
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.session import SubstituteDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.guest_lines import GuestLines
from liaison_desktop.ui.screens.presiding import PresidingLines
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.quorum_ring import QuorumFigures, QuorumRing
from liaison_desktop.ui.widgets.roll_list import RollList
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import attendance_chip, now

_PAD = 14
_WIDTH = 296
_MARKS = {
    "P": "present",
    "R": "remote",
    "S": "substituted",
    "E": "excused",
    "A": "absent",
    "L": "left",
    "C": "recused",
}
_WHERE_PEOPLE_MEET = frozenset({"remote", "substituted", "left"})


class RollPanel(Card):
    """The ring and the officers above, the seats and guests below; one key marks a seat."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0, gap=0)
        self._widest = 0
        self._context = context
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        look = context.look
        _ = look.catalogue.gettext
        self.seats = RollList(_("Roll call"), "".join(_MARKS), look)
        self.seats.marked.connect(self._mark)
        scroll = Scroll(gap=8, least=_WIDTH)
        self._quorum = column(gap=8)
        self._quorum.setContentsMargins(_PAD, 16, _PAD, 0)
        scroll.box.addLayout(self._quorum)
        self.presiding = PresidingLines(context)
        self.presiding.setContentsMargins(_PAD, 8, _PAD, 0)
        scroll.box.addWidget(self.presiding)
        caption = label(_("Roll call"), TextKind.SUBHEADING)
        caption.setContentsMargins(_PAD, 8, _PAD, 0)
        scroll.box.addWidget(caption)
        self._hint = label("", TextKind.SMALL, wrap=True)
        self._hint.setContentsMargins(_PAD, 0, _PAD, 4)
        scroll.box.addWidget(self._hint)
        scroll.box.addWidget(self.seats)
        self.guests = GuestLines(context)
        self.guests.setContentsMargins(_PAD, 8, _PAD, 8)
        scroll.box.addWidget(self.guests)
        scroll.box.addStretch(1)
        self.box.addWidget(scroll)
        self.box.setContentsMargins(1, 1, 1, 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Never narrower than before: the text beside it would be laid out anew each time."""
        hint = super().sizeHint()
        self._widest = max(self._widest, hint.width())
        return QSize(self._widest, hint.height())

    def show_meeting(self, meeting: Meeting, item: AgendaItem | None) -> None:
        """Show who is there at an item; before the opening, at the opening."""
        self._meeting, self._item = meeting, item
        self._hint.setText(self._keys(meeting))
        item_no = self._item_no
        self._show_quorum(standing(meeting, item_no))
        self.presiding.show_meeting(meeting, item, item_no)
        self.guests.show_meeting(meeting)
        self.seats.show_faces([self._face(one, item_no) for one in meeting.attendees])

    def _keys(self, meeting: Meeting) -> str:
        _ = self._context.look.catalogue.gettext
        if meeting.in_writing:
            return _("P answered, E excused, A no answer, C conflict of interest")
        return _(
            "P present, R remote, S substitute, E excused, A absent, L left, C conflict of interest"
        )

    @property
    def _item_no(self) -> int | None:
        begun = self._meeting is not None and self._meeting.state is MeetingState.OPEN
        return self._item.no if begun and self._item else None

    def _show_quorum(self, stands: Standing) -> None:
        look = self._context.look
        _ = look.catalogue.gettext
        clear(self._quorum)
        if stands.quorate:
            chip = Chip(_("Quorate"), Tone.GOOD, look, Icon.CHECK)
            missing = ""
        else:
            chip = Chip(_("Not quorate"), Tone.WRONG, look, Icon.CLOSE)
            missing = look.catalogue.ngettext(
                "{count} more is needed; a vote now would be void.",
                "{count} more are needed; a vote now would be void.",
                stands.missing,
            ).format(count=stands.missing)
        needed = _("{required} of {base} needed").format(
            required=stands.required, base=stands.basis
        )
        figures = QuorumFigures(stands.present, stands.basis, stands.required)
        words = column(None, chip, label(needed, TextKind.QUIET), None, gap=4)
        self._quorum.addLayout(row(QuorumRing(figures, look), words, None, gap=16))
        if missing:
            self._quorum.addWidget(label(missing, TextKind.ERROR, wrap=True))

    def _face(self, attendee: Attendee, item_no: int | None) -> Face:
        look = self._context.look
        _ = look.catalogue.gettext
        about = [look.labels.label(attendee.constituency)]
        if attendee.substitute:
            about = [_("for {name}").format(name=look.formats.isolate(attendee.full_name))]
        elif attendee.role is not Role.MEMBER:
            about.insert(0, look.labels.label(attendee.role))
        in_writing = self._meeting is not None and self._meeting.in_writing
        chip, tone = attendance_chip(attendee, look, in_writing=in_writing)
        if attendee.was_there and not is_there(attendee, item_no):
            chip, tone = _("Not there now"), Tone.CARE
        elif self._item and attendee.seat_id in self._item.recused:
            chip, tone = _("Keeps out"), Tone.CARE
        elif attendee.was_there and attendee.remote:
            chip, tone = _("Remote"), Tone.ACCENT
        return Face(
            id=attendee.seat_id,
            title=attendee.present_name,
            subtitle=" · ".join(about),
            chip=chip,
            tone=tone,
        )

    def _mark(self, seat_id: UUID, letter: str) -> None:
        if self._meeting is None:
            return
        mark = _MARKS[letter]
        if self._meeting.in_writing and mark in _WHERE_PEOPLE_MEET:
            return
        if mark == "substituted":
            self._ask_substitute(self._meeting, seat_id)
        elif mark == "recused":
            self._recuse(seat_id)
        else:
            self._write(seat_id, mark)

    def _ask_substitute(self, meeting: Meeting, seat_id: UUID) -> None:
        """Offer first whom the holder named in advance."""
        invitations = self._context.services.calling_work.invitations
        holder = meeting.attendee(seat_id).full_name

        def ask(offered: tuple[str, ...]) -> None:
            dialog = SubstituteDialog(holder, self._context, self.window(), offered=offered)
            dialog.named.connect(lambda name: self._write(seat_id, "substituted", name))
            dialog.open()

        self._context.jobs.read(
            lambda: invitations.substitutes(meeting.id, seat_id), ask, owner=self
        )

    def _write(self, seat_id: UUID, mark: str, substitute: str = "") -> None:
        from liaison_desktop.services.session import Mark, MarkSeat

        if self._meeting is None:
            return
        command = MarkSeat(
            meeting_id=self._meeting.id,
            seat_id=seat_id,
            mark=Mark(mark),
            at=now(),
            item_id=self._item.id if self._item else None,
            substitute=substitute,
        )
        session = self._context.services.meeting_work.session
        self._context.jobs.change(lambda: session.mark(command), owner=self)

    def _recuse(self, seat_id: UUID) -> None:
        if self._meeting is None or self._item is None:
            return
        session = self._context.services.meeting_work.session
        work = partial(session.recuse, self._meeting.id, self._item.id, seat_id)
        self._context.jobs.change(work, owner=self)
