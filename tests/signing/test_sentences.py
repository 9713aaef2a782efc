import ast
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import liaison_desktop.signing
from liaison_desktop.domain.signatures import (
    Clock,
    Modification,
    SignatureProblem,
    SignatureReport,
    Verification,
)
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import ERROR_SENTENCES
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.signatures import SignatureSentences

SOUND = SignatureReport(
    field="chair",
    signer="Ottavia Belcampo",
    issuer="CN=Prova Root",
    signed_at=datetime(2026, 3, 14, 12, 0, tzinfo=UTC),
    intact=True,
    trusted=True,
    covers_whole_file=True,
    modified_after=Modification.NONE,
)


@pytest.fixture
def sentences() -> SignatureSentences:
    return SignatureSentences(Catalogue("en"), Formats("en"))


def test_a_sound_signature_in_plain_words(sentences: SignatureSentences) -> None:
    signed, vouched, intact, unmodified = sentences.describe(SOUND)
    assert "Ottavia Belcampo" in signed
    assert "2026" in signed
    assert "own clock" in signed
    assert "Prova Root" in vouched
    assert intact == "The signed text is intact."
    assert unmodified == "Nothing was changed or added after this signature."
    attested = sentences.describe(replace(SOUND, clock=Clock.AUTHORITY))
    assert "time authority" in attested[0]
    self_issued = sentences.describe(replace(SOUND, self_issued=True))
    assert "nobody but its holder" in self_issued[1]
    assert sentences.describe(replace(SOUND, signed_at=None))[0].startswith("Signed by ")


def test_every_problem_has_its_own_sentence(sentences: SignatureSentences) -> None:
    told = {sentences.problem(problem) for problem in SignatureProblem}
    assert len(told) == len(SignatureProblem)
    for problem in SignatureProblem:
        report = replace(SOUND, problem=problem)
        assert sentences.describe(report)[-1] == sentences.problem(problem)
        assert "The signed text is intact." not in sentences.describe(report)


def test_the_verdict_on_a_file(sentences: SignatureSentences) -> None:
    broken = replace(SOUND, problem=SignatureProblem.ALTERED)
    assert sentences.verdict(Verification(signatures=())) == "The file is not signed."
    assert "cannot" in sentences.verdict(Verification(signatures=(SOUND, broken)))
    assert sentences.verdict(Verification(signatures=(SOUND,))).startswith("The signature is valid")
    assert sentences.verdict(Verification(signatures=(SOUND, SOUND))).startswith("All 2 ")


@pytest.mark.parametrize(
    "fact",
    [
        {"intact": False},
        {"trusted": False},
        {"modified_after": Modification.NOT_ALLOWED},
        {"problem": SignatureProblem.TERMS},
    ],
)
def test_one_bad_fact_makes_it_unsound(fact: dict[str, object]) -> None:
    assert SOUND.sound
    report = replace(SOUND, **fact)  # type: ignore[arg-type]  # one dictionary for fields of several types
    assert not report.sound
    assert not Verification(signatures=(SOUND, report)).valid


def test_every_error_raised_here_has_a_sentence() -> None:
    for module in Path(liaison_desktop.signing.__path__[0]).glob("*.py"):
        for call in ast.walk(ast.parse(module.read_text())):
            if not isinstance(call, ast.Call) or ast.unparse(call.func) != "UserError":
                continue
            code = call.args[0]
            codes = (
                [code.value]
                if isinstance(code, ast.Constant)
                else [ast.unparse(code)[2:-1].replace("{kind}", k) for k in ("key", "certificate")]
            )
            for text in codes:
                sentence = ERROR_SENTENCES[str(text)]
                values = {word.arg: "x" for word in call.keywords if word.arg}
                assert "{" not in sentence.format(**values)


def test_what_the_window_imports_stays_light() -> None:
    program = (
        "import sys, liaison_desktop.signing.keys, liaison_desktop.signing.sign,"
        "liaison_desktop.signing.verify\n"
        "print([n for n in ('pyhanko', 'cryptography', 'asn1crypto') if n in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
