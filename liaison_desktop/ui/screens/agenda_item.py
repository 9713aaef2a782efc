"""An agenda item with its discussion, decision and actions."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import ItemAssessment
from liaison_desktop.domain.decisions import Action
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.quorum import Quorum
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.decision_block import DecisionBlock
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.reading_text import ReadingText
from liaison_desktop.ui.widgets.text import TextKind, label, picture
from liaison_desktop.ui.wording import ACTION_TONES, rule_sentence


class AgendaItemCard(Card):
    """One item."""

    def __init__(
        self,
        item: AgendaItem,
        assessed: ItemAssessment,
        quorum: Quorum,
        meeting: Meeting,
        look: Look,
        promised: Mapping[UUID, str],
        replaced: Mapping[UUID, str],
        parent: QWidget,
    ) -> None:
        super().__init__(gap=12, parent=parent)
        _ = look.catalogue.gettext
        self.setAccessibleName(_("Item {no}: {title}").format(no=item.no, title=item.title))
        self.box.addLayout(_head(item, look))
        if item.discussion:
            name = _("Discussion of item {no}").format(no=item.no)
            self.box.addWidget(ReadingText(item.discussion, name))
        provisional = meeting.minutes_state is not MinutesState.FINAL
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True):
            decided = DecisionBlock(
                decision,
                verdict,
                look,
                provisional=provisional,
                replaced_by=replaced.get(decision.id),
            )
            rule = rule_sentence(verdict, assessed.present_voters, quorum, look)
            decided.add_rule(rule)
            self.box.addWidget(decided)
        names = {attendee.seat_id: attendee.present_name for attendee in meeting.attendees}
        for action in item.actions:
            responsible = names.get(action.seat_id, "") if action.seat_id else ""
            block = ActionBlock(action, responsible, look, promised=promised.get(action.id, ""))
            self.box.addWidget(block)


def _head(item: AgendaItem, look: Look) -> QHBoxLayout:
    """Number and title, and whether it was dealt with behind closed doors."""
    _ = look.catalogue.gettext
    number = label(item.number, TextKind.NUMBER)
    number.setFixedHeight(26)
    number.setMinimumWidth(26)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    top = row(gap=12)
    top.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    top.addWidget(label(item.title, TextKind.SUBHEADING, wrap=True), 1)
    if item.closed:
        top.addWidget(Chip(_("Closed session"), Tone.CARE, look), 0, Qt.AlignmentFlag.AlignTop)
    return top


class ActionBlock(QFrame):
    """Something to be done, by whom, until when."""

    def __init__(self, action: Action, responsible: str, look: Look, *, promised: str = "") -> None:
        """``promised``: title of the agreement in which it was promised."""
        super().__init__()
        self.setObjectName("inset")
        _ = look.catalogue.gettext
        tone = ACTION_TONES[action.status]
        who = [look.formats.isolate(responsible)] if responsible else []
        if action.due is not None:
            who.append(_("by {day}").format(day=look.formats.long_date(action.due)))
        if action.number:
            who.insert(0, look.formats.isolate(action.number))
        if promised:
            told = _("promised in “{title}”")
            who.append(told.format(title=look.formats.isolate(promised)))
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(12)
        box.addWidget(
            picture(look.icons.pixmap(Icon.ACTION, look.tokens.ink_of(tone)), _("Action"))
        )
        words = column(label(action.text, TextKind.STRONG, wrap=True), gap=2)
        words.addWidget(label(" · ".join(who), TextKind.QUIET, wrap=True))
        box.addLayout(words, 1)
        box.addWidget(Chip(look.labels.label(action.status), tone, look))
