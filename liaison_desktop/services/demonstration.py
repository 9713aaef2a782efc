"""The demonstration: five invented committees, and the main job done once from start to end."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.domain.assessment import Signatory
from liaison_desktop.domain.papers import Paper
from liaison_desktop.paths import resources
from liaison_desktop.services.files import make_folder
from liaison_desktop.services.imports import ImportReport, ImportService
from liaison_desktop.services.keys import CreateKey, KeyService
from liaison_desktop.services.meetings import MeetingRecord, MeetingService
from liaison_desktop.services.minutes import FileMinutes, MinutesService
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.register import RegisterService, SignPaper
from liaison_desktop.services.signing import WithKey
from liaison_desktop.services.verification import VerificationService, VerifiedFile

# The meeting whose minutes the demonstration signs: quorum changes, a late arrival, a dissent.
_SHOWN = "borgolume/3-2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class MainJob:
    """What the demonstration made: the record, the signed file, the certificates, the verdict."""

    record: MeetingRecord
    paper: Paper
    file: Path
    certificates: tuple[Path, ...]
    verified: VerifiedFile


class DemonstrationService:
    """Use cases for people who look at the program for the first time.

    Its keys are made for one signature each and thrown away with their passphrases; their
    certificates stay, so that what they signed can be verified again.
    """

    def __init__(
        self,
        imports: ImportService,
        meetings: MeetingService,
        minutes: MinutesService,
        register: RegisterService,
        verification: VerificationService,
        keys: KeyService,
    ) -> None:
        self._imports = imports
        self._meetings = meetings
        self._minutes = minutes
        self._register = register
        self._verification = verification
        self._keys = keys

    def install(self, progress: Progress | None = None) -> tuple[ImportReport, ...]:
        """Put the five committees into the store; what is there already stays as it is."""
        files = sorted((resources() / "demo").glob("*.json"))
        reports = []
        for done, file in enumerate(files):
            advance(progress or Unheard(), done, len(files), file.stem)
            reports.append(self._imports.import_file(file))
        return tuple(reports)

    def main_job(self, out: Path, progress: Progress | None = None) -> MainJob:
        """Take a held meeting to minutes that its signatories signed and anybody can verify."""
        progress = progress or Unheard()
        record = self._meetings.record(self._meetings.by_ref(_SHOWN).id)
        paper = self._minutes.file(FileMinutes(meeting_id=record.meeting.id))
        unsigned = [s for s in record.signatories if s.field in paper.unsigned_fields]
        for done, signatory in enumerate(unsigned):
            advance(progress, done, len(unsigned) + 1, signatory.name)
            paper = self._signed(paper, signatory, record.meeting.committee_name)
        advance(progress, len(unsigned), len(unsigned) + 1, paper.register_number)
        file = self._register.save_copy(paper.id, make_folder(out) / f"{record.meeting.key}.pdf")
        certificates = self._keys.copy_certificates(out)
        return MainJob(
            record=record,
            paper=paper,
            file=file,
            certificates=certificates,
            verified=self._verification.verify(file, certificates),
        )

    def _signed(self, paper: Paper, signatory: Signatory, organisation: str) -> Paper:
        passphrase = secrets.token_urlsafe(24)
        key = self._keys.create(
            CreateKey(name=signatory.name, organisation=organisation, passphrase=passphrase)
        )
        try:
            return self._register.sign(
                SignPaper(
                    paper_id=paper.id,
                    field=signatory.field,
                    key=WithKey(path=key.path, secret=passphrase),
                )
            )
        finally:
            key.path.unlink()
