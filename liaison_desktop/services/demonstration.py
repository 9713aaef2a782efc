"""The demonstration: five invented committees, and the main job done once from start to end."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.domain.archive import PaperStory, Recipient
from liaison_desktop.domain.assessment import Signatory
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.services.approving import WayToApproval
from liaison_desktop.services.archive_work import ArchiveWork, compose_archive_work
from liaison_desktop.services.demonstration_minutes import MinutesOnTheirWay
from liaison_desktop.services.distributing import HandOver
from liaison_desktop.services.files import make_folder
from liaison_desktop.services.imports import ImportReport, ImportService
from liaison_desktop.services.keys import CreateKey, KeyService
from liaison_desktop.services.meetings import MeetingRecord, MeetingService
from liaison_desktop.services.minutes import FileMinutes, MinutesService
from liaison_desktop.services.minutes_work import compose_minutes_work
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.register import RegisterService, SignPaper
from liaison_desktop.services.required import required
from liaison_desktop.services.signing import SigningService, WithKey
from liaison_desktop.services.undo import UndoService
from liaison_desktop.services.verification import VerificationService, VerifiedFile

# The meeting whose minutes the demonstration brings from the draft to the authority.
_SHOWN = "borgolume/borgolume-2026-4"


@dataclass(frozen=True, slots=True, kw_only=True)
class MainJob:
    """What the demonstration made.

    Attributes:
        record: of the meeting, with its final minutes.
        way: who got the draft, what was objected, how it was approved.
        story: refusals to sign, and to whom the paper was handed over.
        file: the signed minutes, as they were handed over with their slip.
        certificates: those to be trusted, for whoever verifies.
        verified: the verdict on the file.
    """

    record: MeetingRecord
    way: WayToApproval
    paper: Paper
    story: PaperStory
    file: Path
    certificates: tuple[Path, ...]
    verified: VerifiedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class MainJobTools:
    """The use cases the main job goes through."""

    meetings: MeetingService
    minutes: MinutesService
    on_their_way: MinutesOnTheirWay
    register: RegisterService
    archive: ArchiveWork
    verification: VerificationService
    keys: KeyService


class DemonstrationService:
    """Use cases for people who look at the program for the first time.

    Its keys are made for one signature each and thrown away with their passphrases; their
    certificates stay, so that what they signed can be verified again.
    """

    def __init__(self, imports: ImportService, tools: MainJobTools) -> None:
        self._imports = imports
        self._tools = tools

    def install(self, progress: Progress | None = None) -> tuple[ImportReport, ...]:
        """Put the five committees into the store; those that are there stay as they are."""
        files = sorted((resources() / "demo").glob("*.json"))
        reports = []
        for done, file in enumerate(files):
            advance(progress or Unheard(), done, len(files), file.stem)
            if not self._imports.is_known(file):
                reports.append(self._imports.import_file(file))
        return tuple(reports)

    def main_job(self, out: Path, progress: Progress | None = None) -> MainJob:
        """Take a draft to minutes that its signatories signed, the authority has and anybody can
        verify.
        """
        progress, tools = progress or Unheard(), self._tools
        meeting = tools.meetings.record(tools.meetings.by_ref(_SHOWN).id).meeting
        way = tools.on_their_way.to_final(meeting, make_folder(out) / "drafts")
        record = tools.meetings.record(meeting.id)
        paper = tools.minutes.file(FileMinutes(meeting_id=meeting.id))
        unsigned = [s for s in record.signatories if s.field in paper.unsigned_fields]
        for done, signatory in enumerate(unsigned):
            advance(progress, done, len(unsigned) + 1, signatory.name)
            paper = self._signed(paper, signatory, record.meeting.committee_name)
        advance(progress, len(unsigned), len(unsigned) + 1, paper.register_number)
        file = self._handed_over(paper, meeting, out)
        certificates = tools.keys.copy_certificates(out)
        return MainJob(
            record=record,
            way=way,
            paper=paper,
            story=tools.archive.archiving.story(paper.id),
            file=file,
            certificates=certificates,
            verified=tools.verification.verify(file, certificates),
        )

    def _handed_over(self, paper: Paper, meeting: Meeting, out: Path) -> Path:
        """The file as the authority gets it that the chair speaks for."""
        authority = meeting.attendee(required(meeting.chair_seat_id)).organisation
        command = HandOver(paper_id=paper.id, recipients=(Recipient(name=authority),))
        (delivery,) = self._tools.archive.distributing.into_folder(command, out).deliveries
        return required(delivery.path)

    def _signed(self, paper: Paper, signatory: Signatory, organisation: str) -> Paper:
        passphrase = secrets.token_urlsafe(24)
        key = self._tools.keys.create(
            CreateKey(name=signatory.name, organisation=organisation, passphrase=passphrase)
        )
        try:
            return self._tools.register.sign(
                SignPaper(
                    paper_id=paper.id,
                    field=signatory.field,
                    key=WithKey(path=key.path, secret=passphrase),
                )
            )
        finally:
            key.path.unlink()


def compose_demonstration(
    data: Path, store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
) -> DemonstrationService:
    """The use cases over one store; ``data`` is the user's folder."""
    around = (store, undo, catalogue, actor)
    signing, minutes = SigningService(catalogue), MinutesService(store, catalogue, actor, undo)
    register = RegisterService(store, signing, catalogue, actor, undo)
    tools = MainJobTools(
        meetings=MeetingService(store),
        minutes=minutes,
        on_their_way=MinutesOnTheirWay(minutes, compose_minutes_work(minutes, *around), catalogue),
        register=register,
        archive=compose_archive_work(minutes, register, signing, *around),
        verification=VerificationService(store, KeyService(data / "keys")),
        # A folder for the meeting: keys of papers that were signed otherwise are not in the way.
        keys=KeyService(data / "demonstration-keys" / _SHOWN.rpartition("/")[2]),
    )
    return DemonstrationService(ImportService(store, actor), tools)
