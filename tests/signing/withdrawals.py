"""What issuers say of their certificates: lists (CRL), answers (OCSP), and files that hold them."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto import crl, ocsp
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.ocsp import OCSPCertStatus, OCSPResponderEncoding, OCSPResponseBuilder
from cryptography.x509.oid import AuthorityInformationAccessOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.pades import KeySigner
from tests.signing.pki import Holder

NOW = datetime.now(UTC).replace(microsecond=0)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def withdrawal_list(
    issuer: Holder,
    *,
    given: datetime,
    lasts: float = 10,
    withdrawn: tuple[tuple[x509.Certificate, datetime], ...] = (),
    signed_by: Holder | None = None,
) -> crl.CertificateList:
    """A CRL that lasts some days."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(given)
        .next_update(given + timedelta(days=lasts))
    )
    for certificate, since in withdrawn:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(certificate.serial_number)
            .revocation_date(since)
            .build()
        )
    made = builder.sign((signed_by or issuer).private_key, SHA256())
    return crl.CertificateList.load(made.public_bytes(Encoding.DER))


def answerable(person: Holder, issuer: Holder) -> Holder:
    """The same certificate once more, with the place where its issuer answers."""
    given = person.certificate
    place = x509.AccessDescription(
        AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier("http://127.0.0.1:9/")
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(given.subject)
        .issuer_name(given.issuer)
        .public_key(given.public_key())
        .serial_number(given.serial_number)
        .not_valid_before(given.not_valid_before_utc)
        .not_valid_after(given.not_valid_after_utc)
        .add_extension(x509.AuthorityInformationAccess([place]), critical=False)
    )
    for extension in given.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    return Holder(builder.sign(issuer.private_key, SHA256()), person.private_key)


def answer(
    issuer: Holder,
    certificate: x509.Certificate,
    *,
    given: datetime,
    withdrawn: datetime | None = None,
) -> ocsp.OCSPResponse:
    """An OCSP response by the issuer itself that lasts ten days."""
    builder = (
        OCSPResponseBuilder()
        .add_response(
            certificate,
            issuer.certificate,
            SHA1(),  # by which responders name issuers (RFC 5019)
            OCSPCertStatus.REVOKED if withdrawn else OCSPCertStatus.GOOD,
            given,
            given + timedelta(days=10),
            withdrawn,
            None,
        )
        .responder_id(OCSPResponderEncoding.HASH, issuer.certificate)
    )
    made = builder.sign(issuer.private_key, SHA256())
    return ocsp.OCSPResponse.load(made.public_bytes(Encoding.DER))


def clock(authority: Holder, shows: datetime) -> DummyTimeStamper:
    """A time authority's machine whose clock stands still."""
    key = authority.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(_read(authority), PrivateKeyInfo.load(key), fixed_dt=shows)


def signed(pdf: bytes, key: Key, stamped_by: DummyTimeStamper | None = None) -> bytes:
    """Signed in the chair's field, with a time stamp in the signature."""
    metadata = PdfSignatureMetadata(
        field_name="chair", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    signer = PdfSigner(metadata, KeySigner(key), timestamper=stamped_by)
    return bytes(signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue())


def with_store(
    pdf: bytes,
    *certificates: Holder,
    lists: tuple[crl.CertificateList, ...] = (),
    answers: tuple[ocsp.OCSPResponse, ...] = (),
) -> bytes:
    """The file with a document security store, or more in the one it has."""
    content = BytesIO(pdf)
    certs = [_read(one) for one in certificates]
    DocumentSecurityStore.add_dss(content, None, certs=certs, crls=lists, ocsps=answers)
    return content.getvalue()


def sealed(pdf: bytes, stamped_by: DummyTimeStamper) -> bytes:
    """The file with a time stamp over all of it."""
    sealing = PdfTimeStamper(stamped_by).timestamp_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), "sha256"
    )
    return bytes(sealing.getvalue())


def _read(holder: Holder) -> Certificate:
    return Certificate.load(holder.certificate.public_bytes(Encoding.DER))
