"""Signing with a card, with an authority that does not answer, and renewing its time."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.renew import RenewDialog
from liaison_desktop.ui.dialogs.sign import SignDialog, Signer

_MODULE = Path("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so")


def signing(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """The dialogs by the names of their pictures."""
    meeting = services.meetings.by_ref("borgolume/2-2026")
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    signers = [
        Signer(field=one.field, name=one.name, office=context.look.labels.label(one.function))
        for one in services.meetings.record(meeting.id).signatories
    ]

    def dialog() -> SignDialog:
        made = SignDialog(paper, signers, context, window)
        made.endurance.authority.setText("https://time.example.org/tsa")
        return made

    def with_card(days: int, level: Level) -> SignDialog:
        made = dialog()
        made.keys.offer_cards(_MODULE, _keys(signers[0].name, days))
        made.endurance.level.choose(level)
        return made

    def refused(level: Level, error: UserError) -> SignDialog:
        made = with_card(400, level)
        made.endurance.refuse(sentence(error, context.look.catalogue))
        return made

    def wrong_pin() -> SignDialog:
        made = with_card(400, Level.B_B)
        made.keys.secret.setText("123456")
        made.keys.refuse(UserError("token_pin_wrong"))
        return made

    def with_file() -> SignDialog:
        made = dialog()
        made.choose_file(Path("firma-filarossa.p12"))
        return made

    return {
        "dialog-sign-file": with_file,
        "dialog-sign-card": lambda: with_card(400, Level.B_LTA),
        "dialog-sign-card-ends": lambda: with_card(20, Level.B_B),
        "dialog-sign-pin": wrong_pin,
        "dialog-sign-silent": lambda: refused(Level.B_T, UserError("authority_silent")),
        "dialog-sign-withdrawn": lambda: refused(
            Level.B_LT, UserError("certificate_revoked", name=signers[0].name)
        ),
        "dialog-renew": lambda: RenewDialog(paper, context, window),
    }


def _keys(name: str, days: int) -> tuple[TokenKeyInfo, ...]:
    """Two keys of one person on one card."""
    ends = datetime.now().astimezone() + timedelta(days=days)
    info = KeyInfo(
        path=_MODULE,
        name=name,
        organisation="",
        issuer="Firma Qualificata CA",
        self_issued=False,
        not_before=ends - timedelta(days=1095),
        not_after=ends,
        fingerprint="ab" * 32,
    )
    return tuple(
        TokenKeyInfo(
            module=_MODULE,
            token="CNS 7040",  # noqa: S106 - what the card calls itself
            serial=b"7040",
            label=label,
            key_id=label.encode(),
            info=info,
        )
        for label in ("Firma", "Accesso")
    )
