"""Every error and notice has its sentence, and every sentence its error or notice."""

import ast
import datetime
import re
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import liaison_desktop
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.notices import Notice
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import ERROR_SENTENCES, sentence
from liaison_desktop.i18n.notices import NOTICE_SENTENCES, notice_sentence

PACKAGE = Path(liaison_desktop.__file__).parent
TABLES = tuple(
    PACKAGE / "i18n" / f"{name}.py" for name in ("errors", "agreement_errors", "notices")
)

# Calls that make an error or a notice of their first argument.
ERRORS = frozenset({"UserError", "error"})
NOTICES = frozenset({"Notice"})


@cache
def trees() -> tuple[ast.AST, ...]:
    modules = (path for path in sorted(PACKAGE.rglob("*.py")) if path not in TABLES)
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in modules)


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def pattern(code: ast.expr) -> str | None:
    """The code as a regular expression; ``None`` = it cannot be read off the call."""
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return re.escape(code.value)
    if isinstance(code, ast.JoinedStr):
        return "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
            for part in code.values
        )
    return None


def codes_in_calls(names: frozenset[str]) -> set[str]:
    nodes = (node for tree in trees() for node in ast.walk(tree))
    calls = (node for node in nodes if isinstance(node, ast.Call))
    found = (pattern(node.args[0]) for node in calls if called(node) in names and node.args)
    # Logs have an ``error`` too, but a sentence is no code.
    return {code for code in found if code and "\\ " not in code}


def words_of_the_code() -> set[str]:
    """Patterns of all strings: a code may reach its call through a variable or a table."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    strings = (node for node in nodes if isinstance(node, ast.Constant | ast.JoinedStr))
    return {code for code in map(pattern, strings) if code and code.strip("[a-z_]+")}


@pytest.mark.parametrize(
    ("names", "table"), [(ERRORS, ERROR_SENTENCES), (NOTICES, NOTICE_SENTENCES)]
)
def test_every_code_has_a_sentence(names: frozenset[str], table: Mapping[str, str]) -> None:
    codes = codes_in_calls(names)
    assert len(codes) > 5
    without = [code for code in codes if not any(re.fullmatch(code, known) for known in table)]
    assert without == []


@pytest.mark.parametrize("table", [ERROR_SENTENCES, NOTICE_SENTENCES])
def test_every_sentence_has_its_code(table: Mapping[str, str]) -> None:
    said = re.compile("|".join(words_of_the_code()))
    assert [code for code in table if not said.fullmatch(code)] == []


@pytest.mark.parametrize("text", [*ERROR_SENTENCES.values(), *NOTICE_SENTENCES.values()])
def test_sentences_are_sentences(text: str) -> None:
    assert text.endswith((".", "}"))
    assert all(name != "" for _, name, _, _ in string.Formatter().parse(text))


def test_a_sentence_names_what_and_where() -> None:
    error = UserError("file_missing", path=Path("/tmp/it.json"))
    assert sentence(error, Catalogue("en")) == "/tmp/it.json: there is no such file."


def test_dates_in_a_sentence_are_written_in_the_language_of_the_reader() -> None:
    error = UserError("key_expired", name="Ottavia Belcampo", date=datetime.date(2026, 1, 5))
    assert "5 January 2026" in sentence(error, Catalogue("en"))
    assert "5 gennaio 2026" in sentence(error, Catalogue("it"))


def test_values_in_a_notice_are_words() -> None:
    notice = Notice("claim_differs", "x", {"claimed": Outcome.ADOPTED, "given": Outcome.REJECTED})
    told = notice_sentence(notice, Catalogue("en"))
    assert told == "x: the file says “Adopted”, the committee’s rules give “Rejected”."
    yes_or_no = Notice("claim_differs", "x", {"claimed": True, "given": False})
    assert "“sì”" in notice_sentence(yes_or_no, Catalogue("it"))
