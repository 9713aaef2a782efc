"""Attendance sheets: a row for whoever is expected, and no more about anybody than a name."""

import re
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from liaison_desktop.domain.meetings import MeetingMode
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.planned import Ahead, ahead
from tests.documents.reading import in_cell, page, section, signature_fields, walk
from tests.pdf.reading import drawn_text, run


@pytest.fixture
def italian() -> Ahead:
    return ahead("it.json")


def tables(case: Ahead, language: str = "en") -> list[Table]:
    return [block for block in walk(case.sheet(language).blocks) if isinstance(block, Table)]


def first_cells(table: Table) -> list[str]:
    return [in_cell(row[0]) for row in table.rows]


def test_the_same_record_gives_an_equal_paper(italian: Ahead) -> None:
    assert italian.sheet() == italian.sheet()


def test_each_seat_has_its_row_with_room_to_sign(italian: Ahead) -> None:
    members = tables(italian)[0]
    assert members.header == ("Name and organisation", "Signature", "Arrived", "Left")
    assert members.writing_height >= 34  # 12 mm
    assert len(members.rows) == len(italian.roster) == 13
    assert first_cells(members)[:1] == [
        "Rosalba Cantaluna / Chair of the committee · Comune di Borgolume – Ufficio Nuovi Cittadini"
    ]
    assert "Marta Spinabella / Cooperativa sociale La Spola / Substitute: Lorenzo Ventasio" in (
        first_cells(members)
    )
    assert all(in_cell(cell) == "" for row in members.rows for cell in row[1:])


def test_nobody_is_expected_in_a_vacant_seat(italian: Ahead) -> None:
    members = tables(italian.vacated(1))[0]
    assert len(members.rows) == 12
    assert not [cell for cell in first_cells(members) if "Biblioteca civica" in cell]


def test_guests_are_expected_or_come_unasked(italian: Ahead) -> None:
    expected = (
        Guest(name="Carlotta Pennabianca", organisation="Istituto Valdiluma"),
        Guest(name="Nino"),
        Guest(name="", organisation="No name"),
    )
    cells = first_cells(tables(italian.meets(guests=expected))[1])
    assert cells[:2] == ["Carlotta Pennabianca / Istituto Valdiluma", "Nino"]
    assert cells[2:] == [""] * len(first_cells(tables(italian)[1]))
    assert len(cells) >= 5


def test_the_headcount_has_boxes_but_no_names(italian: Ahead) -> None:
    sexes, ages, kept = tables(italian)[2:]
    assert sexes.header == ("Women", "Men", "Non-binary", "Not stated")
    assert ages.header == ("Under 18", "18–29", "30–49", "50–64", "65+", "Not stated")
    assert kept.header == ("People present in all", "Sheet kept by (name)", "Signature")
    assert {in_cell(cell) for table in (sexes, ages, kept) for cell in table.rows[0]} == {""}


def test_it_tells_what_article_13_demands(italian: Ahead) -> None:
    notice = section(italian.sheet("en"), "Data protection")
    assert "Comitato Cittadino Interculturale di Borgolume. Contact" in notice
    for word in ("6(1)(e)", "9(2)(a)", "withdrawn", "five years", "Art. 15 to 21", "Art. 77"):
        assert word in notice
    assert "Religion, ethnic origin and nationality are not asked for." in notice


def test_it_prints_no_constituency_no_sex_no_age_of_anybody(italian: Ahead) -> None:
    text = page(italian.sheet("en"))
    for word in ("Muslim", "Migrant assoc", "Local auth", "@", "50-64", "Female"):
        assert word not in text
    assert "Idris Wahrani" in text


def test_online_presence_is_written_by_the_secretary(italian: Ahead) -> None:
    assert "online" not in page(italian.sheet("en"))
    for mode in (MeetingMode.HYBRID, MeetingMode.ONLINE):
        assert "the secretary writes “online”" in page(italian.meets(mode=mode).sheet("en"))


def test_it_is_signed_on_paper_only(italian: Ahead) -> None:
    assert signature_fields(italian.sheet()) == []


def test_without_a_time_there_is_room_to_write_it(italian: Ahead) -> None:
    assert "Time: ....." in page(replace(italian, starts=None).sheet("en"))


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_the_notice_is_translated_whole(italian: Ahead, language: str) -> None:
    english = page(italian.sheet("en")).splitlines()
    shared = {line for line in page(italian.sheet(language)).splitlines() if line in english}
    known = ("Borgolume", *(seat.holder for seat in italian.roster))
    assert [line for line in shared if line.strip(" |") and not line.startswith(known)] == []


@pytest.mark.parametrize("language", ["it", "ar"])
def test_nobody_signs_alone_on_a_page(italian: Ahead, language: str) -> None:
    for members in range(8, 61, 1 if language == "it" else 7):
        seats = islice(cycle(italian.roster), members)
        roster = tuple(
            replace(seat, holder=f"Number{n:03}", holder_native=None, substitutes=())
            for n, seat in enumerate(seats)
        )
        pages: dict[int, set[str]] = {}
        for part in drawn_text(typeset(replace(italian, roster=roster).sheet(language))):
            pages.setdefault(part.page, set()).update(re.findall(r"Number\d{3}", part.text))
        assert sum(len(found) for found in pages.values()) == members
        assert 1 not in [len(found) for found in pages.values()], members


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_header_is_broken(italian: Ahead, language: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(typeset(italian.sheet(language)))
    found = run("pdftotext", path, "-")
    words = " ".join(str(cell) for cell in tables(italian, language)[0].header).split()
    assert [word for word in words if word not in found] == []
