"""Trusted certificates, reports and certificate sheets on the command line."""

import json
from pathlib import Path

import pytest

from liaison_desktop.services.keys import CreateKey, KeyService
from tests.cli.conftest import Command
from tests.signing.papers import paper
from tests.signing.pki import PASSPHRASE, Holder, holder


@pytest.fixture(scope="module")
def root() -> Holder:
    return holder("Prova Root", ca=True)


@pytest.fixture
def signed(
    portochiaro: Command, root: Holder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("PASSPHRASE", PASSPHRASE)
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper())
    key = holder("Ottavia", root).save(tmp_path / "key.p12")
    options = ("--field", "chair", "--key", key, "--passphrase-env", "PASSPHRASE")
    assert portochiaro("sign", file, *options).status == 0
    return file


def test_trust_is_kept_from_one_run_to_the_next(
    portochiaro: Command, signed: Path, root: Holder, tmp_path: Path
) -> None:
    (tmp_path / "root.pem").write_bytes(root.pem)
    assert portochiaro("verify", signed).status == 1
    added = portochiaro("trust", "add", tmp_path / "root.pem", "--committee", "portochiaro")
    assert added.status == 0
    assert added.out.startswith("Prova Root: trusted from now on")
    assert portochiaro("verify", signed).status == 0
    listed = portochiaro("trust", "list", "--committee", "portochiaro", "--json")
    (anchor,) = json.loads(listed.out)
    assert (anchor["name"], anchor["purpose"], anchor["source"]) == (
        "Prova Root",
        "both",
        "root.pem",
    )
    assert "Prova Root" in portochiaro("trust", "list", "--committee", "portochiaro").out
    fingerprint = anchor["fingerprint"][:8]
    removed = portochiaro("trust", "remove", fingerprint, "--committee", "portochiaro")
    assert removed.status == 0
    assert portochiaro("verify", signed).status == 1


def test_what_cannot_be_trusted(portochiaro: Command, signed: Path, tmp_path: Path) -> None:
    (tmp_path / "junk.pem").write_bytes(b"a password")
    for arguments, told in (
        (("trust", "add", tmp_path / "junk.pem", "--committee", "portochiaro"), "cannot be read"),
        (("trust", "add", tmp_path / "none.pem", "--committee", "portochiaro"), "no such file"),
        (("trust", "remove", "Nobody", "--committee", "portochiaro"), "names no trusted"),
        (("trust", "list", "--committee", "nowhere"), "nowhere"),
        (("keys", "sheet", "nobody", "--committee", "portochiaro", "--out", tmp_path / "s.pdf"),
         "no key"),
    ):  # fmt: skip
        result = portochiaro(*arguments)
        assert result.status == 2
        assert told in result.err
        assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "s.pdf").exists()


def test_a_report_beside_the_verdict(portochiaro: Command, signed: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    result = portochiaro("verify", signed, "--report", out, "--json")
    assert result.status == 1
    assert out.read_bytes().startswith(b"%PDF-1.7")
    document = json.loads(result.out)
    assert document["size"] == signed.stat().st_size
    assert document["cautions"] == []
    (chair,) = document["signatures"]
    assert (chair["kind"], chair["level"], chair["revocation"]) == (
        "signature",
        "B-B",
        "not_asked",
    )
    assert chair["later"] == []


def test_without_a_store_there_is_a_report_too(liaison: Command, tmp_path: Path) -> None:
    file, out = tmp_path / "paper.pdf", tmp_path / "report.pdf"
    file.write_bytes(paper())
    assert liaison("verify", file, "--report", out).status == 1
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_the_sheet_of_a_key(portochiaro: Command, tmp_path: Path) -> None:
    KeyService(tmp_path / "profile" / "keys").create(
        CreateKey(name="Ottavia Belcampo", organisation="Comitato", passphrase=PASSPHRASE)
    )
    assert "ottavia-belcampo" in portochiaro("keys", "list").out
    (key,) = json.loads(portochiaro("keys", "list", "--json").out)
    assert key["name"] == "Ottavia Belcampo"
    out = tmp_path / "sheet.pdf"
    options = ("--committee", "portochiaro", "--out", out, "--language", "de")
    assert portochiaro("keys", "sheet", "ottavia-belcampo", *options).status == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_a_key_of_an_authority_is_kept_as_it_is(
    portochiaro: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = holder("Bianca Prova", holder("Radice", ca=True)).save(tmp_path / "firma.p12")
    add = ("keys", "add", given, "--passphrase-env", "KEY_WORDS")
    monkeypatch.setenv("KEY_WORDS", "another")
    assert portochiaro(*add).status == 2
    assert "[]" in portochiaro("keys", "list", "--json").out
    monkeypatch.setenv("KEY_WORDS", PASSPHRASE)
    assert portochiaro(*add).status == 0
    assert portochiaro(*add).status == 2
    (key,) = json.loads(portochiaro("keys", "list", "--json").out)
    assert (key["name"], key["self_issued"]) == ("Bianca Prova", False)
    kept = Path(key["path"])
    assert kept.read_bytes() == given.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0
    service = KeyService(tmp_path / "profile" / "keys")
    assert service.anchors() == ()
    service.create(CreateKey(name="Ada", organisation="", passphrase=PASSPHRASE))
    assert len(service.anchors()) == 1
