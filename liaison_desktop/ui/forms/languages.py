"""Choosing languages, by what they are called in the window's language."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column

KNOWN = (
    *("am", "ar", "bg", "bn", "bs", "cs", "da", "de", "el", "en", "es", "et", "fa", "ff", "fi"),
    *("fr", "ha", "hi", "hr", "hu", "hy", "it", "ka", "ku", "lt", "lv", "mk", "nb", "nl", "pl"),
    *("ps", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "ti", "tl", "tr"),
    *("uk", "ur", "vi", "wo", "zh"),
)
"""Languages that are offered (ISO 639-1): of the European Union and of those who came to it."""

_BESIDE = 4


class LanguagesEdit(QWidget):
    """A list to choose from, and below it what was chosen; pressing one takes it away.

    Signals:
        arranged: a language came or went.
    """

    arranged = Signal()

    def __init__(self, languages: Iterable[str], look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self._languages = list(languages)
        named = sorted(
            ((look.formats.language_name(each), each) for each in KNOWN), key=lambda pair: pair[0]
        )
        self.offer = choice_editor([(_("Add a language …"), ""), *named])
        self.offer.activated.connect(lambda _at: self._take())
        self._chosen = QGridLayout()
        self._chosen.setContentsMargins(0, 0, 0, 0)
        self._chosen.setSpacing(6)
        self._chosen.setColumnStretch(_BESIDE, 1)
        self.setLayout(column(self.offer, self._chosen, gap=6))
        self.setFocusProxy(self.offer)
        self._show()

    @property
    def value(self) -> tuple[str, ...]:
        """The languages, in the order in which they were chosen."""
        return tuple(self._languages)

    def add(self, language: str) -> None:
        """Choose one more."""
        if language not in self._languages:
            self._languages.append(language)
            self._show()

    def _take(self) -> None:
        chosen = self.offer.currentData()
        self.offer.choose("")
        if chosen:
            self.add(chosen)

    def _drop(self, language: str) -> None:
        self._languages.remove(language)
        self.offer.setFocus()
        self._show()

    def _show(self) -> None:
        clear(self._chosen)
        _ = self._look.catalogue.gettext
        for place, language in enumerate(self._languages):
            name = self._look.formats.language_name(language)
            made = button(name, partial(self._drop, language), self._look, icon=Icon.CLOSE)
            made.setAccessibleName(_("Remove {language}").format(language=name))
            made.setToolTip(made.accessibleName())
            self._chosen.addWidget(made, *divmod(place, _BESIDE))
        self.arranged.emit()
