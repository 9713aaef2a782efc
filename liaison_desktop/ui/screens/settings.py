"""Settings: language, colours, the store and its backups, signing keys."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.certificate_sheet import save_certificate_sheet
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.list_screen import GUTTER
from liaison_desktop.ui.screens.mail_card import MailCard
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.screens.trust_card import TrustCard
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, picture
from liaison_desktop.ui.wording import day_and_time

if TYPE_CHECKING:
    from liaison_desktop.services.store import StoreStatus

_WIDTH = 760
_LANGUAGE_NAMES = {
    "en": "English",
    "it": "Italiano",
    "de": "Deutsch",
    "da": "Dansk",
    "el": "Ελληνικά",
    "ar": "العربية",
}
_KILOBYTE = 1024


class SettingsScreen(Screen):
    """One card for each matter."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.language = QComboBox()
        self.theme = QComboBox()
        self._store_facts = column(gap=0)
        self._key_lines = column(gap=10)
        scroll = Scroll(gutter=GUTTER)
        cards = (
            self._window_card(),
            self._store_card(),
            self._keys_card(),
            TrustCard(context),
            MailCard(context),
        )
        for card in cards:
            scroll.box.addWidget(card)
        scroll.box.addStretch(1)
        scroll.setMaximumWidth(_WIDTH + GUTTER)
        box = row(gap=0)
        box.addWidget(scroll, 4)
        box.addStretch(1)
        box.setContentsMargins(24, 22, 24, 22)
        self.setLayout(box)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Settings")

    def enter(self) -> None:
        """Backups and keys change without a word from the store: always read anew."""
        self.refresh()

    def refresh(self) -> None:
        """Read the state of the store and the keys."""
        services = self.context.services
        self.context.jobs.read(services.store.status, self._show_store, owner=self)
        self.context.jobs.read(services.keys.all, self._show_keys, owner=self)

    def _window_card(self) -> Card:
        _ = self.look.catalogue.gettext
        settings = self.context.desk.settings
        for code in WINDOW_LANGUAGES:
            self.language.addItem(_LANGUAGE_NAMES[code], code)
        for name, theme in (
            (_("As the system"), "system"),
            (_("Light"), "light"),
            (_("Dark"), "dark"),
        ):
            self.theme.addItem(name, theme)
        self.language.setCurrentIndex(self.language.findData(self.look.catalogue.language))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.language.activated.connect(lambda _index: self._choose())
        self.theme.activated.connect(lambda _index: self._choose())
        card = Card(pad=20, gap=16)
        card.box.addWidget(label(_("Window"), TextKind.SUBHEADING))
        advice = _("Each paper keeps its own language.")
        language = Field(_("Language"), self.language, advice=advice)
        line = row(gap=16)
        line.addWidget(language, 1)
        colours = column(Field(_("Colours"), self.theme), None)
        line.addLayout(colours, 1)
        card.box.addLayout(line)
        return card

    def _store_card(self) -> Card:
        _ = self.look.catalogue.gettext
        card = Card(pad=20, gap=16)
        card.box.addWidget(label(_("Store"), TextKind.SUBHEADING))
        card.box.addLayout(self._store_facts)
        desk = self.context.desk
        back_up = button(_("&Back up now"), desk.back_up, self.look, icon=Icon.BACKUP)
        import_ = button(_("&Import a file"), desk.import_file, self.look, icon=Icon.IMPORT)
        demonstration = button(
            _("Install the &demonstration committees"),
            desk.install_demonstration,
            self.look,
            icon=Icon.DEMONSTRATION,
        )
        card.box.addLayout(row(back_up, import_, demonstration, None, gap=8))
        return card

    def _keys_card(self) -> Card:
        _ = self.look.catalogue.gettext
        card = Card(pad=20, gap=16)
        card.box.addWidget(label(_("Signing keys"), TextKind.SUBHEADING))
        card.box.addLayout(self._key_lines)
        create = button(_("&Create a committee key"), self._create_key, self.look, icon=Icon.KEY)
        card.box.addLayout(row(create, None))
        return card

    def _choose(self) -> None:
        settings = replace(
            self.context.desk.settings,
            language=self.language.currentData(),
            theme=self.theme.currentData(),
        )
        self.context.desk.choose(settings)

    def _show_store(self, status: "StoreStatus") -> None:
        _ = self.look.catalogue.gettext
        formats = self.look.formats
        clear(self._store_facts)
        facts = Facts()
        facts.add(_("Place"), formats.isolate(str(status.path)))
        kilobytes = formats.number(max(1, round(status.size / _KILOBYTE)))
        facts.add(_("Size"), _("{size} kB").format(size=kilobytes))
        if status.encrypted:
            facts.add(_("Protection"), Chip(_("Encrypted"), Tone.GOOD, self.look, Icon.ENCRYPTED))
        else:
            chip = Chip(_("Not encrypted"), Tone.CARE, self.look, Icon.NOT_ENCRYPTED)
            facts.add(_("Protection"), chip)
        last = status.last_backup
        facts.add(_("Last backup"), day_and_time(last, self.look) if last else _("none yet"))
        self._store_facts.addWidget(facts)

    def _show_keys(self, keys: Sequence[KeyInfo]) -> None:
        _ = self.look.catalogue.gettext
        clear(self._key_lines)
        for key in keys:
            self._key_lines.addWidget(hairline())
            self._key_lines.addLayout(self._key_line(key))
        if not keys:
            advice = _("No key yet. Create one to sign minutes without a card or an authority.")
            self._key_lines.addWidget(label(advice, TextKind.QUIET, wrap=True))

    def _key_line(self, key: KeyInfo) -> QHBoxLayout:
        _ = self.look.catalogue.gettext
        until = _("valid until {day}").format(
            day=self.look.formats.long_date(key.not_after.astimezone().date())
        )
        about = (
            f"{self.look.formats.isolate(key.organisation)} · {until}"
            if key.organisation
            else until
        )
        words = column(
            label(key.name, TextKind.STRONG, wrap=True),
            label(about, TextKind.QUIET, wrap=True),
            gap=0,
        )
        certificate = self.look.formats.isolate(str(key.path.with_suffix(".pem")))
        place = _("Certificate: {path}").format(path=certificate)
        words.addWidget(label(place, TextKind.SMALL, wrap=True))
        line = row(picture(self.look.icons.pixmap(Icon.KEY, self.look.tokens.quiet)), gap=12)
        line.addLayout(words, 1)
        word = _("Self-issued") if key.self_issued else _("Certified")
        line.addWidget(Chip(word, Tone.NEUTRAL if key.self_issued else Tone.GOOD, self.look))
        sheet = icon_button(
            Icon.PRINT,
            _("Sheet with the certificate of {name}").format(
                name=self.look.formats.isolate(key.name)
            ),
            lambda: save_certificate_sheet(key, self.committee_id, self.context, self),
            self.look,
        )
        line.addWidget(sheet)
        return line

    def _create_key(self) -> None:
        dialog = CreateKeyDialog(self.context, self)
        dialog.created.connect(lambda _key: self.refresh())
        dialog.open()
