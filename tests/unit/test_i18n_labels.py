"""Every value of the domain has a word."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum

import pytest

import liaison_desktop.domain
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.signatures import (
    Caution,
    Clock,
    LaterChange,
    Modification,
    Revocation,
    RevocationSource,
    SignatureKind,
    SignatureProblem,
)
from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES, Catalogue
from liaison_desktop.i18n.labels import Labels

# i18n/signatures.py says these as whole sentences.
SAID_ELSEWHERE = (
    Caution,
    Clock,
    LaterChange,
    Modification,
    Revocation,
    RevocationSource,
    SignatureKind,
    SignatureProblem,
)


def enums_of_the_domain() -> Iterator[type[Enum]]:
    for module in pkgutil.iter_modules(liaison_desktop.domain.__path__):
        name = f"liaison_desktop.domain.{module.name}"
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == name:
                yield value


ENUMS = [enum for enum in enums_of_the_domain() if enum not in SAID_ELSEWHERE]


def test_the_domain_is_found() -> None:
    assert Outcome in ENUMS
    assert len(ENUMS) > 20


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_every_value_has_a_word_of_its_own(enum: type[Enum], language: str) -> None:
    labels = Labels(Catalogue(language))
    words = [labels.label(member) for member in enum]
    assert all(words)
    assert len(set(words)) == len(words)


def test_values_of_the_same_text_are_told_apart() -> None:
    labels = Labels(Catalogue("en"))
    assert labels.label(MinutesState.NONE) == "No minutes yet"
    assert labels.label(Outcome.NONE) == "No decision"
