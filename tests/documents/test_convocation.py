"""Convocations: whom they call, to what, and by which rules."""

from dataclasses import replace
from datetime import date

import pytest

from liaison_desktop.domain.committees import QuorumRule
from liaison_desktop.domain.meetings import Call, Convocation, Meeting
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Table,
)
from tests.documents.planned import Ahead, ahead
from tests.documents.reading import headings, lines, page, section, signature_fields, spans, walk


@pytest.fixture
def italian() -> Ahead:
    return ahead("it.json")


@pytest.fixture
def german() -> Ahead:
    return ahead("de.json")


def closed_item(meeting: Meeting, no: int) -> Meeting:
    items = tuple(replace(item, closed=item.no == no) for item in meeting.items)
    return replace(meeting, items=items)


def test_the_same_record_gives_an_equal_paper(italian: Ahead) -> None:
    assert italian.convocation() == italian.convocation()


def test_the_head_calls_the_members(italian: Ahead) -> None:
    paper = italian.convocation()
    assert paper.title == "Avviso di convocazione"
    assert paper.letterhead is not None
    assert paper.letterhead.aside == ("Registro n. CCI-BGL-0000098",)
    assert list(lines(paper.blocks))[:7] == [
        "Ai componenti del Comitato",
        "Avviso di convocazione",
        "Seduta ordinaria, mercoledì 16 dicembre 2026",
        "Ora: 17:30",
        "Luogo: Sala del Telaio, ex Filanda grande, Via dei Tintori 11, Borgolume · in presenza",
        "Convocazione: prima",
        "I componenti sono convocati alla seduta con il seguente ordine del giorno.",
    ]


def test_without_a_time_there_is_room_to_write_it(italian: Ahead) -> None:
    assert "\nOra: ......" in page(replace(italian, starts=None).convocation())


def test_the_agenda_tells_what_is_asked_of_the_committee(italian: Ahead) -> None:
    closed = replace(italian, meeting=closed_item(italian.meeting, 4))
    assert section(closed.convocation(), "Ordine del giorno").splitlines() == [
        "Ordine del giorno",
        "N. | Argomento | Trattazione",
        "1 | Approvazione del verbale della seduta del 28 ottobre 2026 | Deliberazione",
        "2 | Comunicazioni della Presidente | Informazione",
        "3 | Aggiornamento della mappa delle competenze | Discussione",
        "4 | Schema di protocollo d'intesa «Lingue in biblioteca» / Punto in seduta riservata"
        " | Deliberazione",
        "5 | Piano delle iniziative 2027 | Deliberazione",
        "6 | Varie ed eventuali | Discussione",
    ]


def test_an_agenda_that_is_not_there_yet_follows(italian: Ahead) -> None:
    paper = italian.meets(items=()).convocation("en")
    assert "The agenda follows." in page(paper)
    assert not [block for block in walk(paper.blocks) if isinstance(block, Table)]


def test_the_latest_day_to_send_it_follows_from_the_rules(italian: Ahead) -> None:
    text = page(italian.convocation())
    assert "5 giorni di preavviso; ultimo giorno per l’invio: venerdì 11 dicembre 2026." in text
    one = page(italian.under(notice_days=1).convocation("ar"))
    assert "مدتها يوم واحد؛" in one
    assert "2026" in one
    assert "preavviso;" not in page(italian.under(notice_days=0).convocation())


def test_a_first_call_tells_the_lower_quorum_of_the_second(italian: Ahead) -> None:
    rules = section(italian.convocation(), "Preavviso")
    assert "Numero legale: più della metà dei 12 seggi coperti, cioè 7." in rules
    assert "in seconda convocazione il numero legale è di 4 su 12 seggi" in rules


def test_the_quorum_follows_the_seats_that_are_filled(italian: Ahead) -> None:
    rules = section(italian.vacated(3).vacated(4).convocation(), "Preavviso")
    assert "più della metà dei 10 seggi coperti, cioè 6." in rules
    assert "4 su 10 seggi" in rules


def test_a_second_call_that_needs_as_many_is_not_announced(italian: Ahead) -> None:
    same = italian.under(second_call_quorum=QuorumRule.MORE_THAN_HALF)
    assert "seconda convocazione" not in page(same.convocation())
    again = same.meets(call=Call.SECOND).convocation()
    assert "numero legale ridotto" not in page(again)


def test_a_second_call_says_expressly_that_fewer_suffice(german: Ahead) -> None:
    paper = german.convocation()
    assert german.meeting.call is Call.SECOND
    assert "Ladung: zweite\n" in page(paper)
    rules = section(paper, "Ladungsfrist")
    assert "das niedrigere Quorum der zweiten Ladung; darauf wird hiermit ausdrücklich" in rules
    assert "jede Zahl der 12 satzungsmäßigen Sitze, mindestens 1." in rules
    assert "ein zweites Mal" not in rules


def test_who_cannot_come_sends_the_substitute(german: Ahead) -> None:
    assert "entsendet die Stellvertretung." in page(german.convocation())
    assert "entsendet das Ersatzmitglied." in page(german.convocation("de_AT"))


def test_the_chair_of_the_day_signs(italian: Ahead) -> None:
    (field,) = signature_fields(italian.convocation("en"))
    assert field.name == "chair"
    assert field.label == "Signature of Rosalba Cantaluna, Chair"
    assert field.caption == ("Rosalba Cantaluna", "Chair")


@pytest.mark.parametrize("nobody", [True, False])
def test_an_unknown_chair_writes_the_name(italian: Ahead, nobody: bool) -> None:
    case = italian.meets(chair_seat_id=None) if nobody else italian.vacated(0)
    (field,) = signature_fields(case.convocation("en"))
    assert str(field.caption[0]).startswith("....")
    assert field.label == "Chair"


def test_the_paper_bears_the_day_it_was_sent(italian: Ahead) -> None:
    assert "Borgolume, 23 novembre 2026" in page(italian.convocation())
    sent = italian.meets(convocation=Convocation(sent_on=date(2026, 12, 9)))
    assert "Borgolume, 9 dicembre 2026" in page(sent.convocation())


def test_annexes_are_named(italian: Ahead) -> None:
    paper = italian.meets(annexes=("Schema", "Bilancio")).convocation()
    assert "Allegati: Schema; Bilancio" in page(paper)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(italian: Ahead, language: str) -> None:
    paper = italian.convocation(language)
    assert paper.language == language.replace("_", "-")
    assert len(headings(paper)) == 3
    if language not in ("en", "it"):
        english = set(lines(italian.convocation("en").blocks))
        same = english & set(lines(paper.blocks))
        assert all("Borgolume" in line or "Cantaluna" in line for line in same), same


def test_words_of_the_record_are_marked_with_their_language(italian: Ahead) -> None:
    agenda = next(b for b in walk(italian.convocation("el").blocks) if isinstance(b, Table))
    title = agenda.rows[0][1]
    assert isinstance(title, tuple)
    assert [span.language for span in spans(title)] == ["it"]
