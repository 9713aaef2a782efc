"""Signatures made to last: against a time-stamp authority and an issuer that answer over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.signatures import Clock, Revocation, SignatureKind
from liaison_desktop.signing.endurance import Endurance
from liaison_desktop.signing.keys import Key, load_key
from liaison_desktop.signing.renewal import renewed
from liaison_desktop.signing.sign import sign_pdf
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.authorities import Authorities, answering
from tests.signing.papers import stamp
from tests.signing.pki import PASSPHRASE


@pytest.fixture(scope="module")
def counter() -> Iterator[Authorities]:
    with answering() as authorities:
        yield authorities


@pytest.fixture
def authorities(counter: Authorities) -> Authorities:
    counter.withdrawn.clear()
    counter.asked.clear()
    counter.stale = False
    return counter


@pytest.fixture(scope="module")
def keys(counter: Authorities, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Key]:
    folder: Path = tmp_path_factory.mktemp("keys")
    chair = counter.issued("Ottavia").save(folder / "chair.p12", counter.root)
    secretary = counter.issued("Bianca", by_list=True).save(folder / "s.p12", counter.root)
    return {
        "chair": load_key(chair, PASSPHRASE),
        "secretary": load_key(secretary, PASSPHRASE),
    }


def lasting(authorities: Authorities, level: Level, **more: object) -> Endurance:
    return Endurance(
        level=level,
        authority=authorities.stamp_address if level.stamped else "",
        anchors=(authorities.root.pem,),
        **more,  # type: ignore[arg-type]
    )


def sign(pdf: bytes, key: Key, field: str, endurance: Endurance) -> bytes:
    return sign_pdf(
        pdf,
        key,
        field=field,
        reason="Approvato",
        signer_name=key.info.name,
        appearance=stamp(key.info.name),
        certify=field == "chair",
        endurance=endurance,
    )


@pytest.mark.parametrize("level", Level)
def test_a_file_signed_twice_is_as_provable_as_was_asked(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes, level: Level
) -> None:
    endurance = lasting(authorities, level)
    once = sign(unsigned, keys["chair"], "chair", endurance)
    twice = sign(once, keys["secretary"], "secretary", endurance)
    assert twice.startswith(once)
    verification = verify_pdf(twice, (authorities.root.pem,))
    assert verification.valid
    reports = [r for r in verification.signatures if r.kind is SignatureKind.SIGNATURE]
    assert [report.level for report in reports] == [level.value] * 2
    assert all((r.clock is Clock.AUTHORITY) == level.stamped for r in reports)
    expected = Revocation.GOOD if level.lasting else Revocation.NOT_ASKED
    assert {report.revocation for report in reports} == {expected}


def test_nobody_is_asked_for_a_signature_alone(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    sign(unsigned, keys["chair"], "chair", lasting(authorities, Level.B_B))
    assert authorities.asked == []


def test_the_issuer_is_asked_in_the_way_the_certificate_names(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    sign(unsigned, keys["chair"], "chair", lasting(authorities, Level.B_LT))
    assert {"/tsa", "/ocsp", "/crl"} == set(authorities.asked)


def test_what_issuers_said_may_come_from_files(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    endurance = lasting(authorities, Level.B_LT, lists=(authorities.list(),), fetch=False)
    signed = sign(unsigned, keys["secretary"], "secretary", endurance)
    assert set(authorities.asked) == {"/tsa"}
    (report,) = verify_pdf(signed, (authorities.root.pem,)).signatures
    assert (report.level, report.revocation) == ("B-LT", Revocation.GOOD)


def test_a_withdrawn_certificate_makes_no_lasting_signature(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    authorities.withdrawn.add(keys["chair"].certificate.serial_number)
    with pytest.raises(UserError, match="certificate_revoked") as raised:
        sign(unsigned, keys["chair"], "chair", lasting(authorities, Level.B_LT))
    assert raised.value.parameters == {"name": "Ottavia"}


@pytest.mark.parametrize("fetch", [True, False])
def test_without_a_fresh_answer_no_lasting_signature_is_made(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes, fetch: bool
) -> None:
    authorities.stale = True
    endurance = lasting(authorities, Level.B_LT, fetch=fetch)
    with pytest.raises(UserError, match="revocation_unknown") as raised:
        sign(unsigned, keys["secretary"], "secretary", endurance)
    assert raised.value.parameters == {"name": "Bianca"}


def test_an_issuer_nobody_trusts_is_no_proof(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    strange = Endurance(level=Level.B_LT, authority=authorities.stamp_address)
    with pytest.raises(UserError, match="certificate_untrusted"):
        sign(unsigned, keys["chair"], "chair", strange)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "authority_missing"),
        ("time.example.org", "authority_malformed"),
        ("http://127.0.0.1:9/tsa", "authority_silent"),
    ],
)
def test_an_authority_that_is_not_there_is_told(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes, address: str, code: str
) -> None:
    endurance = Endurance(level=Level.B_T, authority=address)
    with pytest.raises(UserError, match=code):
        sign(unsigned, keys["chair"], "chair", endurance)


def test_a_page_that_is_no_authority_is_told(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes
) -> None:
    endurance = Endurance(level=Level.B_T, authority=f"{authorities.address}/crl")
    with pytest.raises(UserError, match=r"authority_(refused|silent)"):
        sign(unsigned, keys["chair"], "chair", endurance)


@pytest.mark.parametrize("level", [Level.B_B, Level.B_T, Level.B_LTA])
def test_an_ageing_file_is_stamped_again(
    authorities: Authorities, keys: dict[str, Key], unsigned: bytes, level: Level
) -> None:
    once = sign(unsigned, keys["chair"], "chair", lasting(authorities, level))
    again = renewed(once, lasting(authorities, Level.B_LTA))
    assert again.startswith(once)
    verification = verify_pdf(again, (authorities.root.pem,))
    assert verification.valid
    chair, *stamps = verification.signatures
    assert chair.level == "B-LTA"
    assert len(stamps) == (2 if level.archived else 1)
    assert {one.kind for one in stamps} == {SignatureKind.TIME_STAMP}


def test_a_file_nobody_signed_is_not_stamped(authorities: Authorities, unsigned: bytes) -> None:
    with pytest.raises(UserError, match="pdf_not_signed"):
        renewed(unsigned, lasting(authorities, Level.B_LTA))
