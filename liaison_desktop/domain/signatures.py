"""What is known of signing keys and of the signatures in a file.

Plain facts for the window and the command line; the checks themselves are made in ``signing``. The
words follow ETSI EN 319 142-1 (PAdES) and ISO 32000-2, 12.8 (digital signatures).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path


class Clock(StrEnum):
    """Whose clock a signature's time comes from."""

    SIGNER = "signer"
    AUTHORITY = "authority"


class Modification(StrEnum):
    """What happened to a file after one of its signatures.

    ``ALLOWED`` is what that signature leaves open, as a rule the next signature.
    """

    NONE = "none"
    ALLOWED = "allowed"
    NOT_ALLOWED = "not_allowed"


class LaterChange(StrEnum):
    """What became different in a file after a signature.

    The first three are what a signature leaves open; the others end it, whatever the file itself
    says that it permits.
    """

    SIGNATURE = "signature"
    TIME_STAMP = "time_stamp"
    VALIDATION_DATA = "validation_data"
    SIGNATURE_CHANGED = "signature_changed"
    FIELD_ADDED = "field_added"
    FIELD_VALUE = "field_value"
    ANNOTATION = "annotation"
    PAGES = "pages"
    PAGE_CONTENT = "page_content"
    SETTINGS = "settings"
    OTHER = "other"


ALLOWED_LATER = frozenset(
    {LaterChange.SIGNATURE, LaterChange.TIME_STAMP, LaterChange.VALIDATION_DATA}
)


class Revocation(StrEnum):
    """Whether a certificate was withdrawn by its issuer before it signed.

    The answer comes from the file itself: nobody is asked.
    """

    NOT_ASKED = "not_asked"
    GOOD = "good"
    REVOKED = "revoked"


class RevocationSource(StrEnum):
    """Who answered: a list of all withdrawn certificates, or an answer on this one."""

    LIST = "crl"
    ANSWER = "ocsp"


class SignatureKind(StrEnum):
    """What a signature is: in a field, a time stamp over the file, or in a file beside it."""

    SIGNATURE = "signature"
    TIME_STAMP = "time_stamp"
    BESIDE = "beside"


class Caution(StrEnum):
    """What in a file can change what it shows without changing the file."""

    SCRIPTS = "scripts"
    DYNAMIC_FORM = "dynamic_form"
    OUTSIDE_CONTENT = "outside_content"
    LAYERS = "layers"


class SignatureProblem(StrEnum):
    """Why a signature is not sound. If there are several reasons, the gravest is told."""

    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    ALTERED = "altered"
    FORGED = "forged"
    INCOMPLETE = "incomplete"
    CHANGED_AFTERWARDS = "changed_afterwards"
    TOO_COMPLEX = "too_complex"
    WEAK = "weak"
    NOT_FOR_SIGNING = "not_for_signing"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNTRUSTED = "untrusted"
    TERMS = "terms"
    CHANGEABLE = "changeable"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyInfo:
    """What a signing key's certificate says.

    Attributes:
        path: the PKCS#12 file.
        name: the person the certificate names.
        organisation: the body the certificate names, or empty.
        issuer: who vouches for the name.
        self_issued: whether nobody but the holder vouches for the name.
        fingerprint: SHA-256 of the certificate, lower-case hexadecimal.
    """

    path: Path
    name: str
    organisation: str
    issuer: str
    self_issued: bool
    not_before: datetime
    not_after: datetime
    fingerprint: str

    def expires_within(self, days: int, now: datetime) -> bool:
        """Whether the certificate ends within some days from now, or has ended."""
        return self.not_after <= now + timedelta(days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """What the check of one signature found.

    Attributes:
        field: name of the signature field.
        signer: the person the certificate names, empty if it cannot be read.
        reason: why the person signed, by their own words.
        subject: the certificate's whole distinguished name (RFC 4514).
        issuer: the distinguished name of who vouches for it.
        self_issued: whether nobody but the holder vouches for the name.
        signed_at: when it was signed, by ``clock``.
        proven_at: when a trusted authority saw the signature for the first time: by a time stamp in
            it, or by a later one over the whole file; ``None`` = nobody did.
        level: PAdES level reached (``"B-B"``, ``"B-T"``, ``"B-LT"``, ``"B-LTA"``), empty for
            other kinds.
        revocation: whether the signer's certificate was withdrawn; ``NOT_ASKED`` as well where the
            answers in the file leave one certificate of its chain out.
        revocation_as_of: when that answer was given.
        revoked_since: when the certificate was withdrawn, if it was.
        intact: the bytes are those that were signed, and it was signed with the certificate's key.
        trusted: the certificate leads to an anchor, was in force and is meant for signing.
        covers_whole_file: not one byte stands outside what was signed.
        later: what became different in the file afterwards.
    """

    field: str
    kind: SignatureKind = SignatureKind.SIGNATURE
    signer: str = ""
    reason: str = ""
    subject: str = ""
    issuer: str = ""
    self_issued: bool = False
    signed_at: datetime | None = None
    clock: Clock = Clock.SIGNER
    proven_at: datetime | None = None
    level: str = ""
    revocation: Revocation = Revocation.NOT_ASKED
    revocation_source: RevocationSource | None = None
    revocation_as_of: datetime | None = None
    revoked_since: datetime | None = None
    intact: bool = False
    trusted: bool = False
    covers_whole_file: bool = False
    modified_after: Modification = Modification.NOT_ALLOWED
    later: tuple[LaterChange, ...] = ()
    problem: SignatureProblem | None = None

    @property
    def sound(self) -> bool:
        """Whether a reader may rely on it."""
        return (
            self.intact
            and self.trusted
            and self.modified_after is not Modification.NOT_ALLOWED
            and self.problem is None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What the check of a file found.

    Attributes:
        signatures: in the order they were made.
        unsigned_fields: names of the signature fields that are still empty.
        cautions: what in the file can change what it shows.
    """

    signatures: tuple[SignatureReport, ...]
    unsigned_fields: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it is signed, and by sound signatures only."""
        return bool(self.signatures) and all(report.sound for report in self.signatures)
