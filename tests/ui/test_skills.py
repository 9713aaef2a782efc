"""The skill map in the window."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.skill import RenameSkillDialog, SkillDialog
from liaison_desktop.ui.forms.record_choice import Choice
from liaison_desktop.ui.screens.organisations import OrganisationsScreen
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.screens.skills import SkillsScreen
from tests.ui.conftest import Bench


def texts(screen: Screen) -> str:
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if part.isVisible())


def add(bench: Bench, name: str, direction: SkillDirection, organisation: Choice) -> None:
    bench.press("New skill")
    dialog = bench.part(SkillDialog)
    dialog.name.setText(name)
    dialog.direction.choose(direction)
    bench.press("Add", dialog)
    assert dialog.error == "Choose whose skill it is."
    dialog.organisation.choose(organisation)
    bench.press("Add", dialog)


def test_an_offer_meets_a_wish_is_renamed_and_printed(bench: Bench, tmp_path: Path) -> None:
    committee = bench.services.committees.by_ref("borgolume")
    rows = bench.services.people.organisations(PageRequest(committee_id=committee.id)).rows
    one, other = (Choice(row.id, row.name) for row in rows[:2])
    bench.window.go(Place.PEOPLE)
    bench.settle()
    bench.press("Skill map")
    screen = bench.part(SkillsScreen)
    assert "Nothing on the skill map yet" in texts(screen)
    add(bench, "Sewing", SkillDirection.OFFERED, one)
    add(bench, "sewing", SkillDirection.SOUGHT, other)
    shown = texts(screen)
    assert f"{one.words} could teach {other.words}" in shown
    bench.press("Rename …")
    rename = bench.part(RenameSkillDialog)
    rename.name.setText("Tailoring")
    bench.press("Rename", rename)
    assert "Tailoring" in texts(screen)
    screen.print_map()
    bench.settle()
    bench.part(SavePaperDialog).save(tmp_path / "map.pdf")
    bench.settle()
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_an_organisation_shows_its_skills_and_loses_one_by_undo(bench: Bench) -> None:
    bench.window.go(Place.ORGANISATIONS)
    bench.settle()
    screen = bench.part(OrganisationsScreen)
    bench.press("Add a skill …")
    dialog = bench.part(SkillDialog)
    dialog.name.setText("Sewing")
    bench.press("Add", dialog)
    assert "Sewing" in texts(screen)
    bench.window.undo()
    bench.settle()
    assert "Sewing" not in texts(screen)
