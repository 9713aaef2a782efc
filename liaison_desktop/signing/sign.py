"""Signing one field of a PDF: PAdES (ETSI EN 319 142-1) as an incremental update.

Nothing of the file is rewritten: the result is the file as it was, and what was appended.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.signing.endurance import Endurance, time_stamper, validation_context

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSignatureMetadata, Signer
    from pyhanko_certvalidator import ValidationContext

    from liaison_desktop.signing.opening import BoundedReader, FoundField

PLAIN = Endurance()
"""Nothing but the signature itself."""


class SigningKey(Protocol):
    """A key in a file, on a card or on a token."""

    @property
    def info(self) -> KeyInfo:
        """What its certificate says."""

    def require_in_force(self) -> None:
        """Raise ``key_expired`` or ``key_not_yet_valid`` unless the certificate is in force."""

    def signer(self) -> "Signer":
        """What makes signature values with it."""


def sign_pdf(
    pdf: bytes,
    key: SigningKey,
    *,
    field: str,
    reason: str,
    signer_name: str,
    appearance: bytes | None,
    certify: bool,
    endurance: Endurance = PLAIN,
) -> bytes:
    """The file with one signature more, in an empty signature field it has.

    A field that carries a lock (ISO 32000-2, 12.7.5.5) locks with its signature what it says.

    Args:
        appearance: a PDF whose first page is shown in the field, with its fonts embedded;
            ``None`` shows nothing.
        certify: make it the certification: from now on only further signatures are allowed
            (DocMDP 2, ISO 32000-2, 12.8.2.2). Only a file's first signature can be that.
        endurance: how long it is to be provable, and with whose help.

    Raises:
        UserError: ``key_expired``, ``key_not_yet_valid``, ``not_a_pdf``, ``pdf_damaged``,
            ``pdf_encrypted``, ``pdf_too_complex``, ``pdf_locked``, ``pdf_terms_unmet``,
            ``signature_field_none``, ``signature_field_missing``, ``signature_field_taken``,
            ``certification_not_first``; what ``Endurance.require_authority`` and
            ``telling_refusals`` raise.
        asyncio.CancelledError: ``endurance.stopped`` said so.
    """
    from pyhanko.sign.signers import PdfSigner

    from liaison_desktop.signing.opening import Deadline, open_pdf, telling_damage
    from liaison_desktop.signing.pades import append_signature, stamp_style

    key.require_in_force()
    reader = open_pdf(pdf, Deadline(pdf))
    _require_free(reader, field, certify=certify)
    own = key.signer()
    metadata = replace(
        _metadata(endurance, own),
        field_name=field,
        certify=certify,
        name=signer_name,
        reason=reason or None,
    )
    signer = PdfSigner(
        metadata, own, timestamper=time_stamper(endurance), stamp_style=stamp_style(appearance)
    )
    with telling_damage():
        return append_signature(reader, signer, endurance)


def _metadata(endurance: Endurance, signer: "Signer") -> "PdfSignatureMetadata":
    """What every signature of ours says of itself, at its level."""
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata
    from pyhanko.sign.signers.pdf_signer import DSSContentSettings

    from liaison_desktop.signing.pades import DIGEST

    level = endurance.level
    return PdfSignatureMetadata(
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        embed_validation_info=level.lasting,
        validation_context=_context(endurance, signer) if level.lasting else None,
        use_pades_lta=level.archived,
        # An entry for each signature of its own is what later time stamps would have to rewrite.
        dss_settings=DSSContentSettings(include_vri=False),
    )


def _context(endurance: Endurance, signer: "Signer") -> "ValidationContext":
    """A self-issued certificate is where its own trust starts: nobody could withdraw it."""
    own = signer.signing_cert
    alone = own is not None and own.subject == own.issuer and not own.ca
    return validation_context(endurance, themselves=(own,) if own and alone else ())


@dataclass(frozen=True, slots=True)
class EmptyField:
    """A signature field that waits.

    Attributes:
        width, height: of its rectangle on the page, in points; 0 = it is invisible.
        first: nobody signed the file yet.
    """

    width: float
    height: float
    first: bool


def empty_field(pdf: bytes, field: str) -> EmptyField:
    """What is known of a field before it is signed; raises ``UserError`` like ``sign_pdf``."""
    from liaison_desktop.signing.opening import Deadline, open_pdf, signature_fields

    reader = open_pdf(pdf, Deadline(pdf))
    _require_free(reader, field, certify=False)
    found = signature_fields(reader)
    width, height = next(_size(one) for one in found if one.name == field)
    return EmptyField(width, height, first=all(one.value is None for one in found))


def _size(field: "FoundField") -> tuple[float, float]:
    from liaison_desktop.signing.opening import telling_damage

    with telling_damage():
        left, bottom, right, top = (float(edge) for edge in field.dictionary["/Rect"])
    return abs(right - left), abs(top - bottom)


def _require_free(reader: "BoundedReader", field: str, *, certify: bool) -> None:
    from liaison_desktop.signing.opening import signature_fields, telling_damage

    values = {found.name: found.value for found in signature_fields(reader)}
    if not values:
        raise UserError("signature_field_none")
    if field not in values:
        raise UserError("signature_field_missing", field=field, fields=", ".join(values))
    if values[field] is not None:
        raise UserError("signature_field_taken", field=field)
    if certify and any(value is not None for value in values.values()):
        raise UserError("certification_not_first")
    with telling_damage():
        locked = _is_locked(reader, field)
    if locked:
        raise UserError("pdf_locked", field=field)


def _is_locked(reader: "BoundedReader", field: str) -> bool:
    """Whether an earlier signature forbids a signature in this field."""
    from pyhanko.sign.fields import MDPPerm

    return any(
        signature.docmdp_level is MDPPerm.NO_CHANGES
        or (signature.fieldmdp is not None and signature.fieldmdp.is_locked(field))
        for signature in reader.embedded_signatures
    )
