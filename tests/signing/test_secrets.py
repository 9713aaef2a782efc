"""What opens a key is nowhere once the program has run: not in a file, not in what it said."""

import base64
import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.signing.conftest import World
from tests.signing.pki import Holder
from tests.signing.test_tokens import MODULE, fill_token, token_settings

PROGRAM = Path(__file__).with_name("signing_program.py")
PROJECT = Path(__file__).parents[2]
PIN_DIGITS = 16


@dataclass(frozen=True)
class Run:
    """A run of the program that is over.

    Attributes:
        profile: the folder with all it keeps.
        said: all it printed.
        secrets: the right and the wrong ones, by the variable each came in.
    """

    profile: Path
    said: bytes
    secrets: dict[str, str]

    def leaked(self, content: bytes) -> list[str]:
        """Which secrets are in it, in any spelling a program may give them."""
        return [
            name
            for name, secret in self.secrets.items()
            if any(spelt in content for spelt in spellings(secret))
        ]


def spellings(secret: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        encoded = secret.encode(encoding)
        yield encoded
        yield encoded.hex().encode()
        # Without the padding, and without the last group that what follows would change.
        yield base64.b64encode(encoded)[: len(encoded) // 3 * 4]


@pytest.fixture(scope="module")
def done(world: World, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The program has signed in every way it can."""
    outside, profile = tmp_path_factory.mktemp("outside"), tmp_path_factory.mktemp("profile")
    pins = {name: _digits() for name in ("LIAISON_PIN", "LIAISON_WRONG_PIN")}
    names = ("LIAISON_PASSPHRASE", "LIAISON_WRONG_PASSPHRASE")
    given = pins | {name: f"Chiave{secrets.token_hex(12)}" for name in names}
    settings = token_settings(outside)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings))
        fill_token(world, outside, given["LIAISON_PIN"])
    chair = Holder(world.chair.certificate, world.chair.private_key)
    key = chair.save(outside / "chair.p12", world.root, passphrase=given["LIAISON_PASSPHRASE"])
    around = {"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.run(
        [sys.executable, PROGRAM, profile, key, MODULE],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=PROJECT,
        env={**os.environ, **around, **given, "SOFTHSM2_CONF": str(settings)},
        timeout=120,
    )
    assert process.returncode == 0, process.stdout.decode()
    return Run(profile, process.stdout, given)


def _digits() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))


def test_the_program_signed_and_refused_as_it_was_told(done: Run) -> None:
    said = done.said.decode()
    assert said.count("key_passphrase_wrong") >= 2
    assert "token_pin_wrong" in said
    assert "RuntimeError" in said
    assert "sent.pdf: field chair is signed" in said
    assert "[('chair', 'secretary'), (), ('secretary',)]" in said


def test_no_file_holds_a_secret(done: Run) -> None:
    files = [path for path in done.profile.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".sqlite3", ".toml", ".log", ".pdf", ".p12", ".pem"} <= kinds
    for path in files:
        assert not done.leaked(path.read_bytes()), path


def test_the_log_tells_of_the_bug_without_what_it_was_about(done: Run) -> None:
    told = (done.profile / "liaison-desktop.log").read_text("utf-8")
    assert "A bug: RuntimeError" in told
    assert " DEBUG " in told


def test_no_column_of_the_store_holds_a_secret(done: Run) -> None:
    with closing(sqlite3.connect(done.profile / "committees.sqlite3")) as store:
        tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master")]
        values = [value for table in tables for value in _values(store, table)]
    assert any(b"Ottavia Belcampo" in value for value in values)
    for value in values:
        assert not done.leaked(value)


def _values(store: sqlite3.Connection, table: str) -> Iterator[bytes]:
    """Every value of a table as bytes."""
    kind = store.execute("SELECT type FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
    if kind != "table":
        return
    for row in store.execute(f'SELECT * FROM "{table}"'):
        yield from (one if isinstance(one, bytes) else str(one).encode() for one in row)


def test_neither_commands_nor_errors_nor_crash_reports_show_a_secret(done: Run) -> None:
    assert not done.leaked(done.said)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_leak_would_be_seen(done: Run, encoding: str) -> None:
    for name, secret in done.secrets.items():
        plain = b"before" + secret.encode(encoding) + b"after"
        assert done.leaked(plain) == [name]
        assert done.leaked(base64.b64encode(secret.encode(encoding) + b"after")) == [name]
