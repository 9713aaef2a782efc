"""Pairs that may be the same person or organisation."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.domain.duplicates import Pair
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

_WIDTH = 640
_HEIGHT = 360
_SHOWN = 100


class DuplicatesDialog(Dialog):
    """The pairs, the surest first; comparing one closes the list."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        compare: Callable[[Pair], None],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Possible duplicates"), context.look, parent, width=_WIDTH)
        self._compare = compare
        scroll = Scroll(gap=10, gutter=12)
        scroll.setMinimumHeight(_HEIGHT)
        for place, pair in enumerate(pairs[:_SHOWN]):
            if place:
                scroll.box.addWidget(hairline())
            scroll.box.addLayout(self._line(pair))
        if not pairs:
            scroll.box.addWidget(
                EmptyState(
                    Icon.CHECK,
                    _("No duplicates"),
                    _("Nobody shares a name, an e-mail address or a telephone number."),
                    context.look,
                )
            )
        scroll.box.addStretch(1)
        self.box.addWidget(scroll, 1)
        self.add_buttons(button(_("&Close"), self.accept, context.look))

    def _line(self, pair: Pair) -> QHBoxLayout:
        _ = self.look.catalogue.gettext
        words = column(label(pair.one.name, TextKind.STRONG, wrap=True), gap=2)
        words.addWidget(label(pair.other.name, TextKind.STRONG, wrap=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        for likeness in pair.likenesses:
            line.addWidget(Chip(self.look.labels.label(likeness), Tone.CARE, self.look))
        made = button(_("Compare"), partial(self._choose, pair), self.look)
        made.setAccessibleName(
            _("Compare {one} with {other}").format(one=pair.one.name, other=pair.other.name)
        )
        line.addWidget(made)
        return line

    def _choose(self, pair: Pair) -> None:
        self.accept()
        self._compare(pair)
