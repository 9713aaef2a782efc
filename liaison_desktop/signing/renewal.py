"""Keeping an ageing file provable: a further time stamp over the whole of it, before the last one
runs out (ETSI EN 319 142-1, 6.3: PAdES B-LTA).
"""

from io import BytesIO
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.signing.endurance import (
    Endurance,
    run,
    telling_refusals,
    time_stamper,
    validation_context,
)

if TYPE_CHECKING:
    from asn1crypto import x509
    from pyhanko_certvalidator import ValidationContext

    from liaison_desktop.signing.opening import BoundedReader


def renewed(pdf: bytes, endurance: Endurance) -> bytes:
    """The file with a time stamp more, and with what is needed to check all before it.

    Raises:
        UserError: ``pdf_not_signed``; what opening a PDF, ``Endurance.require_authority`` and
            ``telling_refusals`` raise.
    """
    from pyhanko.sign.signers import PdfTimeStamper

    from liaison_desktop.signing.opening import Deadline, open_pdf

    stamper = time_stamper(endurance)
    if stamper is None:
        raise UserError("authority_missing", level=endurance.level.value)
    reader = open_pdf(pdf, Deadline(pdf))
    if not reader.embedded_signatures:
        raise UserError("pdf_not_signed")
    if not reader.embedded_timestamp_signatures:
        pdf = _with_validation_data(pdf, endurance)
        reader = open_pdf(pdf, Deadline(pdf))
    work = PdfTimeStamper(stamper).async_update_archival_timestamp_chain(
        reader, _context(reader, endurance), in_place=False, output=BytesIO()
    )
    return bytes(run(work).getvalue())


def _with_validation_data(pdf: bytes, endurance: Endurance) -> bytes:
    """What issuers say of the certificates of each signature, put into the file."""
    import asyncio

    from pyhanko.sign.validation.dss import async_add_validation_info

    from liaison_desktop.signing.opening import Deadline, open_pdf

    reader = open_pdf(pdf, Deadline(pdf))
    for place in range(len(reader.embedded_regular_signatures)):
        signature = reader.embedded_regular_signatures[place]
        work = async_add_validation_info(
            signature, _context(reader, endurance), output=BytesIO(), in_place=False
        )
        with telling_refusals():
            pdf = bytes(asyncio.run(work).getvalue())
        reader = open_pdf(pdf, Deadline(pdf))
    return pdf


def _context(reader: "BoundedReader", endurance: Endurance) -> "ValidationContext":
    return validation_context(endurance, themselves=tuple(_self_issued(reader)))


def _self_issued(reader: "BoundedReader") -> "list[x509.Certificate]":
    """Certificates that nobody could withdraw; whether they are trusted is for whoever verifies."""
    certificates = [one.signer_cert for one in reader.embedded_signatures]
    return [one for one in certificates if one.subject == one.issuer and not one.ca]
