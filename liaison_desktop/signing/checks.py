"""The check of one signature: what it says, whether it holds, and what became of the file since.

Imports pyHanko; import it inside functions only.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from asn1crypto.parser import peek
from cryptography.x509 import load_der_x509_certificate
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus

from liaison_desktop.domain.signatures import Clock, Modification, SignatureProblem, SignatureReport
from liaison_desktop.signing.certificates import holder_name
from liaison_desktop.signing.envelope import is_plain
from liaison_desktop.signing.opening import BoundedReader, FoundField, OutOfTimeError
from liaison_desktop.signing.trust import Trust, certificate_problem

_LONGEST_SHOWN = 200
_SUPPORTED = frozenset(kind.value for kind in SigSeedSubFilter)
_WEAK = frozenset(
    {
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE,
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
    }
)
# Which usages allow signing is decided by ``trust.certificate_problem``, for anchors and others
# alike.
_ANY_USAGE = KeyUsageConstraints(key_usage=frozenset())

Status = PdfSignatureStatus | DocumentTimestampStatus


def check_signature(reader: BoundedReader, field: FoundField, trust: Trust) -> SignatureReport:
    """The report on the signature in a field; what cannot be read or judged counts against it."""
    report = SignatureReport(field=shown(field.name))
    try:
        signature = EmbeddedPdfSignature(reader, field.dictionary, field.name)
        report = _with_claims(report, signature)
        report = _with_judgement(report, signature, reader.pdf, trust)
        return _with_history(report, signature)
    except OutOfTimeError:
        return replace(report, problem=SignatureProblem.TOO_COMPLEX)
    except Exception:
        # What the library raises on hostile bytes is not one family of errors: see telling_damage.
        return replace(report, problem=SignatureProblem.UNREADABLE)


def signing_order(field: FoundField) -> int:
    """Where the bytes covered by a field's signature end: a later signature covers more."""
    if not isinstance(field.value, DictionaryObject):
        return 0
    # As it stands in the file, without following a reference: nothing is known of the file yet.
    byte_range = dict.get(field.value, "/ByteRange")
    if not isinstance(byte_range, ArrayObject):
        return 0
    return sum(number for number in list(byte_range)[2:] if isinstance(number, int))


def shown(text: object) -> str:
    """Text of a stranger, fit to be shown: not endless, on one line, and without the control
    characters that could turn a name around.
    """
    line = " ".join(str(text).split())
    return "".join(character for character in line if character.isprintable())[:_LONGEST_SHOWN]


def _with_claims(report: SignatureReport, signature: EmbeddedPdfSignature) -> SignatureReport:
    certificate = load_der_x509_certificate(signature.signer_cert.dump())
    return replace(
        report,
        signer=shown(holder_name(certificate)),
        reason=shown(signature.sig_object.get("/Reason", "")),
        subject=shown(certificate.subject.rfc4514_string()),
        issuer=shown(certificate.issuer.rfc4514_string()),
        self_issued=certificate.subject == certificate.issuer,
        signed_at=_aware(signature.self_reported_timestamp),
    )


def _with_judgement(
    report: SignatureReport, signature: EmbeddedPdfSignature, pdf: bytes, trust: Trust
) -> SignatureReport:
    """Whether the signed bytes are as they were, and whether the certificate can be trusted."""
    kind = signature.sig_object.get("/SubFilter")
    if kind not in _SUPPORTED:
        return replace(report, problem=SignatureProblem.UNSUPPORTED)
    covered = _covered_bytes(pdf, signature)
    if covered is None:
        return replace(report, problem=SignatureProblem.INCOMPLETE)
    if not is_plain(signature):
        return replace(report, problem=SignatureProblem.UNREADABLE)
    status = _status(signature, trust)
    attested = _attested_time(status)
    if attested is not None and isinstance(status, PdfSignatureStatus):
        status = _status(signature, trust, attested)
    problem = _problem(status, signature, attested)
    level = ("B-T" if attested else "B-B") if kind == SigSeedSubFilter.PADES.value else ""
    return replace(
        report,
        signed_at=attested or report.signed_at,
        clock=Clock.AUTHORITY if attested else Clock.SIGNER,
        level=level,
        intact=status.intact and status.valid,
        trusted=status.trusted and _certificate_problem(signature, attested) is None,
        covers_whole_file=covered == len(pdf),
        problem=problem,
    )


def _with_history(report: SignatureReport, signature: EmbeddedPdfSignature) -> SignatureReport:
    """What happened to the file after the signature."""
    if not report.intact:
        return report
    difference = signature.evaluate_modifications(DEFAULT_DIFF_POLICY)
    permitted = ModificationLevel((signature.docmdp_level or MDPPerm.FILL_FORMS).value)
    if not isinstance(difference, DiffResult) or difference.modification_level > permitted:
        return replace(report, problem=SignatureProblem.CHANGED_AFTERWARDS)
    if difference.modification_level is not ModificationLevel.NONE:
        return replace(report, modified_after=Modification.ALLOWED)
    if not report.covers_whole_file:
        # No revision follows, and yet there are more bytes: a torn signature, or something hidden.
        return replace(report, problem=SignatureProblem.CHANGED_AFTERWARDS)
    return replace(report, modified_after=Modification.NONE)


def _covered_bytes(pdf: bytes, signature: EmbeddedPdfSignature) -> int | None:
    """Where the signed part of the file ends.

    ``None`` if it is not the whole file up to there save for the signature value itself: then
    something stands between that was never signed (ISO 32000-2, 12.8.1).
    """
    bounds = [int(number) for number in signature.byte_range]
    if len(bounds) != 4 or bounds[0] != 0:
        return None
    _, gap_start, gap_end, length = bounds
    if not (0 < gap_start < gap_end < gap_end + length <= len(pdf)):
        return None
    content = signature.pkcs7_content
    value = content.hex().encode()
    # Nobody writes digits of both kinds, and what pads the value out to its room is zeros.
    plain = pdf[gap_start:gap_end] in (b"<" + value + b">", b"<" + value.upper() + b">")
    padding = content[peek(content) :]
    return gap_end + length if plain and not any(padding) else None


def _status(
    signature: EmbeddedPdfSignature, trust: Trust, moment: datetime | None = None
) -> Status:
    context = trust.context(signature.signer_cert, moment)
    if signature.sig_object_type == "/DocTimeStamp":
        return asyncio.run(async_validate_pdf_timestamp(signature, context, skip_diff=True))
    return asyncio.run(
        async_validate_pdf_signature(
            signature, context, key_usage_settings=_ANY_USAGE, skip_diff=True
        )
    )


def _attested_time(status: Status) -> datetime | None:
    """The time a trusted authority confirms; a time stamp that does not hold is as good as none."""
    stamp = status if isinstance(status, DocumentTimestampStatus) else status.timestamp_validity
    if stamp is not None and stamp.intact and stamp.valid and stamp.trusted:
        return _aware(stamp.timestamp)
    return None


def _problem(
    status: Status, signature: EmbeddedPdfSignature, attested: datetime | None
) -> SignatureProblem | None:
    if not status.intact:
        return SignatureProblem.ALTERED
    if not status.valid:
        return SignatureProblem.FORGED
    if status.trust_problem_indic in _WEAK:
        return SignatureProblem.WEAK
    if status.trust_problem_indic is AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND:
        return SignatureProblem.UNTRUSTED
    problem = _certificate_problem(signature, attested)
    if problem is not None:
        return problem
    if not status.trusted:
        return SignatureProblem.UNTRUSTED
    if isinstance(status, PdfSignatureStatus) and not status.seed_value_ok:
        return SignatureProblem.TERMS
    return None


def _certificate_problem(
    signature: EmbeddedPdfSignature, attested: datetime | None
) -> SignatureProblem | None:
    if signature.sig_object_type == "/DocTimeStamp":
        return None
    return certificate_problem(signature.signer_cert, attested)


def _aware(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken as UTC, the sense ISO 32000-2, 7.9.4 leaves it."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)
