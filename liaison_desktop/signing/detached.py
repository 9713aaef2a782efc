"""A signature beside a file (CAdES, ETSI EN 319 122-1), for offices that ask for ``.p7m``.

The file itself stays as it is, so that any file can be signed like this.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.signatures import (
    Clock,
    Modification,
    SignatureKind,
    SignatureProblem,
    SignatureReport,
)
from liaison_desktop.signing.endurance import Endurance, run, time_stamper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto import cms
    from pyhanko.sign.validation.status import StandardCMSSignatureStatus

    from liaison_desktop.signing.sign import SigningKey
    from liaison_desktop.signing.trust import Anchors


def sign_detached(content: bytes, key: "SigningKey", endurance: Endurance) -> bytes:
    """The signature over a file, without the file in it (DER).

    Raises:
        UserError: ``detached_level``: B-B and B-T only; what ``telling_refusals`` raises.
    """
    from liaison_desktop.signing.pades import DIGEST

    if endurance.level.lasting:
        raise UserError("detached_level")
    key.require_in_force()
    work = key.signer().async_sign_general_data(
        content,
        DIGEST,
        detached=True,
        use_cades=True,
        timestamper=time_stamper(endurance),
    )
    return bytes(run(work, endurance).dump())


def verify_detached(
    content: bytes, signature: bytes, anchors: "Sequence[bytes] | Anchors"
) -> SignatureReport:
    """The report on a signature beside a file; nothing is fetched from the network.

    Raises:
        UserError: ``anchor_unreadable``, ``detached_unreadable``, ``detached_holds_file``.
    """
    signed = _opened(signature)
    try:
        return _judged(_described(signed), content, signed, anchors)
    except UserError:
        raise
    except Exception as error:
        # Whatever is wrong with it: the libraries raise errors of many kinds on bytes made to harm.
        raise UserError("detached_unreadable") from error


def _described(signed: "cms.SignedData") -> SignatureReport:
    """Who signed, by the certificate inside."""
    from cryptography.x509 import load_der_x509_certificate
    from pyhanko.sign.general import extract_certificate_info

    from liaison_desktop.signing.certificates import holder_name
    from liaison_desktop.signing.checks import shown

    signer = extract_certificate_info(signed).signer_cert
    certificate = load_der_x509_certificate(signer.dump())
    return SignatureReport(
        field="",
        kind=SignatureKind.BESIDE,
        signer=shown(holder_name(certificate)),
        subject=shown(certificate.subject.rfc4514_string()),
        issuer=shown(certificate.issuer.rfc4514_string()),
        self_issued=certificate.subject == certificate.issuer,
    )


def _judged(
    report: SignatureReport,
    content: bytes,
    signed: "cms.SignedData",
    anchors: "Sequence[bytes] | Anchors",
) -> SignatureReport:
    from pyhanko.sign.general import extract_certificate_info

    from liaison_desktop.signing.trust import certificate_problem

    status = _status(content, signed, anchors)
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid and stamp.trusted
    proven = stamp.timestamp if stamp is not None and stamped else None
    if proven is not None:
        # A certificate that has expired since does not matter.
        status = _status(content, signed, anchors, proven)
    intact = bool(status.intact and status.valid)
    problem = certificate_problem(extract_certificate_info(signed).signer_cert, proven)
    return replace(
        report,
        signed_at=proven or status.signer_reported_dt,
        proven_at=proven,
        clock=Clock.AUTHORITY if proven else Clock.SIGNER,
        level=(Level.B_T if proven else Level.B_B).value,
        intact=intact,
        trusted=bool(status.trusted) and problem is None,
        covers_whole_file=intact,
        modified_after=Modification.NONE if intact else Modification.NOT_ALLOWED,
        problem=_problem(status, problem),
    )


def _status(
    content: bytes,
    signed: "cms.SignedData",
    anchors: "Sequence[bytes] | Anchors",
    moment: "datetime | None" = None,
) -> "StandardCMSSignatureStatus":
    import asyncio

    from pyhanko.sign.general import extract_certificate_info, extract_signer_info
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    from liaison_desktop.signing.evidence import Evidence
    from liaison_desktop.signing.judgement import clocks_of, judges_of
    from liaison_desktop.signing.opening import Deadline

    judges = judges_of(anchors, Deadline(content))
    signer = extract_certificate_info(signed).signer_cert
    clocks = clocks_of(extract_signer_info(signed))
    return asyncio.run(
        async_validate_detached_cms(
            content,
            signed,
            signer_validation_context=judges.signers.context((signer,), moment, Evidence()),
            ts_validation_context=judges.authorities.context(clocks, None, Evidence()),
            key_usage_settings=KeyUsageConstraints(key_usage=frozenset()),
        )
    )


def _problem(
    status: "StandardCMSSignatureStatus", of_certificate: SignatureProblem | None
) -> SignatureProblem | None:
    if not status.intact:
        return SignatureProblem.ALTERED
    if not status.valid:
        return SignatureProblem.FORGED
    if of_certificate is not None:
        return of_certificate
    return None if status.trusted else SignatureProblem.UNTRUSTED


def _opened(signature: bytes) -> "cms.SignedData":
    from asn1crypto import cms, pem

    try:
        body = pem.unarmor(signature)[2] if pem.detect(signature) else signature
        content = cms.ContentInfo.load(body, strict=True)
        if content["content_type"].native != "signed_data":
            raise UserError("detached_unreadable")
        signed: cms.SignedData = content["content"]
        _ = signed.native
    except (ValueError, TypeError) as error:
        raise UserError("detached_unreadable") from error
    if signed["encap_content_info"]["content"].native is not None:
        raise UserError("detached_holds_file")
    return signed
