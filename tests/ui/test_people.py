"""What is known of people and organisations, filled in, shown and merged in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import ContactKind, ContactPoint, ContactPurpose, NativeText
from liaison_desktop.services.people_writing import AddPerson, PersonProfile
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.duplicates import DuplicatesDialog
from liaison_desktop.ui.dialogs.merge import MergeDialog, MergeWithDialog
from liaison_desktop.ui.dialogs.organisation import OrganisationDialog
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.forms.record_choice import Choice
from liaison_desktop.ui.screens.organisations import OrganisationsScreen
from liaison_desktop.ui.screens.people import PeopleScreen
from liaison_desktop.ui.screens.screen import Screen
from tests.ui.conftest import Bench


def texts(bench: Bench, screen: Screen) -> str:
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if part.isVisible())


def test_all_that_is_known_of_a_person_is_filled_in_and_shown(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE)
    bench.settle()
    bench.press("New person")
    dialog = bench.part(PersonDialog)
    dialog.given.setText("Amal")
    dialog.family.setText("Zarrouk")
    dialog.native.text.setText("أمل زروق")
    assert dialog.native.text.layoutDirection() == Qt.LayoutDirection.RightToLeft
    dialog.address.setText("Dott.ssa")
    dialog.languages.add("ar")
    dialog.languages.add("it")
    bench.press("Add a way to reach", dialog)
    line = dialog.contacts.lines[0]
    line.value.setText("no number")
    bench.press("Save", dialog)
    assert dialog.error == "no number among the ways to reach is not a telephone number."
    line.value.setText("+39 091 555 12 34")
    line.purpose.choose(ContactPurpose.CONVOCATION)
    bench.press("Save", dialog)
    row = bench.services.people.page(PageRequest(search="zarrouk")).rows[0]
    person = bench.services.people.detail(row.id).person
    assert person.name_native == NativeText(language="ar", text="أمل زروق")
    assert person.languages == ("ar", "it")
    assert person.contacts == (
        ContactPoint(
            kind=ContactKind.PHONE,
            value="+39 091 555 12 34",
            purpose=ContactPurpose.CONVOCATION,
        ),
    )
    shown = texts(bench, bench.part(PeopleScreen))
    for words in ("أمل زروق", "Dott.ssa", "Arabic and Italian", "For convocations"):
        assert words in shown


def test_a_way_to_reach_is_taken_away_again(bench: Bench) -> None:
    bench.window.go(Place.ORGANISATIONS)
    bench.settle()
    bench.press("New organisation")
    dialog = bench.part(OrganisationDialog)
    dialog.name.setText("Nuova associazione")
    for _time in range(2):
        bench.press("Add a way to reach", dialog)
    for place, line in enumerate(dialog.contacts.lines):
        line.kind.choose(ContactKind.WEBSITE)
        line.value.setText(f"https://{place}.example.org")
    dialog.contacts.remove(dialog.contacts.lines[0])
    bench.settle()
    bench.press("Save", dialog)
    row = bench.services.people.organisations(PageRequest(search="nuova associazione")).rows[0]
    screen = bench.part(OrganisationsScreen)
    assert "https://1.example.org" in texts(bench, screen)
    assert "https://0.example.org" not in texts(bench, screen)
    assert screen.current == row.id


def test_two_records_of_one_person_are_found_compared_and_merged(bench: Bench) -> None:
    committee = bench.services.committees.by_ref("borgolume")
    known = bench.services.people.page(PageRequest(committee_id=committee.id)).rows[0]
    person = bench.services.people.detail(known.id).person
    profile = PersonProfile(
        given_name=person.family_name,
        family_name=person.given_name,
        email="other@example.org",
        note="met twice",
    )
    twin = bench.services.people_work.writing.add_person(
        AddPerson(committee_id=committee.id, profile=profile)
    )
    bench.window.go(Place.PEOPLE)
    bench.settle()
    screen = bench.part(PeopleScreen)
    screen.merging.show_duplicates(committee.id)
    bench.settle()
    bench.press("Compare", bench.part(DuplicatesDialog))
    dialog = bench.part(MergeDialog)
    names = dialog.parts["Name"]
    assert {names.itemText(0), names.itemText(1)} == {person.full_name, twin.full_name}
    names.choose(next(each for each in names.values if each.id == person.id))
    bench.press("Merge", dialog)
    both = bench.services.people.page(PageRequest(search=person.family_name, limit=50)).rows
    assert len([row for row in both if row.id in (person.id, twin.id)]) == 1
    (left,) = (row for row in both if row.id in (person.id, twin.id))
    merged = bench.services.people.detail(left.id).person
    assert (merged.full_name, merged.note) == (person.full_name, "met twice")
    bench.window.undo()
    bench.settle()
    assert bench.services.people.detail(twin.id).person == twin


def test_nothing_is_merged_with_itself(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE)
    bench.settle()
    screen = bench.part(PeopleScreen)
    assert screen.current is not None
    bench.press("Merge …")
    dialog = bench.part(MergeWithDialog)
    bench.press("Compare", dialog)
    assert dialog.error == "Choose the other record."
    dialog.other.choose(Choice(screen.current, "the same"))
    bench.press("Compare", dialog)
    assert dialog.error == "Choose another one; nothing can be merged with itself."
