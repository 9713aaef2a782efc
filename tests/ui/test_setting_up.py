"""A committee set up from nothing by the buttons of the window, and taken back by keyboard."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.committee import EditCommitteeDialog, FoundCommitteeDialog
from liaison_desktop.ui.dialogs.people import OrganisationDialog, PersonDialog
from liaison_desktop.ui.dialogs.seats import (
    AddSeatsDialog,
    AppointDialog,
    EndDialog,
    OfficeDialog,
)
from liaison_desktop.ui.forms.editors import to_qt
from liaison_desktop.ui.screens.committee import CommitteeScreen
from liaison_desktop.ui.wording import today
from tests.ui.conftest import Bench

LONG_AGO = date(2026, 1, 1)


def texts(bench: Bench) -> str:
    screen = bench.part(CommitteeScreen)
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if part.isVisible())


def found_committee(bench: Bench) -> None:
    bench.press("Set up a new committee")
    dialog = bench.part(FoundCommitteeDialog)
    dialog.name.setText("Comitato di Portochiaro")
    dialog.city.setText("Portochiaro")
    dialog.start.setDate(to_qt(LONG_AGO))
    bench.press("Set up", dialog)


def add_person(bench: Bench, given: str, family: str) -> None:
    bench.press("New person")
    dialog = bench.part(PersonDialog)
    dialog.given.setText(given)
    dialog.family.setText(family)
    bench.press("Save", dialog)


def test_from_an_empty_store_to_a_chair(
    empty_services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(empty_services, committee="")
    found_committee(bench)
    assert "No seats yet" in texts(bench)
    assert "0 members of at least 6." in texts(bench)
    bench.press("New organisation")
    organisation = bench.part(OrganisationDialog)
    organisation.name.setText("La Spola")
    bench.press("Save", organisation)
    add_person(bench, "Rosalba", "Cantaluna")
    bench.press("Add seats")
    seats = bench.part(AddSeatsDialog)
    seats.constituency.setCurrentIndex(seats.constituency.findData(Constituency.CSO))
    seats.organisation.setCurrentIndex(1)
    bench.press("Add", seats)
    assert "1 seat is vacant." in texts(bench)
    bench.press("Fill")
    appoint = bench.part(AppointDialog)
    appoint.role.setCurrentIndex(appoint.role.findData(Role.CHAIR))
    appoint.start.setDate(to_qt(LONG_AGO))
    bench.press("Appoint", appoint)
    shown = texts(bench)
    assert "Rosalba Cantaluna" in shown
    assert "La Spola" in shown
    assert "Nobody presides" not in shown
    assert "vacant" not in shown


def test_what_was_done_is_taken_back_by_keyboard(
    empty_services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(empty_services, committee="")
    found_committee(bench)
    bench.press("Change")
    dialog = bench.part(EditCommitteeDialog)
    dialog.name.setText("Altro comitato")
    bench.press("Save", dialog)
    assert "Altro comitato" in texts(bench)
    bench.window.activateWindow()
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    QTest.keyClick(bench.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert "Altro comitato" not in texts(bench)
    assert "Undone: changing the committee." in bench.window.frame.notice.sentence
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(bench.window, Qt.Key.Key_Z, keys)
    bench.settle()
    assert "Altro comitato" in texts(bench)


def test_what_is_wrong_is_said_beside_its_field(
    empty_services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(empty_services, committee="")
    bench.press("Set up a new committee")
    dialog = bench.part(FoundCommitteeDialog)
    bench.press("Set up", dialog)
    assert dialog.error == "A committee needs a name."
    assert dialog.name.hasFocus()
    dialog.name.setText("Comitato")
    bench.press("Set up", dialog)
    assert dialog.error == "A committee needs a town."
    dialog.reject()
    assert empty_services.committees.all() == ()


def test_an_office_changes_and_a_membership_ends(bench: Bench) -> None:
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    screen = bench.part(CommitteeScreen)
    composition = bench.services.seats.composition(
        bench.services.committees.by_ref("borgolume").id, today()
    )
    chair = next(seat for seat in composition.roster if seat.role is Role.CHAIR)
    (held,) = (
        term for term in composition.terms[chair.seat_id] if composition.name(term) == chair.holder
    )
    screen.change_office(held)
    bench.settle()
    office = bench.part(OfficeDialog)
    office.role.setCurrentIndex(office.role.findData(Role.MEMBER))
    bench.press("Change", office)
    assert "Nobody presides" in texts(bench)
    (now,) = (
        term
        for term in bench.services.seats.composition(composition.committee.id, today()).terms[
            chair.seat_id
        ]
        if term.runs_on(today())
    )
    screen.end(now)
    bench.settle()
    bench.press("End", bench.part(EndDialog))
    later = bench.services.seats.composition(composition.committee.id, today())
    assert next(s for s in later.roster if s.seat_id == chair.seat_id).end == today()


def test_an_office_is_held_by_one_and_a_substitute_holds_none(bench: Bench) -> None:
    committee = bench.services.committees.by_ref("borgolume")
    found = bench.services.seats.composition(committee.id, today())
    member = next(seat for seat in found.roster if seat.role is Role.MEMBER)
    (held,) = (t for t in found.terms[member.seat_id] if found.name(t) == member.holder)
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    screen = bench.part(CommitteeScreen)
    screen.change_office(held)
    bench.settle()
    office = bench.part(OfficeDialog)
    office.role.setCurrentIndex(office.role.findData(Role.CHAIR))
    bench.press("Change", office)
    assert office.error.startswith("Rosalba Cantaluna")
    office.reject()
    bench.settle()
    screen.appoint(member)
    bench.settle()
    appoint = bench.part(AppointDialog)
    appoint.capacity.setCurrentIndex(appoint.capacity.findData(Capacity.SUBSTITUTE))
    bench.press("Appoint", appoint)
    later = bench.services.seats.composition(committee.id, today()).roster
    substitutes = next(s for s in later if s.seat_id == member.seat_id).substitutes
    assert len(substitutes) == len(member.substitutes) + 1


def test_a_person_is_taken_in_and_changed_among_the_people(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE)
    bench.settle()
    bench.press("New person")
    dialog = bench.part(PersonDialog)
    dialog.given.setText("Aisha")
    dialog.family.setText("Abruzzese")
    dialog.email.setText("no address")
    bench.press("Save", dialog)
    assert dialog.error == "no address is not an e-mail address."
    dialog.email.setText("aisha@example.org")
    bench.press("Save", dialog)
    bench.press("Change")
    change = bench.part(PersonDialog)
    assert change.email.text() == "aisha@example.org"
    change.family.setText("Zuccheri")
    bench.press("Save", change)
    found = bench.services.people.page(PageRequest(search="aisha")).rows
    assert [(row.name, row.constituency) for row in found] == [("Aisha Zuccheri", None)]


def test_with_all_committees_in_view_one_is_to_be_chosen(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services, committee="")
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    assert "Choose a committee" in texts(bench)
