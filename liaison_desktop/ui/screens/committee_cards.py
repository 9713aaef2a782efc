"""The cards about a committee as a whole: what it is, how it decides, what its papers look like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from liaison_desktop.domain.committees import Committee, RulesVersion
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import format_number
from liaison_desktop.domain.presets import preset_of
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, picture
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition

_LOGO_WIDTH = 140
_LOGO_HEIGHT = 48


def about_card(composition: "Composition", change: Callable[[], None], look: Look) -> Card:
    """Name, town, languages, term of office."""
    _ = look.catalogue.gettext
    committee, formats = composition.committee, look.formats
    card = Card(pad=20, gap=14)
    words = column(
        label(committee.name, TextKind.HEADING, wrap=True),
        label(formats.country_name(committee.country), TextKind.QUIET),
        gap=2,
    )
    top = row(gap=12)
    top.addLayout(words, 1)
    top.addWidget(_change(_("Name and languages"), change, look), 0, Qt.AlignmentFlag.AlignTop)
    card.box.addLayout(top)
    facts = Facts()
    facts.add(_("Town"), formats.isolate(committee.city))
    facts.add(_("Short form"), formats.isolate(committee.abbreviation))
    facts.add(_("Language of its papers"), formats.language_name(committee.language))
    for name in committee.names:
        facts.add(formats.language_name(name.language), formats.isolate(name.text))
    if committee.established_on is not None:
        facts.add(_("Established on"), formats.long_date(committee.established_on))
    facts.add(_("Term of office"), _term(committee, look))
    card.box.addWidget(facts)
    return card


@dataclass(frozen=True, slots=True)
class RulesActs:
    """What the card of the rules can ask for."""

    change: Callable[[], None]
    drop: Callable[[RulesVersion], None]


def rules_card(composition: "Composition", acts: RulesActs, look: Look) -> Card:
    """By which rules it decides today, where they come from, and the other versions."""
    _ = look.catalogue.gettext
    labels = look.labels
    card = Card(pad=18, gap=12)
    top = row(label(_("Rules of procedure"), TextKind.SUBHEADING), None, gap=8)
    top.addWidget(_change(_("Rules of procedure"), acts.change, look))
    card.box.addLayout(top)
    in_force = composition.rules
    if in_force is not None:
        rules = in_force.rules
        facts = Facts()
        facts.add(_("Valid from"), look.formats.long_date(in_force.valid_from))
        facts.add(_("Quorum"), labels.label(rules.quorum))
        facts.add(_("Quorum on second call"), labels.label(rules.second_call_quorum))
        facts.add(_("Majority"), labels.label(rules.majority))
        facts.add(_("Abstentions"), labels.label(rules.abstention))
        facts.add(_("A tie"), labels.label(rules.tie))
        facts.add(_("Secret ballot"), labels.label(rules.secret_ballot))
        facts.add(_("Notice"), _notice(rules.notice_days, look))
        signatories = " · ".join(labels.label(each) for each in rules.signatories)
        facts.add(_("The minutes are signed by"), signatories)
        facts.add(_("In the committee’s own words"), look.formats.isolate(rules.text))
        preset = preset_of(composition.committee.preset)
        if preset is not None:
            facts.add(_("Taken from"), look.formats.isolate(preset.source))
        card.box.addWidget(facts)
    for version in reversed(composition.versions):
        if version != in_force:
            card.box.addWidget(hairline())
            card.box.addLayout(_version(version, acts, look))
    return card


def papers_card(
    committee: Committee,
    logo: bytes | None,
    acts: Sequence[tuple[str, Callable[[], None]]],
    look: Look,
) -> Card:
    """What its papers look like and how they are numbered; ``acts``: the buttons at the foot."""
    _ = look.catalogue.gettext
    isolate = look.formats.isolate
    card = Card(pad=18, gap=12)
    card.box.addWidget(label(_("Letterhead and numbering"), TextKind.SUBHEADING))
    facts = Facts()
    shown = _logo(logo)
    if shown is not None:
        facts.add(_("Logo"), picture(shown, committee.name))
    facts.add(_("Address"), isolate(", ".join(committee.address.splitlines())))
    facts.add(_("Who pays"), isolate(committee.funding))
    facts.add(_("Note"), isolate(committee.notice))
    for name, pattern in (
        (_("Minutes"), committee.minutes_pattern),
        (_("Decisions"), committee.decision_pattern),
        (_("Actions"), committee.action_pattern),
        (_("Corrections of minutes"), committee.correction_pattern),
    ):
        facts.add(name, isolate(_example(pattern)))
    facts.add(_("Register numbers begin with"), isolate(committee.register_prefix))
    if committee.evidence_until is not None:
        until = look.formats.long_date(committee.evidence_until)
        facts.add(_("Attendance sheets are kept until"), until)
    card.box.addWidget(facts)
    foot = row(gap=8)
    for words, act in acts:
        foot.addWidget(button(words, act, look))
    foot.addStretch(1)
    card.box.addLayout(foot)
    return card


def _change(what: str, act: Callable[[], None], look: Look) -> QPushButton:
    """The button that changes a card; a screen reader hears what it changes."""
    made = button(look.catalogue.gettext("&Change"), act, look)
    made.setText(made.text().replace("&", ""))
    made.setAccessibleName(f"{made.text()}: {what}")
    return made


def _term(committee: Committee, look: Look) -> str:
    _ = look.catalogue.gettext
    if committee.term_start is None:
        return ""
    start = look.formats.long_date(committee.term_start)
    if committee.term_end is None:
        return _("since {start}").format(start=start)
    end = look.formats.long_date(committee.term_end)
    return _("{start} to {end}").format(start=start, end=end)


def _notice(days: int, look: Look) -> str:
    words = look.catalogue.ngettext("{days} day", "{days} days", days)
    return words.format(days=days)


def _version(version: RulesVersion, acts: RulesActs, look: Look) -> QHBoxLayout:
    """Rules that held once, or will hold; those can be taken back."""
    _ = look.catalogue.gettext
    day = look.formats.long_date(version.valid_from)
    line = row(gap=8)
    words = label(_("Valid from {day}").format(day=day), TextKind.BODY)
    words.setToolTip(look.labels.label(version.rules.quorum))
    line.addWidget(words, 1)
    if version.valid_from > today():
        line.addWidget(Chip(_("To come"), Tone.ACCENT, look))
        name = _("Take back the rules of {day}").format(day=day)
        line.addWidget(icon_button(Icon.CLOSE, name, lambda: acts.drop(version), look))
    else:
        line.addWidget(Chip(_("Replaced"), Tone.NEUTRAL, look))
    return line


def _logo(content: bytes | None) -> QPixmap | None:
    if content is None:
        return None
    drawn = QPixmap()
    drawn.loadFromData(content)
    return drawn.scaled(
        _LOGO_WIDTH,
        _LOGO_HEIGHT,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _example(pattern: str) -> str:
    """What a pattern prints; one of an old file may be unsound."""
    try:
        return format_number(pattern, 7, today().year)
    except UserError:
        return pattern
