"""A second opinion: poppler's pdfsig, whose trust comes from an NSS database."""

import shutil
import subprocess
from pathlib import Path

import pytest

from liaison_desktop.signing.keys import certificate_pem, create_committee_key, load_key
from tests.signing.conftest import World

pytestmark = pytest.mark.skipif(
    shutil.which("pdfsig") is None or shutil.which("certutil") is None,
    reason="needs poppler-utils and libnss3-tools",
)


def pdfsig(pdf: bytes, anchor: bytes, folder: Path, trust: str = "CT,C,C") -> str:
    database = folder / "nss"
    database.mkdir()
    (folder / "anchor.pem").write_bytes(anchor)
    (folder / "signed.pdf").write_bytes(pdf)
    _run("certutil", "-N", "-d", str(database), "--empty-password")
    certificate = str(folder / "anchor.pem")
    _run("certutil", "-A", "-d", str(database), "-n", "anchor", "-t", trust, "-i", certificate)
    return _run("pdfsig", "-nssdir", str(database), str(folder / "signed.pdf"))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_pdfsig_finds_both_signatures_valid(
    world: World, signed_twice: bytes, tmp_path: Path
) -> None:
    told = pdfsig(signed_twice, world.root.pem, tmp_path)
    assert told.count("Signature Validation: Signature is Valid.") == 2
    assert told.count("Certificate Validation: Certificate is Trusted.") == 2
    assert told.count("Signature Type: ETSI.CAdES.detached") == 2
    assert "Signer Certificate Common Name: Ottavia Belcampo" in told
    assert told.count("Total document signed") == 1


def test_pdfsig_reads_a_self_issued_signature(
    world: World, unsigned: bytes, tmp_path: Path
) -> None:
    create_committee_key("Maria Lanthaler", "Integrationsrat", "geheim", tmp_path / "maria.p12")
    maria = load_key(tmp_path / "maria.p12", "geheim")
    signed = world.sign(unsigned, "chair", key=maria, certify=True)
    told = pdfsig(signed, certificate_pem(maria), tmp_path, trust="P,P,P")
    assert "Signature Validation: Signature is Valid." in told
    assert "self-issued by LIAISON Desktop" in told


def test_pdfsig_sees_other_words_too(world: World, signed_twice: bytes, tmp_path: Path) -> None:
    altered = signed_twice.replace(b"(Verbale approvato)", b"(Verbale respinto!)")
    told = pdfsig(altered, world.root.pem, tmp_path)
    assert "Signature is Valid" not in told
