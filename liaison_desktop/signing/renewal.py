"""Keeping an ageing file provable: a further time stamp over the whole of it, before the last one
runs out (ETSI EN 319 142-1, 6.3: PAdES B-LTA).
"""

from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.signing.endurance import Endurance, run, time_stamper, validation_context

if TYPE_CHECKING:
    from asn1crypto import x509
    from pyhanko.sign.timestamps import TimeStamper
    from pyhanko_certvalidator import ValidationContext

    from liaison_desktop.signing.opening import BoundedReader


def renewed(pdf: bytes, endurance: Endurance) -> bytes:
    """The file with a time stamp more, and with what is needed to check all before it.

    Raises:
        UserError: ``pdf_not_signed``; what opening a PDF, ``Endurance.require_authority`` and
            ``telling_refusals`` raise.
        asyncio.CancelledError: ``endurance.stopped`` said so.
    """
    from liaison_desktop.signing.opening import Deadline, open_pdf

    stamper = time_stamper(endurance)
    if stamper is None:
        raise UserError("authority_missing", level=endurance.level.value)
    reader = open_pdf(pdf, Deadline(pdf))
    if not reader.embedded_signatures:
        raise UserError("pdf_not_signed")
    context = validation_context(endurance, themselves=tuple(_self_issued(reader)))
    return run(_stamped(reader, stamper, context), endurance, context)


async def _stamped(
    reader: "BoundedReader", stamper: "TimeStamper", context: "ValidationContext"
) -> bytes:
    """The last time stamp, or all signatures where there is none, are made checkable first."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfTimeStamper
    from pyhanko.sign.signers.pdf_signer import TimestampDSSContentSettings
    from pyhanko.sign.validation.dss import DocumentSecurityStore, collect_validation_info

    from liaison_desktop.signing.pades import DIGEST

    stamps = reader.embedded_timestamp_signatures
    last = [stamps[-1]] if stamps else list(reader.embedded_regular_signatures)
    paths = [path for one in last for path in await collect_validation_info(one, context)]
    update = IncrementalPdfFileWriter.from_reader(reader)
    DocumentSecurityStore.supply_dss_in_writer(
        update, None, paths=paths, validation_context=context
    )
    stamped = await PdfTimeStamper(stamper).async_timestamp_pdf(
        update,
        DIGEST,
        context,
        dss_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
    )
    return bytes(stamped.getvalue())


def _self_issued(reader: "BoundedReader") -> "list[x509.Certificate]":
    """Certificates that nobody could withdraw; whether they are trusted is for whoever verifies."""
    certificates = [one.signer_cert for one in reader.embedded_signatures]
    return [one for one in certificates if one.subject == one.issuer and not one.ca]
