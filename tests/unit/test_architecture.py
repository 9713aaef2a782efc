"""The shape of the house: which room may enter which, and how large anything may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "liaison_desktop"
LONGEST_MODULE, LONGEST_CLASS, LONGEST_FUNCTION = 300, 200, 40
DRAWERS = {"utils", "misc", "common", "helpers", "manager"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def test_rooms_are_entered_as_designed() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [str(linter), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_nothing_outgrows_its_reader(module: Path) -> None:
    if "versions" in module.parts:
        return  # a migration is written once and never changed
    source = module.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    for node, limit in _definitions(ast.parse(source)):
        length = _lines(node) - _lines(_docstring(node))
        assert length <= limit, f"{node.name} in line {node.lineno} has {length} lines"


def test_there_are_no_drawers_for_everything() -> None:
    names = {part for module in MODULES for part in (*module.parts[:-1], module.stem)}
    assert not names & DRAWERS


def _lines(node: ast.stmt | None) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1 if node else 0


def _docstring(
    node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef,
) -> ast.stmt | None:
    """What explains a definition does not make it longer."""
    return node.body[0] if ast.get_docstring(node) is not None else None


def _definitions(
    tree: ast.Module,
) -> Iterator[tuple[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node, LONGEST_CLASS
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node, LONGEST_FUNCTION
