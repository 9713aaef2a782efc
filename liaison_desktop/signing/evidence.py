"""What a file itself brings along to judge its certificates: the document security store of PAdES
(ETSI EN 319 142-1, 5.4.2) and the answers that Adobe's programs put into a signature.

Imports pyHanko; import it inside functions only.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from liaison_desktop.domain.signatures import RevocationSource
from liaison_desktop.signing.opening import BoundedReader, OutOfTimeError, entry

Read = TypeVar("Read")

_ARCHIVED = "adobe_revocation_info_archival"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an issuer said of one certificate.

    Attributes:
        given_at: when it was said.
        revoked_since: since when the certificate is withdrawn, if it is.
    """

    source: RevocationSource
    given_at: datetime
    revoked_since: datetime | None
    data: "crl.CertificateList | ocsp.OCSPResponse"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Certificates and revocation data, believed only as far as their own signatures hold."""

    certificates: tuple[x509.Certificate, ...] = ()
    lists: tuple[crl.CertificateList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.certificates + other.certificates,
            self.lists + other.lists,
            self.answers + other.answers,
        )

    def without(self, left_out: Set[int]) -> "Evidence":
        """The evidence without some answers, given by their ``id()``."""
        return Evidence(
            self.certificates,
            tuple(one for one in self.lists if id(one) not in left_out),
            tuple(one for one in self.answers if id(one) not in left_out),
        )

    def on(self, certificate: x509.Certificate) -> tuple[Answer, ...]:
        """What is said of a certificate; nobody checked yet who says it."""
        return (*self._by_lists(certificate), *self._by_answers(certificate))

    def _by_lists(self, certificate: x509.Certificate) -> Iterator[Answer]:
        for one in self.lists:
            content = one["tbs_cert_list"]
            if content["issuer"] != certificate.issuer:
                continue
            entries = content["revoked_certificates"]
            dates = [
                entry["revocation_date"].native
                for entry in entries
                if entry["user_certificate"].native == certificate.serial_number
            ]
            given_at = content["this_update"].native
            yield Answer(RevocationSource.LIST, given_at, min(dates, default=None), one)

    def _by_answers(self, certificate: x509.Certificate) -> Iterator[Answer]:
        for one in self.answers:
            for single in one.basic_ocsp_response["tbs_response_data"]["responses"]:
                if single["cert_id"]["serial_number"].native != certificate.serial_number:
                    continue
                status = single["cert_status"]
                revoked = status.name == "revoked"
                since = status.chosen["revocation_time"].native if revoked else None
                yield Answer(RevocationSource.ANSWER, single["this_update"].native, since, one)


def stored(reader: BoundedReader) -> Evidence:
    """The document security store as the file has it now; what cannot be read is left out."""
    store = entry(reader.root, "/DSS")
    if not isinstance(store, DictionaryObject):
        return Evidence()
    return Evidence(
        certificates=_streams(store, "/Certs", DecodePurpose.CERTIFICATE, x509.Certificate.load),
        lists=_streams(store, "/CRLs", DecodePurpose.CRL, crl.CertificateList.load),
        answers=tuple(
            answer
            for answer in _streams(
                store, "/OCSPs", DecodePurpose.OCSP_RESPONSE, ocsp.OCSPResponse.load
            )
            if _is_answer(answer)
        ),
    )


def archived(signature: EmbeddedPdfSignature) -> Evidence:
    """The answers inside a signature."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == _ARCHIVED:
            found = attribute["values"][0]
            lists, answers = tuple(found["crl"] or ()), tuple(found["ocsp"] or ())
            return Evidence(lists=lists, answers=tuple(a for a in answers if _is_answer(a)))
    return Evidence()


def _streams(
    store: DictionaryObject, name: str, purpose: DecodePurpose, load: Callable[[bytes], Read]
) -> tuple[Read, ...]:
    found = entry(store, name)
    return tuple(_loaded(found, purpose, load)) if isinstance(found, ArrayObject) else ()


def _loaded(
    entries: ArrayObject, purpose: DecodePurpose, load: Callable[[bytes], Read]
) -> Iterator[Read]:
    for place in entries:
        try:
            stream = place.get_object()
            if isinstance(stream, StreamObject):
                loaded = load(stream.read_data(purpose))
                # Decoding is lazy; what is broken shall be found here.
                _ = loaded.native  # type: ignore[attr-defined]  # each of them has it
                yield loaded
        except OutOfTimeError:
            raise
        except Exception:  # noqa: S112 - what cannot be read is no evidence; it is not one family
            continue


def _is_answer(response: ocsp.OCSPResponse) -> bool:
    return bool(response["response_status"].native == "successful")
