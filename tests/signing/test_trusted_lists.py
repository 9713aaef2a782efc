"""Trusted lists are believed only as far as a known signature covers them."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import Clock
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.signing.anchors import offered
from liaison_desktop.signing.trust import Anchors
from liaison_desktop.signing.trusted_lists import read_trusted_list
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.conftest import World
from tests.signing.lists import (
    CA,
    CLOCK,
    GRANTED,
    NOW,
    WITHDRAWN,
    signed,
    trusted_list,
    unsigned_list,
)
from tests.signing.pki import Holder, holder
from tests.signing.withdrawals import clock, days_ago
from tests.signing.withdrawals import signed as signed_pdf


@pytest.fixture(scope="module")
def operator() -> Holder:
    return holder("Scheme Operator", starts=timedelta(days=-60))


@pytest.fixture(scope="module")
def time_service() -> Holder:
    return holder(
        "Qualified Clock",
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
        starts=timedelta(days=-60),
    )


@pytest.fixture(scope="module")
def content(world: World, operator: Holder, time_service: Holder) -> bytes:
    return trusted_list(
        [
            (CA, GRANTED, "Prova Trust Services", world.root),
            (CLOCK, GRANTED, "Prova Time", time_service),
            (CA, WITHDRAWN, "Gone", holder("Gone Root", ca=True)),
            ("CA/PKC", GRANTED, "Not qualified", holder("Other Root", ca=True)),
        ],
        operator,
    )


def refusal(content: bytes, *signers: Holder) -> str:
    with pytest.raises(UserError) as refused:
        read_trusted_list(content, [signer.pem for signer in signers])
    return refused.value.code


def test_the_granted_services_are_offered(
    world: World, content: bytes, operator: Holder, time_service: Holder
) -> None:
    found = read_trusted_list(content, [holder("Somebody").pem, operator.pem])
    assert found.country == "IT"
    assert found.next_update == NOW + timedelta(days=90)
    assert [(one.purpose, one.service, one.name, one.country) for one in found.services] == [
        (AnchorPurpose.SIGNING, "Prova Trust Services", "Prova Root", "IT"),
        (AnchorPurpose.TIME_STAMPS, "Prova Time", "Qualified Clock", "IT"),
    ]
    authority, stamp = found.services
    assert authority.issues_certificates
    assert not stamp.issues_certificates
    assert authority.certificate.encode() == world.root.pem


def test_what_is_offered_verifies_signatures(
    world: World, unsigned: bytes, content: bytes, operator: Holder, time_service: Holder
) -> None:
    authority, stamp = offered(content, [operator.pem])
    pdf = signed_pdf(unsigned, world.chair, clock(time_service, days_ago(1)))
    anchors = Anchors(
        signers=[authority.certificate.encode()], authorities=[stamp.certificate.encode()]
    )
    verification = verify_pdf(pdf, anchors)
    assert verification.valid
    assert verification.signatures[0].clock is Clock.AUTHORITY


def test_a_list_whose_signature_does_not_hold(
    world: World, content: bytes, operator: Holder
) -> None:
    assert refusal(content) == "trusted_list_signer_missing"
    assert refusal(content, holder("Scheme Operator")) == "trusted_list_forged"
    altered = content.replace(b"Prova Trust Services", b"Prova Trust Servizio")
    assert altered != content
    assert refusal(altered, operator) == "trusted_list_forged"
    services = [(CA, GRANTED, "Prova Trust Services", world.root)]
    assert refusal(unsigned_list(services), operator) == "trusted_list_forged"
    by_another = signed(unsigned_list(services), holder("Another Operator"))
    assert refusal(by_another, operator) == "trusted_list_forged"


def test_an_operator_whose_certificate_has_ended(world: World) -> None:
    past = holder("Scheme Operator", starts=timedelta(days=-60), ends=timedelta(days=-1))
    services = [(CA, GRANTED, "Prova Trust Services", world.root)]
    assert refusal(trusted_list(services, past), past) == "trusted_list_forged"


def test_a_list_that_has_expired(world: World, operator: Holder) -> None:
    services = [(CA, GRANTED, "Prova Trust Services", world.root)]
    old = trusted_list(services, operator, ends=NOW - timedelta(days=1))
    assert refusal(old, operator) == "trusted_list_expired"


def test_a_list_wrapped_into_another(world: World, content: bytes, operator: Holder) -> None:
    """The signed list stands inside one that names other services."""
    impostor = holder("Impostor Root", ca=True)
    outer = unsigned_list([(CA, GRANTED, "Impostor", impostor)])
    inner = content[content.index(b"?>") + 2 :]
    wrapped = outer.replace(b"</TrustServiceStatusList>", inner + b"</TrustServiceStatusList>")
    assert wrapped != outer
    try:
        found = read_trusted_list(wrapped, [operator.pem])
        assert "Impostor" not in {one.service for one in found.services}
    except UserError as error:
        assert error.code in {"trusted_list_forged", "trusted_list_unreadable"}  # noqa: PT017 - either is well


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"<?xml version='1.0'?><list/>",
        b"<TrustServiceStatusList xmlns='http://uri.etsi.org/02231/v2#'",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>"
        b"<TrustServiceStatusList xmlns='http://uri.etsi.org/02231/v2#'>&a;"
        b"</TrustServiceStatusList>",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_list(operator: Holder, junk: bytes) -> None:
    assert refusal(junk, operator) == "trusted_list_unreadable"


def test_a_list_without_services_and_one_without_dates(operator: Holder) -> None:
    assert refusal(trusted_list([], operator), operator) == "trusted_list_empty"
    bare = signed(b"<TrustServiceStatusList xmlns='http://uri.etsi.org/02231/v2#'/>", operator)
    assert refusal(bare, operator) == "trusted_list_unreadable"


def test_certificates_are_offered_as_they_come(world: World) -> None:
    other = holder("Second Root", ca=True)
    both = offered(world.root.pem + other.pem + world.root.pem)
    assert [one.name for one in both] == ["Prova Root", "Second Root"]
    (alone,) = offered(world.root.certificate.public_bytes(Encoding.DER))
    assert (alone.purpose, alone.country) == (AnchorPurpose.BOTH, "")
    assert alone.fingerprint == both[0].fingerprint
    for junk in (
        b"",
        b"a password",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    ):
        with pytest.raises(UserError, match="anchor_unreadable"):
            offered(junk)
