"""Everybody who ever sat in a seat, with the papers of the appointments."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Capacity, Membership, Role
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition

_WIDTH = 640
_HEIGHT = 240


class SeatHistoryDialog(Dialog):
    """The terms of a seat, the newest first; papers can be added and saved."""

    def __init__(
        self,
        seat: RosterSeat,
        composition: "Composition",
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("History of the seat"), context.look, parent, width=_WIDTH)
        self._context = context
        self._composition = composition
        whose = seat.organisation or context.look.labels.label(seat.constituency)
        self.box.addWidget(label(whose, TextKind.QUIET, wrap=True))
        self._terms = Scroll(gap=10, gutter=12)
        self._terms.setMinimumHeight(_HEIGHT)
        self.box.addWidget(self._terms, 1)
        self.add_buttons(button(_("&Close"), self.accept, context.look))
        self._show(composition.terms[seat.seat_id])

    def attach(self, membership: Membership, path: Path) -> None:
        """Keep the paper of an appointment."""
        from liaison_desktop.services.seats import AttachAppointment

        seats = self._context.services.seats
        command = AttachAppointment(membership_id=membership.id, path=path)
        self._context.jobs.write(
            lambda _job: seats.attach_appointment(command),
            lambda _changes: self.accept(),
            owner=self,
            label=self.look.catalogue.gettext("Keeping the paper …"),
            changes=lambda changes: changes,
        )

    def save(self, attachment_id: UUID, path: Path) -> None:
        """Write the paper of an appointment to a file."""
        words = self.look.catalogue.gettext("Saved as {path}.")
        self._context.jobs.read(
            lambda: self._context.services.attachments.save_copy(attachment_id, path),
            lambda saved: self._context.desk.tell(
                words.format(path=self.look.formats.isolate(str(saved)))
            ),
            owner=self,
        )

    def _show(self, terms: Sequence[Membership]) -> None:
        clear(self._terms.box)
        for place, membership in enumerate(reversed(terms)):
            if place:
                self._terms.box.addWidget(hairline())
            self._terms.box.addLayout(self._term(membership))
        if not terms:
            words = self.look.catalogue.gettext("Nobody ever sat in it.")
            self._terms.box.addWidget(label(words, TextKind.QUIET))
        self._terms.box.addStretch(1)

    def _term(self, membership: Membership) -> QHBoxLayout:
        _ = self.look.catalogue.gettext
        labels = self.look.labels
        name = self._composition.name(membership)
        words = column(label(name, TextKind.STRONG, wrap=True), gap=2)
        for line in self._lines(membership):
            words.addWidget(label(line, TextKind.QUIET, wrap=True))
        top = row(gap=8)
        top.addLayout(words, 1)
        if membership.capacity is Capacity.SUBSTITUTE:
            top.addWidget(Chip(labels.label(Capacity.SUBSTITUTE), Tone.NEUTRAL, self.look))
        elif membership.role is not Role.MEMBER:
            top.addWidget(Chip(labels.label(membership.role), Tone.ACCENT, self.look))
        if membership.runs_on(today()):
            top.addWidget(Chip(_("In office"), Tone.GOOD, self.look))
        if membership.appointment_id is None:
            ask = partial(self._ask_for_paper, membership)
            made = button(_("Add the paper …"), ask, self.look)
        else:
            ask = partial(self._ask_where_to_save, membership.appointment_id)
            made = button(_("Save the paper …"), ask, self.look)
        made.setAccessibleName(f"{made.text()} {name}")
        top.addWidget(made)
        return top

    def _lines(self, membership: Membership) -> list[str]:
        """Term, for whom, by whom, why it ended."""
        _ = self.look.catalogue.gettext
        formats = self.look.formats
        start = formats.long_date(membership.start) if membership.start else "…"
        end = formats.long_date(membership.end) if membership.end else "…"
        lines = [f"{start} – {end}"]
        if membership.end_reason is not None:
            lines[0] += f" · {self.look.labels.label(membership.end_reason)}"
        organisations = {each.id: each.name for each in self._composition.organisations}
        if membership.on_behalf_of in organisations:
            name = formats.isolate(organisations[membership.on_behalf_of])
            lines.append(_("on behalf of {organisation}").format(organisation=name))
        if membership.appointed_by:
            by = formats.isolate(membership.appointed_by)
            lines.append(_("appointed by {whom}").format(whom=by))
        return lines

    def _ask_for_paper(self, membership: Membership) -> None:
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Paper of the appointment"), str(Path.home()), _("All files (*)")
        )
        if path:
            self.attach(membership, Path(path))

    def _ask_where_to_save(self, attachment_id: UUID) -> None:
        _ = self.look.catalogue.gettext
        name = self._context.services.attachments.about(attachment_id).name
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save a copy"), str(Path.home() / name), _("All files (*)")
        )
        if path:
            self.save(attachment_id, Path(path))
