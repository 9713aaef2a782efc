from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import Clock, Modification, SignatureProblem, Verification
from liaison_desktop.signing.keys import Key, certificate_pem, create_committee_key, load_key
from liaison_desktop.signing.verify import verify_pdf
from tests.signing import changing
from tests.signing.conftest import World
from tests.signing.papers import paper, with_field_entry
from tests.signing.pki import PASSPHRASE, Holder, holder, usage

PROBLEM = SignatureProblem


def problems(verification: Verification) -> list[SignatureProblem | None]:
    return [report.problem for report in verification.signatures]


def key_of(person: Holder, folder: Path, *chain: Holder) -> Key:
    return load_key(person.save(folder / "key.p12", *chain), PASSPHRASE)


def test_an_unsigned_file_is_not_valid(world: World, unsigned: bytes) -> None:
    verification = verify_pdf(unsigned, world.anchors)
    assert verification.signatures == ()
    assert verification.unsigned_fields == ("chair", "secretary")
    assert not verification.valid
    assert not verify_pdf(paper(fields=()), world.anchors).valid


def test_one_signature(world: World, signed_once: bytes) -> None:
    verification = verify_pdf(signed_once, world.anchors)
    (chair,) = verification.signatures
    assert verification.valid
    assert verification.unsigned_fields == ("secretary",)
    assert (chair.field, chair.signer) == ("chair", "Ottavia Belcampo")
    assert chair.reason == "Verbale approvato"
    assert chair.subject == "O=Città di Prova,CN=Ottavia Belcampo"
    assert chair.issuer == "O=Città di Prova,CN=Prova Root"
    assert not chair.self_issued
    assert chair.signed_at is not None
    assert abs(datetime.now(UTC) - chair.signed_at) < timedelta(hours=1)
    assert (chair.clock, chair.level) == (Clock.SIGNER, "B-B")
    assert chair.covers_whole_file
    assert chair.modified_after is Modification.NONE
    assert chair.sound


def test_the_first_signature_stays_valid_after_the_second(
    world: World, signed_twice: bytes
) -> None:
    verification = verify_pdf(signed_twice, world.anchors)
    chair, secretary = verification.signatures
    assert verification.valid
    assert verification.unsigned_fields == ()
    assert (chair.field, secretary.field) == ("chair", "secretary")
    assert (chair.covers_whole_file, secretary.covers_whole_file) == (False, True)
    assert chair.modified_after is Modification.ALLOWED
    assert secretary.modified_after is Modification.NONE


def test_signatures_are_told_in_the_order_they_were_made(world: World, unsigned: bytes) -> None:
    signed = world.sign(world.sign(unsigned, "secretary"), "chair")
    verification = verify_pdf(signed, world.anchors)
    assert [report.field for report in verification.signatures] == ["secretary", "chair"]
    assert verification.valid


def test_anchors_are_pem_or_der(world: World, signed_twice: bytes) -> None:
    der = world.root.certificate.public_bytes(Encoding.DER)
    bundle = holder("Another Root", ca=True).pem + world.root.pem
    assert verify_pdf(signed_twice, [der]).valid
    assert verify_pdf(signed_twice, [bundle]).valid
    pem = b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    for broken in (b"", b"a password list", der[:50], pem):
        with pytest.raises(UserError, match="anchor_unreadable"):
            verify_pdf(signed_twice, [broken])


@pytest.mark.parametrize("position", range(0, 101, 2))
def test_one_flipped_bit_is_caught(world: World, signed_twice: bytes, position: int) -> None:
    place = _signed_place(signed_twice, position / 100)
    flipped = bytearray(signed_twice)
    flipped[place] ^= 1
    _assert_not_valid(world, bytes(flipped))


def _value_of_the_last_signature(pdf: bytes) -> int:
    """Where its hexadecimal digits begin."""
    return pdf.index(b"<", pdf.rindex(b"/Contents")) + 1


@pytest.mark.parametrize("place", [0, 9, *range(30, 110, 2), 5_000, 5_001, 5_300])
def test_no_digit_of_the_signature_itself_can_be_changed(
    world: World, signed_twice: bytes, place: int
) -> None:
    where = _value_of_the_last_signature(signed_twice) + place
    digit = b"1" if signed_twice[where : where + 1] != b"1" else b"2"
    _assert_not_valid(world, signed_twice[:where] + digit + signed_twice[where + 1 :])


def test_digits_of_both_kinds_are_not_ours(world: World, signed_twice: bytes) -> None:
    start = _value_of_the_last_signature(signed_twice)
    where = next(i for i in range(start, start + 200) if signed_twice[i : i + 1].isalpha())
    other = signed_twice[where : where + 1].swapcase()
    _assert_not_valid(world, signed_twice[:where] + other + signed_twice[where + 1 :])


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1), byte=st.integers(0, 255))
def test_any_byte_put_into_the_signed_part_is_caught(
    world: World, signed_twice: bytes, place: float, byte: int
) -> None:
    where = _signed_place(signed_twice, place)
    changed = signed_twice[:where] + bytes([byte]) + signed_twice[where + 1 :]
    if changed != signed_twice:
        _assert_not_valid(world, changed)


def test_other_words_of_the_same_length_are_named_as_altered(
    world: World, signed_twice: bytes
) -> None:
    assert signed_twice.count(b"(Verbale approvato)") == 2
    altered = signed_twice.replace(b"(Verbale approvato)", b"(Verbale respinto!)")
    verification = verify_pdf(altered, world.anchors)
    assert problems(verification) == [PROBLEM.ALTERED, PROBLEM.ALTERED]
    assert not any(report.intact or report.sound for report in verification.signatures)


@pytest.mark.parametrize(
    "change",
    [
        changing.other_language,
        changing.other_text,
        changing.painted_over,
        changing.page_removed,
        changing.signature_removed,
    ],
)
def test_an_incremental_change_after_signing_is_caught(
    world: World, signed_twice: bytes, change: changing.Change
) -> None:
    changed = changing.appended(signed_twice, change)
    assert changed.startswith(signed_twice)
    verification = verify_pdf(changed, world.anchors)
    assert not verification.valid
    assert set(problems(verification)) == {PROBLEM.CHANGED_AFTERWARDS}
    assert not any(report.covers_whole_file for report in verification.signatures)
    for report in verification.signatures:
        assert report.intact
        assert report.modified_after is Modification.NOT_ALLOWED


def test_a_change_between_two_signatures_is_the_first_ones_problem(
    world: World, signed_once: bytes
) -> None:
    changed = changing.appended(signed_once, changing.other_language)
    verification = verify_pdf(world.sign(changed, "secretary"), world.anchors)
    assert problems(verification) == [PROBLEM.CHANGED_AFTERWARDS, None]
    assert not verification.valid


def test_a_signature_after_one_that_forbids_any(
    world: World, unsigned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_word = pikepdf.Dictionary(Action=pikepdf.Name.Include, Fields=pikepdf.Array(), P=1)
    signed = world.sign(with_field_entry(unsigned, Lock=last_word), "chair")
    assert verify_pdf(signed, world.anchors).valid
    monkeypatch.setattr("liaison_desktop.signing.sign._is_locked", lambda *_: False)
    verification = verify_pdf(world.sign(signed, "secretary"), world.anchors)
    assert problems(verification) == [PROBLEM.CHANGED_AFTERWARDS, None]


def test_a_file_whose_signatures_were_cut_away_is_unsigned(
    world: World, unsigned: bytes, signed_twice: bytes
) -> None:
    assert not verify_pdf(signed_twice[: len(unsigned)], world.anchors).valid


def test_without_its_anchor_a_signature_is_untrusted(world: World, signed_twice: bytes) -> None:
    stranger = holder("Prova Root", ca=True)
    for anchors in ([], [stranger.pem]):
        verification = verify_pdf(signed_twice, anchors)
        assert problems(verification) == [PROBLEM.UNTRUSTED, PROBLEM.UNTRUSTED]
        assert all(report.intact for report in verification.signatures)
        assert not any(report.trusted for report in verification.signatures)
        assert not verification.valid


def test_a_self_issued_key_is_its_own_anchor(world: World, unsigned: bytes, tmp_path: Path) -> None:
    create_committee_key("Maria", "Integrationsrat", "geheim", tmp_path / "maria.p12")
    maria = load_key(tmp_path / "maria.p12", "geheim")
    signed = world.sign(unsigned, "chair", key=maria)
    verification = verify_pdf(signed, [certificate_pem(maria)])
    assert verification.valid
    assert verification.signatures[0].self_issued
    assert problems(verify_pdf(signed, world.anchors)) == [PROBLEM.UNTRUSTED]


def test_who_holds_an_anchor_cannot_sign_in_another_name(
    world: World, unsigned: bytes, tmp_path: Path
) -> None:
    maria = holder("Maria")
    false_mayor = holder("The Mayor", maria)
    key = key_of(false_mayor, tmp_path, maria)
    verification = verify_pdf(world.sign(unsigned, "chair", key=key), [maria.pem])
    assert problems(verification) == [PROBLEM.UNTRUSTED]


@pytest.mark.parametrize("anchored", [False, True], ids=["issued", "its own anchor"])
@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ({"starts": timedelta(days=-9), "ends": timedelta(days=-1)}, PROBLEM.EXPIRED),
        ({"starts": timedelta(days=1), "ends": timedelta(days=9)}, PROBLEM.NOT_YET_VALID),
        ({"key_usage": usage("key_encipherment")}, PROBLEM.NOT_FOR_SIGNING),
    ],
)
def test_a_certificate_that_may_not_sign(
    world: World,
    unsigned: bytes,
    entries: dict[str, timedelta],
    problem: SignatureProblem,
    anchored: bool,
    forced: Callable[[Holder], Key],
) -> None:
    person = holder("Ottavia", None if anchored else world.root, **entries)  # type: ignore[arg-type]  # one dictionary for parameters of several types
    signed = world.sign(unsigned, "chair", key=forced(person))
    verification = verify_pdf(signed, [person.pem if anchored else world.root.pem])
    assert problems(verification) == [problem]
    assert verification.signatures[0].intact
    assert not verification.signatures[0].trusted


def test_a_certificate_without_key_usage_may_sign(
    world: World, unsigned: bytes, tmp_path: Path
) -> None:
    key = key_of(holder("Ottavia", world.root, key_usage=None), tmp_path)
    assert verify_pdf(world.sign(unsigned, "chair", key=key), world.anchors).valid


def test_names_are_shown_without_what_could_turn_them_around(
    world: World, unsigned: bytes, tmp_path: Path
) -> None:
    key = key_of(holder("Ottavia\u202e\n Belcampo\u00a0jr", world.root), tmp_path)
    verification = verify_pdf(world.sign(unsigned, "chair", key=key), world.anchors)
    assert verification.signatures[0].signer == "Ottavia Belcampo jr"
    assert verification.valid


def _signed_place(pdf: bytes, share: float) -> int:
    """A place among the bytes covered by every signature: the first one's, save its gap."""
    gap = pdf.index(b"/Contents <") + len(b"/Contents ")
    end = pdf.index(b">", gap) + 1
    place = round(share * (gap - 1 + _rest(pdf, end)))
    return place if place < gap else place - gap + end


def _rest(pdf: bytes, gap_end: int) -> int:
    return pdf.index(b"%%EOF", gap_end) - gap_end


def _assert_not_valid(world: World, pdf: bytes) -> None:
    with suppress(UserError):
        assert not verify_pdf(pdf, world.anchors).valid
