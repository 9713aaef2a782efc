"""A decision as it is shown: a motion, what became of it, and by which rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from liaison_desktop.domain.decisions import Decision, Method
from liaison_desktop.domain.elections import Ballot, ranking
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.accent_frame import AccentFrame
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, label, picture, selectable
from liaison_desktop.ui.wording import OUTCOME_TONES, outcome_words

_ACROSS = 3
_COUNTED = frozenset({Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.SECRET})


class DecisionBlock(AccentFrame):
    """A motion, what became of it, and by which rule."""

    def __init__(
        self,
        decision: Decision,
        verdict: Verdict,
        look: Look,
        *,
        provisional: bool,
        replaced_by: str | None = None,
    ) -> None:
        """``replaced_by``: the number of the later decision, empty where it has none yet."""
        super().__init__(look)
        self._look = look
        self._voted = decision.method in _COUNTED
        self._add_head(decision, verdict, provisional=provisional)
        self.box.addWidget(selectable(label(decision.text, wrap=True)))
        self._add_difference(decision, verdict)
        self._add_places(decision, replaced_by)
        self._result = self._made_of(decision, verdict)
        if decision.statement:
            self.box.addWidget(label(decision.statement, TextKind.QUIET, wrap=True))

    def add_rule(self, sentence: str) -> None:
        """Put the rule under the outcome, and the counts under it."""
        if self._voted:
            self.box.addWidget(label(sentence, TextKind.QUIET, wrap=True))
        if self._result is not None:
            self.box.addLayout(self._result)

    def _add_head(self, decision: Decision, verdict: Verdict, *, provisional: bool) -> None:
        _ = self._look.catalogue.gettext
        tokens = self._look.tokens
        number = self._look.formats.isolate(decision.number)
        title = _("Decision {number}").format(number=number) if decision.number else _("Decision")
        if decision.amends_id:
            title = _("Amendment")
        elif decision.candidates and not decision.number:
            title = _("Election")
        head = row(
            picture(self._look.icons.pixmap(Icon.DECISION, tokens.accent)),
            label(title, TextKind.STRONG),
            gap=10,
        )
        pending = provisional and not decision.number and not decision.amends_id
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

    def _add_places(self, decision: Decision, replaced_by: str | None) -> None:
        """What it replaces, and what has replaced it."""
        _ = self._look.catalogue.gettext
        isolate = self._look.formats.isolate
        if decision.supersedes_number:
            words = _("Replaces the decision {number}.")
            words = words.format(number=isolate(decision.supersedes_number))
            self.box.addWidget(label(words, TextKind.QUIET, wrap=True))
        if replaced_by is not None:
            words = _("Replaced by a later decision.")
            if replaced_by:
                words = _("Replaced by the decision {number}.")
                words = words.format(number=isolate(replaced_by))
            self.box.addWidget(label(words, TextKind.STRONG, wrap=True))

    def _made_of(self, decision: Decision, verdict: Verdict) -> QGridLayout | None:
        if verdict.ballot is not None:
            return _candidates(decision, verdict.ballot, self._look)
        return _counts(verdict, self._look) if self._voted else None


def _candidates(decision: Decision, ballot: Ballot, look: Look) -> QGridLayout:
    """A line for each candidate, the most votes first."""
    _ = look.catalogue.gettext
    grid = QGridLayout()
    grid.setSpacing(8)
    grid.setColumnStretch(0, 1)
    for place, candidate in enumerate(ranking(decision.candidates)):
        grid.addWidget(_tile(look.formats.isolate(candidate.name), candidate.votes), place, 0)
        if candidate.name in ballot.elected:
            chip = Chip(_("Elected"), Tone.GOOD, look, Icon.CHECK)
            grid.addWidget(chip, place, 1, Qt.AlignmentFlag.AlignCenter)
    return grid


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
