"""The command line as a person uses it, each test with a profile of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from liaison_desktop.bootstrap import run

SAMPLES = Path(__file__).parents[1] / "data" / "committees"


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture
def liaison(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command in a fresh profile."""

    def command(*arguments: object) -> Result:
        options = ["--profile", str(tmp_path / "profile"), "--language", "en"]
        status = run([*options, *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return command


@pytest.fixture
def portochiaro(liaison: Command) -> Command:
    """The command line on a store that holds the Italian sample."""
    assert liaison("import", SAMPLES / "it_portochiaro.json").status == 0
    return liaison
