"""One row of somebody's table as what is known of a person or an organisation."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from babel import Locale

from liaison_desktop.db.folding import fold
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, ContactKind, ContactPoint, NativeText
from liaison_desktop.domain.tables import Column, Target
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.people_writing import (
    OrganisationProfile,
    PersonProfile,
    require_organisation,
    require_person,
)

Profile = PersonProfile | OrganisationProfile
Cells = Mapping[Column, str]

_SCRIPTS = (("\u0600", "\u06ff", "ar"), ("\u0370", "\u03ff", "el"), ("\u0400", "\u04ff", "uk"))
"""By which language a name is read whose script tells it: first and last letter, language."""


def profile_of_row(cells: Cells, target: Target, constituency: Constituency) -> Profile:
    """What a row tells; ``constituency`` is that of organisations that name none.

    Raises:
        UserError: what is wrong with it.
    """
    if target is Target.PEOPLE:
        person = _person(cells)
        require_person(person)
        return person
    organisation = _organisation(cells, constituency)
    require_organisation(organisation)
    return organisation


def _person(cells: Cells) -> PersonProfile:
    given, family = _names(cells)
    return PersonProfile(
        given_name=given,
        family_name=family,
        name_native=_native(cells),
        form_of_address=cells.get(Column.FORM_OF_ADDRESS, ""),
        email=cells.get(Column.EMAIL, ""),
        contacts=tuple(_contacts(cells)),
        languages=tuple(_languages(cells.get(Column.LANGUAGES, ""))),
    )


def _organisation(cells: Cells, constituency: Constituency) -> OrganisationProfile:
    email = cells.get(Column.EMAIL, "")
    first = [ContactPoint(kind=ContactKind.EMAIL, value=email)] if email else []
    named = cells.get(Column.CONSTITUENCY, "")
    return OrganisationProfile(
        name=cells.get(Column.NAME, ""),
        constituency=_constituency(named) if named else constituency,
        name_native=_native(cells),
        registration=cells.get(Column.REGISTRATION, ""),
        contacts=(*first, *_contacts(cells)),
        languages=tuple(_languages(cells.get(Column.LANGUAGES, ""))),
    )


def _names(cells: Cells) -> tuple[str, str]:
    """Given and family name; a full name ends with the family's, unless a comma says otherwise."""
    given, family = cells.get(Column.GIVEN_NAME, ""), cells.get(Column.FAMILY_NAME, "")
    full = cells.get(Column.FULL_NAME, "")
    if given or family or not full:
        return given, family
    if "," in full:
        family, _comma, given = full.partition(",")
        return given.strip(), family.strip()
    given, _space, family = full.rpartition(" ")
    return given.strip(), family


def _native(cells: Cells) -> NativeText | None:
    text = cells.get(Column.NATIVE_NAME, "")
    if not text:
        return None
    for first, last, language in _SCRIPTS:
        if any(first <= letter <= last for letter in text):
            return NativeText(language=language, text=text)
    return NativeText(language="und", text=text)


def _contacts(cells: Cells) -> Iterator[ContactPoint]:
    town = " ".join(filter(None, (cells.get(Column.POSTCODE, ""), cells.get(Column.TOWN, ""))))
    address = ", ".join(filter(None, (cells.get(Column.ADDRESS, ""), town)))
    for kind, value in (
        (ContactKind.PHONE, cells.get(Column.PHONE, "")),
        (ContactKind.ADDRESS, address),
        (ContactKind.WEBSITE, cells.get(Column.WEBSITE, "")),
    ):
        if value:
            yield ContactPoint(kind=kind, value=value)


def _languages(text: str) -> Iterator[str]:
    for word in text.replace(";", ",").replace("/", ",").replace("،", ",").split(","):
        if not word.strip():
            continue
        code = _language_codes().get(fold(word))
        if code is None:
            raise UserError("spoken_language_unknown", language=word.strip())
        yield code


def _constituency(text: str) -> Constituency:
    found = _constituencies().get(fold(text))
    if found is None:
        raise UserError("constituency_unknown", constituency=text)
    return found


@cache
def _language_codes() -> Mapping[str, str]:
    """Every language by its code and by its names in the program's languages."""
    codes: dict[str, str] = {}
    for spoken in LANGUAGES:
        for code, name in Locale.parse(spoken).languages.items():
            if len(code) == 2:
                codes.setdefault(fold(name), code)
    return codes | {code: code for code in tuple(codes.values())}


@cache
def _constituencies() -> Mapping[str, Constituency]:
    """Every constituency by its code and by its names in the program's languages."""
    labels: list[Callable[[Constituency], str]] = [
        Labels(Catalogue(each)).label for each in LANGUAGES
    ]
    named = {fold(label(each)): each for label in labels for each in Constituency}
    return named | {fold(each.value): each for each in Constituency}
