"""The excerpt: one decision whole, nothing of the rest, certified by secretary and chair."""

from dataclasses import replace
from uuid import UUID

import pytest

from liaison_desktop.documents.excerpt import compose_excerpt
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.blocks import (
    Callout,
    Together,
)
from tests.documents.conftest import CREATED, Case
from tests.documents.reading import headings, lines, page, section, signature_fields, walk


def test_the_head_says_which_minutes_and_whether_there_was_a_quorum(italian: Case) -> None:
    paper = italian.excerpt(4)
    assert paper.letterhead is not None
    assert paper.letterhead.aside == ("Registro n. ICC-0000121",)
    assert list(lines(paper.blocks))[:6] == [
        "Estratto del verbale",
        "Verbale n. 3/2026 · Seduta ordinaria, mercoledì 14 ottobre 2026",
        "Luogo: Sala dei Mercati, Piazza della Dogana 4, Portochiaro · in forma mista",
        "Presidente: Ottavia Belcampo",
        "Segretario verbalizzante: Noemi Castelverde",
        "Alla trattazione del punto erano presenti 8 componenti su 10 (richiesti 6):"
        " il Comitato era in numero legale.",
    ]


def test_the_quorum_is_that_of_the_item(italian: Case) -> None:
    assert "erano presenti 7 componenti su 10" in page(italian.excerpt(1))


def test_a_lost_quorum_is_said(italian: Case) -> None:
    gone = (
        replace(a, status=AttendanceStatus.ABSENT, substitute="", intervals=())
        for a in italian.meeting.attendees
    )
    finding = list(lines(italian.changed(attendees=tuple(gone)).excerpt(4).blocks))[5]
    assert finding.startswith("Alla trattazione del punto erano presenti 0 componenti")
    assert finding.endswith("mancava il numero legale.")


def test_the_decision_stands_as_in_the_minutes(italian: Case) -> None:
    whole = page(italian.excerpt(4))
    decision = whole[whole.index("Deliberazione D.9/2026") : whole.index("Certificazione")]
    assert decision in section(italian.minutes(), "4.")
    assert "Approvato a maggioranza\nMaggioranza dei voti espressi" in decision
    assert "Contrari: 1 · Calogero Ventimari" in decision
    assert "mancanza di copertura finanziaria" in decision  # the dissent


def test_nothing_else_is_reproduced_and_the_excerpt_says_so(italian: Case) -> None:
    paper = italian.excerpt(4)
    assert headings(paper) == [
        "Estratto del verbale",
        f"4. {italian.meeting.items[3].title}",
        "Certificazione di conformità",
    ]
    text = page(paper)
    assert "Le altre parti del verbale non sono qui riportate." in text
    for elsewhere in ("La componente Benzahra chiede", "A.13/2026", "D.8/2026"):
        assert elsewhere not in text
    assert paper.attachments == ()


def test_the_discussion_comes_where_it_is_wanted(italian: Case) -> None:
    assert "La componente Benzahra chiede" in page(italian.excerpt(4, with_discussion=True))


@pytest.mark.parametrize("sample", ["italian", "danish"])
def test_secretary_and_chair_certify_whoever_signs_the_minutes(
    sample: str, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(sample)
    fields = signature_fields(case.excerpt(3))
    assert [field.name for field in fields] == ["secretary", "chair"]


def test_decision_and_certification_are_not_torn_apart(italian: Case) -> None:
    whole = italian.excerpt(4).blocks[-1]
    assert isinstance(whole, Together)
    assert any(isinstance(block, Callout) for block in walk(whole.blocks))
    assert "Per estratto conforme al verbale." in "\n".join(lines((whole,)))


def test_a_closed_item_is_not_for_publication(italian: Case) -> None:
    paper = italian.with_item(4, lambda item: replace(item, closed=True)).excerpt(4)
    assert paper.letterhead is not None
    assert "Non destinato alla pubblicazione" in paper.letterhead.aside
    assert "Argomento trattato a porte chiuse." in page(paper)
    assert "Non destinato" not in str(italian.excerpt(4).letterhead)


def test_a_draft_says_so_and_has_nothing_to_sign(italian: Case) -> None:
    assert italian.excerpt(4).watermark == ""
    paper = italian.changed(minutes_state=MinutesState.DRAFT).excerpt(4)
    assert paper.watermark == "Bozza"
    assert signature_fields(paper) == []
    assert "Per estratto conforme" not in page(paper)


def test_an_unknown_decision_is_refused(italian: Case) -> None:
    with pytest.raises(KeyError):
        compose_excerpt(
            italian.meeting,
            assess(italian.meeting),
            italian.committee,
            UUID(int=7),
            Catalogue("it"),
            register_number="",
            created=CREATED,
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_record_gives_an_equal_paper(italian: Case, language: str) -> None:
    paper = italian.excerpt(4, language)
    assert paper == italian.excerpt(4, language)
    assert italian.meeting.items[3].title in page(paper)
    assert paper.language == language.replace("_", "-")


def test_austria_takes_it_from_the_protokoll(italian: Case) -> None:
    assert headings(italian.excerpt(4, "de"))[0] == "Auszug aus der Niederschrift"
    assert headings(italian.excerpt(4, "de_AT"))[0] == "Auszug aus dem Protokoll"
