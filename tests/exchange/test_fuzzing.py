"""Whatever stands in a file: it is read, or refused with a sentence that says where."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.i18n.notices import notice_sentence
from tests.exchange.sample_files import REMOVED, sample

ENGLISH = Catalogue("en")
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["m1", "m6", "m9", "s1", "o1", "17:00", "2026-10-14", "adopted", "secret"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=5,
)


def _places(value: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything inside a value, and to the value itself unless it is the whole."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        inner.extend(value.items() if isinstance(value, dict) else enumerate(value))
    return [steps] * bool(steps) + [p for key, v in inner for p in _places(v, (*steps, key))]


def _at(document: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        document = document[step]
    return document


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A sample in which one to four places hold nothing, anything, or what stands elsewhere."""
    document = sample(draw(st.sampled_from(["it", "de", "da"])))
    untouched = json.loads(json.dumps(document))
    elsewhere = _places(untouched)
    for _ in range(draw(st.integers(1, 4))):
        steps = draw(st.sampled_from(_places(document)))
        holder = _at(document, steps[:-1])
        kind = type(holder[steps[-1]])
        alike = [p for p in elsewhere if type(_at(untouched, p)) is kind]
        moved = st.sampled_from(alike).map(lambda place: _at(untouched, place)) if alike else VALUES
        value = draw(st.just(REMOVED) | VALUES | moved | moved | moved)
        if value is REMOVED:
            del holder[steps[-1]]
        else:
            holder[steps[-1]] = json.loads(json.dumps(value))
    return document


@given(document=mutated())
@settings(max_examples=300, deadline=None)
def test_changed_samples_are_read_or_refused(
    document: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "committee.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    _read_or_refused(path)


@given(content=st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_refused(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "committee.json"
    path.write_bytes(content)
    _read_or_refused(path)


def _read_or_refused(path: Path) -> None:
    try:
        file = read_committee_file(path)
    except UserError as error:
        sentence(error, ENGLISH).encode()
        return
    for meeting in file.meetings:
        assess(meeting)
    for notice in file.notices:
        notice_sentence(notice, ENGLISH).encode()
