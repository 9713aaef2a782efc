"""Who was there, and whether that was enough, all through the meeting."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from liaison_desktop.domain.assessment import Assessment
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.quorum import QuorumCause, QuorumPoint
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, Scroll, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.quorum_ring import QuorumFigures, QuorumRing
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, hairline, label, picture
from liaison_desktop.ui.wording import attendance_chip

_PAD = 14
_WIDTH = 296


class RollCallCard(Card):
    """The ring, its course, and every seat."""

    def __init__(
        self, meeting: Meeting, assessment: Assessment, look: Look, parent: QWidget
    ) -> None:
        super().__init__(pad=0, gap=0, parent=parent)
        self._look = look
        self._meeting = meeting
        self._assessment = assessment
        self._scroll = Scroll(gap=0, least=_WIDTH)
        self.box.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.box.setContentsMargins(1, 1, 1, 8)

    def fill(self) -> Iterator[None]:
        """Put in one part after the other."""
        _ = self._look.catalogue.gettext
        box = self._scroll.box
        box.addLayout(self._quorum())
        yield
        if len(self._assessment.trail) > 1:
            box.addWidget(self._caption(_("Course of the quorum")))
            for point in self._assessment.trail:
                box.addWidget(self._trail_line(point))
                yield
        box.addWidget(self._caption(_("Roll call")))
        for attendee in self._meeting.attendees:
            box.addWidget(hairline())
            box.addWidget(self._seat_line(attendee))
            yield
        box.addStretch(1)

    def _quorum(self) -> QVBoxLayout:
        _ = self._look.catalogue.gettext
        quorum = self._assessment.quorum
        figures = QuorumFigures(quorum.present_at_opening, quorum.basis, quorum.required)
        if quorum.established:
            chip = Chip(_("Quorate"), Tone.GOOD, self._look, Icon.CHECK)
        else:
            chip = Chip(_("Not quorate"), Tone.WRONG, self._look, Icon.CLOSE)
        needed = _("{required} of {base} needed").format(
            required=quorum.required, base=quorum.basis
        )
        words = column(
            None,
            chip,
            label(needed, TextKind.QUIET),
            None if self._meeting.in_writing else label(_("at the opening"), TextKind.QUIET),
            None,
            gap=4,
        )
        line = row(QuorumRing(figures, self._look), words, None, gap=16)
        line.setContentsMargins(_PAD, 16, _PAD, 8)
        outer = column(line)
        rule = label(self._look.labels.label(quorum.rule), TextKind.QUIET, wrap=True)
        rule.setContentsMargins(_PAD, 0, _PAD, 4)
        outer.addWidget(rule)
        return outer

    def _caption(self, text: str) -> QWidget:
        caption = label(text, TextKind.SUBHEADING)
        caption.setContentsMargins(_PAD, 12, _PAD, 8)
        return caption

    def _trail_line(self, point: QuorumPoint) -> QWidget:
        _ = self._look.catalogue.gettext
        icons = {
            QuorumCause.OPENING: Icon.CHECK,
            QuorumCause.ARRIVAL: Icon.ARRIVED,
            QuorumCause.DEPARTURE: Icon.LEFT,
        }
        tone = Tone.GOOD if point.quorate else Tone.WRONG
        sign = picture(self._look.icons.pixmap(icons[point.cause], self._look.tokens.quiet, 16))
        count = _("{present} present").format(present=point.present)
        line = QWidget()
        box = row(sign, gap=10)
        box.addWidget(label(self._what_happened(point), TextKind.QUIET, wrap=True), 1)
        box.addWidget(Chip(count, tone, self._look), 0, Qt.AlignmentFlag.AlignTop)
        box.setContentsMargins(_PAD, 4, _PAD, 4)
        line.setLayout(box)
        return line

    def _what_happened(self, point: QuorumPoint) -> str:
        _ = self._look.catalogue.gettext
        names = self._look.formats.list(self._names(point))
        clock = self._look.formats.isolate(self._look.formats.time(point.at)) if point.at else ""
        if point.cause is QuorumCause.OPENING:
            return _("Opening, {time}").format(time=clock) if clock else _("Opening")
        arrived = point.cause is QuorumCause.ARRIVAL
        if clock:
            pattern = _("{names} arrived, {time}") if arrived else _("{names} left, {time}")
            return pattern.format(names=names, time=clock)
        pattern = _("{names} arrived") if arrived else _("{names} left")
        return pattern.format(names=names)

    def _names(self, point: QuorumPoint) -> Iterator[str]:
        attendees: Mapping[UUID, Attendee] = {a.seat_id: a for a in self._meeting.attendees}
        for seat in point.seats:
            yield attendees[seat].present_name

    def _seat_line(self, attendee: Attendee) -> QWidget:
        line = QWidget()
        words = column(
            ElidedLabel(attendee.present_name, TextKind.STRONG),
            ElidedLabel(self._about(attendee), TextKind.SMALL),
            gap=0,
        )
        box = row(gap=10)
        box.addLayout(words, 1)
        chip = attendance_chip(attendee, self._look, in_writing=self._meeting.in_writing)
        box.addWidget(Chip(*chip, self._look))
        box.setContentsMargins(_PAD, 5, _PAD, 5)
        line.setLayout(box)
        return line

    def _about(self, attendee: Attendee) -> str:
        _ = self._look.catalogue.gettext
        label_of = self._look.labels.label
        parts = [label_of(attendee.constituency)]
        if attendee.substitute:
            parts = [_("for {name}").format(name=self._look.formats.isolate(attendee.full_name))]
        elif attendee.role is not Role.MEMBER:
            parts.insert(0, label_of(attendee.role))
        for interval in attendee.intervals:
            if interval.arrived is not None:
                time = self._look.formats.isolate(self._look.formats.time(interval.arrived))
                parts.append(_("from {time}").format(time=time))
            if interval.left is not None:
                time = self._look.formats.isolate(self._look.formats.time(interval.left))
                parts.append(_("until {time}").format(time=time))
        return " · ".join(parts)
