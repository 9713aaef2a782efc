"""Keys on tokens, with a real PKCS#11 module: a token in software."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.signing.sign import sign_pdf
from liaison_desktop.signing.tokens import open_token_key, token_keys, usual_modules
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.conftest import World
from tests.signing.papers import stamp
from tests.signing.pki import PASSPHRASE

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
LABEL, PIN = "Committee card", "480215"


@pytest.fixture(scope="module")
def token(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenKeyInfo]:
    """A token with the chair's key and certificate, and the issuer's certificate beside it."""
    folder = tmp_path_factory.mktemp("token")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOFTHSM2_CONF", str(token_settings(folder)))
    fill_token(world, folder)
    (key,) = token_keys(MODULE)
    yield key
    patch.undo()


def token_settings(folder: Path) -> Path:
    """Settings of the token program that keep its tokens in a folder."""
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    return settings


def fill_token(world: World, folder: Path, pin: str = PIN) -> None:
    import pkcs11
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )
    from pkcs11 import Attribute, ObjectClass

    tool = ["softhsm2-util", "--module", str(MODULE)]
    made = [*tool, "--init-token", "--free", "--label", LABEL, "--pin", pin, "--so-pin", pin]
    subprocess.run(made, check=True, capture_output=True)
    key = folder / "key.pem"
    key.write_bytes(
        world.chair.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    taken = ["--import", str(key), "--token", LABEL, "--label", "key", "--id", "a1", "--pin", pin]
    subprocess.run([*tool, *taken], check=True, capture_output=True)
    library = pkcs11.lib(str(MODULE))
    library.reinitialize()
    found = library.get_token(token_label=LABEL)
    certificates = ((b"\xa1", world.chair.certificate), (b"\xb2", world.root.certificate))
    with found.open(rw=True, user_pin=pin) as session:
        for key_id, certificate in certificates:
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.ID: key_id,
                    Attribute.LABEL: "certificate",
                    Attribute.SUBJECT: certificate.subject.public_bytes(),
                    Attribute.VALUE: certificate.public_bytes(Encoding.DER),
                }
            )


def test_a_token_tells_its_holder_without_a_pin(world: World, token: TokenKeyInfo) -> None:
    assert (token.token, token.key_id) == (LABEL, b"\xa1")
    assert token.info.name == world.chair.info.name
    assert token.info.fingerprint == world.chair.info.fingerprint


def test_the_key_signs_and_never_leaves_the_token(
    world: World, token: TokenKeyInfo, unsigned: bytes
) -> None:
    with open_token_key(token, PIN) as key:
        signed = sign_pdf(
            unsigned,
            key,
            field="chair",
            reason="",
            signer_name=key.info.name,
            appearance=stamp(key.info.name),
            certify=True,
        )
    verification = verify_pdf(signed, world.anchors)
    assert verification.valid
    assert verification.signatures[0].signer == world.chair.info.name


def test_a_wrong_pin_is_told(token: TokenKeyInfo) -> None:
    with pytest.raises(UserError, match="token_pin_wrong"), open_token_key(token, "000000"):
        pass
    with pytest.raises(UserError, match="token_pin_missing"), open_token_key(token, ""):
        pass


def test_a_token_that_was_pulled_out_is_told(token: TokenKeyInfo, tmp_path: Path) -> None:
    empty = tmp_path / "empty.conf"
    (tmp_path / "none").mkdir()
    empty.write_text(f"directories.tokendir = {tmp_path / 'none'}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(empty))
        with pytest.raises(UserError, match="token_missing"), open_token_key(token, PIN):
            pass


def test_a_file_that_is_no_driver_is_told(tmp_path: Path) -> None:
    strange = tmp_path / "strange.so"
    strange.write_bytes(b"no driver")
    with pytest.raises(UserError, match="token_module_unreadable"):
        token_keys(strange)


def test_drivers_that_are_installed_are_found() -> None:
    assert MODULE in usual_modules()


def test_neither_pin_nor_passphrase_is_shown(token: TokenKeyInfo) -> None:
    from liaison_desktop.services.signing import FieldToSign, WithKey

    with_key = WithKey(token=token, secret=PIN)
    assert PIN not in repr(with_key)
    assert PASSPHRASE not in repr(FieldToSign(field="chair", key=WithKey(secret=PASSPHRASE)))
