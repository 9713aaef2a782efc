"""Trusted lists of the member states (ETSI TS 119 612): who vouches for signers and for clocks.

Nothing is fetched: the list is a file the user has, and so is the certificate of who signs it.
Imports pyHanko, lxml and signxml; import it inside functions only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from lxml import etree
from pyhanko.sign.validation.qualified.eutl_parse import trust_list_to_registry_unsafe
from pyhanko.sign.validation.qualified.tsp import (
    CA_QC_URI,
    QTST_URI,
    BaseServiceInformation,
    QcCertType,
)
from signxml.exceptions import InvalidInput, InvalidSignature
from signxml.xades.xades import XAdESSignatureConfiguration, XAdESVerifier

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.domain.trust_offers import OfferedAnchor
from liaison_desktop.signing.anchors import certificates_in, offer

_TSL = "http://uri.etsi.org/02231/v2#"
_ROOT = f"{{{_TSL}}}TrustServiceStatusList"
_SCHEME = f"{{{_TSL}}}SchemeInformation"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedList:
    """A trusted list whose signature holds.

    Attributes:
        country: two letters (``SchemeTerritory``).
        issued, next_update: from when to when it holds.
        services: qualified services that are granted now, each certificate once per purpose.
    """

    country: str
    issued: datetime
    next_update: datetime
    services: tuple[OfferedAnchor, ...]


def read_trusted_list(
    content: bytes, signers: Sequence[bytes], now: datetime | None = None
) -> TrustedList:
    """Read a trusted list; only what its signature covers is believed.

    Args:
        signers: certificates (PEM or DER), one of which must have signed it.
        now: the time to judge it at; default: the present.

    Raises:
        UserError: ``trusted_list_unreadable``, ``trusted_list_signer_missing``,
            ``trusted_list_forged``, ``trusted_list_expired``, ``trusted_list_empty``,
            ``anchor_unreadable``.
    """
    now = now or datetime.now(UTC)
    _require_list(content)
    if not signers:
        raise UserError("trusted_list_signer_missing")
    signed = _signed_part(content, [one for each in signers for one in certificates_in(each)], now)
    scheme = signed.find(_SCHEME)
    try:
        country = str(_text(scheme, "SchemeTerritory"))
        issued = _moment(_text(scheme, "ListIssueDateTime"))
        next_update = _moment(_text(scheme, f"NextUpdate/{{{_TSL}}}dateTime"))
    except ValueError as error:
        raise UserError("trusted_list_unreadable") from error
    if next_update <= now:
        raise UserError("trusted_list_expired", date=next_update.date())
    once = {(one.fingerprint, one.purpose): one for one in _services(signed, country)}
    services = sorted(once.values(), key=lambda one: (one.purpose, one.service, one.name))
    if not services:
        raise UserError("trusted_list_empty")
    return TrustedList(
        country=country, issued=issued, next_update=next_update, services=tuple(services)
    )


def _require_list(content: bytes) -> None:
    """Refuse what is no trusted list before its signature is asked for."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError("trusted_list_unreadable") from error
    if root.tag != _ROOT or root.getroottree().docinfo.doctype:
        raise UserError("trusted_list_unreadable")


def _signed_part(
    content: bytes, signers: Sequence[x509.Certificate], now: datetime
) -> etree._Element:
    """The list as the signature covers it; nothing else in the file counts."""
    for signer in signers:
        if not signer.not_valid_before_utc <= now <= signer.not_valid_after_utc:
            continue
        config = XAdESSignatureConfiguration(require_x509=True, expect_references=True)
        try:
            results = XAdESVerifier().verify(content, x509_cert=signer, expect_config=config)
        except (InvalidSignature, InvalidInput, ValueError, etree.LxmlError):
            continue
        for result in results:
            if result.signed_xml is not None and result.signed_xml.tag == _ROOT:
                return result.signed_xml
    raise UserError("trusted_list_forged")


def _services(signed: etree._Element, country: str) -> Iterator[OfferedAnchor]:
    """The services as the library reads them, those that are granted at present."""
    try:
        registry, _errors = trust_list_to_registry_unsafe(
            etree.tostring(signed, encoding="unicode")
        )
    except Exception as error:
        # What the library raises on lists that break the schema is not one family of errors.
        raise UserError("trusted_list_unreadable") from error
    for purpose, authorities in (
        (AnchorPurpose.SIGNING, registry.known_certificate_authorities),
        (AnchorPurpose.TIME_STAMPS, registry.known_timestamp_authorities),
    ):
        for authority in authorities:
            for definition in registry.applicable_service_definitions(authority, None):
                service = definition.base_info
                if service.valid_until is None and _is_wanted(service, purpose):
                    yield from _of_service(service, purpose, country)


def _of_service(
    service: BaseServiceInformation, purpose: AnchorPurpose, country: str
) -> Iterator[OfferedAnchor]:
    for certificate in service.provider_certs:
        yield offer(
            x509.load_der_x509_certificate(certificate.dump()),
            purpose,
            service=service.service_name,
            country=country,
        )


def _is_wanted(service: BaseServiceInformation, purpose: AnchorPurpose) -> bool:
    """Whether the service is of the kind, and not one that vouches for web sites alone."""
    kinds = {AnchorPurpose.SIGNING: CA_QC_URI, AnchorPurpose.TIME_STAMPS: QTST_URI}
    return service.service_type == kinds[purpose] and (
        service.additional_info_certificate_type != {QcCertType.QC_WEB}
    )


def _text(scheme: etree._Element | None, path: str) -> str:
    found = None if scheme is None else scheme.findtext(f"{{{_TSL}}}{path}")
    if not found:
        raise ValueError(path)
    return str(found).strip()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
