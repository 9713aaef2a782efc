"""Authorities that answer with something else than was asked for: nothing is signed then.

A bad time stamp cannot be taken out of a file again.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from asn1crypto import algos, core, tsp
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import ERROR_SENTENCES
from liaison_desktop.services.progress import Cancelled, Unheard
from liaison_desktop.services.signing import FieldToSign, Lasting, SignFile, SigningService, WithKey
from liaison_desktop.signing import endurance as asking
from liaison_desktop.signing.detached import sign_detached
from liaison_desktop.signing.endurance import Endurance
from liaison_desktop.signing.keys import Key, load_key
from liaison_desktop.signing.renewal import renewed
from liaison_desktop.signing.sign import sign_pdf
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.authorities import STAMP_KIND, Authorities, answering
from tests.signing.pki import PASSPHRASE, holder

SLEEP_S = 3.0

Lie = Callable[[Authorities, bytes], bytes]


@pytest.fixture(scope="module")
def counter() -> Iterator[Authorities]:
    with answering() as authorities:
        yield authorities


@pytest.fixture
def authorities(counter: Authorities) -> Iterator[Authorities]:
    yield counter
    counter.instead.clear()


@pytest.fixture(scope="module")
def key(counter: Authorities, tmp_path_factory: pytest.TempPathFactory) -> Key:
    path = tmp_path_factory.mktemp("keys") / "chair.p12"
    return load_key(counter.issued("Ottavia").save(path, counter.root), PASSPHRASE)


def of_another_file(authorities: Authorities, request: bytes) -> bytes:
    asked = tsp.TimeStampReq.load(request)
    asked["message_imprint"]["hashed_message"] = b"?" * 32
    return authorities.stamp(asked.dump(force=True))


def by_another_digest(authorities: Authorities, request: bytes) -> bytes:
    asked = tsp.TimeStampReq.load(request)
    asked["message_imprint"]["hash_algorithm"] = algos.DigestAlgorithm({"algorithm": "sha512"})
    return authorities.stamp(asked.dump(force=True))


def to_another_request(authorities: Authorities, request: bytes) -> bytes:
    asked = tsp.TimeStampReq.load(request)
    asked["nonce"] = 5
    return authorities.stamp(asked.dump(force=True))


def to_no_request(authorities: Authorities, request: bytes) -> bytes:
    asked = tsp.TimeStampReq.load(request)
    imprint = asked["message_imprint"]
    bare = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "cert_req": True})
    return authorities.stamp(bare.dump())


def with_broken_signature(authorities: Authorities, request: bytes) -> bytes:
    answer = tsp.TimeStampResp.load(authorities.stamp(request))
    signature = answer["time_stamp_token"]["content"]["signer_infos"][0]
    signature["signature"] = bytes(len(signature["signature"].native))
    return bytes(answer.dump(force=True))


def without_its_certificate(authorities: Authorities, request: bytes) -> bytes:
    answer = tsp.TimeStampResp.load(authorities.stamp(request))
    del answer["time_stamp_token"]["content"]["certificates"]
    return bytes(answer.dump(force=True))


def by_who_is_no_clock(authorities: Authorities, request: bytes) -> bytes:
    person = holder(
        "Prova Person",
        authorities.root,
        private_key=rsa.generate_private_key(65537, 2048),
        purpose=ExtendedKeyUsageOID.EMAIL_PROTECTION,
    )
    return Authorities(authorities.root, person, "").stamp(request)


def refusal(_authorities: Authorities, _request: bytes) -> bytes:
    class Refusal(core.Sequence):  # type: ignore[misc]  # untyped there
        _fields = [("status", tsp.PKIStatusInfo)]  # noqa: RUF012 - as the library wants it

    return bytes(Refusal({"status": {"status": "rejection", "status_string": ["no"]}}).dump())


def asleep(_request: bytes) -> tuple[str, bytes]:
    time.sleep(SLEEP_S)
    return "", b""


def sign(pdf: bytes, key: Key, authorities: Authorities, level: Level) -> bytes:
    return sign_pdf(
        pdf,
        key,
        field="chair",
        reason="",
        signer_name=key.info.name,
        appearance=None,
        certify=True,
        endurance=asked(authorities, level),
    )


def asked(authorities: Authorities, level: Level) -> Endurance:
    return Endurance(
        level=level, authority=authorities.stamp_address, anchors=(authorities.root.pem,)
    )


@pytest.mark.parametrize("level", [Level.B_T, Level.B_LTA])
@pytest.mark.parametrize(
    ("lie", "code"),
    [
        (of_another_file, "authority_answer_wrong"),
        (by_another_digest, "authority_answer_wrong"),
        (to_another_request, "authority_answer_wrong"),
        (to_no_request, "authority_answer_wrong"),
        (with_broken_signature, "authority_answer_wrong"),
        (without_its_certificate, "authority_answer_wrong"),
        (by_who_is_no_clock, "authority_answer_wrong"),
        (refusal, "authority_refused"),
    ],
)
def test_a_time_stamp_that_does_not_hold_is_not_taken(
    authorities: Authorities, key: Key, unsigned: bytes, lie: Lie, code: str, level: Level
) -> None:
    authorities.instead["/tsa"] = lambda request: (STAMP_KIND, lie(authorities, request))
    with pytest.raises(UserError) as raised:
        sign(unsigned, key, authorities, level)
    assert raised.value.code == code
    assert code in ERROR_SENTENCES


def test_an_authority_that_begins_to_lie_later(
    authorities: Authorities, key: Key, unsigned: bytes
) -> None:
    """The library asks once for a sample, to know how much room a time stamp takes."""
    before = len(authorities.asked)

    def later(request: bytes) -> tuple[str, bytes]:
        first = len(authorities.asked) == before + 1
        answer = authorities.stamp(request) if first else of_another_file(authorities, request)
        return STAMP_KIND, answer

    authorities.instead["/tsa"] = later
    with pytest.raises(UserError, match="authority_answer_wrong"):
        sign(unsigned, key, authorities, Level.B_T)


def test_a_file_is_not_prolonged_by_a_bad_time_stamp(
    authorities: Authorities, key: Key, unsigned: bytes
) -> None:
    signed = sign(unsigned, key, authorities, Level.B_T)
    authorities.instead["/tsa"] = lambda r: (STAMP_KIND, of_another_file(authorities, r))
    with pytest.raises(UserError, match="authority_answer_wrong"):
        renewed(signed, asked(authorities, Level.B_LTA))


def test_nor_is_a_signature_made_beside_a_file(authorities: Authorities, key: Key) -> None:
    authorities.instead["/tsa"] = lambda r: (STAMP_KIND, with_broken_signature(authorities, r))
    with pytest.raises(UserError, match="authority_answer_wrong"):
        sign_detached(b"figures", key, asked(authorities, Level.B_T))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(answer=st.binary(max_size=200), cut=st.integers(0, 2**16), flip=st.integers(0, 2**16))
def test_whatever_an_authority_sends_it_is_told_in_a_sentence(
    authorities: Authorities, key: Key, answer: bytes, cut: int, flip: int
) -> None:
    def torn(request: bytes) -> tuple[str, bytes]:
        if answer:
            return STAMP_KIND, answer
        whole = bytearray(authorities.stamp(request))
        whole[flip % len(whole)] ^= 1 + flip % 255
        return STAMP_KIND, bytes(whole[: 1 + cut % len(whole)])

    authorities.instead["/tsa"] = torn
    with pytest.raises(UserError, match=r"authority_(answer_wrong|refused)"):
        sign_detached(b"figures", key, asked(authorities, Level.B_T))


def test_a_time_granted_with_changes_is_a_time(
    authorities: Authorities, key: Key, unsigned: bytes
) -> None:
    """RFC 3161, 2.4.2: both answers carry a time stamp."""

    def changed(request: bytes) -> tuple[str, bytes]:
        answer = tsp.TimeStampResp.load(authorities.stamp(request))
        answer["status"]["status"] = "granted_with_mods"
        return STAMP_KIND, answer.dump(force=True)

    authorities.instead["/tsa"] = changed
    signed = sign(unsigned, key, authorities, Level.B_T)
    assert verify_pdf(signed, (authorities.root.pem,)).signatures[0].level == "B-T"


@pytest.mark.parametrize(
    ("path", "code"), [("/tsa", "authority_silent"), ("/ocsp", "issuer_silent")]
)
def test_who_does_not_answer_is_told(
    authorities: Authorities,
    key: Key,
    unsigned: bytes,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    code: str,
) -> None:
    monkeypatch.setattr(asking, "PATIENCE_S", 0.5)
    authorities.instead[path] = asleep
    began = time.monotonic()
    with pytest.raises(UserError) as raised:
        sign(unsigned, key, authorities, Level.B_LT)
    assert raised.value.code == code
    assert time.monotonic() - began < 5


def test_nobody_has_to_wait_for_an_authority(
    authorities: Authorities, key: Key, unsigned: bytes
) -> None:
    authorities.instead["/tsa"] = asleep
    service = SigningService(Catalogue)
    lasting = Lasting(
        level=Level.B_LTA,
        authority=authorities.stamp_address,
        anchors=(authorities.root.pem,),
    )
    with_key = WithKey(path=key.info.path, secret=PASSPHRASE)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        service.sign(unsigned, FieldToSign(field="chair", key=with_key, lasting=lasting), Tired())
    signed = service.sign(unsigned, FieldToSign(field="chair", key=with_key)).content
    with pytest.raises(Cancelled):
        service.renew(signed, lasting, Tired())
    assert time.monotonic() - began < SLEEP_S


class Tired(Unheard):
    """Somebody who presses Cancel at once."""

    cancelled = True


@pytest.mark.parametrize(
    "address",
    [
        "time.example.org",
        "ftp://time.example.org",
        "http://",
        "http://[",
        "http://time.example.org:99999/",
        "https://time example.org/",
        f"https://{'a' * 70}.example/",
    ],
)
def test_what_is_no_address_is_told_before_anybody_is_asked(address: str) -> None:
    with pytest.raises(UserError, match="authority_malformed"):
        Endurance(level=Level.B_T, authority=address).require_authority()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:318/tsa", "HTTPS://Zeit.example/", "https://zeit.für.example/a"]
)
def test_an_address_is_one(address: str) -> None:
    Endurance(level=Level.B_T, authority=address).require_authority()


def test_nothing_is_written_where_an_authority_lies(
    authorities: Authorities, key: Key, unsigned: bytes, tmp_path: Path
) -> None:
    authorities.instead["/tsa"] = lambda r: (STAMP_KIND, with_broken_signature(authorities, r))
    path = tmp_path / "verbale.pdf"
    path.write_bytes(unsigned)
    command = SignFile(
        path=path,
        field="chair",
        key=WithKey(path=key.info.path, secret=PASSPHRASE),
        out=path,
        lasting=Lasting(level=Level.B_T, authority=authorities.stamp_address),
    )
    with pytest.raises(UserError, match="authority_answer_wrong"):
        SigningService(Catalogue).sign_file(command)
    assert path.read_bytes() == unsigned
    assert [one.name for one in tmp_path.iterdir()] == ["verbale.pdf"]
