"""An agenda item with its discussion, decision and actions."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import ItemAssessment
from liaison_desktop.domain.decisions import Action, Decision, Method
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.quorum import Quorum
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.accent_frame import AccentFrame
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.reading_text import ReadingText
from liaison_desktop.ui.widgets.text import TextKind, label, picture, selectable
from liaison_desktop.ui.wording import ACTION_TONES, OUTCOME_TONES, outcome_words, rule_sentence

_ACROSS = 3
_COUNTED = frozenset({Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.SECRET})


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
    ) -> None:
        super().__init__(gap=12)
        _ = look.catalogue.gettext
        self.setAccessibleName(_("Item {no}: {title}").format(no=item.no, title=item.title))
        number = label(str(item.no), TextKind.NUMBER)
        number.setFixedSize(26, 26)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = row(gap=12)
        top.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(label(item.title, TextKind.SUBHEADING, wrap=True), 1)
        if item.closed:
            top.addWidget(Chip(_("Closed session"), Tone.CARE, look), 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(top)
        if item.discussion:
            name = _("Discussion of item {no}").format(no=item.no)
            self.box.addWidget(ReadingText(item.discussion, name))
        provisional = meeting.minutes_state is not MinutesState.FINAL
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True):
            decided = DecisionBlock(decision, verdict, look, provisional=provisional)
            rule = rule_sentence(verdict, assessed.present_voters, quorum, look)
            decided.add_rule(rule)
            self.box.addWidget(decided)
        names = {attendee.seat_id: attendee.present_name for attendee in meeting.attendees}
        for action in item.actions:
            responsible = names.get(action.seat_id, "") if action.seat_id else ""
            block = ActionBlock(action, responsible, look, promised=promised.get(action.id, ""))
            self.box.addWidget(block)


class DecisionBlock(AccentFrame):
    """A motion, what became of it, and by which rule."""

    def __init__(
        self, decision: Decision, verdict: Verdict, look: Look, *, provisional: bool
    ) -> None:
        super().__init__(look)
        self._look = look
        self._voted = decision.method in _COUNTED
        self._add_head(decision, verdict, provisional=provisional)
        self.box.addWidget(selectable(label(decision.text, wrap=True)))
        self._add_difference(decision, verdict)
        self._counts = _counts(verdict, look) if self._voted else None
        if decision.statement:
            self.box.addWidget(label(decision.statement, TextKind.QUIET, wrap=True))

    def add_rule(self, sentence: str) -> None:
        """Put the rule under the outcome, and the counts under it."""
        if self._voted:
            self.box.addWidget(label(sentence, TextKind.QUIET, wrap=True))
        if self._counts is not None:
            self.box.addLayout(self._counts)

    def _add_head(self, decision: Decision, verdict: Verdict, *, provisional: bool) -> None:
        _ = self._look.catalogue.gettext
        tokens = self._look.tokens
        number = self._look.formats.isolate(decision.number)
        title = _("Decision {number}").format(number=number) if decision.number else _("Decision")
        head = row(
            picture(self._look.icons.pixmap(Icon.DECISION, tokens.accent)),
            label(title, TextKind.STRONG),
            gap=10,
        )
        pending = provisional and not decision.number
        head.addWidget(label(_("number pending") if pending else "", TextKind.QUIET, wrap=True), 1)
        tone = OUTCOME_TONES[verdict.outcome]
        icon = {Tone.GOOD: Icon.CHECK, Tone.WRONG: Icon.CLOSE}.get(tone)
        head.addWidget(Chip(outcome_words(verdict, self._look), tone, self._look, icon))
        self.box.addLayout(head)

    def _add_difference(self, decision: Decision, verdict: Verdict) -> None:
        declared = decision.declared_outcome
        if declared is None or declared is verdict.outcome:
            return
        _ = self._look.catalogue.gettext
        words = _("The chair declared: {declared}. The rules give: {outcome}.").format(
            declared=self._look.labels.label(declared),
            outcome=self._look.labels.label(verdict.outcome),
        )
        sign = picture(self._look.icons.pixmap(Icon.CARE, self._look.tokens.care, 16))
        line = row(sign, gap=8)
        line.addWidget(label(words, TextKind.STRONG, wrap=True), 1)
        self.box.addLayout(line)


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


def _counts(verdict: Verdict, look: Look) -> QGridLayout:
    """The figures side by side; four of them stand two by two."""
    _ = look.catalogue.gettext
    counts = verdict.counts
    named = [(_("For"), counts.votes_for), (_("Against"), counts.against)]
    named.append((_("Abstained"), counts.abstained))
    if counts.recused:
        named.append((_("Not voting"), counts.recused))
    across = _ACROSS if len(named) <= _ACROSS else _ACROSS - 1
    grid = QGridLayout()
    grid.setSpacing(10)
    for place, (name, count) in enumerate(named):
        grid.addWidget(_tile(name, count), place // across, place % across)
    return grid


def _tile(name: str, count: int) -> QFrame:
    tile = QFrame()
    tile.setObjectName("inset")
    box = QHBoxLayout(tile)
    box.setContentsMargins(12, 8, 12, 8)
    box.setSpacing(6)
    box.addWidget(label(name, TextKind.QUIET), 1)
    figure = label(str(count), TextKind.COUNT)
    figure.setAccessibleName(f"{name}: {count}")
    box.addWidget(figure)
    return tile
