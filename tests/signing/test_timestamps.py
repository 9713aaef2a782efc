"""Signatures and time stamps that other programs made: a time authority's clock counts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext

from liaison_desktop.domain.signatures import Clock, Modification, SignatureProblem
from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.pades import KeySigner
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.conftest import World
from tests.signing.pki import Holder, holder

NOW = datetime.now(UTC).replace(microsecond=0)
LAST_WEEK = NOW - timedelta(days=7)


@pytest.fixture
def authority(world: World) -> Holder:
    return holder(
        "Time Authority",
        world.root,
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
        starts=timedelta(days=-30),
    )


def clock_of(authority: Holder, shows: datetime) -> DummyTimeStamper:
    key = authority.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    certificate = authority.certificate.public_bytes(Encoding.DER)
    return DummyTimeStamper(Certificate.load(certificate), PrivateKeyInfo.load(key), fixed_dt=shows)


def signed_with(pdf: bytes, key: Key, clock: DummyTimeStamper) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name="chair", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    signer = PdfSigner(metadata, KeySigner(key), timestamper=clock)
    return bytes(signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue())


def test_an_authority_confirms_the_time(world: World, unsigned: bytes, authority: Holder) -> None:
    signed = signed_with(unsigned, world.chair, clock_of(authority, NOW))
    verification = verify_pdf(signed, world.anchors)
    (report,) = verification.signatures
    assert verification.valid
    assert (report.clock, report.level, report.signed_at) == (Clock.AUTHORITY, "B-T", NOW)


def test_a_certificate_may_expire_after_the_confirmed_time(
    world: World, unsigned: bytes, authority: Holder, forced: Callable[[Holder], Key]
) -> None:
    expired = forced(
        holder("Ottavia", world.root, starts=timedelta(days=-30), ends=timedelta(days=-1))
    )
    for shows, problem in ((LAST_WEEK, None), (NOW, SignatureProblem.EXPIRED)):
        signed = signed_with(unsigned, expired, clock_of(authority, shows))
        (report,) = verify_pdf(signed, world.anchors).signatures
        assert report.problem is problem


def test_a_clock_nobody_trusts_confirms_nothing(world: World, unsigned: bytes) -> None:
    stranger = holder(
        "Some Clock",
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
    )
    signed = signed_with(unsigned, world.chair, clock_of(stranger, LAST_WEEK))
    verification = verify_pdf(signed, world.anchors)
    (report,) = verification.signatures
    assert verification.valid
    assert (report.clock, report.level) == (Clock.SIGNER, "B-B")


def test_a_time_stamp_over_the_whole_file(
    world: World, signed_twice: bytes, authority: Holder
) -> None:
    stamped = PdfTimeStamper(clock_of(authority, NOW)).timestamp_pdf(
        IncrementalPdfFileWriter(BytesIO(signed_twice)),
        "sha256",
        ValidationContext(
            trust_roots=[Certificate.load(world.root.certificate.public_bytes(Encoding.DER))]
        ),
    )
    verification = verify_pdf(bytes(stamped.getvalue()), world.anchors)
    assert verification.valid
    chair, secretary, stamp = verification.signatures
    assert secretary.modified_after is Modification.ALLOWED
    assert (stamp.signer, stamp.clock, stamp.signed_at) == ("Time Authority", Clock.AUTHORITY, NOW)
    assert stamp.modified_after is Modification.ALLOWED
    assert chair.clock is Clock.SIGNER
