"""What the check of a signed file found, in plain words."""

import textwrap
from typing import TYPE_CHECKING

from liaison_desktop.i18n.signatures import SignatureSentences
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.signature_card import SignatureCard, function_of
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, picture, selectable

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile

_DIGEST_GROUP = 8


class VerdictCard(Card):
    """The verdict, each signature, the file itself."""

    def __init__(self, verified: "VerifiedFile", look: Look) -> None:
        super().__init__(gap=14, pad=20)
        self._look = look
        self._sentences = SignatureSentences(look.catalogue, look.formats)
        self._add_verdict(verified)
        for caution in verified.verification.cautions:
            sign = picture(look.icons.pixmap(Icon.CARE, look.tokens.care, 16))
            line = row(sign, gap=10)
            line.addWidget(label(self._sentences.caution(caution), wrap=True), 1)
            self.box.addLayout(line)
        for report in verified.verification.signatures:
            self.box.addWidget(hairline())
            self.box.addWidget(SignatureCard(report, look))
        self._add_unsigned(verified.verification.unsigned_fields)
        self.box.addWidget(hairline())
        self.box.addWidget(self._facts(verified))

    def _add_verdict(self, verified: "VerifiedFile") -> None:
        _ = self._look.catalogue.gettext
        verification = verified.verification
        if verification.valid:
            icon, tone, word = Icon.VERIFY, Tone.GOOD, _("Valid")
        elif not verification.signatures:
            icon, tone, word = Icon.CARE, Tone.CARE, _("Not signed")
        else:
            icon, tone, word = Icon.WRONG, Tone.WRONG, _("Not valid")
        why = self._sentences.verdict(verification)
        sign = picture(self._look.icons.pixmap(icon, self._look.tokens.ink_of(tone), 32))
        words = column(label(word, TextKind.TITLE), label(why, TextKind.QUIET, wrap=True), gap=0)
        line = row(sign, gap=16)
        line.addLayout(words, 1)
        self.box.addLayout(line)
        self.setAccessibleName(f"{word}. {why}")

    def _add_unsigned(self, fields: tuple[str, ...]) -> None:
        _ = self._look.catalogue.gettext
        for field in fields:
            self.box.addWidget(hairline())
            line = row(label(function_of(field, self._look), TextKind.STRONG), None)
            line.addWidget(Chip(_("Not signed yet"), Tone.NEUTRAL, self._look))
            self.box.addLayout(line)

    def _facts(self, verified: "VerifiedFile") -> Facts:
        _ = self._look.catalogue.gettext
        formats = self._look.formats
        facts = Facts()
        if verified.path.name and verified.paper is None:
            facts.add(_("File"), formats.isolate(verified.path.name))
        if verified.paper is not None:
            number = formats.isolate(verified.paper.register_number)
            facts.add(_("Register"), _("in our register as {number}").format(number=number))
        else:
            facts.add(_("Register"), _("not a paper of this register"))
        groups = textwrap.wrap(verified.sha256, _DIGEST_GROUP)
        digest = label(" ".join(groups), TextKind.MONO, wrap=True)
        digest.setAccessibleName(verified.sha256)
        facts.add(_("Digest"), selectable(digest))
        return facts
