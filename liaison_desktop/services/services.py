"""All use cases in one place, as window and command line receive them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.agreement_work import AgreementWork, compose_agreement_work
from liaison_desktop.services.agreements import AgreementService
from liaison_desktop.services.archive_work import ArchiveWork, compose_archive_work
from liaison_desktop.services.attachments import AttachmentService
from liaison_desktop.services.calling_work import CallingWork, compose_calling_work
from liaison_desktop.services.committee_setup import CommitteeSetupService
from liaison_desktop.services.committees import CommitteeService
from liaison_desktop.services.corrections import CorrectionService
from liaison_desktop.services.demonstration import DemonstrationService, compose_demonstration
from liaison_desktop.services.exports import ExportService
from liaison_desktop.services.imports import ImportService
from liaison_desktop.services.keys import KeyService
from liaison_desktop.services.meeting_work import MeetingWork, compose_meeting_work
from liaison_desktop.services.meetings import MeetingService
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.minutes_work import MinutesWork, compose_minutes_work
from liaison_desktop.services.papers import PaperService
from liaison_desktop.services.people import PeopleService
from liaison_desktop.services.people_work import PeopleWork, compose_people_work
from liaison_desktop.services.privacy import PrivacyService
from liaison_desktop.services.register import RegisterService
from liaison_desktop.services.seats import SeatService
from liaison_desktop.services.signing import SigningService
from liaison_desktop.services.signing_work import SigningWork, compose_signing_work
from liaison_desktop.services.spelling import SpellingService
from liaison_desktop.services.store import StoreService
from liaison_desktop.services.today import TodayService
from liaison_desktop.services.undo import UndoService
from liaison_desktop.services.verification import VerificationService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases by subject."""

    committees: CommitteeService
    committee_setup: CommitteeSetupService
    seats: SeatService
    attachments: AttachmentService
    people: PeopleService
    people_work: PeopleWork
    privacy: PrivacyService
    meetings: MeetingService
    meeting_work: MeetingWork
    calling_work: CallingWork
    minutes: MinutesService
    minutes_work: MinutesWork
    papers: PaperService
    register: RegisterService
    corrections: CorrectionService
    archive_work: ArchiveWork
    agreements: AgreementService
    agreement_work: AgreementWork
    today: TodayService
    imports: ImportService
    exports: ExportService
    store: StoreService
    keys: KeyService
    signing_work: SigningWork
    verification: VerificationService
    demonstration: DemonstrationService
    undo: UndoService
    spelling: SpellingService


def compose_services(
    store: Store, data: Path, actor: str, catalogue: Callable[[str], Catalogue]
) -> Services:
    """All use cases over one store; ``actor`` is who the audit log names."""
    undo = UndoService(store, actor)
    keys = KeyService(data / "keys")
    around = (store, undo, catalogue, actor)
    signing, minutes = SigningService(catalogue), MinutesService(store, catalogue, actor, undo)
    register = RegisterService(store, signing, catalogue, actor, undo)
    return Services(
        committees=CommitteeService(store),
        committee_setup=CommitteeSetupService(store, undo, actor),
        seats=SeatService(store, undo, actor),
        attachments=AttachmentService(store),
        people=PeopleService(store),
        people_work=compose_people_work(*around),
        privacy=PrivacyService(store, undo, data / "backups", actor),
        meetings=MeetingService(store),
        meeting_work=compose_meeting_work(*around),
        calling_work=compose_calling_work(*around),
        minutes=minutes,
        minutes_work=compose_minutes_work(minutes, *around),
        papers=PaperService(store, catalogue),
        register=register,
        corrections=CorrectionService(store, catalogue, actor),
        archive_work=compose_archive_work(minutes, register, signing, *around),
        agreements=AgreementService(store),
        agreement_work=compose_agreement_work(*around),
        today=TodayService(store),
        imports=ImportService(store, actor),
        exports=ExportService(store),
        store=StoreService(store, data / "backups"),
        keys=keys,
        signing_work=compose_signing_work(signing, keys, *around),
        verification=VerificationService(store, keys),
        demonstration=compose_demonstration(data, *around),
        undo=undo,
        spelling=SpellingService(data / "dictionaries"),
    )
