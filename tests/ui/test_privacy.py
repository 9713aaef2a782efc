"""Data protection in the window: bases, report, erasure."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.privacy import LegalBasis, Purpose
from liaison_desktop.domain.seats import EndReason
from liaison_desktop.services.seats import EndMembership
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.privacy import (
    EraseDialog,
    RecordBasisDialog,
    ReportDialog,
    WithdrawDialog,
)
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.screens.data_protection import DataProtectionScreen
from liaison_desktop.ui.screens.people import PeopleScreen
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.wording import today
from tests.ui.conftest import Bench


def texts(screen: Screen) -> str:
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if part.isVisible())


def chair(bench: Bench) -> UUID:
    committee = bench.services.committees.by_ref("borgolume")
    request = PageRequest(committee_id=committee.id, search="cantaluna")
    return bench.services.people.page(request).rows[0].id


def test_a_basis_is_recorded_and_withdrawn_at_the_person(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE, chair(bench))
    bench.settle()
    assert "No legal basis is recorded." in texts(bench.part(PeopleScreen))
    bench.press("Record a basis …")
    dialog = bench.part(RecordBasisDialog)
    for box in dialog.purposes.boxes.values():
        box.setChecked(False)
    bench.press("Record", dialog)
    assert dialog.error == "Choose at least one purpose."
    dialog.purposes.boxes[Purpose.SKILLS].setChecked(True)
    dialog.basis.choose(LegalBasis.CONSENT)
    bench.press("Record", dialog)
    (consent,) = bench.services.privacy.bases(chair(bench))
    assert (consent.purpose, consent.basis) == (Purpose.SKILLS, LegalBasis.CONSENT)
    bench.press("Withdraw")
    bench.press("Withdraw", bench.part(WithdrawDialog))
    assert not bench.services.privacy.bases(chair(bench))[0].holds_on(today())


def test_everything_held_is_written_into_a_folder(bench: Bench, tmp_path: Path) -> None:
    bench.window.go(Place.PEOPLE, chair(bench))
    bench.settle()
    bench.press("Everything held on this person …")
    dialog = bench.part(ReportDialog)
    dialog.save(tmp_path / "report")
    bench.settle()
    assert {path.suffix for path in (tmp_path / "report").iterdir()} == {".pdf", ".json"}


def test_an_erasure_is_refused_in_office_and_done_afterwards(bench: Bench) -> None:
    person_id = chair(bench)
    bench.window.go(Place.PEOPLE, person_id)
    bench.settle()
    bench.press("Erase contact data …")
    dialog = bench.part(EraseDialog)
    bench.press("Erase for good", dialog)
    assert dialog.error.startswith("Rosalba Cantaluna still sits in the committee")
    committee = bench.services.committees.by_ref("borgolume")
    terms = bench.services.seats.composition(committee.id, today()).terms
    for term in (each for held in terms.values() for each in held):
        if term.person_id == person_id:
            bench.services.seats.end(
                EndMembership(
                    membership_id=term.id,
                    on=today() - timedelta(days=1),
                    reason=EndReason.RESIGNED,
                )
            )
    bench.press("Erase for good", dialog)
    assert bench.window.frame.notice.sentence.startswith("Erased.")
    assert bench.services.people.detail(person_id).person.email == ""
    bench.window.go(Place.COMMITTEE)
    bench.settle()
    bench.press("Data protection")
    shown = texts(bench.part(DataProtectionScreen))
    assert "At the person’s request" in shown


def test_bases_of_all_members_are_recorded_at_once(bench: Bench) -> None:
    bench.window.go(Place.DATA_PROTECTION)
    bench.settle()
    bench.press("Record for all of them …")
    bench.press("Record", bench.part(RecordBasisDialog))
    assert "Everybody who sits in the committee has one." in texts(bench.part(DataProtectionScreen))
    bench.window.undo()
    bench.settle()
    committee = bench.services.committees.by_ref("borgolume")
    assert bench.services.privacy.overview(committee.id, today()).without_basis


def test_the_notice_is_saved_in_a_language_of_the_members(bench: Bench, tmp_path: Path) -> None:
    bench.window.go(Place.DATA_PROTECTION)
    bench.settle()
    bench.press_named("Save … Notice for members")
    dialog = bench.part(SavePaperDialog)
    dialog.language.choose("ar")
    dialog.save(tmp_path / "notice.pdf")
    bench.settle()
    committee = bench.services.committees.by_ref("borgolume")
    expected = bench.services.people_work.privacy_papers.members_notice(committee.id, today(), "ar")
    assert (tmp_path / "notice.pdf").read_bytes() == expected


def test_with_all_committees_in_view_one_is_to_be_chosen(bench: Bench) -> None:
    bench.window.switch_committee(None)
    bench.window.go(Place.DATA_PROTECTION)
    bench.settle()
    assert "Choose a committee" in texts(bench.part(DataProtectionScreen))
    bench.press("Go to the committees")
    assert bench.window.frame.top.title == "Committee and seats"
