"""Papers about signatures: what was found in a file, and the certificate of a key."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from liaison_desktop.documents.certificate_sheet import compose_certificate_sheet
from liaison_desktop.documents.verification_report import Reported, compose_verification_report
from liaison_desktop.domain.committees import Committee
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
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import Document

THEN = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
PEM = "-----BEGIN CERTIFICATE-----\n" + ("Ab1+" * 16 + "\n") * 24 + "-----END CERTIFICATE-----\n"

SOUND = SignatureReport(
    field="chair",
    signer="Δέσποινα Καλλιγά",
    reason="Έγκριση πρακτικών",
    subject="CN=Δέσποινα Καλλιγά,O=Γαλανόπολη",
    issuer="CN=Prova Root",
    signed_at=THEN,
    clock=Clock.AUTHORITY,
    proven_at=THEN,
    level="B-LTA",
    revocation=Revocation.GOOD,
    revocation_source=RevocationSource.ANSWER,
    revocation_as_of=THEN,
    intact=True,
    trusted=True,
    modified_after=Modification.ALLOWED,
    later=(LaterChange.SIGNATURE, LaterChange.TIME_STAMP),
)
CHANGED = replace(
    SOUND,
    field="secretary",
    signer="أمينة اللجنة",
    level="B-B",
    clock=Clock.SIGNER,
    revocation=Revocation.NOT_ASKED,
    modified_after=Modification.NOT_ALLOWED,
    later=(LaterChange.ANNOTATION, LaterChange.PAGES),
    problem=SignatureProblem.CHANGED_AFTERWARDS,
)
STAMP = replace(SOUND, field="stamp", kind=SignatureKind.TIME_STAMP, signer="Time", level="")


def report(committee: Committee | None, language: str) -> Document:
    return compose_verification_report(
        Reported(
            name="πρακτικά-2.pdf",
            size=234_567,
            sha256="0123abcd" * 8,
            verified_at=THEN,
            verification=Verification(
                signatures=(SOUND, CHANGED, STAMP),
                unsigned_fields=("authority",),
                cautions=(Caution.LAYERS,),
            ),
            register_number="ICC 0000012",
        ),
        Catalogue(language),
        committee=committee,
    )


def sheet(committee: Committee, language: str) -> Document:
    key = KeyInfo(
        path=Path("despoina.p12"),
        name="Δέσποινα Καλλιγά",
        organisation="Γαλανόπολη",
        issuer="Δέσποινα Καλλιγά",
        self_issued=True,
        not_before=THEN,
        not_after=THEN.replace(year=2036),
        fingerprint="0123abcd" * 8,
    )
    return compose_certificate_sheet(key, PEM, committee, Catalogue(language), created=THEN)
