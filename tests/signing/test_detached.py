"""Signatures beside a file (CAdES), checked by ours and by openssl."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.signatures import Clock, SignatureProblem
from liaison_desktop.signing.detached import sign_detached, verify_detached
from liaison_desktop.signing.endurance import Endurance
from tests.signing.authorities import answering
from tests.signing.conftest import World

FILE = b"Verbale n. 3/2026\n" * 50
PLAIN = Endurance()


@pytest.fixture(scope="module")
def beside(world: World) -> bytes:
    return sign_detached(FILE, world.chair, PLAIN)


def test_it_names_its_signer_and_holds(world: World, beside: bytes) -> None:
    report = verify_detached(FILE, beside, world.anchors)
    assert report.sound
    assert (report.signer, report.level) == (world.chair.info.name, "B-B")
    assert report.signed_at is not None
    assert len(beside) < 10_000


def test_openssl_accepts_it(world: World, beside: bytes, tmp_path: Path) -> None:
    for name, content in (("f", FILE), ("f.p7m", beside), ("root.pem", world.root.pem)):
        (tmp_path / name).write_bytes(content)
    command = "openssl cms -verify -binary -inform DER -in f.p7m -content f -CAfile root.pem"
    done = subprocess.run(
        [*command.split(), "-purpose", "any", "-cades"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == FILE


@pytest.mark.parametrize("place", [0, 100, len(FILE) - 1])
def test_a_changed_file_is_told(world: World, beside: bytes, place: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= 1
    report = verify_detached(bytes(changed), beside, world.anchors)
    assert report.problem is SignatureProblem.ALTERED
    assert not report.sound


def test_a_signer_nobody_vouches_for_is_told(beside: bytes) -> None:
    report = verify_detached(FILE, beside, ())
    assert (report.intact, report.problem) == (True, SignatureProblem.UNTRUSTED)


def test_an_authority_may_confirm_the_time(world: World) -> None:
    with answering() as authorities:
        stamped = Endurance(level=Level.B_T, authority=authorities.stamp_address)
        signature = sign_detached(FILE, world.chair, stamped)
    anchors = (*world.anchors, authorities.root.pem)
    report = verify_detached(FILE, signature, anchors)
    assert report.sound
    assert (report.level, report.clock) == ("B-T", Clock.AUTHORITY)


def test_no_more_than_a_time_is_offered(world: World) -> None:
    with pytest.raises(UserError, match="detached_level"):
        sign_detached(FILE, world.chair, Endurance(level=Level.B_LT, authority="http://a"))


@pytest.mark.parametrize("content", [b"", b"no signature", b"\x30\x03\x02\x01\x01"])
def test_something_else_is_no_signature(world: World, content: bytes) -> None:
    with pytest.raises(UserError, match="detached_unreadable"):
        verify_detached(FILE, content, world.anchors)


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bits=st.integers(1, 255))
def test_no_damaged_signature_holds_or_ends_in_a_bug(
    world: World, beside: bytes, place: float, bits: int
) -> None:
    damaged = bytearray(beside)
    damaged[int(place * len(beside))] ^= bits
    try:
        report = verify_detached(FILE, bytes(damaged), world.anchors)
    except UserError:
        return
    assert not report.sound or report.signer == world.chair.info.name
