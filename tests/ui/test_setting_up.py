"""A committee set up from nothing by the buttons of the window, and taken back by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.committees import QuorumRule, SeatQuota, SignatoryRule
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.appoint import AppointDialog
from liaison_desktop.ui.dialogs.committee import (
    LogoDialog,
    NamesDialog,
    NumberingDialog,
    PapersDialog,
    SeatsAndTermDialog,
)
from liaison_desktop.ui.dialogs.found_committee import FoundCommitteeDialog
from liaison_desktop.ui.dialogs.organisation import OrganisationDialog
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.dialogs.rules import RulesDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.seat_history import SeatHistoryDialog
from liaison_desktop.ui.dialogs.seats import (
    AddSeatsDialog,
    CloseSeatDialog,
    EndDialog,
    OfficeDialog,
)
from liaison_desktop.ui.forms.editors import to_qt
from liaison_desktop.ui.forms.record_choice import Choice
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


WHITISH = 200


def completions(appoint: AppointDialog) -> list[str]:
    """What hangs below the line in which a person's name is typed."""
    popup = appoint.person.popup
    if not popup.isVisible():
        return []
    rows = range(popup.model().rowCount())
    return [popup.model().index(row, 0).data() for row in rows]


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
    appoint.activateWindow()
    bench.qtbot.waitUntil(appoint.person.hasFocus)
    QTest.keyClicks(appoint.person, "cantal")
    bench.qtbot.waitUntil(lambda: completions(appoint) == ["Rosalba Cantaluna"])
    ground = appoint.person.popup.viewport().grab().toImage().pixelColor(1, 1)
    assert ground.lightness() > WHITISH, "dark words stand on a dark ground"
    QTest.keyClick(appoint.person.popup, Qt.Key.Key_Down)
    QTest.keyClick(appoint.person.popup, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: appoint.person.record_id is not None)
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
    bench.press_named("Change: Name and languages")
    dialog = bench.part(NamesDialog)
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
    screen.seats.change_office(held)
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
    screen.seats.end(now)
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
    screen.seats.change_office(held)
    bench.settle()
    office = bench.part(OfficeDialog)
    office.role.setCurrentIndex(office.role.findData(Role.CHAIR))
    bench.press("Change", office)
    assert office.error.startswith("Rosalba Cantaluna")
    office.reject()
    bench.settle()
    screen.seats.appoint(member)
    bench.settle()
    appoint = bench.part(AppointDialog)
    assert appoint.capacity.currentData() is Capacity.SUBSTITUTE
    appoint.person.choose(Choice(*next(iter(found.names.items()))))
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


def test_rules_are_changed_from_a_day_on_and_taken_back(bench: Bench) -> None:
    committee = bench.services.committees.by_ref("borgolume")
    before = bench.services.committees.detail(committee.id, today()).rules
    assert before is not None
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    bench.press_named("Change: Rules of procedure")
    dialog = bench.part(RulesDialog)
    assert dialog.rules == before.rules
    dialog.start.setDate(to_qt(before.valid_from))
    bench.press("Save", dialog)
    assert dialog.error.startswith("A meeting was held under the rules of")
    dialog.start.setDate(to_qt(today() + timedelta(days=30)))
    dialog.preset.choose("at-ST")
    assert dialog.rules.quorum is QuorumRule.TWO_THIRDS
    dialog.signatories.show_value(())
    bench.press("Save", dialog)
    assert dialog.error == "Somebody has to sign the minutes."
    dialog.signatories.show_value([SignatoryRule.CHAIR])
    bench.press("Save", dialog)
    later = bench.services.committees.detail(committee.id, today() + timedelta(days=30))
    assert later.rules is not None
    assert later.rules.rules.quorum is QuorumRule.TWO_THIRDS
    assert bench.services.committees.detail(committee.id, today()).rules == before
    coming = (
        f"Valid from {bench.part(CommitteeScreen).look.formats.long_date(later.rules.valid_from)}"
    )
    assert coming in texts(bench)
    bench.part(CommitteeScreen).drop_rules(later.rules)
    bench.settle()
    assert coming not in texts(bench)


def test_letterhead_numbering_and_quotas_are_set(bench: Bench, tmp_path: Path) -> None:
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    bench.press("Letterhead")
    papers = bench.part(PapersDialog)
    papers.address.setPlainText("Via dei Mulini 3\n90100 Borgolume")
    papers.evidence.setDate(to_qt(date(2031, 4, 2)))
    bench.press("Save", papers)
    bench.press("Numbering")
    numbering = bench.part(NumberingDialog)
    numbering.patterns["decision_pattern"].line.setText("no number")
    bench.press("Save", numbering)
    assert numbering.error.startswith("The numbering pattern “no number” cannot be used")
    numbering.patterns["decision_pattern"].line.setText("Delibera {n:03}/{year}")
    bench.press("Save", numbering)
    bench.press_named("Change: Voting seats by constituency")
    seats = bench.part(SeatsAndTermDialog)
    line = seats.quotas.lines[Constituency.CSO]
    line.there.setChecked(True)
    line.least.setValue(5)
    line.most.setValue(4)
    bench.press("Save", seats)
    assert seats.error == "Civil-society organisation: at most cannot be less than at least."
    line.most.setValue(6)
    bench.press("Save", seats)
    committee = bench.services.committees.by_ref("borgolume")
    assert committee.evidence_until == date(2031, 4, 2)
    assert committee.decision_pattern == "Delibera {n:03}/{year}"
    assert committee.quotas == (SeatQuota(constituency=Constituency.CSO, minimum=5, maximum=6),)
    shown = texts(bench)
    assert "Via dei Mulini 3, 90100 Borgolume" in shown
    assert f"Delibera 007/{today().year}" in shown
    assert "Civil-society organisation (5 to 6)" in shown


def test_a_logo_must_be_a_picture(bench: Bench, tmp_path: Path) -> None:
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    bench.press("Logo")
    dialog = bench.part(LogoDialog)
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    dialog.picture.choose(broken)
    bench.press("Save", dialog)
    assert "logo.png" in dialog.error
    Image.new("RGB", (300, 80), "#0B6A6A").save(tmp_path / "good.png")
    dialog.picture.choose(tmp_path / "good.png")
    bench.press("Save", dialog)
    committee = bench.services.committees.by_ref("borgolume")
    assert committee.logo_id is not None
    assert (
        bench.services.attachments.content(committee.logo_id)
        == (tmp_path / "good.png").read_bytes()
    )
    bench.window.undo()
    bench.settle()
    assert bench.services.committees.by_ref("borgolume").logo_id is None
    bench.window.undo(again=True)
    bench.settle()
    assert bench.services.committees.by_ref("borgolume").logo_id == committee.logo_id


def test_a_seat_keeps_its_history_and_its_papers(bench: Bench, tmp_path: Path) -> None:
    committee = bench.services.committees.by_ref("borgolume")
    seat = bench.services.seats.composition(committee.id, today()).roster[0]
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    screen = bench.part(CommitteeScreen)
    screen.seats.show_history(seat)
    bench.settle()
    history = bench.part(SeatHistoryDialog)
    held = bench.services.seats.composition(committee.id, today()).terms[seat.seat_id][-1]
    paper = tmp_path / "nomina.pdf"
    paper.write_bytes(b"%PDF-1.7 a scan")
    history.attach(held, paper)
    bench.settle()
    kept = bench.services.seats.composition(committee.id, today()).terms[seat.seat_id][-1]
    assert kept.appointment_id is not None
    screen.seats.show_history(seat)
    bench.settle()
    again = bench.part(SeatHistoryDialog)
    again.save(kept.appointment_id, tmp_path / "copy.pdf")
    bench.settle()
    assert (tmp_path / "copy.pdf").read_bytes() == paper.read_bytes()
    again.accept()
    screen.seats.close(seat)
    bench.settle()
    bench.press("Close the seat", bench.part(CloseSeatDialog))
    roster = bench.services.seats.composition(committee.id, today()).roster
    assert seat.seat_id not in {each.seat_id for each in roster}
    bench.window.undo()
    bench.settle()
    assert bench.services.seats.composition(committee.id, today()).roster[0] == seat


def test_whoever_is_not_in_the_register_is_taken_in_while_a_seat_is_filled(
    empty_services: Services, open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_bench(empty_services, committee="")
    found_committee(bench)
    bench.press("Add seats")
    bench.press("Add", bench.part(AddSeatsDialog))
    bench.press("Fill")
    appoint = bench.part(AppointDialog)
    bench.press("Appoint", appoint)
    assert appoint.error == "Choose a person, or take in a new one."
    bench.press("New person", appoint)
    dialog = bench.part(PersonDialog)
    dialog.given.setText("Amal")
    bench.press("Save", dialog)
    paper = tmp_path / "nomina.pdf"
    paper.write_bytes(b"%PDF-1.7 a scan")
    appoint.paper.choose(paper)
    bench.press("Appoint", appoint)
    committee = empty_services.committees.all()[0]
    composition = empty_services.seats.composition(committee.id, today())
    assert composition.roster[0].holder == "Amal"
    (held,) = composition.terms[composition.roster[0].seat_id]
    assert held.appointment_id is not None


def test_the_composition_is_saved_as_a_paper_in_a_chosen_language(
    bench: Bench, tmp_path: Path
) -> None:
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    bench.part(CommitteeScreen).print_composition()
    bench.settle()
    dialog = bench.part(SavePaperDialog)
    assert dialog.language.currentData() == "it"
    dialog.language.choose("el")
    dialog.save(tmp_path / "composition.pdf")
    bench.settle()
    committee = bench.services.committees.by_ref("borgolume")
    expected = bench.services.papers.composition(committee.id, today(), "el")
    assert (tmp_path / "composition.pdf").read_bytes() == expected
    assert "composition.pdf" in bench.window.frame.notice.sentence


def test_with_all_committees_in_view_one_is_to_be_chosen(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services, committee="")
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    assert "Choose a committee" in texts(bench)
