"""The rules by which a committee decides, from a day on."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import (
    AbstentionRule,
    Committee,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.presets import PRESETS, preset_of
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import ChoiceEdit, DayEdit, choice_editor, number_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.wording import today

_MOST_DAYS = 90
_TEXT_HEIGHT = 88
Rule = TypeVar("Rule", bound=StrEnum)


class RulesDialog(FormDialog):
    """A version of the rules: the day it begins, quorum, majority, ballots, notice, signatories."""

    def __init__(
        self, committee: Committee, rules: Rules, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Rules of procedure"),
            _("&Save"),
            context,
            parent,
            explanation=_("Meetings before that day keep the rules they were held under."),
            width=860,
        )
        self._committee = committee
        look = context.look
        self.start = DayEdit(look, today())
        self.preset = choice_editor(
            [
                (_("as filled in below"), ""),
                *(
                    (f"{look.formats.country_name(each.country)} · {each.source}", each.key)
                    for each in PRESETS
                ),
            ]
        )
        self.preset.currentIndexChanged.connect(lambda _at: self._take_over())
        self.quorum = _choice(QuorumRule, rules.quorum, look)
        self.second = _choice(QuorumRule, rules.second_call_quorum, look)
        self.base = _choice(QuorumBase, rules.quorum_base, look)
        self.majority = _choice(MajorityBase, rules.majority, look)
        self.abstention = _choice(AbstentionRule, rules.abstention, look)
        self.tie = _choice(TieRule, rules.tie, look)
        self.secret = _choice(SecretBallotRule, rules.secret_ballot, look)
        self.notice = number_editor(0, _MOST_DAYS, rules.notice_days)
        self.signatories = SignatoriesEdit(rules.signatories, look)
        self.text = QPlainTextEdit(rules.text)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add_beside(
            (_("Valid from"), self.start, ("rules_in_use",)),
            (_("Take over the rules of"), self.preset, ()),
        )
        self.add_beside(
            (_("Quorum"), self.quorum, ()),
            (_("Quorum on second call"), self.second, ()),
            (_("Quorum is taken of"), self.base, ()),
        )
        self.add_beside(
            (_("Majority is taken of"), self.majority, ()),
            (_("Abstentions"), self.abstention, ()),
            (_("Days of notice before a meeting"), self.notice, ()),
        )
        self.add_beside((_("A tie"), self.tie, ()), (_("Secret ballot"), self.secret, ()))
        self.add(
            _("The minutes are signed by"), self.signatories, answers=("rules_need_signatory",)
        )
        self.add(_("In the committee’s own words"), self.text)
        self.finish()

    @property
    def rules(self) -> Rules:
        """The rules as they are filled in."""
        return Rules(
            quorum=self.quorum.currentData(),
            second_call_quorum=self.second.currentData(),
            quorum_base=self.base.currentData(),
            majority=self.majority.currentData(),
            abstention=self.abstention.currentData(),
            tie=self.tie.currentData(),
            secret_ballot=self.secret.currentData(),
            notice_days=self.notice.value(),
            signatories=self.signatories.value,
            text=self.text.toPlainText().strip(),
        )

    def work(self) -> Callable[[], Changes]:
        """Decide by these rules from the day on."""
        from liaison_desktop.services.committee_setup import SetRules

        command = SetRules(
            committee_id=self._committee.id,
            valid_from=self.start.day or today(),
            rules=self.rules,
            preset=self.preset.currentData(),
        )
        setup = self.context.services.committee_setup
        return lambda: setup.set_rules(command)

    def _take_over(self) -> None:
        """Fill the fields in with the rules of a preset; they can be changed afterwards."""
        preset = preset_of(self.preset.currentData())
        if preset is None:
            return
        rules = preset.rules
        for editor, value in (
            (self.quorum, rules.quorum),
            (self.second, rules.second_call_quorum),
            (self.base, rules.quorum_base),
            (self.majority, rules.majority),
            (self.abstention, rules.abstention),
            (self.tie, rules.tie),
            (self.secret, rules.secret_ballot),
        ):
            editor.choose(value)
        self.notice.setValue(rules.notice_days)
        self.signatories.show_value(rules.signatories)


class SignatoriesEdit(QWidget):
    """Who signs: any of them, in their usual order."""

    def __init__(self, signatories: Iterable[SignatoryRule], look: Look) -> None:
        super().__init__()
        self.boxes = {each: QCheckBox(look.labels.label(each)) for each in SignatoryRule}
        self.setLayout(row(*self.boxes.values(), None, gap=16))
        self.setFocusProxy(next(iter(self.boxes.values())))
        self.show_value(signatories)

    def show_value(self, signatories: Iterable[SignatoryRule]) -> None:
        """Tick those who sign."""
        wanted = frozenset(signatories)
        for each, box in self.boxes.items():
            box.setChecked(each in wanted)

    @property
    def value(self) -> tuple[SignatoryRule, ...]:
        """Those who sign."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())


def _choice(kind: type[Rule], chosen: Rule, look: Look) -> ChoiceEdit:
    return choice_editor(((look.labels.label(each), each) for each in kind), chosen)
