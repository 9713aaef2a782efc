"""Every paper in every language as a file, read back: whole, sound, and the same each time.

The record is Greek, with Arabic names and an English summary, so every paper has foreign passages.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from liaison_desktop.documents.agreement import compose_agreement
from liaison_desktop.domain.agreements import AgreementStatus, AgreementTerms
from liaison_desktop.domain.corrections import Passage
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.exchange.committee_file import CommitteeFile, read_committee_file
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents import of_signatures, planned, registered
from tests.documents.conftest import CREATED, Case
from tests.documents.of_people import OfPeople
from tests.documents.telling import told
from tests.pdf.house_check import faults
from tests.pdf.reading import content_by_language, run

DECIDED = 3
"""An item of the meeting with a decision, votes by name and a dissent."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652])*")

_GREEK_OR_ARABIC = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0600-\u06ff]")


@cache
def record() -> CommitteeFile:
    return read_committee_file(planned.DEMO / "gr.json")


@cache
def held() -> Case:
    (meeting,) = (m for m in record().meetings if m.key == "galanopoli-2026-2")
    return Case(record().committee, meeting)


@cache
def ahead() -> planned.Ahead:
    return planned.ahead("gr.json")


@cache
def of_people() -> OfPeople:
    return OfPeople(record())


def agreement(language: str) -> Document:
    return compose_agreement(
        replace(record().agreements[0], status=AgreementStatus.APPROVED),
        AgreementTerms(),
        record().committee,
        Catalogue(language),
        register_number="",
        created=CREATED,
    )


def correction_note(language: str) -> Document:
    item = held().meeting.items[DECIDED - 1]
    passage = Passage(item_no=item.no, was=item.title, now=item.discussion)
    correction = registered.correction_of(registered.paper_of(held().meeting))
    return registered.composed_note(held(), language, replace(correction, passages=(passage,)))


def second(language: str) -> str:
    return "ar" if language != "ar" else "el"


PAPERS: dict[str, Callable[[str], Document]] = {
    "convocation": lambda language: ahead().convocation(language),
    "attendance sheet": lambda language: ahead().sheet(language),
    "member list": lambda language: ahead().member_list(language),
    "composition": lambda language: ahead().composition(language),
    "draft": lambda language: held().minutes(language, draft=True),
    "minutes": lambda language: held().minutes(language),
    "public edition": lambda language: held().minutes(language, edition=Edition.PUBLIC),
    "excerpt": lambda language: held().excerpt(DECIDED, language, with_discussion=True),
    "correction note": correction_note,
    "agreement": agreement,
    "register": lambda language: registered.register(held(), language),
    "transmittal slip": lambda language: registered.slip(held(), language),
    "contact list": lambda language: of_people().contact_list(language),
    "mailing labels": lambda language: of_people().mailing_labels(language),
    "skill map": lambda language: of_people().skill_map(language),
    "data report": lambda language: of_people().data_report(language),
    "members’ notice": lambda language: of_people().members_notice(language),
    "processing record": lambda language: of_people().processing_record(language),
    "verification report": lambda language: of_signatures.report(record().committee, language),
    "certificate sheet": lambda language: of_signatures.sheet(record().committee, language),
    "side by side": lambda language: held().in_two_languages(language, second(language)),
    "one after the other": lambda language: held().in_two_languages(
        language, second(language), Layout.ONE_AFTER_OTHER
    ),
}

every_paper = pytest.mark.parametrize(
    ("paper", "language"), [(paper, language) for paper in PAPERS for language in LANGUAGES]
)


@every_paper
def test_it_is_sound_whole_and_the_same_each_time(
    paper: str, language: str, tmp_path: Path
) -> None:
    document = PAPERS[paper](language)
    data = typeset(document)
    assert data == typeset(PAPERS[paper](language))
    assert faults(data) == []
    assert_languages_are_carried(document, data)
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    run("qpdf", "--check", path)
    found = read_back(path)
    assert [word for word in greek_and_arabic(document) if word not in found] == []


def test_minutes_hold_the_whole_record() -> None:
    """The words of the record are composed, so that the test above looks for them."""
    meeting = held().meeting
    recorded = [text for item in meeting.items for text in (item.title, item.discussion)]
    recorded += [item.decision.text for item in meeting.items if item.decision]
    there = [attendee for attendee in meeting.attendees if attendee.was_there]
    recorded += [
        attendee.name_native.text
        for attendee in there
        if attendee.name_native and not attendee.substitute
    ]
    words = set(_WORD.findall(" ".join(recorded)))
    assert any("\u0600" <= letter <= "\u06ff" for word in words for letter in word)
    for language in LANGUAGES:
        assert words - set(_WORD.findall(composed(PAPERS["minutes"](language)))) == set()


def read_back(path: Path) -> str:
    """What it says, twice: in the order of reading, and cell by cell with divided words joined."""
    read = run("pdftotext", path, "-") + run("pdftotext", "-raw", path, "-").replace("-\n", "")
    # The order of two marks on one letter tells nothing.
    return unicodedata.normalize("NFC", read)


def composed(document: Document) -> str:
    return " ".join(text for _, text in told(document))


def greek_and_arabic(document: Document) -> set[str]:
    """Its Greek and Arabic words."""
    words = _WORD.findall(unicodedata.normalize("NFC", composed(document)))
    return {word for word in words if _GREEK_OR_ARABIC.search(word)}


def assert_languages_are_carried(document: Document, data: bytes) -> None:
    """Letter by letter, as a right-to-left line is drawn in the order of sight."""
    composed_in: dict[str, Counter[str]] = defaultdict(Counter)
    for tag, text in told(document):
        composed_in[tag].update(filter(is_letter, text))
    spoken = content_by_language(data)
    for tag, letters in composed_in.items():
        assert letters <= Counter(filter(is_letter, spoken.get(tag, ""))), tag


def is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"
