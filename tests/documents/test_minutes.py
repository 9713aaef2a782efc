"""The minutes a secretary would sign: nothing missing, nothing invented, in six languages."""

import json
import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.meetings import Convocation, NextMeeting
from liaison_desktop.domain.people import NativeText
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Callout,
    Foreign,
    ListBlock,
    Quote,
    Table,
    Together,
)
from tests.documents.conftest import Case
from tests.documents.reading import (
    headings,
    in_cell,
    lines,
    page,
    plain,
    section,
    signature_fields,
    spans,
    walk,
)

ISOLATES = re.compile("[\u2068\u2069]")


def redecided(item: AgendaItem, **changes: Any) -> AgendaItem:
    assert item.decision is not None
    return replace(item, decision=replace(item.decision, **changes))


def test_the_same_record_gives_an_equal_paper(italian: Case) -> None:
    assert italian.minutes() == italian.minutes()


def test_the_head_says_who_met_when_and_where(italian: Case) -> None:
    paper = italian.minutes()
    assert paper.title == "Verbale n. 3/2026"
    assert paper.letterhead is not None
    assert paper.letterhead.name == "Comitato Interculturale Cittadino di Portochiaro"
    assert paper.letterhead.lines == ()  # the name says the town already
    assert paper.letterhead.aside == ("Registro n. ICC-0000118",)
    assert list(lines(paper.blocks))[:8] == [
        "Verbale n. 3/2026",
        "Seduta ordinaria, mercoledì 14 ottobre 2026",
        "Luogo: Sala dei Mercati, Piazza della Dogana 4, Portochiaro · in forma mista",
        "Ora di apertura: 17:00",
        "Ora di chiusura: 19:10",
        "Avviso di convocazione: Prot. ICC-PTC n. 0000109 del 06/10/2026 · PEC ed e-mail",
        "Presidente: Ottavia Belcampo",
        "Segretario verbalizzante: Noemi Castelverde",
    ]


@pytest.mark.parametrize(
    ("convocation", "in_order"),
    [
        (Convocation(), False),
        (Convocation(sent_on=date(2026, 10, 13)), False),  # a day before: not in time
        (Convocation(sent_on=date(2026, 10, 6)), True),
        (Convocation(reference="Prot. 109"), True),
    ],
)
def test_a_call_is_found_in_order_only_where_it_is_on_record(
    italian: Case, convocation: Convocation, in_order: bool
) -> None:
    case = italian.changed(quorum_text="", convocation=convocation)
    attendance = section(case.minutes(), "Presenze")
    assert ("regolarità della convocazione" in attendance) is in_order


def test_the_order_of_the_paper(italian: Case) -> None:
    assert headings(italian.minutes()) == [
        "Verbale n. 3/2026",
        "Presenze e numero legale",
        "Ordine del giorno",
        *(f"{item.no}. {item.title}" for item in italian.meeting.items),
        "Sintesi (arabo)",
        "Chiusura della seduta",
    ]


def test_attendance_names_who_came_late_who_stood_in_and_who_was_missing(italian: Case) -> None:
    attendance = section(italian.minutes(), "Presenze")
    assert "Presenti | Organizzazione | Note" in attendance
    assert "Ginevra Rocalta | Cooperativa sociale Terrachiara ETS | In sostituzione di Dario" in (
        attendance
    )
    assert "entra alle ore 17:35 (punto 3); collegato da remoto" in attendance
    assert "Yusuf Al-Bahriyan / يوسف البحريان" in attendance
    assert "Assenti giustificati: Halima Taroukine (Comunità Nur del Porto)" in attendance
    assert "Assenti ingiustificati: Tiziano Salinoro (Tavolo di quartiere Salinelle)" in attendance
    assert "Prof. Ippolito Granasole (Istituto comprensivo Conchiglia), punto 3" in attendance
    assert "Noemi Castelverde" not in attendance


def test_a_departure_is_noted(german: Case) -> None:
    assert "bis 19:40 Uhr anwesend (nach TOP 4)" in section(german.minutes(), "Anwesenheit")


def test_the_finding_of_the_quorum_is_the_recorded_one_with_the_rule_under_it(
    italian: Case,
) -> None:
    attendance = section(italian.minutes(), "Presenze")
    assert italian.meeting.quorum_text in attendance
    assert (
        "Numero legale: più della metà dei 10 seggi coperti, cioè 6. Presenti all’apertura: 7."
        in attendance
    )


def test_without_a_recorded_finding_the_official_phrase_stands(danish: Case) -> None:
    paper = danish.changed(quorum_text="").minutes()
    assert "komitéen var beslutningsdygtig (5 af 8 medlemmer til stede; krav 4)" in page(paper)


def test_the_agenda_is_a_list_of_its_own(italian: Case) -> None:
    (agenda,) = [b for b in walk(italian.minutes().blocks) if isinstance(b, ListBlock)]
    assert agenda.ordered
    assert len(agenda.entries) == 5


def test_an_agenda_with_gaps_prints_its_own_numbers(italian: Case) -> None:
    gap = italian.with_item(5, lambda item: replace(item, no=7))
    (agenda,) = [b for b in walk(gap.minutes().blocks) if isinstance(b, ListBlock)]
    assert not agenda.ordered
    assert list(lines(agenda.entries[-1])) == ["7. Varie ed eventuali"]


def test_a_decision_stands_in_one_piece_with_its_result_and_rule(italian: Case) -> None:
    wholes = [b for b in walk(italian.minutes().blocks) if isinstance(b, Together)]
    decision = next(
        b for b in wholes if isinstance(b.blocks[0], Callout) and "D.7" in "\n".join(lines((b,)))
    )
    assert list(lines((decision,))) == [
        "Deliberazione D.7/2026",
        "Il Comitato approva il verbale n. 2/2026 nel testo allegato all'avviso di convocazione.",
        "Votazione per alzata di mano · Favorevoli 6 · Contrari 0 · Astenuti 1",
        "Approvato all’unanimità dei votanti, con un astenuto",
        "Maggioranza dei voti espressi; gli astenuti non si computano. "
        "Presenti 7 su 10, richiesti 6.",
    ]


def test_what_is_noted_or_adjourned_says_so_once(italian: Case) -> None:
    paper = italian.minutes()
    assert section(paper, "2.").endswith("Presa d’atto\nIl Comitato prende atto.")
    assert "Rinvio\nL'argomento è rinviato alla prossima seduta." in section(paper, "5.")


def test_a_rejected_motion_is_called_one_and_the_tie_is_explained(german: Case) -> None:
    item = section(german.minutes(), "4.")
    assert "Antrag B 14/2026" in item
    assert "Abgelehnt" in item
    assert "Stimmengleichheit: Der Antrag ist abgelehnt." in item


def test_no_decision_needs_no_frame(german: Case) -> None:
    last = section(german.minutes(), "5.")
    assert "Kein Beschluss." in last
    assert "Beschluss\n" not in last


def test_statements_for_the_record_are_quoted(danish: Case) -> None:
    (quote,) = [b for b in walk(danish.minutes().blocks) if isinstance(b, Quote)]
    assert "Åse Bøgelund-Ærø ønskede sin afvigende mening" in "\n".join(lines(quote.blocks))


def test_actions_are_a_table_of_what_who_and_when(italian: Case) -> None:
    tables = [b for b in walk(italian.minutes().blocks) if isinstance(b, Table)]
    assert [tuple(map(plain, t.header)) for t in tables[1:2]] == [
        ("N.", "Attività", "Responsabile", "Scadenza")
    ]
    assert tuple(map(in_cell, tables[1].rows[0])) == (
        "A.11/2026",
        "Trasmettere alle scuole il calendario definitivo dei laboratori",
        "Lia Montescuro",
        "30/10/2026",
    )


def test_a_result_that_contradicts_the_rules_is_told_openly(italian: Case) -> None:
    wrong = italian.with_item(
        4,
        lambda item: redecided(item, declared_outcome=Outcome.REJECTED),
    )
    item = section(wrong.minutes(), "4.")
    assert "Approvato a maggioranza" in item
    assert (
        "In seduta la proposta è stata dichiarata respinta. Secondo le regole del Comitato è "
        "approvata." in item
    )
    assert "dichiarata" not in section(italian.minutes(), "4.").replace("dichiarazione", "")


def test_the_close_stands_over_the_signatures(danish: Case) -> None:
    paper = danish.minutes()
    close = section(paper, "Mødets afslutning").splitlines()
    assert close[:4] == [
        "Mødets afslutning",
        "Næste møde: mandag den 7. december 2026 · kl. 17.00 · Mødelokale 3, Rådhuset",
        "Bilag: Bilag 1 – Deltagerliste; Bilag 2 – Udkast til samarbejdsaftale",
        danish.meeting.closing_text,
    ]
    assert isinstance(paper.blocks[-1], Together)
    assert [field.name for field in signature_fields(paper)] == [
        "chair",
        "member-1",
        "member-2",
        "member-3",
        "member-4",
        "member-5",
    ]


def test_a_signature_field_says_who_signs_in_which_function(italian: Case) -> None:
    chair, secretary = signature_fields(italian.minutes())
    assert chair.label == "Firma di Ottavia Belcampo, Presidente"
    assert tuple(map(plain, chair.caption))[:2] == ("Ottavia Belcampo", "Presidente")
    assert plain(chair.caption[-1]).startswith("Data ...")
    assert secretary.name == "secretary"


def test_official_phrases_close_where_nothing_was_recorded(italian: Case) -> None:
    bare = italian.changed(
        closing_text="", next_meeting=None, annexes=(), summaries=(), convocation=Convocation()
    )
    close = section(bare.minutes(), "Chiusura").splitlines()
    assert close[1:3] == [
        "Null’altro essendovi da deliberare, la seduta è tolta alle ore 19:10.",
        "Letto, confermato e sottoscritto.",
    ]
    assert "Convocata" not in page(bare.minutes())


def test_the_day_of_the_notice_stands_where_the_reference_does_not_say_it(italian: Case) -> None:
    case = italian.changed(convocation=Convocation(sent_on=date(2026, 10, 6), medium="PEC"))
    assert "Convocata con avviso del: 6 ottobre 2026 · PEC" in page(case.minutes())


def test_a_next_meeting_without_a_place(italian: Case) -> None:
    case = italian.changed(next_meeting=NextMeeting(date=date(2026, 12, 2), time=time(17)))
    assert "Prossima seduta: mercoledì 2 dicembre 2026 · 17:00\n" in page(case.minutes())


def test_a_draft_looks_like_one(italian: Case) -> None:
    draft = italian.minutes(draft=True, register_number="")
    assert draft.watermark == "Bozza"
    assert draft.title == "Verbale della seduta"
    assert draft.letterhead is not None
    assert draft.letterhead.aside == ("Bozza non approvata",)
    assert signature_fields(draft) == []
    assert "Deliberazione D.7/2026 (provvisorio)" in page(draft)
    provisional = [
        span
        for block in walk(draft.blocks)
        if hasattr(block, "text")
        for span in spans(block.text)
        if "provvisorio" in span.text
    ]
    assert provisional
    assert all(span.italic for span in provisional)
    assert italian.minutes().watermark == ""
    assert "provvisorio" not in page(italian.minutes())


def test_numbers_not_given_yet_leave_no_hole(italian: Case) -> None:
    unnumbered = italian.with_item(
        3,
        lambda item: replace(
            redecided(item, number=""),
            actions=tuple(replace(action, number="") for action in item.actions),
        ),
    )
    item = section(unnumbered.minutes(draft=True), "3.")
    assert "\nDeliberazione\n" in item
    assert "Attività | Responsabile | Scadenza" in item


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_another_language_quotes_the_record(italian: Case, language: str) -> None:
    paper = italian.minutes(language)
    assert paper.language == language.replace("_", "-")
    text = ISOLATES.sub("", page(paper))
    for item in italian.meeting.items:
        assert item.title in text
    foreign = {b.language for b in walk(paper.blocks) if isinstance(b, Foreign)}
    assert foreign == ({"ar"} if language == "it" else {"ar", "it"})


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Minutes no. 3/2026"),
        ("de", "Niederschrift Nr. 3/2026"),
        ("de_AT", "Protokoll Nr. 3/2026"),
        ("da", "Referat nr. 3/2026"),
        ("el", "Πρακτικό 3/2026"),
        ("ar", "محضر رقم \u20683/2026\u2069"),
    ],
)
def test_titles_in_other_languages(italian: Case, language: str, title: str) -> None:
    assert italian.minutes(language).title == title


def test_arabic_isolates_names_and_numbers(italian: Case) -> None:
    text = page(italian.minutes("ar"))
    assert "رئيس الجلسة: \u2068Ottavia Belcampo\u2069" in text
    assert "القرار رقم \u2068D.7/2026\u2069" in text
    assert "\u2068Calogero Ventimari\u2069" in text


def test_the_record_travels_inside_the_paper_without_addresses(italian: Case) -> None:
    (attachment,) = italian.minutes().attachments
    assert (attachment.name, attachment.mime) == ("minutes.json", "application/json")
    record = json.loads(attachment.content)
    assert record["key"] == "it-2026-3"
    assert record["items"][3]["decision"]["outcome"] == "adopted"
    assert b"@" not in attachment.content
    assert attachment.description == "I dati di questo verbale, leggibili dai programmi"


def test_head_and_foot_of_the_pages(italian: Case) -> None:
    paper = italian.minutes()
    assert paper.running_foot == "Pagina {page} di {pages}"
    assert paper.running_head.endswith("Portochiaro · Verbale n. 3/2026")
    assert paper.foot_note == italian.meeting.notice


def test_a_title_stands_in_the_language_of_the_paper_where_it_is_known(italian: Case) -> None:
    german = NativeText(language="de", text="Genehmigung der Niederschrift")
    case = italian.with_item(1, lambda item: replace(item, titles=(german,)))
    assert "1. Genehmigung der Niederschrift" in headings(case.minutes("de"))
    own = italian.meeting.items[0].title
    assert f"1. {own}" in headings(case.minutes("it"))
