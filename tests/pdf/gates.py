"""Every judge of a file that pip and apt give, asked in turn."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pdfua

from tests.pdf.house_check import faults

# pdfua 0.1.3 asks every kid of a heading for a key that only its own numbers have, and stumbles
# over pikepdf 10.17's arrays; the house check looks for empty headings instead.
STUMBLING_RULES = frozenset({"UA-14-001"})


def complaints(path: Path) -> list[str]:
    """What the judges find wrong with the file, each line headed by who says it."""
    return [*_house(path), *_pdfua(path), *_qpdf(path), *_poppler(path)]


def _house(path: Path) -> Iterator[str]:
    yield from (f"house: {fault}" for fault in faults(path.read_bytes()))


def _pdfua(path: Path) -> Iterator[str]:
    for outcome in pdfua.validate(str(path)).outcomes:
        if outcome.skipped_reason and outcome.rule_id not in STUMBLING_RULES:
            yield f"pdfua: {outcome.rule_id} was not looked at: {outcome.skipped_reason}"
        yield from (f"pdfua: {finding.message}" for finding in outcome.findings)


def _qpdf(path: Path) -> Iterator[str]:
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if done.returncode or done.stderr:
        yield f"qpdf: {done.stdout}{done.stderr}"


def _poppler(path: Path) -> Iterator[str]:
    commands = (
        ["pdftoppm", "-r", "20", str(path)],
        ["pdftotext", str(path), "-"],
        ["pdffonts", str(path)],
    )
    for command in commands:
        done = subprocess.run(command, capture_output=True)
        if done.returncode or done.stderr:
            yield f"{command[0]}: {done.stderr.decode()}"
