"""Tables and cards of somebody else are read whole, or refused with one sentence."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import ContactKind, ContactPoint, NativeText, Person
from liaison_desktop.domain.tables import Column, Target
from liaison_desktop.exchange.cards import is_cards, read_cards, write_cards
from liaison_desktop.exchange.columns import is_refused, suggested
from liaison_desktop.exchange.sheets import read_sheet

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=12).map(
    str.strip
)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_was_written_as_csv_is_read(
    rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    header = ["Vorname", "Name", "E-Mail"]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([header, *rows])
    filled = [tuple(row) for row in rows if any(row)]
    content = stream.getvalue().encode(encoding)
    if not filled:
        with pytest.raises(UserError, match="sheet_empty"):
            read_sheet(content)
        return
    sheet = read_sheet(content)
    assert sheet.header == tuple(header)
    assert [row.cells for row in sheet.rows] == filled


def test_a_spreadsheet_is_read_as_its_reader_sees_it() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Nome", "Cognome", "CAP", "Nato"])
    page.append(["Åse", "Παπαδοπούλου", 90100, None])
    page.append([None, None, None, None])
    page.append(["أمل", "حداد", 12.5, None])
    stream = io.BytesIO()
    book.save(stream)
    sheet = read_sheet(stream.getvalue())
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("Åse", "Παπαδοπούλου", "90100", "")),
        (4, ("أمل", "حداد", "12.5", "")),
    ]


def test_rows_carry_their_line_in_the_file_and_quotes_hold_lines() -> None:
    sheet = read_sheet(b'Nome;Nota\n\n"Zoe";"due\nrighe"\nAda;una\n')
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, ("Zoe", "due\nrighe")),
        (5, ("Ada", "una")),
    ]


def test_western_letters_are_read_and_told_of() -> None:
    sheet = read_sheet("Vorname;Name\nJürgen;Weiß\n".encode("cp1252"))
    assert sheet.rows[0].cells == ("Jürgen", "Weiß")
    assert [notice.code for notice in sheet.notices] == ["sheet_western"]


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused(content: bytes) -> None:
    for read in (read_sheet, read_cards):
        try:
            read(content)
        except UserError as error:
            assert error.code in {  # noqa: PT017 - any of them will do
                "sheet_unreadable",
                "sheet_empty",
                "sheet_too_large",
                "cards_unreadable",
            }


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 200])
def test_a_broken_spreadsheet_is_refused(start: bytes) -> None:
    with pytest.raises(UserError, match="sheet_unreadable"):
        read_sheet(start)


def test_columns_are_recognised_in_every_language() -> None:
    for given_name, family, mail in (
        ("Nome", "Cognome", "E-mail"),
        ("Vorname", "Nachname", "E-Mail-Adresse"),
        ("Fornavn", "Efternavn", "Mailadresse"),
        ("Όνομα", "Επώνυμο", "Ηλεκτρονική διεύθυνση"),
        ("الاسم الأول", "اسم العائلة", "البريد الإلكتروني"),
        ("First name", "Surname", "email"),
    ):
        assert suggested((given_name, family, mail), Target.PEOPLE) == (
            Column.GIVEN_NAME,
            Column.FAMILY_NAME,
            Column.EMAIL,
        )
    assert suggested(("Name", "Name"), Target.ORGANISATIONS) == (Column.NAME, None)


@pytest.mark.parametrize(
    "name",
    [
        "Religion",
        "Religione",
        "Herkunft",
        "Staatsangehörigkeit",
        "Etnicitet",
        "Θρησκεία",
        "الديانة",
    ],
)
def test_what_is_never_kept_of_a_person_is_not_offered(name: str) -> None:
    assert is_refused(name)
    assert suggested((name,), Target.PEOPLE) == (None,)


NAMES = st.text(
    st.characters(categories=("Lu", "Ll", "Lo"), include_characters=" ,;:\\-"), max_size=20
).map(lambda text: " ".join(text.split()))


@given(NAMES, NAMES.filter(bool), NAMES)
def test_a_card_comes_back_as_it_went(given_name: str, family: str, street: str) -> None:
    person = Person(
        id=uuid7(),
        committee_id=uuid7(),
        key="p1",
        given_name=given_name,
        family_name=family,
        email="a@example.org",
        name_native=NativeText(language="ar", text="أمل"),
        contacts=tuple(
            ContactPoint(kind=kind, value=value)
            for kind, value in ((ContactKind.PHONE, "+39 1"), (ContactKind.ADDRESS, street))
            if value
        ),
        note="never leaves",
    )
    content = write_cards([(person, "Associazione; Nord")])
    assert is_cards(content)
    assert b"never leaves" not in content
    sheet = read_cards(content)
    told = dict(zip(sheet.header, sheet.rows[0].cells, strict=True))
    assert (told["given_name"], told["family_name"]) == (given_name, family)
    assert (told["email"], told["phone"]) == ("a@example.org", "+39 1")
    assert (told["native_name"], told["address"]) == ("أمل", street)


OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=de;CHARSET=Windows-1252:Weiss;Jan
FN:Jan Weiss
ORG:Verein Nord
TEL;WORK;VOICE:+49 561 12345
ADR;WORK;PREF:;;Am Markt 3;Kassel;;34117;Deutschland
EMAIL;PREF;INTERNET:jan@example.org
END:VCARD
"""
GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Amal Haddad
N:Haddad;Amal;;Dott.ssa;
EMAIL;TYPE=INTERNET;TYPE=HOME:amal@example.org
TEL;TYPE=CELL:+39 091 555
ADR;TYPE=HOME:;;Via Roma 1;Palermo;PA;90100;Italia
END:VCARD
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS//EN
N:Møller;Åse;;;
FN:Åse Møller
item1.EMAIL;type=INTERNET;type=pref:aase@example.org
item1.X-ABLabel:_$!<Other>!$_
TEL;type=CELL;type=VOICE;type=pref:+45 12 34 56 78
END:VCARD
"""


@pytest.mark.parametrize(
    ("card", "given_name", "family", "address"),
    [
        (OUTLOOK, "Jan", "Weiss", "Am Markt 3, 34117 Kassel, Deutschland"),
        (GOOGLE, "Amal", "Haddad", "Via Roma 1, 90100 Palermo, Italia"),
        (APPLE, "Åse", "Møller", ""),
    ],
    ids=["Outlook", "Google", "Apple"],
)
def test_cards_of_the_usual_programs_are_read(
    card: str, given_name: str, family: str, address: str
) -> None:
    sheet = read_cards(card.replace("\n", "\r\n").encode())
    told = dict(zip(sheet.header, sheet.rows[0].cells, strict=True))
    assert (told["given_name"], told["family_name"]) == (given_name, family)
    assert told["email"].endswith("@example.org")
    assert told["phone"].startswith("+")
    assert told["address"] == address
