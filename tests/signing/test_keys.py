import stat
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.signing.keys import (
    certificate_info,
    certificate_pem,
    create_committee_key,
    load_key,
)
from tests.signing.pki import PASSPHRASE, holder, usage


def code_of(path: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(UserError) as caught:
        load_key(path, passphrase)
    return caught.value.code


def test_reads_the_facts_of_a_key(tmp_path: Path) -> None:
    root = holder("Prova Root", ca=True)
    path = holder("Ottavia Belcampo", root).save(tmp_path / "chair.p12", root)
    key = load_key(path, PASSPHRASE)
    assert key.info.path == path
    assert (key.info.name, key.info.organisation) == ("Ottavia Belcampo", "Città di Prova")
    assert (key.info.issuer, key.info.self_issued) == ("Prova Root", False)
    assert key.info.not_after - key.info.not_before == timedelta(days=302)
    assert len(key.info.fingerprint) == 64
    assert [certificate.subject for certificate in key.chain] == [root.certificate.subject]


def test_tells_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    path = holder("Ottavia Belcampo").save(tmp_path / "chair.p12")
    assert code_of(tmp_path / "absent.p12") == "key_file_missing"
    assert code_of(tmp_path) == "key_file_unreadable"
    assert code_of(path, "wrong") == "key_passphrase_wrong"
    assert code_of(path, "") == "key_passphrase_wrong"
    content = path.read_bytes()
    for number, broken in enumerate(
        (b"", b"PK\x03\x04", content[:300], content + b"\0", b"\x30\x00")
    ):
        (tmp_path / f"{number}.p12").write_bytes(broken)
        assert code_of(tmp_path / f"{number}.p12") == "key_not_pkcs12"


def test_a_file_without_a_private_key_cannot_sign(tmp_path: Path) -> None:
    path = tmp_path / "public.p12"
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    public = holder("Ottavia Belcampo").certificate
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, None, None, [public], encryption))
    assert code_of(path) == "key_without_private_key"


def test_keys_that_readers_would_not_accept_are_refused(tmp_path: Path) -> None:
    short = holder("Kurz", private_key=rsa.generate_private_key(65537, 1024))
    assert code_of(short.save(tmp_path / "short.p12")) == "key_kind_unsuitable"
    edwards = ed25519.Ed25519PrivateKey.generate()
    path = tmp_path / "edwards.p12"
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, edwards, None, None, encryption))
    assert code_of(path) in {"key_kind_unsuitable", "key_without_private_key"}


@pytest.mark.parametrize(
    ("starts", "ends", "code"),
    [(-9, -1, "key_expired"), (1, 9, "key_not_yet_valid")],
)
def test_a_key_must_be_in_force(tmp_path: Path, starts: int, ends: int, code: str) -> None:
    key = holder("Ottavia", starts=timedelta(days=starts), ends=timedelta(days=ends))
    assert code_of(key.save(tmp_path / "key.p12")) == code


def test_a_key_must_be_meant_for_signing(tmp_path: Path) -> None:
    encryption_only = holder("Ottavia", key_usage=usage("key_encipherment"))
    assert code_of(encryption_only.save(tmp_path / "key.p12")) == "key_not_for_signing"
    unrestricted = holder("Ottavia", key_usage=None)
    assert load_key(unrestricted.save(tmp_path / "any.p12"), PASSPHRASE).info.name == "Ottavia"


def test_old_archives_of_other_programs_are_read(tmp_path: Path) -> None:
    ottavia = holder("Ottavia")
    legacy = (
        PrivateFormat.PKCS12.encryption_builder()
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .build(PASSPHRASE.encode())
    )
    path = tmp_path / "legacy.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", ottavia.private_key, ottavia.certificate, None, legacy
        )
    )
    assert load_key(path, PASSPHRASE).info.name == "Ottavia"


def test_a_committee_makes_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "maria.p12"
    info = create_committee_key(" Maria Lanthaler ", "Integrationsrat Fuldaberg", "geheim ü", path)
    assert info == load_key(path, "geheim ü").info
    assert (info.name, info.organisation) == ("Maria Lanthaler", "Integrationsrat Fuldaberg")
    assert info.self_issued
    assert 3650 < (info.not_after - info.not_before).days < 3655
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert code_of(path, "geheim") == "key_passphrase_wrong"


def test_its_certificate_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "maria.p12"
    info = create_committee_key("Maria Lanthaler", "Integrationsrat", "geheim", path)
    pem = path.with_suffix(".pem")
    assert certificate_info(pem, key_path=path) == info
    assert certificate_pem(load_key(path, "geheim")) == pem.read_bytes()
    certificate = x509.load_pem_x509_certificate(pem.read_bytes())
    unit = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    assert unit[0].value == "self-issued by LIAISON Desktop"
    granted = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert granted.digital_signature
    assert granted.content_commitment
    assert not granted.key_cert_sign
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert b"PRIVATE" not in pem.read_bytes()


def test_making_a_key_refuses_what_it_must(tmp_path: Path) -> None:
    def code(name: str, passphrase: str, path: Path) -> str:
        with pytest.raises(UserError) as caught:
            create_committee_key(name, "Integrationsrat", passphrase, path)
        return caught.value.code

    path = tmp_path / "maria.p12"
    assert code("", "geheim", path) == "key_name_missing"
    assert code(" ", "geheim", path) == "key_name_missing"
    assert code("M" * 65, "geheim", path) == "key_name_too_long"
    assert code("Maria", "", path) == "passphrase_missing"
    assert code("Maria", "geheim", tmp_path / "no" / "folder.p12") == "key_not_written"
    assert not list(tmp_path.iterdir())
    path.write_bytes(b"somebody else's key")
    assert code("Maria", "geheim", path) == "key_exists"
    assert path.read_bytes() == b"somebody else's key"


def test_no_key_is_left_where_its_certificate_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "maria.pem").write_bytes(b"somebody else's certificate")
    with pytest.raises(UserError, match="key_exists"):
        create_committee_key("Maria", "", "geheim", tmp_path / "maria.p12")
    assert [path.name for path in tmp_path.iterdir()] == ["maria.pem"]


def test_a_certificate_file_that_is_none(tmp_path: Path) -> None:
    def code(path: Path) -> str:
        with pytest.raises(UserError) as caught:
            certificate_info(path, key_path=tmp_path / "key.p12")
        return caught.value.code

    broken = tmp_path / "broken.pem"
    broken.write_text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    assert code(broken) == "certificate_unreadable"
    assert code(tmp_path / "absent.pem") == "certificate_file_missing"
    assert code(tmp_path) == "certificate_file_unreadable"


def test_a_key_shows_nothing_secret(tmp_path: Path) -> None:
    key = load_key(holder("Ottavia").save(tmp_path / "key.p12"), PASSPHRASE)
    assert "private" not in repr(key).casefold()
    assert PASSPHRASE not in repr(key)


@pytest.mark.parametrize("name", ["نص Sec", "محمد 2"])
def test_names_no_certificate_can_hold_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="key_names_unreadable"):
        create_committee_key(name, "Comitato", "passphrase", tmp_path / "key.p12")
    with pytest.raises(UserError, match="key_names_unreadable"):
        create_committee_key("Noemi", name, "passphrase", tmp_path / "key.p12")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["أحمد بن علي", "Γιώργος Νικολάου", "Åse Bøgelund-Ærø"])
def test_names_of_one_writing_are_kept(tmp_path: Path, name: str) -> None:
    assert create_committee_key(name, name, "passphrase", tmp_path / "key.p12").name == name
