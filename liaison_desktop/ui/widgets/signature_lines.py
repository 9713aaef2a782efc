"""Who signs a paper and whether they have, and the facts of its file: the same on every paper."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from liaison_desktop.domain.archive import PaperStory
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.signatures import SignatureReport
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import day_and_time

_KILOBYTE = 1024
_NO_STORY = PaperStory()


def signature_lines(
    field: str,
    names: tuple[str, str],
    paper: Paper | None,
    report: SignatureReport | None,
    look: Look,
    story: PaperStory = _NO_STORY,
) -> QVBoxLayout:
    """One signature: the two names of who signs, the person's first, and how far it is.

    ``story``: whether it was refused, or made by hand.
    """
    _ = look.catalogue.gettext
    name, office = names
    word, tone = _otherwise(field, story, look) or _state(field, paper, report, look)
    top = row(gap=8)
    top.addWidget(label(name, TextKind.STRONG, wrap=True), 1)
    top.addWidget(Chip(word, tone, look), 0, Qt.AlignmentFlag.AlignTop)
    lines = column(top, gap=2)
    if office:
        lines.addWidget(label(office, TextKind.QUIET, wrap=True))
    for line in _story_lines(field, story, look):
        lines.addWidget(label(line, TextKind.QUIET, wrap=True))
    files = paper.files if paper else ()
    file = next((file for file in files if file.field == field), None)
    if file is not None:
        lines.addWidget(label(day_and_time(file.created_at, look), TextKind.QUIET, wrap=True))
        if file.signer != name:
            signer = _("by {name}").format(name=look.formats.isolate(file.signer))
            lines.addWidget(label(signer, TextKind.QUIET, wrap=True))
    return lines


def add_file_facts(facts: Facts, paper: Paper, look: Look) -> None:
    """Size and digest of a paper's newest file."""
    _ = look.catalogue.gettext
    newest = paper.newest
    kilobytes = look.formats.number(max(1, round(newest.size / _KILOBYTE)))
    facts.add(_("Size"), _("{size} kB").format(size=kilobytes))
    digest = label(f"{newest.sha256[:8]}…{newest.sha256[-8:]}", TextKind.MONO)
    digest.setToolTip(newest.sha256)
    digest.setAccessibleName(newest.sha256)
    facts.add(_("Digest"), digest)


def _otherwise(field: str, story: PaperStory, look: Look) -> tuple[str, Tone] | None:
    """What there is in place of an electronic signature."""
    _ = look.catalogue.gettext
    if story.hand_signature(field):
        return _("By hand"), Tone.GOOD
    return (_("Refused"), Tone.WRONG) if story.refusal(field) else None


def _story_lines(field: str, story: PaperStory, look: Look) -> Iterator[str]:
    hand, refusal = story.hand_signature(field), story.refusal(field)
    if hand:
        yield look.formats.long_date(hand.signed_on)
    if refusal:
        yield look.formats.long_date(refusal.refused_on)
        yield refusal.reason


def _state(
    field: str, paper: Paper | None, report: SignatureReport | None, look: Look
) -> tuple[str, Tone]:
    _ = look.catalogue.gettext
    if paper is None or field in paper.unsigned_fields:
        return _("Waiting"), Tone.CARE if paper else Tone.NEUTRAL
    if report is not None and report.sound:
        return _("Valid"), Tone.GOOD
    if report is not None and report.intact:
        return _("Intact, signer not known"), Tone.CARE
    return _("Not valid"), Tone.WRONG
