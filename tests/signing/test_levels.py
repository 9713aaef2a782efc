"""Signatures that are to hold for decades: times that authorities confirm, and what issuers said of
certificates, all of it inside the file."""

import shutil
import socket
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from liaison_desktop.domain.signatures import (
    Clock,
    LaterChange,
    Modification,
    Revocation,
    RevocationSource,
    SignatureKind,
    SignatureProblem,
    SignatureReport,
    Verification,
)
from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.trust import Anchors
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.conftest import World
from tests.signing.pki import Holder, holder
from tests.signing.withdrawals import (
    NOW,
    answer,
    answerable,
    clock,
    days_ago,
    sealed,
    signed,
    with_store,
    withdrawal_list,
)

PROBLEM = SignatureProblem
Forced = Callable[[Holder], Key]


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("verification went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def time_authority(root: Holder, *, starts: float = 50, ends: float = -300) -> Holder:
    """In force from so many days ago to so many days ago."""
    return holder(
        "Time Authority",
        root,
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
        starts=timedelta(days=-starts),
        ends=timedelta(days=-ends),
    )


@pytest.fixture(scope="module")
def authority(world: World) -> Holder:
    return time_authority(world.root)


@pytest.fixture
def agreed(tmp_path: Path) -> Callable[[bytes], None]:
    """Poppler finds the signatures of people in order too; time stamps it cannot judge."""

    def ask(pdf: bytes) -> None:
        if shutil.which("pdfsig") is None:
            return
        (tmp_path / "signed.pdf").write_bytes(pdf)
        told = subprocess.run(
            ["pdfsig", "-nocert", tmp_path / "signed.pdf"], capture_output=True, text=True
        ).stdout
        people = told.count("Signature Type: ETSI.CAdES.detached")
        assert people == told.count("Signature Validation: Signature is Valid.") > 0

    return ask


def first(verification: Verification) -> SignatureReport:
    return verification.signatures[0]


def expired(world: World) -> Holder:
    """A chair whose certificate ended yesterday."""
    return holder("Ottavia", world.root, starts=timedelta(days=-40), ends=timedelta(days=-1))


def test_with_time_and_the_issuers_list(
    world: World, unsigned: bytes, authority: Holder, agreed: Callable[[bytes], None]
) -> None:
    signature = signed(unsigned, world.chair, clock(authority, NOW))
    pdf = with_store(signature, lists=(withdrawal_list(world.root, given=days_ago(1)),))
    verification = verify_pdf(pdf, world.anchors)
    agreed(pdf)
    chair = first(verification)
    assert verification.valid
    assert (chair.level, chair.clock, chair.proven_at) == ("B-LT", Clock.AUTHORITY, NOW)
    assert (chair.revocation, chair.revocation_source) == (Revocation.GOOD, RevocationSource.LIST)
    assert chair.revocation_as_of == days_ago(1)
    assert chair.modified_after is Modification.ALLOWED
    assert chair.later == (LaterChange.VALIDATION_DATA,)


def test_with_the_issuers_answer(
    world: World, unsigned: bytes, authority: Holder, forced: Forced
) -> None:
    person = answerable(holder("Ottavia", world.root), world.root)
    pdf = signed(unsigned, forced(person), clock(authority, NOW))
    said = answer(world.root, person.certificate, given=days_ago(0.5))
    chair = first(verify_pdf(with_store(pdf, answers=(said,)), world.anchors))
    assert chair.sound
    assert chair.revocation_source is RevocationSource.ANSWER
    assert (chair.level, chair.revocation_as_of) == ("B-LT", days_ago(0.5))


def test_sealed_for_the_archive_it_outlives_its_certificate(
    world: World,
    unsigned: bytes,
    authority: Holder,
    forced: Forced,
    agreed: Callable[[bytes], None],
) -> None:
    pdf = signed(unsigned, forced(expired(world)), clock(authority, days_ago(5)))
    kept = with_store(pdf, lists=(withdrawal_list(world.root, given=days_ago(4)),))
    archived = sealed(kept, clock(authority, days_ago(3)))
    verification = verify_pdf(archived, world.anchors)
    agreed(archived)
    chair, seal = verification.signatures
    assert verification.valid
    assert (chair.level, chair.signed_at) == ("B-LTA", days_ago(5))
    assert (chair.revocation, chair.revocation_as_of) == (Revocation.GOOD, days_ago(4))
    assert chair.later == (LaterChange.TIME_STAMP, LaterChange.VALIDATION_DATA)
    assert (seal.kind, seal.signed_at) == (SignatureKind.TIME_STAMP, days_ago(3))
    assert seal.level == ""


def test_without_a_stamp_an_expired_certificate_proves_nothing(
    world: World, unsigned: bytes, forced: Forced
) -> None:
    pdf = signed(unsigned, forced(expired(world)))
    kept = with_store(pdf, lists=(withdrawal_list(world.root, given=days_ago(4)),))
    assert first(verify_pdf(kept, world.anchors)).problem is PROBLEM.EXPIRED


def test_a_later_seal_proves_what_its_signature_did_not(
    world: World, unsigned: bytes, authority: Holder, forced: Forced
) -> None:
    pdf = signed(unsigned, forced(expired(world)))
    chair = first(verify_pdf(sealed(pdf, clock(authority, days_ago(3))), world.anchors))
    assert chair.sound
    assert (chair.clock, chair.proven_at) == (Clock.SIGNER, days_ago(3))
    assert chair.level == "B-T"


def test_an_ageing_seal_is_prolonged_by_the_next(
    world: World,
    unsigned: bytes,
    authority: Holder,
    forced: Forced,
    agreed: Callable[[bytes], None],
) -> None:
    old = time_authority(world.root, starts=40, ends=2)
    pdf = signed(unsigned, forced(expired(world)), clock(old, days_ago(9)))
    aged = sealed(
        with_store(pdf, lists=(withdrawal_list(world.root, given=days_ago(8)),)),
        clock(old, days_ago(7)),
    )
    problems = [report.problem for report in verify_pdf(aged, world.anchors).signatures]
    assert problems == [PROBLEM.EXPIRED, PROBLEM.EXPIRED]
    renewed = sealed(aged, clock(authority, days_ago(3)))
    prolonged = verify_pdf(renewed, world.anchors)
    agreed(renewed)
    assert prolonged.valid
    assert first(prolonged).signed_at == days_ago(9)


def test_withdrawn_before_it_signed(
    world: World, unsigned: bytes, authority: Holder, forced: Forced
) -> None:
    person = answerable(holder("Ottavia", world.root), world.root)
    pdf = signed(unsigned, forced(person), clock(authority, days_ago(1)))
    since = days_ago(1.5)
    chair_certificate = person.certificate
    for kept in (
        with_store(
            pdf,
            lists=(
                withdrawal_list(
                    world.root, given=days_ago(0.5), withdrawn=((chair_certificate, since),)
                ),
            ),
        ),
        with_store(
            pdf,
            answers=(answer(world.root, chair_certificate, given=days_ago(0.5), withdrawn=since),),
        ),
    ):
        verification = verify_pdf(kept, world.anchors)
        chair = first(verification)
        assert not verification.valid
        assert chair.problem is PROBLEM.REVOKED
        assert (chair.revocation, chair.revoked_since) == (Revocation.REVOKED, since)
        assert chair.revocation_as_of == days_ago(0.5)
        assert not chair.trusted
        assert chair.intact


def test_withdrawn_after_it_signed(world: World, unsigned: bytes, authority: Holder) -> None:
    """Only a stamp tells that it was afterwards."""
    withdrawn = ((world.chair.certificate, days_ago(0.5)),)
    lists = (withdrawal_list(world.root, given=days_ago(0.25), withdrawn=withdrawn),)
    stamped = signed(unsigned, world.chair, clock(authority, days_ago(1)))
    chair = first(verify_pdf(with_store(stamped, lists=lists), world.anchors))
    assert chair.sound
    unstamped = signed(unsigned, world.chair)
    chair = first(verify_pdf(with_store(unstamped, lists=lists), world.anchors))
    assert chair.problem is PROBLEM.REVOKED


def test_what_was_withdrawn_stays_so_though_the_list_is_out_of_date(
    world: World, unsigned: bytes
) -> None:
    lists = (
        withdrawal_list(
            world.root,
            given=days_ago(1.4),
            lasts=1,
            withdrawn=((world.chair.certificate, days_ago(1.5)),),
        ),
    )
    pdf = with_store(signed(unsigned, world.chair), lists=lists)
    assert first(verify_pdf(pdf, world.anchors)).problem is PROBLEM.REVOKED


def test_a_list_by_somebody_else_says_nothing(
    world: World, unsigned: bytes, authority: Holder
) -> None:
    impostor = holder("Prova Root", ca=True)
    withdrawn = ((world.chair.certificate, days_ago(1.5)),)
    pdf = signed(unsigned, world.chair, clock(authority, NOW))
    for lists in (
        (withdrawal_list(world.root, given=days_ago(1), signed_by=impostor),),
        (withdrawal_list(world.root, given=days_ago(1), signed_by=impostor, withdrawn=withdrawn),),
    ):
        chair = first(verify_pdf(with_store(pdf, impostor, lists=lists), world.anchors))
        assert chair.sound
        assert (chair.revocation, chair.level) == (Revocation.NOT_ASKED, "B-T")


def test_a_false_list_does_not_hide_a_true_one(
    world: World, unsigned: bytes, authority: Holder
) -> None:
    impostor = holder("Prova Root", ca=True)
    since = days_ago(1.5)
    lists = (
        withdrawal_list(world.root, given=days_ago(0.1), signed_by=impostor),
        withdrawal_list(
            world.root, given=days_ago(0.5), withdrawn=((world.chair.certificate, since),)
        ),
    )
    pdf = signed(unsigned, world.chair, clock(authority, days_ago(1)))
    chair = first(verify_pdf(with_store(pdf, lists=lists), world.anchors))
    assert (chair.problem, chair.revocation_as_of) == (PROBLEM.REVOKED, days_ago(0.5))


def test_after_its_end_an_issuer_forgets_a_certificate(
    world: World, unsigned: bytes, authority: Holder, forced: Forced
) -> None:
    pdf = signed(unsigned, forced(expired(world)), clock(authority, days_ago(5)))
    kept = with_store(pdf, lists=(withdrawal_list(world.root, given=days_ago(0.5)),))
    chair = first(verify_pdf(kept, world.anchors))
    assert chair.sound
    assert (chair.revocation, chair.level) == (Revocation.NOT_ASKED, "B-T")


def test_a_withdrawn_time_authority_confirms_nothing(
    world: World, unsigned: bytes, authority: Holder, forced: Forced
) -> None:
    pdf = signed(unsigned, forced(expired(world)), clock(authority, days_ago(5)))
    withdrawn = ((authority.certificate, days_ago(6)),)
    lists = (withdrawal_list(world.root, given=days_ago(0.5), withdrawn=withdrawn),)
    chair = first(verify_pdf(with_store(pdf, lists=lists), world.anchors))
    assert (chair.problem, chair.clock) == (PROBLEM.EXPIRED, Clock.SIGNER)


def test_who_vouches_for_signers_need_not_vouch_for_clocks(world: World, unsigned: bytes) -> None:
    clocks = holder("Clocks", ca=True, starts=timedelta(days=-60))
    pdf = signed(unsigned, world.chair, clock(time_authority(clocks), days_ago(1)))
    for anchors, level in (
        (Anchors(signers=[world.root.pem], authorities=[clocks.pem]), "B-T"),
        (Anchors(signers=[world.root.pem, clocks.pem]), "B-B"),
        (Anchors(all=[world.root.pem, clocks.pem]), "B-T"),
    ):
        chair = first(verify_pdf(pdf, anchors))
        assert (chair.level, chair.sound) == (level, True)
    turned = Anchors(signers=[clocks.pem], authorities=[world.root.pem])
    assert first(verify_pdf(pdf, turned)).problem is PROBLEM.UNTRUSTED


def test_a_clock_may_be_its_own_anchor(world: World, unsigned: bytes) -> None:
    alone = holder(
        "Clock",
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.TIME_STAMPING,
        starts=timedelta(days=-9),
    )
    pdf = signed(unsigned, world.chair, clock(alone, days_ago(1)))
    anchors = Anchors(signers=[world.root.pem], authorities=[alone.pem])
    assert first(verify_pdf(pdf, anchors)).clock is Clock.AUTHORITY
    assert first(verify_pdf(sealed(pdf, clock(alone, NOW)), anchors)).sound


def test_a_torn_store_is_no_evidence(world: World, unsigned: bytes, authority: Holder) -> None:
    from tests.signing import changing

    pdf = signed(unsigned, world.chair, clock(authority, NOW))
    torn = changing.appended(pdf, changing.torn_store)
    chair = first(verify_pdf(torn, world.anchors))
    assert chair.intact
    assert chair.revocation is Revocation.NOT_ASKED
