"""Cards as authorities hand them out: several keys, the issuers' certificates, a PIN for each
signature; with a token in software.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute, ObjectClass
from pkcs11.exceptions import PinLocked
from pkcs11.util.ec import decode_ec_private_key, encode_named_curve_parameters
from pkcs11.util.rsa import decode_rsa_private_key

from liaison_desktop.bootstrap import run
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.signing import tokens
from liaison_desktop.signing.sign import sign_pdf
from liaison_desktop.signing.tokens import TokenKey, open_token_key, token_keys
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.pki import Holder, holder, usage
from tests.signing.test_tokens import MODULE, token_settings

LABEL, PIN = "Carta 7", "604812"


@dataclass(frozen=True)
class Card:
    """A card, whom its issuers lead to, and who stands on it."""

    root: Holder
    keys: dict[str, TokenKeyInfo]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tokens of this module are kept apart from all others."""
    folder = tmp_path_factory.mktemp("card")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(token_settings(folder)))
        yield


@pytest.fixture(scope="module")
def card(place: None) -> Card:
    """Three keys that sign, one that does not, and an issuer between them and the root."""
    root = holder("Radice", ca=True)
    issuer = holder("Rilascio", root, ca=True)
    own = rsa.generate_private_key(65537, 2048)
    firma = holder("Ottavia Belcampo", issuer, private_key=own)
    curve = holder("Ottavia Belcampo", issuer)
    each_time = holder(
        "Ottavia Belcampo", issuer, private_key=rsa.generate_private_key(65537, 2048)
    )
    secrecy = holder("Ottavia Belcampo", issuer, key_usage=usage("key_encipherment"))
    with new_token(LABEL) as session:
        put_key(session, firma, b"\x01", "firma")
        put_key(session, curve, b"\x02", "curva")
        put_key(session, each_time, b"\x03", "qualificata", ALWAYS_AUTHENTICATE=True)
        put_key(session, secrecy, b"\x04", "cifra")
        put_certificate(session, issuer.certificate.public_bytes(Encoding.DER), b"\x05", "ca")
        put_certificate(session, b"no certificate", b"\x06", "?")
    return Card(root, {key.label: key for key in token_keys(MODULE)})


@contextmanager
def new_token(label: str) -> Iterator[Any]:
    """A token that was just set up, open for writing."""
    tool = ["softhsm2-util", "--module", str(MODULE), "--init-token", "--free"]
    subprocess.run(
        [*tool, "--label", label, "--pin", PIN, "--so-pin", PIN], check=True, capture_output=True
    )
    library = pkcs11.lib(str(MODULE))
    library.reinitialize()
    with library.get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        yield session


def put_key(session: Any, owner: Holder, key_id: bytes, label: str, **more: bool) -> None:
    der = owner.private_key.private_bytes(
        Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()
    )
    if isinstance(owner.private_key, ec.EllipticCurvePrivateKey):
        described = decode_ec_private_key(der)
        described[Attribute.EC_PARAMS] = encode_named_curve_parameters("secp256r1")
    else:
        described = decode_rsa_private_key(der)
    extra = {Attribute[name]: value for name, value in more.items()}
    own = {Attribute.TOKEN: True, Attribute.ID: key_id, Attribute.LABEL: label}
    session.create_object({**described, **own, **extra})
    put_certificate(session, owner.certificate.public_bytes(Encoding.DER), key_id, label)


def put_certificate(session: Any, der: bytes, key_id: bytes, label: str) -> None:
    session.create_object(
        {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.ID: key_id,
            Attribute.LABEL: label,
            Attribute.SUBJECT: x509.Name([]).public_bytes(),
            Attribute.VALUE: der,
        }
    )


def sign(pdf: bytes, key: TokenKey, field: str) -> bytes:
    return sign_pdf(
        pdf,
        key,
        field=field,
        reason="",
        signer_name=key.info.name,
        appearance=None,
        certify=field == "chair",
    )


def test_the_keys_that_sign_are_told_apart(card: Card) -> None:
    assert set(card.keys) == {"firma", "curva", "qualificata"}
    assert {key.token for key in card.keys.values()} == {LABEL}


@pytest.mark.parametrize("label", ["firma", "curva", "qualificata"])
def test_the_root_is_enough_to_verify(card: Card, unsigned: bytes, label: str) -> None:
    """The issuer in between comes from the card; a qualified key has its PIN asked each time."""
    with open_token_key(card.keys[label], PIN) as key:
        signed = sign(sign(unsigned, key, "chair"), key, "secretary")
        assert PIN not in repr(key)
    verification = verify_pdf(signed, [card.root.pem])
    assert verification.valid
    assert len(verification.signatures) == 2


def test_one_of_several_keys_is_named_on_the_command_line(
    card: Card, unsigned: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "verbale.pdf"
    path.write_bytes(unsigned)
    words = ["--profile", str(tmp_path / "profile"), "--language", "en", "sign", str(path)]
    words += ["--field", "chair", "--pkcs11", str(MODULE), "--pin-env", "CARD_PIN"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARD_PIN", PIN)
        assert run(words) == 2
        told = capsys.readouterr().err
        assert all(label in told for label in card.keys)
        assert run([*words, "--token", LABEL, "--key-label", "altra"]) == 2
        assert "firma" in capsys.readouterr().err
        assert path.read_bytes() == unsigned
        assert run([*words, "--token", LABEL, "--key-label", "curva"]) == 0
    (report,) = verify_pdf(path.read_bytes(), [card.root.pem]).signatures
    assert report.sound


def test_a_certificate_that_was_taken_off_the_card_is_told(card: Card) -> None:
    gone = replace(card.keys["firma"], key_id=b"\x99")
    with pytest.raises(UserError, match="token_without_key"), open_token_key(gone, PIN):
        pass


def test_a_card_without_a_certificate_is_told(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(token_settings(tmp_path)))
        with new_token("Vuota"):
            pass
        with pytest.raises(UserError, match="token_without_key"):
            token_keys(MODULE)


def test_a_card_that_locked_itself_is_told(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    """The token in software never locks itself."""

    class Locked:
        serial = card.keys["firma"].serial

        def open(self, **_: str) -> Any:
            raise PinLocked

    monkeypatch.setattr(tokens, "_tokens", lambda _module: iter([Locked()]))
    with pytest.raises(UserError, match="token_pin_locked"):
        open_token_key(card.keys["firma"], PIN).__enter__()


# The library for tokens ends its search for keys once more when the token is long gone.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.qt_no_exception_capture
def test_a_card_that_is_pulled_out_while_it_signs_is_told(card: Card, unsigned: bytes) -> None:
    def sign_without_card() -> None:
        with open_token_key(card.keys["firma"], PIN) as key:
            pkcs11.lib(str(MODULE)).reinitialize()
            sign(unsigned, key, "chair")

    with pytest.raises(UserError, match="token_missing"):
        sign_without_card()
