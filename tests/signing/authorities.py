"""Authorities on this computer, over HTTP: a time-stamp authority (RFC 3161), and an issuer that
tells which certificates it withdrew, by list (RFC 5280) and by answer (RFC 6960).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from asn1crypto import ocsp, tsp
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.ocsp import OCSPCertStatus, OCSPResponderEncoding, OCSPResponseBuilder
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.signing.pki import Holder, holder

HOST = "127.0.0.1"
STAMP_KIND = "application/timestamp-reply"
_DAY = timedelta(days=1)


@dataclass
class Authorities:
    """An issuer and a clock, with the addresses under which they answer.

    Attributes:
        withdrawn: serial numbers of certificates that are no good any more.
        stale: lists and answers are of last year.
        asked: the paths that were asked for, in order.
        instead: what is answered to a path instead, made of the request.
    """

    root: Holder
    clock: Holder
    address: str
    withdrawn: set[int] = field(default_factory=set)
    stale: bool = False
    asked: list[str] = field(default_factory=list)
    instead: dict[str, Callable[[bytes], tuple[str, bytes]]] = field(default_factory=dict)

    @property
    def stamp_address(self) -> str:
        return f"{self.address}/tsa"

    def issued(self, name: str, *, by_list: bool = False) -> Holder:
        """A certificate that says where its issuer answers."""
        given = holder(name, self.root, private_key=rsa.generate_private_key(65537, 2048))
        return with_addresses(given, self.root, self.address, by_list=by_list)

    def reply(self, path: str, request: bytes) -> tuple[str, bytes] | None:
        """The kind of the answer, and the answer."""
        self.asked.append(path)
        if path in self.instead:
            return self.instead[path](request)
        if path == "/tsa":
            return STAMP_KIND, self.stamp(request)
        if path == "/crl":
            return "application/pkix-crl", self.list()
        if path == "/ocsp":
            return "application/ocsp-response", self._answer(request)
        return None

    def list(self) -> bytes:
        """All certificates that were withdrawn."""
        given = self._given
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.root.certificate.subject)
            .last_update(given)
            .next_update(given + 7 * _DAY)
        )
        for serial in sorted(self.withdrawn):
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(given)
            builder = builder.add_revoked_certificate(entry.build())
        made = builder.sign(self.root.private_key, hashes.SHA256())
        return made.public_bytes(Encoding.DER)

    @property
    def _given(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0) - (300 if self.stale else 0) * _DAY

    def stamp(self, request: bytes) -> bytes:
        """The answer to a request for a time stamp."""
        key = self.clock.private_key.private_bytes(
            Encoding.DER, PrivateFormat.PKCS8, NoEncryption()
        )
        certificate = Certificate.load(self.clock.certificate.public_bytes(Encoding.DER))
        stamper = DummyTimeStamper(certificate, PrivateKeyInfo.load(key))
        answer = stamper.request_tsa_response(tsp.TimeStampReq.load(request))
        return bytes(answer.dump())

    def _answer(self, request: bytes) -> bytes:
        asked = ocsp.OCSPRequest.load(request)["tbs_request"]["request_list"][0]["req_cert"]
        serial = asked["serial_number"].native
        bad = serial in self.withdrawn
        builder = OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=asked["issuer_name_hash"].native,
            issuer_key_hash=asked["issuer_key_hash"].native,
            serial_number=serial,
            algorithm=hashes.SHA1(),  # by which responders name issuers (RFC 5019)
            cert_status=OCSPCertStatus.REVOKED if bad else OCSPCertStatus.GOOD,
            this_update=self._given,
            next_update=self._given + 7 * _DAY,
            revocation_time=self._given if bad else None,
            revocation_reason=None,
        )
        builder = builder.responder_id(OCSPResponderEncoding.HASH, self.root.certificate)
        made = builder.sign(self.root.private_key, hashes.SHA256())
        return made.public_bytes(Encoding.DER)


def with_addresses(given: Holder, issuer: Holder, address: str, *, by_list: bool) -> Holder:
    """The certificate once more, with where its issuer answers."""
    certificate = given.certificate
    builder = (
        x509.CertificateBuilder()
        .subject_name(certificate.subject)
        .issuer_name(certificate.issuer)
        .public_key(certificate.public_key())
        .serial_number(certificate.serial_number)
        .not_valid_before(certificate.not_valid_before_utc)
        .not_valid_after(certificate.not_valid_after_utc)
    )
    for extension in certificate.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    if by_list:
        places = [x509.UniformResourceIdentifier(f"{address}/crl")]
        point = x509.DistributionPoint(places, None, None, None)
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
    else:
        place = x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(f"{address}/ocsp")
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([place]), critical=False)
    return Holder(builder.sign(issuer.private_key, hashes.SHA256()), given.private_key)


@contextmanager
def answering() -> Iterator[Authorities]:
    """The authorities while the block runs."""
    server = ThreadingHTTPServer((HOST, 0), _Counter)
    address = f"http://{HOST}:{server.server_address[1]}"
    root = holder("Prova Root", ca=True, private_key=rsa.generate_private_key(65537, 2048))
    clock = holder(
        "Prova Clock",
        root,
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
    )
    clock = with_addresses(clock, root, address, by_list=True)
    authorities = Authorities(root, clock, address)
    _Counter.authorities = authorities
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield authorities
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Counter(BaseHTTPRequestHandler):
    """Where requests come in."""

    authorities: Authorities

    def do_GET(self) -> None:
        self._reply(b"")

    def do_POST(self) -> None:
        self._reply(self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *_: object) -> None:
        pass

    def _reply(self, request: bytes) -> None:
        answer = self.authorities.reply(self.path, request)
        if answer is None:
            self.send_error(404)
            return
        kind, content = answer
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(BrokenPipeError):  # whoever asked has stopped waiting
            self.wfile.write(content)
