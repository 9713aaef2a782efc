"""Writes every paper in every language, as PDF and as pictures of its pages, into build/papers.

The papers are made from the demonstration committees, those of one committee in all languages and
those of the others in their own; people look at them before a release.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.addresses import LabelFormat, Whom
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.corrections import Correction, Passage
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.papers import Edition, Layout, Paper
from liaison_desktop.domain.people import ContactKind, ContactPoint
from liaison_desktop.domain.privacy import NOTICE_VERSION, LegalBasis, Purpose
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.services.corrections import CorrectMinutes, FileNote
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.papers import TwoLanguages
from liaison_desktop.services.people_out import LabelsWanted
from liaison_desktop.services.people_writing import EditPerson, person_profile
from liaison_desktop.services.privacy import RecordBasis
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services, compose_services
from liaison_desktop.services.signing import WithKey
from liaison_desktop.services.skills import AddSkill

OUT = Path(__file__).resolve().parent.parent / "build" / "papers"
RESOLUTION = 70
IN_ALL_LANGUAGES = "borgolume"
AS_OF = date(2026, 11, 23)
_PASSPHRASE = "only for pictures"  # noqa: S105 - a key made for one picture


@dataclass(frozen=True)
class Subject:
    """A committee, its newest final minutes, their paper and correction, draft and next meeting."""

    committee: Committee
    final: Meeting
    draft: Meeting | None
    planned: Meeting
    paper: Paper
    correction: Correction


def main() -> None:
    """Write them all."""
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder, "store.sqlite3"), create=True)
        services = compose_services(store, Path(folder), "pictures", cache(Catalogue))
        services.demonstration.install()
        for committee in services.committees.all():
            subject = subject_of(services, committee)
            tell_more_of_people(services, committee.id)
            everywhere = committee.key == IN_ALL_LANGUAGES
            for language in LANGUAGES if everywhere else (committee.language,):
                for name, content in papers(services, subject, language):
                    write(OUT / committee.key / language / f"{name}.pdf", content)
        store.close()


def tell_more_of_people(services: Services, committee_id: UUID) -> None:
    """Addresses, legal bases and skills, of which the demonstration has none."""
    work = services.people_work
    rows = services.people.page(PageRequest(committee_id=committee_id)).rows
    for number, row in enumerate(rows[:8], start=1):
        profile = person_profile(services.people.detail(row.id).person)
        address = ContactPoint(
            kind=ContactKind.ADDRESS, value=f"Via delle Orchidee {number}, 01234 Borgolume"
        )
        profile = replace(profile, contacts=(*profile.contacts, address))
        work.writing.edit_person(EditPerson(person_id=row.id, profile=profile))
    services.privacy.record(
        RecordBasis(
            person_ids=tuple(row.id for row in rows),
            purposes=tuple(Purpose),
            basis=LegalBasis.EXPLICIT_CONSENT,
            text_version=NOTICE_VERSION,
            given_on=AS_OF,
        )
    )
    for row, direction in zip(rows, SkillDirection, strict=False):
        work.skills.add(
            AddSkill(
                committee_id=committee_id,
                name="Mediazione",
                direction=direction,
                person_id=row.id,
            )
        )


def subject_of(services: Services, committee: Committee) -> Subject:
    """What the papers of a demonstration committee are made from; one of its minutes is signed."""
    rows = services.meetings.page(PageRequest(committee_id=committee.id)).rows
    meetings = sorted(
        (services.meetings.by_ref(str(row.id)) for row in rows),
        key=lambda meeting: meeting.date,
        reverse=True,
    )
    held = [meeting for meeting in meetings if meeting.state is MeetingState.HELD]
    final = next(meeting for meeting in held if meeting.minutes_state is MinutesState.FINAL)
    drafts = (meeting for meeting in held if meeting.minutes_state is MinutesState.DRAFT)
    paper = signed_once(services, final)
    return Subject(
        committee=committee,
        final=final,
        draft=next(drafts, None),
        planned=next(meeting for meeting in meetings if meeting.state is not MeetingState.HELD),
        paper=paper,
        correction=corrected(services, paper, final),
    )


def corrected(services: Services, paper: Paper, meeting: Meeting) -> Correction:
    """The title of a decided item, corrected."""
    item = decided_item(meeting)
    passage = Passage(item_no=item.no, was=item.title, now=f"{item.title} ({meeting.year})")
    command = CorrectMinutes(
        paper_id=paper.id,
        on=AS_OF,
        decided_on=AS_OF,
        decided_in=paper.title,
        passages=(passage,),
    )
    return services.corrections.correct(command).correction


def decided_item(meeting: Meeting) -> AgendaItem:
    """The first item with a numbered decision."""
    return next(item for item in meeting.items if item.decision and item.decision.number)


def signed_once(services: Services, meeting: Meeting) -> Paper:
    """The minutes in the register, signed by the first of those who sign."""
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    signatory = services.meetings.record(meeting.id).signatories[0]
    key = services.keys.create(
        CreateKey(name=signatory.name, organisation=meeting.committee_name, passphrase=_PASSPHRASE)
    )
    return services.register.sign(
        SignPaper(
            paper_id=paper.id,
            field=signatory.field,
            key=WithKey(path=key.path, secret=_PASSPHRASE),
        )
    )


def papers(services: Services, subject: Subject, language: str) -> Iterator[tuple[str, bytes]]:
    """Each paper's name and its bytes in one language."""
    yield from _minutes(services, subject, language)
    yield from _of_the_committee(services, subject, language)
    yield from _with_the_minutes(services, subject, language)
    yield from _of_people(services, subject, language)


def _minutes(services: Services, subject: Subject, language: str) -> Iterator[tuple[str, bytes]]:
    final = subject.final.id
    yield "minutes", services.minutes.preview(final, language)
    yield "minutes-public", services.minutes.preview(final, language, Edition.PUBLIC)
    if subject.draft:
        yield "minutes-draft", services.minutes.preview(subject.draft.id, language)
    second = "en" if language != "en" else subject.committee.language
    for layout in Layout:
        wanted = TwoLanguages(first=language, second=second, layout=layout)
        yield f"minutes-{layout.value}", services.papers.two_language_minutes(final, wanted)


def _of_the_committee(
    services: Services, subject: Subject, language: str
) -> Iterator[tuple[str, bytes]]:
    made = services.papers
    yield "convocation", made.convocation(subject.planned.id, language)
    yield "attendance-sheet", made.attendance_sheet(subject.planned.id, language)
    yield "member-list", made.member_list(subject.committee.id, AS_OF, language)
    yield "composition", made.composition(subject.committee.id, AS_OF, language)
    rows = services.agreements.page(PageRequest(committee_id=subject.committee.id)).rows
    for number, row in enumerate(rows, start=1):
        yield (
            f"agreement-{number}",
            services.agreement_work.papers.preview(row.id, language=language),
        )


def _with_the_minutes(
    services: Services, subject: Subject, language: str
) -> Iterator[tuple[str, bytes]]:
    decided = str(decided_item(subject.final).no)
    yield "excerpt", services.papers.excerpt(subject.final.id, decided, language)
    year = subject.final.year
    yield "register", services.archive_work.book.of_year(subject.committee.id, year, language)
    slip = services.register.transmittal_slip(
        subject.paper.id, language, addressee=subject.committee.city
    )
    yield "transmittal-slip", slip
    wanted = FileNote(correction_id=subject.correction.id, language=language)
    note = services.corrections.file_note(wanted)
    yield "correction-note", services.register.content(note.id)


def _of_people(services: Services, subject: Subject, language: str) -> Iterator[tuple[str, bytes]]:
    committee_id = subject.committee.id
    out, privacy = services.people_work.out, services.people_work.privacy_papers
    somebody = services.people.page(PageRequest(committee_id=committee_id)).rows[0]
    yield "contact-list", out.contact_list(committee_id, AS_OF, language)
    labels = LabelsWanted(
        committee_id=committee_id, whom=Whom.EVERYBODY, format=LabelFormat.SMALL_24
    )
    yield "mailing-labels", out.labels(labels, AS_OF, language)
    yield "skill-map", services.people_work.skills.paper(committee_id, AS_OF, language)
    yield "data-report", privacy.report(somebody.id, AS_OF, language)[0]
    yield "members-notice", privacy.members_notice(committee_id, AS_OF, language)
    yield "processing-record", privacy.processing_record(committee_id, AS_OF, language)


def write(path: Path, content: bytes) -> None:
    """One paper and the pictures of its pages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    command = ["pdftoppm", "-r", str(RESOLUTION), "-png", str(path), str(path.with_suffix(""))]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
