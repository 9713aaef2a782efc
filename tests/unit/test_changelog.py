"""The changelog can be read by people and by machines (Keep a Changelog)."""

import re
from pathlib import Path

from liaison_desktop import __version__

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
GROUPS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_version_has_a_date_and_known_groups() -> None:
    text = CHANGELOG.read_text(encoding="utf-8")
    for heading in re.findall(r"^## (.+)$", text, re.MULTILINE):
        assert re.fullmatch(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", heading)
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= GROUPS


def test_the_version_of_the_program_is_told() -> None:
    assert f"## [{__version__}]" in CHANGELOG.read_text(encoding="utf-8")
