"""Tables and cards are looked at, taken in, and taken back in one step."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from liaison_desktop.domain.addresses import LabelFormat, Whom
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import Constituency, ContactKind
from liaison_desktop.domain.tables import RowState, Target
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.people_out import LabelsWanted
from liaison_desktop.services.people_tables import TakeIn
from liaison_desktop.services.services import Services
from tests.pdf.house_check import faults
from tests.pdf.reading import run

TODAY = date(2026, 11, 25)
TABLE = """Vorname;Name;E-Mail;Telefon;Straße;PLZ;Ort;Sprachen;Religion
Jürgen;Weiß;juergen@example.org;+49 561 12345;Am Markt 3;34117;Kassel;Deutsch, Arabisch;egal
;;;;;;;;
Amal;Haddad;no address;;;;;;
Weiß;Jürgen;;;;;;;
Rosalba;Cantaluna;other@example.org;+39 091 5551234;;;;;
Zoe;Quaranta;;abc;;;;;
Ada;Klein;;;;;;Klingonisch;
"""


def command(services: Services, path: Path, target: Target = Target.PEOPLE) -> TakeIn:
    sheet = services.people_work.tables.read(path)
    return TakeIn(
        committee_id=services.committees.by_ref("borgolume").id,
        sheet=sheet,
        target=target,
        mapping=services.people_work.tables.suggested(sheet, target),
    )


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    return path


def everybody(services: Services) -> list[str]:
    request = PageRequest(committee_id=services.committees.by_ref("borgolume").id, limit=500)
    return [row.name for row in services.people.page(request).rows]


def test_every_row_says_what_would_become_of_it(services: Services, table: Path) -> None:
    rows = services.people_work.tables.preview(command(services, table))
    told = [(row.number, row.state, row.error.code if row.error else "") for row in rows]
    assert told == [
        (2, RowState.NEW, ""),
        (4, RowState.WRONG, "email_malformed"),
        (5, RowState.TWICE, ""),
        (6, RowState.KNOWN, ""),
        (7, RowState.WRONG, "contact_phone_malformed"),
        (8, RowState.WRONG, "spoken_language_unknown"),
    ]
    sheet = services.people_work.tables.read(table)
    assert services.people_work.tables.refused(sheet) == ("Religion",)


def test_a_table_is_taken_in_and_taken_back_as_one(
    services: Services, table: Path, tmp_path: Path
) -> None:
    before = everybody(services)
    taken = services.people_work.tables.take_in(command(services, table))
    assert (taken.count(RowState.NEW), taken.count(RowState.KNOWN)) == (1, 1)
    row = services.people.page(PageRequest(search="weiss")).rows[0]
    person = services.people.detail(row.id).person
    assert person.languages == ("de", "ar")
    assert {point.kind: point.value for point in person.contacts} == {
        ContactKind.PHONE: "+49 561 12345",
        ContactKind.ADDRESS: "Am Markt 3, 34117 Kassel",
    }
    known = services.people.page(PageRequest(search="rosalba cantaluna")).rows[0]
    completed = services.people.detail(known.id).person
    assert [point.value for point in completed.contacts] == ["+39 091 5551234"]
    assert completed.email != "other@example.org"
    left_out = tmp_path / "left.csv"
    sheet = services.people_work.tables.read(table)
    services.people_work.tables.save_left_out(sheet, taken, left_out, Catalogue("en"))
    lines = left_out.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 4
    assert lines[1].startswith("4;no address is not an e-mail address.;Amal")
    again = services.people_work.tables.take_in(command(services, table))
    assert again.count(RowState.NEW) == 0
    assert not again.changes
    services.undo.undo()
    assert everybody(services) == before
    assert services.people.detail(known.id).person.contacts == ()


def test_organisations_come_with_their_constituency(services: Services, tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Denominazione", "Categoria rappresentata", "E-mail", "CAP", "Città", "Via"])
    page.append(
        ["Casa dei Popoli", "Associazione di migranti", "casa@example.org", 90100, "B", "V"]
    )
    page.append(["Senza categoria", None, None, None, None, None])
    page.append(["Sbagliata", "Altro", None, None, None, None])
    path = tmp_path / "organisations.xlsx"
    book.save(path)
    taken = services.people_work.tables.take_in(command(services, path, Target.ORGANISATIONS))
    assert [row.state for row in taken.rows] == [RowState.NEW, RowState.NEW, RowState.WRONG]
    rows = services.people.organisations(PageRequest(search="casa dei popoli")).rows
    found = services.people.organisation(rows[0].id, TODAY).organisation
    assert found.constituency is Constituency.MIGRANT_ASSOCIATION
    assert [point.value for point in found.contacts] == ["casa@example.org", "V, 90100 B"]


def test_cards_go_out_and_come_back(services: Services, table: Path, tmp_path: Path) -> None:
    services.people_work.tables.take_in(command(services, table))
    committee = services.committees.by_ref("borgolume")
    path = services.people_work.out.save_cards(
        PageRequest(committee_id=committee.id), tmp_path / "all.vcf"
    )
    assert path.read_bytes().count(b"BEGIN:VCARD") == len(everybody(services))
    rows = services.people_work.tables.preview(command(services, path))
    assert {row.state for row in rows} == {RowState.KNOWN}
    with pytest.raises(UserError, match="nobody_found"):
        services.people_work.out.save_cards(
            PageRequest(committee_id=committee.id, search="nobody like this"), path
        )


@pytest.mark.parametrize("language", ["it", "el", "ar"])
def test_labels_and_list_are_sound_papers(
    services: Services, table: Path, tmp_path: Path, language: str
) -> None:
    services.people_work.tables.take_in(command(services, table))
    committee = services.committees.by_ref("borgolume")
    wanted = LabelsWanted(
        committee_id=committee.id, whom=Whom.EVERYBODY, format=LabelFormat.SMALL_24, first=24
    )
    with pytest.raises(UserError, match="no_addresses"):
        services.people_work.out.labels(
            LabelsWanted(
                committee_id=committee.id, whom=Whom.ORGANISATIONS, format=LabelFormat.SMALL_24
            ),
            TODAY,
        )
    labels = services.people_work.out.labels(wanted, TODAY, language)
    contacts = services.people_work.out.contact_list(committee.id, TODAY, language)
    for name, data in (("labels", labels), ("list", contacts)):
        assert faults(data) == []
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        run("qpdf", "--check", path)
    text = run("pdftotext", "-layout", tmp_path / "labels.pdf", "-")
    assert "Jürgen Weiß" in text
    assert "34117 Kassel" in text
    assert "+39 091 5551234" in run("pdftotext", tmp_path / "list.pdf", "-")


def test_a_sheet_has_only_so_many_places(services: Services) -> None:
    wanted = LabelsWanted(
        committee_id=services.committees.by_ref("borgolume").id,
        whom=Whom.MEMBERS,
        format=LabelFormat.LARGE_12,
        first=13,
    )
    with pytest.raises(UserError, match="label_place"):
        services.people_work.out.labels(wanted, TODAY)
