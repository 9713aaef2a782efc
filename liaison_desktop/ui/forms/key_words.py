"""What is said of signing keys where one is chosen."""

from datetime import UTC, datetime

from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.ui.look import Look

_SOON_DAYS = 60


class KeyWords:
    """Words for keys, in the language of the window."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def made(self, key: KeyInfo) -> str:
        """A key that is kept here: its holder, and the body the certificate names."""
        if not key.organisation:
            return key.name
        pattern = self._look.catalogue.gettext("{name}, {organisation}")
        return pattern.format(name=key.name, organisation=key.organisation)

    def on_card(self, key: TokenKeyInfo) -> str:
        """Holder and card, and what the card calls the key: a person has several on it."""
        isolate = self._look.formats.isolate
        name, card = isolate(key.info.name), isolate(key.token)
        words = self._look.catalogue.gettext("{name}, on {card} ({key})")
        return words.format(name=name, card=card, key=isolate(key.label))

    def ending(self, info: KeyInfo | None) -> str:
        """That a certificate has ended or ends soon; nothing of others."""
        now = datetime.now(UTC)
        if info is None or not info.expires_within(_SOON_DAYS, now):
            return ""
        _ = self._look.catalogue.gettext
        day = self._look.formats.long_date(info.not_after.astimezone().date())
        if info.expires_within(0, now):
            return _("This certificate ended on {day}.").format(day=day)
        return _("This certificate ends on {day}; ask for a new one in time.").format(day=day)
