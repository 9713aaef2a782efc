"""Verdicts on files of every kind, and the dialogs about trust."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.signatures import (
    Caution,
    Clock,
    KeyInfo,
    LaterChange,
    Modification,
    Revocation,
    RevocationSource,
    SignatureKind,
    SignatureProblem,
    SignatureReport,
    Verification,
)
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.domain.trust_offers import OfferedAnchor
from liaison_desktop.services.services import Services
from liaison_desktop.services.trust import AddAnchors, AnchorFile
from liaison_desktop.services.verification import VerifiedFile
from liaison_desktop.signing.certificates import self_issued
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.certificate_sheet import SaveSheetDialog
from liaison_desktop.ui.dialogs.trust import TrustDialog
from liaison_desktop.ui.dialogs.trust_offers import TrustOffersDialog
from liaison_desktop.ui.dialogs.verdict import VerdictDialog
from liaison_desktop.ui.widgets.signature_card import SignatureCard

_THEN = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
_SOUND = SignatureReport(
    field="chair",
    signer="Ottavia Belcampo",
    reason="Verbale approvato",
    subject="CN=Ottavia Belcampo,O=Comitato Cittadino Interculturale di Borgolume",
    issuer="CN=Firma Qualificata CA,O=Fiducia S.p.A.,C=IT",
    signed_at=_THEN,
    clock=Clock.AUTHORITY,
    proven_at=_THEN,
    level="B-LTA",
    revocation=Revocation.GOOD,
    revocation_source=RevocationSource.LIST,
    revocation_as_of=_THEN,
    intact=True,
    trusted=True,
    modified_after=Modification.ALLOWED,
    later=(LaterChange.SIGNATURE, LaterChange.TIME_STAMP, LaterChange.VALIDATION_DATA),
)


@cache
def _certificate() -> str:
    """A real one, whoever it names."""
    made = self_issued(generate_private_key(65537, 2048), "Example", "")
    return made.public_bytes(Encoding.PEM).decode()


def _offer(name: str, service: str, purpose: AnchorPurpose, letter: str) -> OfferedAnchor:
    return OfferedAnchor(
        certificate=_certificate(),
        name=name,
        issuer=name,
        fingerprint=(letter * 3 + "4") * 16,
        purpose=purpose,
        valid_until=date(2035, 6, 30),
        service=service,
        country="IT" if service else "",
        issues_certificates=True,
    )


_SERVICES = (
    _offer("Firma Qualificata CA", "Fiducia: firma qualificata", AnchorPurpose.SIGNING, "a"),
    _offer("Sigilli CA 2", "Fiducia: sigilli", AnchorPurpose.SIGNING, "b"),
    _offer("Marca Temporale 4", "Fiducia: marche temporali", AnchorPurpose.TIME_STAMPS, "c"),
)


def trust_some(services: Services) -> None:
    """Two certificates for the committee that is shown."""
    committee = services.committees.by_ref("borgolume")
    services.signing_work.trust.add(
        AddAnchors(committee_id=committee.id, offers=_SERVICES[::2], source="elenco-IT.xml")
    )


def trust(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """The dialogs by the names of their pictures."""
    committee = services.committees.by_ref("borgolume")
    other = services.committees.by_ref("haselbrueck")

    def offers(path: str, found: tuple[OfferedAnchor, ...]) -> QDialog:
        known = frozenset({_SERVICES[0].fingerprint})
        file = AnchorFile(path=Path(path), offers=found, known=known)
        return TrustOffersDialog(file, committee.id, context, window)

    return {
        "dialog-trust": lambda: TrustDialog(context, committee.id, window),
        "dialog-trust-none": lambda: TrustDialog(context, other.id, window),
        "dialog-trust-list": lambda: offers("elenco-IT.xml", _SERVICES),
        "dialog-trust-one": lambda: offers(
            "comune.pem", (_offer("Comune di Borgolume CA", "", AnchorPurpose.BOTH, "d"),)
        ),
        "dialog-verdict": lambda: _verdict(context, window, opened=False),
        "dialog-verdict-details": lambda: _verdict(context, window, opened=True),
        "dialog-certificate-sheet": lambda: _sheet(services, context, window),
    }


def _verdict(context: Context, window: QWidget, *, opened: bool) -> QDialog:
    changed = replace(
        _SOUND,
        field="secretary",
        signer="Noemi Castelverde",
        level="B-B",
        clock=Clock.SIGNER,
        revocation=Revocation.NOT_ASKED,
        modified_after=Modification.NOT_ALLOWED,
        later=(LaterChange.ANNOTATION, LaterChange.PAGES),
        problem=SignatureProblem.CHANGED_AFTERWARDS,
    )
    stamp = replace(
        _SOUND, kind=SignatureKind.TIME_STAMP, signer="Marca Temporale 4", level="", later=()
    )
    verified = VerifiedFile(
        path=Path("verbale-3-2026.pdf"),
        sha256="0123abcd" * 8,
        size=234_567,
        verified_at=_THEN,
        verification=Verification(
            signatures=(_SOUND, changed, stamp),
            unsigned_fields=("authority",),
            cautions=(Caution.LAYERS,),
        ),
        paper=None,
    )
    dialog = VerdictDialog(verified, context, window)
    if opened:
        dialog.findChildren(SignatureCard)[0].details.open()
    return dialog


def _sheet(services: Services, context: Context, window: QWidget) -> QDialog:
    key = KeyInfo(
        path=Path(f"{uuid4()}.p12"),
        name="Ottavia Belcampo",
        organisation="Comitato",
        issuer="Ottavia Belcampo",
        self_issued=True,
        not_before=_THEN,
        not_after=_THEN,
        fingerprint="ab" * 32,
    )
    return SaveSheetDialog(key, services.committees.all(), context, window)
