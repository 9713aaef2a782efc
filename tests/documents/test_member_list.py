"""Member lists: seats by group, the names of those who sit there, nothing else about them."""

from datetime import date

import pytest

from liaison_desktop.domain.people import Constituency
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Cell,
    Table,
)
from tests.documents.planned import Ahead, ahead
from tests.documents.reading import in_cell, lines, page, walk


@pytest.fixture
def italian() -> Ahead:
    return ahead("it.json")


@pytest.fixture
def german() -> Ahead:
    return ahead("de.json")


def table(case: Ahead, language: str = "en") -> Table:
    (only,) = (b for b in walk(case.member_list(language).blocks) if isinstance(b, Table))
    return only


def rows(case: Ahead, language: str = "en") -> list[str]:
    return [" | ".join(in_cell(cell) for cell in row) for row in table(case, language).rows]


def test_the_same_record_gives_an_equal_paper(italian: Ahead) -> None:
    assert italian.member_list() == italian.member_list()


def test_the_head_counts_the_seats(german: Ahead) -> None:
    paper = german.member_list()
    assert paper.title == "Mitglieder des Komitees"
    assert list(lines(paper.blocks))[:4] == [
        "Mitglieder des Komitees",
        "Stand: 23. November 2026",
        "Stimmberechtigte Sitze: 12 vorgesehen, 11 besetzt, 1 unbesetzt",
        "Amtszeit: 05.12.2024 bis 04.12.2027",
    ]


def test_seats_stand_under_their_groups(italian: Ahead) -> None:
    listed = rows(italian)
    assert listed[:6] == [
        "Local authorities",
        "Comune di Borgolume – Ufficio Nuovi Cittadini | Rosalba Cantaluna"
        " | Chair of the committee",
        "Biblioteca civica di Borgolume | Ettore Bramasole | Member",
        "Distretto sociale Valdiluma – Servizio famiglie | Viola Tramontesi | Member",
        "Civil-society organisations",
        "Associazione Tessere il Filo APS | Giacomo Filarossa | Vice-chair",
    ]
    assert listed[-2:] == [
        "Secretariat",
        "– | Elisa Cartabianca | Secretary of the committee / without vote",
    ]
    assert (
        "Cooperativa sociale La Spola | Marta Spinabella / Substitute: Lorenzo Ventasio | Member"
        in (listed)
    )


def test_a_group_heads_the_seats_over_all_columns(italian: Ahead) -> None:
    groups = [row[0] for row in table(italian).rows if len(row) == 1]
    assert len(groups) == 6
    assert all(isinstance(group, Cell) and group.columns == 3 for group in groups)


def test_groups_without_seats_are_left_out(italian: Ahead) -> None:
    for position, seat in enumerate(italian.roster):
        if seat.constituency is Constituency.MUSLIM_COMMUNITY:
            italian = italian.with_seat(position, constituency=Constituency.CSO)
    assert "Muslim communities" not in rows(italian)


def test_a_vacant_seat_is_shown(italian: Ahead) -> None:
    case = italian.vacated(1)
    assert "Biblioteca civica di Borgolume | vacant | " in rows(case)
    text = page(case.member_list("en"))
    assert "12 provided, 11 filled, 1 vacant" in text
    assert "Ettore" not in text
    assert "Term of office: 13/11/2024 to 12/11/2027" in text


def test_terms_stand_with_the_seats_where_they_differ(italian: Ahead) -> None:
    case = italian.with_seat(1, start=date(2025, 5, 1), end=None).with_seat(2, start=None)
    assert table(case).header == ("Organisation", "Name", "Office", "Term of office")
    assert "Biblioteca civica di Borgolume | Ettore Bramasole | Member | since 01/05/2025" in (
        rows(case)
    )
    assert rows(case)[3].endswith("| until 12/11/2027")
    assert "Term of office: " not in page(case.member_list("en"))


def test_terms_nobody_knows_are_not_told(italian: Ahead) -> None:
    for position in range(len(italian.roster)):
        italian = italian.with_seat(position, start=None, end=None)
    assert "Term of office" not in page(italian.member_list("en"))


def test_it_holds_no_contact_data_and_nothing_else_personal(italian: Ahead) -> None:
    text = page(italian.member_list("en"))
    for word in ("@", "50-64", "65+", "Female"):
        assert word not in text
    assert "they say nothing about who sits in them" in text


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_it_is_translated_whole(italian: Ahead, language: str) -> None:
    english = set(lines(italian.member_list("en").blocks))
    shared = english & set(lines(italian.member_list(language).blocks))
    assert shared == set()
