"""Trusted lists (ETSI TS 119 612) as member states publish them, made and signed here."""

import base64
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from xml.etree import ElementTree

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml.xades.xades import XAdESDataObjectFormat, XAdESSigner

from tests.signing.pki import Holder

_TSL = "http://uri.etsi.org/02231/v2#"
_SERVICES = "http://uri.etsi.org/TrstSvc/"
CA, CLOCK = "CA/QC", "TSA/QTST"
GRANTED, WITHDRAWN = "granted", "withdrawn"
NOW = datetime.now(UTC).replace(microsecond=0)

Service = tuple[str, str, str, Holder]


def trusted_list(
    services: Sequence[Service], operator: Holder, *, ends: datetime | None = None
) -> bytes:
    """A list of Italy with these services: kind, status, name, certificate."""
    return signed(unsigned_list(services, ends=ends), operator)


def unsigned_list(services: Sequence[Service], *, ends: datetime | None = None) -> bytes:
    ElementTree.register_namespace("", _TSL)
    root = _element(None, "TrustServiceStatusList")
    root.set("TSLTag", "http://uri.etsi.org/19612/TSLTag")
    scheme = _element(root, "SchemeInformation")
    _element(scheme, "TSLVersionIdentifier", "5")
    _element(scheme, "TSLSequenceNumber", "7")
    _element(scheme, "TSLType", f"{_SERVICES}TrustedList/TSLType/EUgeneric")
    _element(scheme, "SchemeTerritory", "IT")
    _element(scheme, "ListIssueDateTime", _zulu(NOW - timedelta(days=20)))
    _element(_element(scheme, "NextUpdate"), "dateTime", _zulu(ends or NOW + timedelta(days=90)))
    provider = _element(_element(root, "TrustServiceProviderList"), "TrustServiceProvider")
    listed = _element(provider, "TSPServices")
    for kind, status, name, holder in services:
        _service(
            _element(_element(listed, "TSPService"), "ServiceInformation"),
            kind,
            status,
            name,
            holder,
        )
    out = BytesIO()
    ElementTree.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue()


def signed(content: bytes, operator: Holder) -> bytes:
    """The list with the XAdES signature of who runs the scheme."""
    signer = XAdESSigner(
        data_object_format=XAdESDataObjectFormat(Description="", MimeType="text/xml"),
        signature_algorithm="ecdsa-sha256",
    )
    root = signer.sign(
        etree.fromstring(content),
        key=operator.private_key,
        cert=[operator.certificate],
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _service(place: ElementTree.Element, kind: str, status: str, name: str, holder: Holder) -> None:
    _element(place, "ServiceTypeIdentifier", f"{_SERVICES}Svctype/{kind}")
    named = _element(_element(place, "ServiceName"), "Name", name)
    named.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    identity = _element(_element(place, "ServiceDigitalIdentity"), "DigitalId")
    der = holder.certificate.public_bytes(Encoding.DER)
    _element(identity, "X509Certificate", base64.b64encode(der).decode())
    _element(place, "ServiceStatus", f"{_SERVICES}TrustedList/Svcstatus/{status}")
    _element(place, "StatusStartingTime", _zulu(NOW - timedelta(days=400)))


def _element(parent: ElementTree.Element | None, name: str, text: str = "") -> ElementTree.Element:
    tag = f"{{{_TSL}}}{name}"
    made = ElementTree.Element(tag) if parent is None else ElementTree.SubElement(parent, tag)
    made.text = text or None
    return made


def _zulu(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
