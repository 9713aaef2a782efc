"""What the parties of an agreement promised, with what can be done about each promise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from liaison_desktop.domain.agreement_texts import Commitment, CommitmentStatus, Recurrence
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.commitments import is_overdue
from liaison_desktop.domain.listings import ActionRow
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.agreements import AgreementRecord

_TONES = {CommitmentStatus.KEPT: Tone.GOOD, CommitmentStatus.DROPPED: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class CommitmentActs:
    """What a line can ask for."""

    add: Callable[[], None]
    keep: Callable[[Commitment], None]
    edit: Callable[[Commitment], None]
    drop: Callable[[Commitment], None]
    open_meeting: Callable[[UUID], None]


def commitments_card(record: "AgreementRecord", acts: CommitmentActs, look: Look) -> Card:
    """Every commitment in a line, the open ones by the day they are due."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=10)
    add = button(_("&Add a commitment"), acts.add, look)
    card.box.addLayout(row(label(_("Commitments"), TextKind.SUBHEADING), None, add))
    open_first = sorted(
        record.commitments, key=lambda each: each.status is not CommitmentStatus.OPEN
    )
    for commitment in open_first:
        card.box.addWidget(hairline())
        card.box.addLayout(_line(commitment, record, acts, look))
    if not record.commitments:
        words = _("Note here who promised what by when; what comes due is shown under Today.")
        card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
    return card


def _line(
    commitment: Commitment, record: "AgreementRecord", acts: CommitmentActs, look: Look
) -> QHBoxLayout:
    _ = look.catalogue.gettext
    words = column(label(commitment.text, TextKind.STRONG, wrap=True), gap=1)
    about = _about(commitment, record.agreement, look)
    words.addWidget(label(about, TextKind.QUIET, wrap=True))
    action = record.actions.get(commitment.action_id) if commitment.action_id else None
    if action is not None:
        told = _("Action: {text} ({status})").format(
            text=look.formats.isolate(action.text), status=look.labels.label(action.status)
        )
        words.addWidget(label(told, TextKind.QUIET, wrap=True))
    line = row(gap=8)
    line.addLayout(words, 1)
    top = Qt.AlignmentFlag.AlignVCenter
    if commitment.status is not CommitmentStatus.OPEN:
        word = look.labels.label(commitment.status)
        line.addWidget(Chip(word, _TONES[commitment.status], look), 0, top)
        return line
    if is_overdue(commitment, today()):
        line.addWidget(Chip(_("Overdue"), Tone.WRONG, look), 0, top)
    keep = button(_("Kept"), lambda: acts.keep(commitment), look)
    keep.setAccessibleName(_("Kept: {text}").format(text=commitment.text))
    line.addWidget(keep, 0, top)
    line.addWidget(_menu(commitment, action, acts, look), 0, top)
    return line


def _about(commitment: Commitment, agreement: Agreement, look: Look) -> str:
    _ = look.catalogue.gettext
    names = {party.organisation_id: party.name for party in agreement.parties}
    name = names.get(commitment.organisation_id) if commitment.organisation_id else None
    parts = [look.formats.isolate(name) if name else _("All parties")]
    if commitment.due is not None:
        parts.append(_("due {day}").format(day=look.formats.long_date(commitment.due)))
    if commitment.recurrence is not Recurrence.ONCE:
        parts.append(look.labels.label(commitment.recurrence))
    if commitment.kept_on:
        day = look.formats.long_date(commitment.kept_on[-1])
        parts.append(_("kept on {day}").format(day=day))
    return " · ".join(parts)


def _menu(
    commitment: Commitment, action: ActionRow | None, acts: CommitmentActs, look: Look
) -> QPushButton:
    _ = look.catalogue.gettext
    made = button(_("More"), lambda: None, look)
    made.setAccessibleName(_("More about: {text}").format(text=commitment.text))
    menu = QMenu(made)
    for words, act in ((_("Change"), acts.edit), (_("Drop"), acts.drop)):
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act(commitment))
    if action is not None:
        opened = menu.addAction(_("Open the meeting of the action")).triggered
        opened.connect(lambda _checked=False: acts.open_meeting(action.meeting_id))
    made.setMenu(menu)
    return made
