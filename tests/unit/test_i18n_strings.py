"""The catalogues hold every string of the code, whole and translated."""

import string
from collections.abc import Iterator
from functools import cache
from gettext import c2py
from itertools import chain

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from liaison_desktop.i18n.catalogue import LANGUAGES, WINDOW_LANGUAGES
from tools.update_strings import TEMPLATE, as_text, catalogue_path, extract, updated

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
# Austrian German holds only what it says otherwise than German.
COMPLETE = tuple(language for language in TRANSLATED if language != "de_AT")


@cache
def said() -> Catalog:
    """All strings of the code."""
    return extract()


def catalogue(language: str) -> Catalog:
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language)


def messages(of: Catalog) -> Iterator[Message]:
    return (message for message in of if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def fits(translation: str, source: tuple[str, ...]) -> bool:
    """The same placeholders; a singular may leave out the number as the source's own does."""
    return placeholders(source[0]) <= placeholders(translation) <= placeholders(source[-1])


def is_translated(message: Message) -> bool:
    return all(forms(message.string)) and not message.fuzzy


def test_the_template_is_what_the_code_says() -> None:
    """Otherwise run ``make strings``."""
    assert TEMPLATE.read_text(encoding="utf-8") == as_text(said())


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_catalogue_is_up_to_date(language: str) -> None:
    text = catalogue_path(language).read_text(encoding="utf-8")
    assert text == as_text(updated(language, said()))


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    wrong = [
        (message.id, translation)
        for message in messages(catalogue(language))
        for translation in forms(message.string)
        if translation and not fits(translation, forms(message.id))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_accelerators_are_kept(language: str) -> None:
    wrong = [
        message.id
        for message in messages(catalogue(language))
        for source, translation in zip(forms(message.id), forms(message.string), strict=False)
        if translation and source.count("&") != translation.count("&")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_forms_are_those_of_the_cldr(language: str) -> None:
    written = catalogue(language)
    which_form = c2py(written.plural_expr)
    rule = Locale.parse(language).plural_form
    kinds = {n: rule(n) for n in range(1000)}
    form_of = {kind: which_form(n) for n, kind in kinds.items()}
    assert [which_form(n) for n in kinds] == [form_of[kind] for kind in kinds.values()]
    assert sorted(form_of.values()) == list(range(written.num_plurals))


@pytest.mark.parametrize("language", COMPLETE)
def test_papers_are_translated_whole(language: str) -> None:
    papers = [m for m in messages(catalogue(language)) if m.context == "paper"]
    assert len(papers) > 100
    assert [m.id for m in papers if not is_translated(m)] == []


def test_austrian_german_says_only_what_german_says_otherwise() -> None:
    german = {(m.context, m.id): m.string for m in messages(catalogue("de"))}
    own = [m for m in messages(catalogue("de_AT")) if is_translated(m)]
    assert own
    assert [m.id for m in own if m.string == german[m.context, m.id]] == []


@pytest.mark.parametrize("language", [code for code in WINDOW_LANGUAGES if code != "en"])
def test_the_window_is_translated_whole(language: str) -> None:
    assert [m.id for m in messages(catalogue(language)) if not is_translated(m)] == []


def test_no_string_is_torn_by_blanks_at_its_ends() -> None:
    texts = chain.from_iterable(forms(message.id) for message in messages(said()))
    assert [text for text in texts if text != text.strip()] == []
