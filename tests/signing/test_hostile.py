"""Files made to deceive, to crash or to keep busy: all end in an error a person understands or in a
verification that is not valid, soon."""

import asyncio
import hashlib
import logging
import re
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import SignatureProblem, Verification
from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.pades import KeySigner
from liaison_desktop.signing.verify import verify_pdf
from tests.signing import changing
from tests.signing.conftest import World
from tests.signing.papers import paper
from tests.signing.pki import Holder, holder

SECONDS = 5.0


class Listener(logging.Handler):
    """Hears what would reach the program's log."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@pytest.fixture(autouse=True)
def silence(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    listener = Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    assert listener.heard == []
    assert capfd.readouterr() == ("", "")


def outcome(pdf: bytes, world: World) -> str | Verification:
    """The error’s code, or the verification, within the time allowed for the work on it."""
    started = time.thread_time()
    try:
        return verify_pdf(pdf, world.anchors)
    except UserError as error:
        return error.code
    finally:
        assert time.thread_time() - started < SECONDS


def problems(result: str | Verification) -> list[SignatureProblem | None]:
    assert isinstance(result, Verification)
    assert not result.valid
    return [report.problem for report in result.signatures]


def assert_refused(pdf: bytes, world: World) -> None:
    result = outcome(pdf, world)
    assert isinstance(result, str) or not result.valid


@pytest.mark.parametrize("junk", [b"", b"\0" * 1000, b"PK\x03\x04", b"%PDF", b"<html>%PDF-1.7"])
def test_no_pdf_at_all(world: World, junk: bytes) -> None:
    assert outcome(junk, world) == "not_a_pdf"


@pytest.mark.parametrize(
    "junk",
    [
        b"%PDF-",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\nstartxref\n0\n%%EOF",
        b"%PDF-1.7\nstartxref\n-1\n%%EOF",
        b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
        b"%PDF-1.7\nxref\n0 999999999999\ntrailer<<>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 0\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 0\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 0\ntrailer" + b"<</A" * 50_000 + b"\nstartxref\n9\n%%EOF",
    ],
)
def test_a_pdf_by_its_first_bytes_only(world: World, junk: bytes) -> None:
    assert outcome(junk, world) == "pdf_damaged"


def test_a_truncated_file(
    world: World, unsigned: bytes, signed_once: bytes, signed_twice: bytes
) -> None:
    lengths = {*range(0, len(signed_twice), 331), *range(-40, 0)}
    lengths |= {len(earlier) + more for earlier in (unsigned, signed_once) for more in (-1, 1, 900)}
    for length in lengths:
        assert_refused(signed_twice[:length], world)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_random_damage_anywhere(world: World, signed_twice: bytes, data: st.DataObject) -> None:
    damaged = bytearray(signed_twice)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6))
    outcome(bytes(damaged), world)


@pytest.mark.parametrize(
    "numbers",
    [
        b"[]",
        b"[0]",
        b"[0 0 0 0]",
        b"[0 1 2 3 4 5]",
        b"[-1 -1 -1 -1]",
        b"[0 99999999 1 9]",
        b"[0 9 9 99999999999]",
        b"[/A /B]",
        b"[null]",
        b"[1.5 2.5 3 4]",
        b"<<>>",
        b"(0 1 2 3)",
        b"null",
        b"99 0 R",
        b"[[0] 1 [2] 3]",
    ],
)
def test_a_byte_range_of_nonsense(world: World, signed_once: bytes, numbers: bytes) -> None:
    changed = _with_byte_range(signed_once, numbers)
    (problem,) = problems(outcome(changed, world))
    assert problem in {SignatureProblem.UNREADABLE, SignatureProblem.INCOMPLETE}


def test_a_byte_range_that_leaves_out_more_than_the_signature(
    world: World, signed_once: bytes
) -> None:
    start, first, second, length = _byte_range(signed_once)
    for other in (
        (start, first - 1, second, length),
        (start, first, second + 1, length - 1),
        (start, first, second, length - 1),
        (start, first, second, length + 1),
        (1, first - 1, second, length),
        (second, length, start, first),
    ):
        changed = _with_byte_range(signed_once, b"[%d %d %d %d]" % other)
        (problem,) = problems(outcome(changed, world))
        assert problem in {SignatureProblem.INCOMPLETE, SignatureProblem.ALTERED}


def test_a_signer_who_leaves_out_more_than_the_signature(world: World, signed_once: bytes) -> None:
    """The signature is in order by its own range; the range leaves ten bytes of the file open."""
    start, first, second, length = _byte_range(signed_once)
    open_end = _with_byte_range(signed_once, b"[%d %d %d %d]" % (start, first - 10, second, length))
    covered = open_end[: first - 10] + open_end[second:]
    signing = KeySigner(world.chair).async_sign(
        hashlib.sha256(covered).digest(), "sha256", use_pades=True
    )
    value = asyncio.run(signing).dump().hex().encode().ljust(second - first - 2, b"0")
    signed = open_end[:first] + b"<" + value + b">" + open_end[second:]
    assert problems(outcome(signed, world)) == [SignatureProblem.INCOMPLETE]


def test_something_behind_the_last_signature(world: World, signed_twice: bytes) -> None:
    for tail in (b"\n", b"<script>", b"\0" * 4096, b"%%EOF\n", b"startxref\n0\n%%EOF\n"):
        assert_refused(signed_twice + tail, world)
    assert_refused(signed_twice + signed_twice, world)


@pytest.mark.parametrize("kind", [b"/adbe.x509.rsa_sha1  ", b"/Unknown              "])
def test_a_kind_of_signature_that_cannot_be_checked(
    world: World, signed_once: bytes, kind: bytes
) -> None:
    known = b"/ETSI.CAdES.detached"
    changed = signed_once.replace(known, kind[: len(known)].ljust(len(known)))
    assert problems(outcome(changed, world)) == [SignatureProblem.UNSUPPORTED]


def test_a_signature_value_that_is_none(world: World, signed_once: bytes) -> None:
    start = signed_once.index(b"/Contents <") + len(b"/Contents <")
    for value in (b"00", b"ff", b"3080", b"30820001"):
        changed = signed_once[:start] + value + signed_once[start + len(value) :]
        assert problems(outcome(changed, world)) == [SignatureProblem.UNREADABLE]
    assert outcome(signed_once[:start] + b"zz" + signed_once[start + 2 :], world) == "pdf_damaged"


def test_a_signature_by_another_key_under_the_certificate(
    world: World, unsigned: bytes, forced: Callable[[Holder], Key]
) -> None:
    real = holder("Ottavia Belcampo", world.root)
    impostor = Holder(real.certificate, holder("Impostor").private_key)
    signed = world.sign(unsigned, "chair", key=forced(impostor))
    assert problems(outcome(signed, world)) == [SignatureProblem.FORGED]


@pytest.mark.parametrize(
    "value",
    [
        pikepdf.Dictionary(Type=pikepdf.Name.Sig),
        pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"", ByteRange=[0, 1, 2, 3]),
        pikepdf.Array([1, 2]),
        pikepdf.String("signed!"),
        pikepdf.Dictionary(
            Type=pikepdf.Name.Sig,
            SubFilter=pikepdf.Name("/ETSI.CAdES.detached"),
            Contents=bytes.fromhex("300b06092a864886f70d010702"),
            ByteRange=[0, 10, 40, 10],
        ),
    ],
)
def test_a_field_filled_with_something_else(world: World, value: pikepdf.Object) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = value

    assert problems(outcome(_edited(fill), world)) == [SignatureProblem.UNREADABLE]


def test_forms_that_lead_nowhere(world: World) -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        field = pdf.Root.AcroForm.Fields[0]
        field.Kids = pikepdf.Array([field])

    def fan(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[-1].Annots
        below: pikepdf.Object = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String("leaf")))
        for _ in range(40):
            below = pdf.make_indirect(
                pikepdf.Dictionary(T=pikepdf.String("x"), Kids=pikepdf.Array([below, below]))
            )
        pdf.Root.AcroForm.Fields = pikepdf.Array([below])

    def no_list(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[-1].Annots
        pdf.Root.AcroForm.Fields = pikepdf.Name.None_

    assert outcome(_edited(loop), world) == "pdf_damaged"
    assert outcome(_edited(fan), world) == "pdf_too_complex"
    assert outcome(_edited(no_list), world) == Verification(signatures=())


def test_more_paths_than_can_be_followed(world: World) -> None:
    def fan(pdf: pikepdf.Pdf) -> None:
        below: pikepdf.Object = pdf.make_indirect(pikepdf.Dictionary())
        for _ in range(60):
            below = pdf.make_indirect(pikepdf.Array([below, below]))
        pdf.Root.Bomb = below

    signed = world.sign(world.sign(_edited(fan), "chair"), "secretary")
    assert SignatureProblem.TOO_COMPLEX in problems(outcome(signed, world))


def test_objects_nested_too_deep(world: World, signed_once: bytes) -> None:
    def deep(pdf: pikepdf.Pdf) -> None:
        below: pikepdf.Object = pdf.make_indirect(pikepdf.Dictionary())
        for _ in range(5000):
            below = pdf.make_indirect(pikepdf.Array([below]))
        pdf.Root.Deep = below

    signed = world.sign(world.sign(_edited(deep), "chair"), "secretary")
    assert problems(outcome(signed, world))[0] is SignatureProblem.UNREADABLE


def test_a_stream_that_unpacks_without_end(world: World, unsigned: bytes) -> None:
    pdf = changing.appended(unsigned, changing.packed_metadata)
    assert len(pdf) < 10_000
    signed = world.sign(world.sign(pdf, "chair"), "secretary")
    assert len(signed) < 20_000
    assert isinstance(outcome(signed, world), Verification)


def test_certificates_that_issue_one_another(
    world: World, unsigned: bytes, forced: Callable[[Holder], Key]
) -> None:
    key = holder("Ring", ca=True).private_key
    ring = [holder("Ring", Holder(person.certificate, key), ca=True, private_key=key)
            for person in [holder("Ring", ca=True, private_key=key)] * 24]  # fmt: skip
    signer = holder("Nobody", ring[0])
    signing = forced(signer)
    chain = tuple(person.certificate for person in ring)
    signed = world.sign(
        unsigned, "chair", key=Key(signing.info, signing.private_key, signing.certificate, chain)
    )
    assert problems(outcome(signed, world)) == [SignatureProblem.TOO_COMPLEX]


def test_a_file_with_a_password(world: World, tmp_path: Path) -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(paper())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert outcome(locked.getvalue(), world) == "pdf_encrypted"


def _edited(edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    result = BytesIO()
    with pikepdf.open(BytesIO(paper())) as pdf:
        edit(pdf)
        pdf.save(result)
    return result.getvalue()


def _byte_range(pdf: bytes) -> tuple[int, ...]:
    found = re.search(rb"/ByteRange \[([0-9 ]+)\]", pdf)
    assert found is not None
    return tuple(int(number) for number in found[1].split())


def _with_byte_range(pdf: bytes, numbers: bytes) -> bytes:
    """The file with another byte range in the same place and room."""
    found = re.search(rb"/ByteRange (\[[0-9 ]+\] *)", pdf)
    assert found is not None
    room = len(found[1])
    assert len(numbers) <= room
    return pdf[: found.start(1)] + numbers.ljust(room) + pdf[found.end(1) :]
