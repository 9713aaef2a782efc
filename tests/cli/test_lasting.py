"""Signatures that last, on the command line; none of it needs a store."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.signing.authorities import Authorities, answering
from tests.signing.papers import paper
from tests.signing.pki import PASSPHRASE


@pytest.fixture(scope="module")
def authorities() -> Iterator[Authorities]:
    with answering() as found:
        yield found


@pytest.fixture
def root(authorities: Authorities, tmp_path: Path) -> Path:
    path = tmp_path / "root.pem"
    path.write_bytes(authorities.root.pem)
    return path


@pytest.fixture
def key(
    authorities: Authorities, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[object, ...]:
    """Options that name a key."""
    monkeypatch.setenv("KEY_WORDS", PASSPHRASE)
    holder = authorities.issued("Ottavia", by_list=True)
    path = holder.save(tmp_path / "key.p12", authorities.root)
    return ("--key", path, "--passphrase-env", "KEY_WORDS")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verbale.pdf"
    path.write_bytes(paper())
    return path


def levels(liaison: Command, file: Path, root: Path) -> list[str]:
    result = liaison("verify", file, "--trust", root, "--json")
    assert result.status == 0
    return [one["level"] for one in json.loads(result.out)["signatures"]]


def test_signed_for_decades_and_renewed(
    liaison: Command, authorities: Authorities, file: Path, key: tuple[object, ...], root: Path
) -> None:
    help_from = ("--tsa", authorities.stamp_address, "--trust", root)
    wanted = ("--field", "chair", *key, "--level", "B-LTA", *help_from)
    assert liaison("sign", file, *wanted).status == 0
    assert levels(liaison, file, root) == ["B-LTA", ""]
    before, again = file.read_bytes(), file.with_name("again.pdf")
    assert liaison("renew", file, *help_from, "--out", again).status == 0
    assert file.read_bytes() == before
    assert again.read_bytes().startswith(before)
    assert levels(liaison, again, root) == ["B-LTA", "", ""]


def test_what_issuers_said_comes_from_files(
    liaison: Command,
    authorities: Authorities,
    file: Path,
    key: tuple[object, ...],
    root: Path,
    tmp_path: Path,
) -> None:
    told = tmp_path / "list.crl"
    told.write_bytes(authorities.list())
    authorities.asked.clear()
    help_from = ("--tsa", authorities.stamp_address, "--trust", root, "--crl", told)
    wanted = ("--field", "chair", *key, "--level", "B-LT", *help_from)
    assert liaison("sign", file, *wanted).status == 0
    assert set(authorities.asked) == {"/tsa"}
    assert levels(liaison, file, root) == ["B-LT"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("--level", "B-T"), "needs a time-stamp authority"),
        (("--level", "B-T", "--tsa", "time.example.org"), "is no address"),
        (("--level", "B-T", "--tsa", "http://127.0.0.1:9/"), "does not answer"),
        (("--level", "B-LT", "--tsa", "STAMP"), "leads to none of the trusted"),
        (("--level", "B-LT", "--tsa", "STAMP", "--crl", "FILE"), "cannot be read"),
    ],
)
def test_a_level_that_cannot_be_reached_changes_nothing(
    liaison: Command,
    authorities: Authorities,
    file: Path,
    key: tuple[object, ...],
    wanted: tuple[str, ...],
    told: str,
) -> None:
    before = file.read_bytes()
    places = {"STAMP": authorities.stamp_address, "FILE": str(file)}
    options = [places.get(word, word) for word in wanted]
    result = liaison("sign", file, "--field", "chair", *key, *options)
    assert (result.status, result.out) == (2, "")
    assert told in result.err
    assert len(result.err.splitlines()) == 1
    assert file.read_bytes() == before


def test_a_signature_beside_a_file_of_any_kind(
    liaison: Command, authorities: Authorities, key: tuple[object, ...], tmp_path: Path
) -> None:
    table = tmp_path / "bilancio.xlsx"
    table.write_bytes(b"figures")
    lasting = ("--level", "B-T", "--tsa", authorities.stamp_address)
    assert liaison("sign", table, "--detached", *key, *lasting).status == 0
    assert table.read_bytes() == b"figures"
    assert (tmp_path / "bilancio.xlsx.p7m").is_file()
    assert liaison("sign", table, "--detached", *key, "--level", "B-LT").status == 2
