"""Cards of contacts (vCard): read as a table, so that they take the way of every table.

Written as version 3.0 (RFC 2426), which every mail program and telephone reads; read from 2.1 on.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import ContactKind, ContactPoint, Organisation, Person
from liaison_desktop.domain.tables import Column, Sheet, SheetRow
from liaison_desktop.exchange.sheets import MOST_COLUMNS, MOST_ROWS

NATIVE_NAME = "X-LIAISON-NATIVE-NAME"
"""The name in its own script; RFC 2426 knows one name only."""

_COLUMNS = (
    Column.GIVEN_NAME,
    Column.FAMILY_NAME,
    Column.FULL_NAME,
    Column.NATIVE_NAME,
    Column.FORM_OF_ADDRESS,
    Column.EMAIL,
    Column.PHONE,
    Column.ADDRESS,
    Column.WEBSITE,
)


def is_cards(content: bytes) -> bool:
    """Whether a file holds cards."""
    return content.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCARD")


def read_cards(content: bytes) -> Sheet:
    """The cards of a file, a row each; the number of a row is that of its card.

    Raises:
        UserError: ``cards_unreadable``, ``sheet_empty``, ``sheet_too_large``.
    """
    rows = []
    for number, card in enumerate(_cards(content), 1):
        if number > MOST_ROWS:
            raise UserError("sheet_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
        rows.append(SheetRow(number, tuple(_told(card)[column] for column in _COLUMNS)))
    if not rows:
        raise UserError("sheet_empty")
    return Sheet(header=tuple(column.value for column in _COLUMNS), rows=tuple(rows))


def write_cards(records: Iterable[tuple[Person, str] | Organisation]) -> bytes:
    """Cards of people, each with the organisation spoken for (or ""), and of organisations.

    Notes, languages and what is not a way to reach somebody never stand in them.
    """
    import vobject

    written = []
    for record in records:
        card = vobject.vCard()
        if isinstance(record, Organisation):
            _write_organisation(card, record)
        else:
            _write_person(card, *record)
        written.append(card.serialize())
    return "".join(written).encode()


def _cards(content: bytes) -> Iterator[Any]:
    import vobject

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        for component in vobject.readComponents(text, ignoreUnreadable=True, allowQP=True):
            if component.name == "VCARD":
                yield component
    except Exception as error:
        # The library raises whatever a card of somebody else makes it stumble over.
        raise UserError("cards_unreadable") from error


def _told(card: Any) -> dict[Column, str]:
    name = getattr(card, "n", None)
    parts = name.value if name is not None and hasattr(name.value, "family") else None
    address = _first(card, "adr")
    return {
        Column.GIVEN_NAME: _plain(parts.given) if parts else "",
        Column.FAMILY_NAME: _plain(parts.family) if parts else "",
        Column.FULL_NAME: _plain(_first(card, "fn")),
        Column.NATIVE_NAME: _plain(_first(card, NATIVE_NAME.lower())),
        Column.FORM_OF_ADDRESS: _plain(parts.prefix) if parts else "",
        Column.EMAIL: _plain(_first(card, "email")).removeprefix("mailto:"),
        Column.PHONE: _plain(_first(card, "tel")).removeprefix("tel:"),
        Column.ADDRESS: _address(address) if hasattr(address, "street") else _plain(address),
        Column.WEBSITE: _plain(_first(card, "url")),
    }


def _first(card: Any, name: str) -> Any:
    found = card.contents.get(name)
    return found[0].value if found else ""


def _address(address: Any) -> str:
    town = " ".join(filter(None, (_plain(address.code), _plain(address.city))))
    lines = (_plain(address.street), town, _plain(address.country))
    return ", ".join(filter(None, lines))


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_plain(part) for part in value if part)
    return " ".join(str(value).split())


def _write_person(card: Any, person: Person, organisation: str) -> None:
    import vobject

    card.add("n").value = vobject.vcard.Name(
        family=person.family_name, given=person.given_name, prefix=person.form_of_address
    )
    card.add("fn").value = person.full_name
    if person.name_native is not None:
        card.add(NATIVE_NAME.lower()).value = person.name_native.text
    if organisation:
        card.add("org").value = [organisation]
    if person.email:
        card.add("email").value = person.email
    _write_contacts(card, person.contacts)


def _write_organisation(card: Any, organisation: Organisation) -> None:
    import vobject

    card.add("n").value = vobject.vcard.Name()
    card.add("fn").value = organisation.name
    card.add("org").value = [organisation.name]
    if organisation.name_native is not None:
        card.add(NATIVE_NAME.lower()).value = organisation.name_native.text
    _write_contacts(card, organisation.contacts)


def _write_contacts(card: Any, contacts: Iterable[ContactPoint]) -> None:
    import vobject

    for point in contacts:
        match point.kind:
            case ContactKind.EMAIL:
                card.add("email").value = point.value
            case ContactKind.PHONE:
                card.add("tel").value = point.value
            case ContactKind.WEBSITE:
                card.add("url").value = point.value
            case ContactKind.ADDRESS:
                card.add("adr").value = vobject.vcard.Address(street=point.value)
