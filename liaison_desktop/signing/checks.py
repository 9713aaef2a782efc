"""The check of one signature: what it says, whether it holds, and what became of the file since.

Imports pyHanko; import it inside functions only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from asn1crypto.parser import peek
from cryptography.x509 import load_der_x509_certificate
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus

from liaison_desktop.domain.signatures import (
    Clock,
    Modification,
    Revocation,
    SignatureKind,
    SignatureProblem,
    SignatureReport,
)
from liaison_desktop.signing.certificates import holder_name
from liaison_desktop.signing.envelope import is_plain
from liaison_desktop.signing.evidence import Evidence, archived
from liaison_desktop.signing.judgement import Judgement, Judges, judged
from liaison_desktop.signing.opening import BoundedReader, FoundField, OutOfTimeError
from liaison_desktop.signing.revisions import History
from liaison_desktop.signing.trust import certificate_problem

_LONGEST_SHOWN = 200
_SUPPORTED = frozenset(kind.value for kind in SigSeedSubFilter)
_WEAK = frozenset(
    {
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE,
        AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
    }
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file when one of its signatures is checked.

    Attributes:
        evidence: what the file brings along to judge certificates.
        proven: when a trusted authority saw the file with this signature, by a later time stamp.
    """

    reader: BoundedReader
    judges: Judges
    history: History
    evidence: Evidence
    proven: datetime | None = None


def check_signatures(fields: Sequence[FoundField], known: Known) -> tuple[SignatureReport, ...]:
    """The reports on the signatures in fields that stand in the order they were made.

    The last one is checked first: a time stamp says that all before it existed at its time.
    """
    reports: list[SignatureReport] = []
    for field in reversed(fields):
        report = check_signature(field, known)
        reports.append(report)
        if report.kind is SignatureKind.TIME_STAMP and report.intact and report.trusted:
            known = replace(known, proven=report.signed_at)
    return tuple(reversed(reports))


def check_signature(field: FoundField, known: Known) -> SignatureReport:
    """The report on the signature in a field; what cannot be read or judged counts against it."""
    report = SignatureReport(field=shown(field.name))
    try:
        signature = EmbeddedPdfSignature(known.reader, field.dictionary, field.name)
        report = _with_claims(report, signature)
        report = _with_judgement(report, signature, known)
        return _with_history(report, signature, known.history)
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
    stamp = signature.sig_object_type == "/DocTimeStamp"
    return replace(
        report,
        kind=SignatureKind.TIME_STAMP if stamp else SignatureKind.SIGNATURE,
        signer=shown(holder_name(certificate)),
        reason=shown(signature.sig_object.get("/Reason", "")),
        subject=shown(certificate.subject.rfc4514_string()),
        issuer=shown(certificate.issuer.rfc4514_string()),
        self_issued=certificate.subject == certificate.issuer,
        signed_at=_aware(signature.self_reported_timestamp),
    )


def _with_judgement(
    report: SignatureReport, signature: EmbeddedPdfSignature, known: Known
) -> SignatureReport:
    """Whether the signed bytes are as they were, and whether the certificate can be trusted."""
    pdf = known.reader.pdf
    if signature.sig_object.get("/SubFilter") not in _SUPPORTED:
        return replace(report, problem=SignatureProblem.UNSUPPORTED)
    covered = _covered_bytes(pdf, signature)
    if covered is None:
        return replace(report, problem=SignatureProblem.INCOMPLETE)
    if not is_plain(signature):
        return replace(report, problem=SignatureProblem.UNREADABLE)
    evidence = known.evidence + archived(signature)
    found = judged(signature, known.judges, evidence, known.proven)
    attested = _aware(found.attested)
    proven = _earliest(attested, known.proven, stamp=report.kind is SignatureKind.TIME_STAMP)
    status = found.status
    problem = _problem(found, signature, proven)
    answer, details = found.answer, status.revocation_details
    since = answer.revoked_since if answer else None
    return replace(
        report,
        signed_at=attested or report.signed_at,
        clock=Clock.AUTHORITY if attested else Clock.SIGNER,
        proven_at=proven,
        level=_level(signature, found, proven, prolonged=known.proven is not None),
        revocation=found.revocation,
        revocation_source=answer.source if answer else None,
        revocation_as_of=answer.given_at if answer else None,
        revoked_since=since or (details.revocation_date if details else None),
        intact=status.intact and status.valid,
        trusted=status.trusted and certificate_problem(signature.signer_cert, proven) is None,
        covers_whole_file=covered == len(pdf),
        problem=problem,
    )


def _earliest(
    attested: datetime | None, proven: datetime | None, *, stamp: bool
) -> datetime | None:
    """When the signature is known to have existed; a stamp's own clock does not vouch for it."""
    known = [moment for moment in (None if stamp else attested, proven) if moment is not None]
    return min(known, default=None)


def _level(
    signature: EmbeddedPdfSignature, found: Judgement, proven: datetime | None, *, prolonged: bool
) -> str:
    """The PAdES level (ETSI EN 319 142-1, 6.1) that the file reaches for this signature."""
    if signature.sig_object.get("/SubFilter") != SigSeedSubFilter.PADES.value:
        return ""
    if proven is None:
        return "B-B"
    if found.revocation is not Revocation.GOOD:
        return "B-T"
    return "B-LTA" if prolonged else "B-LT"


def _with_history(
    report: SignatureReport, signature: EmbeddedPdfSignature, history: History
) -> SignatureReport:
    """What happened to the file after the signature."""
    if not report.intact:
        return report
    aftermath = history.since(signature)
    report = replace(report, later=aftermath.changes)
    if not aftermath.allowed or (not report.covers_whole_file and not aftermath.changes):
        # No revision follows, and yet there are more bytes: a torn signature, or something hidden.
        return replace(report, problem=SignatureProblem.CHANGED_AFTERWARDS)
    changed = bool(aftermath.changes)
    return replace(report, modified_after=Modification.ALLOWED if changed else Modification.NONE)


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


def _problem(
    found: Judgement, signature: EmbeddedPdfSignature, proven: datetime | None
) -> SignatureProblem | None:
    status = found.status
    if not status.intact:
        return SignatureProblem.ALTERED
    if not status.valid:
        return SignatureProblem.FORGED
    if status.trust_problem_indic in _WEAK:
        return SignatureProblem.WEAK
    if status.trust_problem_indic is AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND:
        return SignatureProblem.UNTRUSTED
    if found.revocation is Revocation.REVOKED:
        return SignatureProblem.REVOKED
    problem = certificate_problem(signature.signer_cert, proven)
    if problem is not None:
        return problem
    if not status.trusted:
        return SignatureProblem.UNTRUSTED
    if isinstance(status, PdfSignatureStatus) and not status.seed_value_ok:
        return SignatureProblem.TERMS
    return None


def _aware(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken as UTC, the sense ISO 32000-2, 7.9.4 leaves it."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)
