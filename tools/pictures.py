"""Pictures of every screen, in each language and direction, light and dark: to be looked at.

``python tools/pictures.py [--out build/pictures] [--only minutes]`` needs no display.
"""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from liaison_desktop.db.store import Store
from liaison_desktop.domain.health import Finding
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES, Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.register_check import RegisterHealth
from liaison_desktop.services.required import required
from liaison_desktop.services.services import Services, compose_services
from liaison_desktop.services.signing import WithKey
from liaison_desktop.settings import Settings
from liaison_desktop.ui.application import make_look, prepare, tokens_of, wear
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.confirm import ConfirmDialog
from liaison_desktop.ui.dialogs.correct import CorrectDialog
from liaison_desktop.ui.dialogs.crash import CrashDialog
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.dialogs.import_result import ImportResultDialog
from liaison_desktop.ui.dialogs.sign import SignDialog, Signer
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.screens.agreement_view import AgreementView
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.screens.register_book import RegisterBookScreen
from liaison_desktop.ui.screens.verify import VerifyScreen
from liaison_desktop.ui.window import MainWindow
from tools.picture_agreements import sign_first, written_agreement
from tools.picture_calling import call_members, calling
from tools.picture_committee import setting_up
from tools.picture_meetings import hold_meeting, in_session, meeting_ahead, meetings, plan_meeting
from tools.picture_minutes import (
    ARCHIVED,
    CIRCULATED,
    approving,
    archive_paper,
    archiving,
    circulate_minutes,
)
from tools.picture_people import people
from tools.picture_signing import signing
from tools.picture_skills import note_skills
from tools.picture_tables import tables
from tools.picture_trust import trust, trust_some
from tools.picture_writing import ask_in_writing, in_writing

if TYPE_CHECKING:
    from uuid import UUID

THEMES = ("light", "dark")
SIZE = (1360, 860)
SIGNED = "borgolume/3-2026"
DRAFT = "borgolume/borgolume-2026-4"
_SUBJECTS = (setting_up, people, tables, meetings, calling, approving, archiving, signing, trust)
_PATIENCE_S = 30.0
_STILL_ROUNDS = 12
_PASSPHRASE = "only for pictures"  # noqa: S105 - a key made for one picture


@dataclass(frozen=True)
class Scene:
    """Where the window stands when its picture is taken."""

    name: str
    place: Place
    committee: str = "borgolume"
    meeting: str = ""


SCENES = (
    Scene("today", Place.TODAY),
    Scene("today-all", Place.TODAY, committee=""),
    Scene("meetings", Place.MEETINGS, meeting=SIGNED),
    Scene("meetings-draft", Place.MEETINGS, meeting=DRAFT),
    Scene("meetings-all", Place.MEETINGS, committee=""),
    Scene("minutes", Place.MINUTES, meeting=SIGNED),
    Scene("minutes-draft", Place.MINUTES, meeting=DRAFT),
    Scene("minutes-circulated", Place.MINUTES, committee="haselbrueck", meeting=CIRCULATED),
    Scene("minutes-archived", Place.MINUTES, committee="rebenbrunn", meeting=ARCHIVED),
    Scene("minutes-all", Place.MINUTES, committee=""),
    Scene("register-empty", Place.REGISTER, committee="haselbrueck"),
    Scene("register-all", Place.REGISTER, committee=""),
    Scene("agreements", Place.AGREEMENTS),
    Scene("people", Place.PEOPLE),
    Scene("organisations", Place.ORGANISATIONS),
    Scene("skills", Place.SKILLS),
    Scene("committee", Place.COMMITTEE),
    Scene("committee-all", Place.COMMITTEE, committee=""),
    Scene("attendance", Place.ATTENDANCE),
    Scene("attendance-all", Place.ATTENDANCE, committee=""),
    Scene("data-protection", Place.DATA_PROTECTION),
    Scene("verify", Place.VERIFY),
    Scene("settings", Place.SETTINGS),
)


class Photographer:
    """One window in one language and theme."""

    def __init__(self, services: Services, language: str, theme: str, out: Path) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - made in main
        self._services = services
        self._out = out / f"{language}-{theme}"
        self._out.mkdir(parents=True, exist_ok=True)
        tokens = tokens_of(theme)
        wear(application, tokens, resources())
        self._look = make_look(language, tokens, resources())
        self._jobs = Jobs()
        self._jobs.broke.connect(_complain)
        self._jobs.failed.connect(_complain)
        self.window = MainWindow(
            self._jobs, self._look, Settings(theme=theme, committee_key="borgolume")
        )
        self.window.resize(*SIZE)
        self.window.show()
        self.window.start(lambda: services)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing has been under way for some rounds of events."""
        end = time.monotonic() + _PATIENCE_S
        still = 0
        while still < _STILL_ROUNDS:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            still = 0 if self._jobs.busy else still + 1
            if time.monotonic() > end:
                raise TimeoutError("a job does not end")
            time.sleep(0.01)

    def take(self, name: str) -> None:
        """Save a picture of the window."""
        self.settle()
        self.window.grab().save(str(self._out / f"{name}.png"))

    def scene(self, scene: Scene) -> None:
        """Go somewhere and take a picture."""
        committees = {c.key: c.id for c in self._services.committees.all()}
        self.window.switch_committee(committees.get(scene.committee))
        target: UUID | None = None
        if scene.meeting:
            target = self._services.meetings.by_ref(scene.meeting).id
        self.window.go(scene.place, target)
        self.take(scene.name)

    def show_invitations(self) -> None:
        """Scroll the plan of a meeting down to the answers."""
        view = self.window.findChild(MeetingPlanView)
        assert view is not None  # noqa: S101 - the window has been there
        self.settle()
        view.verticalScrollBar().setValue(view.invitations.y())
        self.take("meetings-plan-invitations")

    def check_register(self) -> None:
        """Check a register, and show what is told of one that was altered."""
        self.scene(Scene("register", Place.REGISTER, committee="rebenbrunn"))
        screen = self.window.findChild(RegisterBookScreen)
        assert screen is not None  # noqa: S101 - the window is there
        screen.check()
        self.take("register-checked")
        screen.health.show_health(
            RegisterHealth(
                papers=2,
                files=4,
                entries=812,
                findings=(
                    Finding("paper_file_altered", {"paper": "IBK-RBN-0000058", "sequence": 1}),
                    Finding("register_number_missing", {"number": "IBK-RBN-0000060"}),
                    Finding("audit_chain_broken", {"committee": "IBK Rebenbrunn", "sequence": 611}),
                ),
            )
        )
        self.take("register-altered")

    def agreement(self, agreement_id: "UUID") -> None:
        """Take a picture of each part of an agreement."""
        self.window.go(Place.AGREEMENTS, agreement_id)
        self.settle()
        view = self.window.findChild(AgreementView)
        assert view is not None  # noqa: S101 - the window is there
        for part, name in enumerate(("overview", "text", "paper")):
            view.show_part(part)
            self.take(f"agreement-{name}")

    def last_item(self, name: str) -> None:
        """Take a picture of the session at its last item, with the private note unfolded."""
        view = self.window.findChild(MeetingSessionView)
        assert view is not None  # noqa: S101 - the window is there
        view.items.setCurrentRow(view.items.count() - 1)
        view.panel.note.fold.open()
        self.take(name)

    def verify(self, file: Path) -> None:
        """Show the verdict on a file."""
        screen = self.window.findChild(VerifyScreen)
        assert screen is not None  # noqa: S101 - the window has been there
        screen.verify(file)

    def dialogs(self, paper: Paper, file: Path) -> None:
        """Take pictures of the dialogs."""
        context = Context(self._services, self._jobs, self._look, self.window)
        record = self._services.meetings.record(required(paper.meeting_id))
        signers = [
            Signer(field=s.field, name=s.name, office=self._look.labels.label(s.function).lower())
            for s in record.signatories
        ]
        report = self._services.imports.import_file(file)
        translated = self._look.catalogue.gettext
        makers: dict[str, Callable[[], QDialog]] = {
            "dialog-sign": lambda: SignDialog(paper, signers, context, self.window),
            "dialog-create-key": lambda: CreateKeyDialog(context, self.window),
            "dialog-import": lambda: ImportResultDialog(report, self._look, self.window),
            "dialog-crash": lambda: CrashDialog(ValueError("example"), self._look, self.window),
            "dialog-confirm": lambda: ConfirmDialog(
                self._look,
                self.window,
                title=translated("Make these minutes final?"),
                text=translated(
                    "They get the next number of the year, and so do their decisions and actions. "
                    "After that the text is locked and can no longer be changed."
                ),
                verb=translated("Make &final"),
            ),
        }
        for name, make in self._all_dialogs(makers, context):
            self._dialog(name, make())
        self._dialog("dialog-correct", self._correction(paper, context))

    def _all_dialogs(
        self, makers: dict[str, Callable[[], QDialog]], context: Context
    ) -> Iterable[tuple[str, Callable[[], QDialog]]]:
        yield from makers.items()
        for subject in _SUBJECTS:
            yield from subject(self._services, context, self.window).items()

    def _correction(self, paper: Paper, context: Context) -> CorrectDialog:
        """Two passages of which one says too little."""
        meeting = self._services.meetings.record(required(paper.meeting_id)).meeting
        dialog = CorrectDialog(paper, meeting, context, self.window)
        dialog.decided_in.setText("Verbale n. 4/2026, punto 1")
        dialog.passages.add_row()
        first, second = dialog.passages.rows
        first.item.setCurrentIndex(2)
        first.was.setPlainText("quattro laboratori")
        first.now.setPlainText("cinque laboratori")
        first.reason.setPlainText("errore di scrittura")
        second.item.setCurrentIndex(second.item.count() - 1)
        second.was.setPlainText("19:10")
        dialog.correct()
        return dialog

    def _dialog(self, name: str, dialog: QDialog) -> None:
        dialog.open()
        self.settle()
        dialog.grab().save(str(self._out / f"{name}.png"))
        dialog.close()

    def close(self) -> None:
        """Close the window."""
        self._jobs.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _complain(error: BaseException) -> None:
    traceback.print_exception(error)


def open_services(folder: Path) -> Services:
    """A new store in a folder, with everything over it."""
    folder.mkdir()
    store = Store.open(folder / "committees.sqlite3", create=True)
    return compose_services(store, folder, "pictures", Catalogue)


def sign_half(services: Services) -> Paper:
    """The minutes of the Italian committee, signed by the first of the two who sign."""
    meeting = services.meetings.by_ref(SIGNED)
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    signatories = services.meetings.record(meeting.id).signatories
    key = services.keys.create(
        CreateKey(
            name=signatories[-1].name, organisation=meeting.committee_name, passphrase=_PASSPHRASE
        )
    )
    return services.register.sign(
        SignPaper(
            paper_id=paper.id,
            field=signatories[-1].field,
            key=WithKey(path=key.path, secret=_PASSPHRASE),
        )
    )


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/pictures"))
    parser.add_argument("--only", default="", help="part of a scene's name")
    parser.add_argument("--language", default="", help="one language only")
    parser.add_argument("--theme", default="", help="one theme only")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare(QApplication(sys.argv[:1]), resources())
    with tempfile.TemporaryDirectory() as folder:
        empty = open_services(Path(folder, "empty"))
        services = open_services(Path(folder, "full"))
        services.demonstration.install()
        paper = sign_half(services)
        sign_first(services, written_agreement(services))
        note_skills(services)
        plan_meeting(services)
        call_members(services)
        circulate_minutes(services)
        archive_paper(services)
        trust_some(services)
        hold_meeting(services)
        ask_in_writing(services)
        services.store.backup()
        signed = services.register.save_copy(paper.id, Path(folder) / "verbale-3-2026.pdf")
        for language in WINDOW_LANGUAGES:
            for theme in THEMES:
                if chosen.language in ("", language) and chosen.theme in ("", theme):
                    _take_all(services, empty, paper, signed, language, theme, chosen)


def _take_all(
    services: Services,
    empty: Services,
    paper: Paper,
    signed: Path,
    language: str,
    theme: str,
    chosen: argparse.Namespace,
) -> None:
    if chosen.only in "first-start":
        photographer = Photographer(empty, language, theme, chosen.out)
        photographer.take("first-start")
        photographer.close()
    photographer = Photographer(services, language, theme, chosen.out)
    for scene in SCENES:
        if chosen.only in scene.name:
            photographer.scene(scene)
    if chosen.only in "meetings-plan":
        ahead = meeting_ahead(services)
        photographer.scene(Scene("meetings-plan", Place.MEETINGS, meeting=ahead))
        photographer.show_invitations()
    if chosen.only in "meetings-session":
        now = in_session(services)
        photographer.scene(Scene("meetings-session", Place.MEETINGS, meeting=now))
        photographer.last_item("meetings-session-last")
    if chosen.only in "meetings-writing":
        asked = in_writing(services)
        photographer.scene(Scene("meetings-writing", Place.MEETINGS, meeting=asked))
        photographer.last_item("meetings-writing-last")
    _take_papers(photographer, services, signed, chosen)
    if chosen.only in "dialogs":
        photographer.dialogs(paper, resources() / "demo" / "it.json")
    photographer.close()


def _take_papers(
    photographer: Photographer, services: Services, signed: Path, chosen: argparse.Namespace
) -> None:
    if chosen.only in "register-checked":
        photographer.check_register()
    if chosen.only in "agreement-parts":
        rows = services.agreements.page(PageRequest(search="Sala dei Mercati")).rows
        photographer.agreement(rows[0].id)
    if chosen.only in "verify-signed":
        photographer.window.go(Place.VERIFY)
        photographer.verify(signed)
        photographer.take("verify-signed")


if __name__ == "__main__":
    main()
