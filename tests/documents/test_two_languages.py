"""Minutes in two languages: phrases twice, the record's words once, signed once."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from liaison_desktop.documents.weaving import woven
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Foreign,
    Heading,
    Paragraph,
    Parallel,
    Table,
    Text,
)
from liaison_desktop.pdf.document import (
    Document,
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

BOTH = tuple(Layout)


def texts(document: Document) -> Iterator[Text]:
    for block in walk(document.blocks):
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Facts):
            yield from (text for pair in block.pairs for text in pair)


def languages_of(word: str, blocks: tuple[Block, ...], language: str) -> Iterator[str]:
    """The languages in which paragraphs with that word are marked."""
    for block in blocks:
        if isinstance(block, Foreign):
            yield from languages_of(word, block.blocks, block.language)
        elif isinstance(block, Parallel):
            for row in block.rows:
                for side, tag in zip(row, block.languages, strict=True):
                    yield from languages_of(word, side, tag)
        elif isinstance(block, Paragraph):
            yield from (s.language or language for s in spans(block.text) if word in s.text)
        elif hasattr(block, "blocks"):
            yield from languages_of(word, block.blocks, language)


@pytest.mark.parametrize("layout", BOTH)
def test_phrases_of_the_paper_stand_in_both_languages(italian: Case, layout: Layout) -> None:
    paper = italian.in_two_languages("it", "de", layout)
    both = page(paper).splitlines()
    for one in (italian.minutes("it"), italian.minutes("de")):
        phrases = (b.text for b in walk(one.blocks) if isinstance(b, Paragraph))
        assert [text for text in map(plain, phrases) if text not in both] == []


@pytest.mark.parametrize("layout", BOTH)
@pytest.mark.parametrize(("first", "second"), [("it", "de"), ("de", "it"), ("en", "ar")])
def test_words_of_the_record_stand_once_in_their_own_language(
    italian: Case, layout: Layout, first: str, second: str
) -> None:
    paper = italian.in_two_languages(first, second, layout)
    said = (
        "Il Prof. Granasole illustra",
        "quattro laboratori scolastici",
        "in carica, dichiara valida la seduta",
    )
    for words in said:
        assert page(paper).count(words) == page(italian.minutes("it")).count(words)
        assert set(languages_of(words, paper.blocks, paper.language)) == {"it"}


def test_headings_and_facts_hold_both_in_one_line(italian: Case) -> None:
    paper = italian.in_two_languages("it", "de")
    assert headings(paper)[:3] == [
        "Verbale n. 3/2026 / Niederschrift Nr. 3/2026",
        "Presenze e numero legale / Anwesenheit und Beschlussfähigkeit",
        "Ordine del giorno / Tagesordnung",
    ]
    assert headings(paper)[3] == f"1. {italian.meeting.items[0].title}"
    text = page(paper)
    assert (
        "Luogo / Ort: Sala dei Mercati, Piazza della Dogana 4, Portochiaro"
        " · in forma mista / hybrid" in text
    )
    assert "Presidente / Vorsitz: Ottavia Belcampo" in text


def test_figures_and_names_stand_once(italian: Case) -> None:
    for second in ("de", "ar"):
        text = page(italian.in_two_languages("it", second))
        assert ": 17:00\n" in text
        assert text.count("Lia Montescuro, Agnese Fontebruna, Ousmane Diabarou") == 1
    (*_, actions) = (
        block
        for block in walk(italian.in_two_languages("it", "de").blocks)
        if isinstance(block, Table)
    )
    assert in_cell(actions.rows[0][-1]) == "06/11/2026"


def test_tables_are_not_repeated(italian: Case) -> None:
    tables = [
        [block for block in walk(paper.blocks) if isinstance(block, Table)]
        for paper in (italian.minutes("it"), italian.in_two_languages("it", "en"))
    ]
    assert len(tables[0]) == len(tables[1])
    assert [len(table.rows) for table in tables[0]] == [len(table.rows) for table in tables[1]]
    assert list(map(plain, tables[1][0].header)) == [
        "Presenti / Present",
        "Organizzazione / Organisation",
        "Note / Remarks",
    ]


def test_side_by_side_each_language_has_its_column(italian: Case) -> None:
    paper = italian.in_two_languages("it", "ar", Layout.SIDE_BY_SIDE)
    rows = [b for b in walk(paper.blocks) if isinstance(b, Parallel)]
    assert {block.languages for block in rows} == {("it", "ar")}
    first = rows[0].rows[0]
    assert list(lines(first[0])) == ["Seduta ordinaria, mercoledì 14 ottobre 2026"]
    assert "جلسة عادية" in "".join(lines(first[1]))


def test_one_after_the_other_each_phrase_is_followed_by_the_second_language(italian: Case) -> None:
    paper = italian.in_two_languages("it", "de", Layout.ONE_AFTER_OTHER)
    assert not any(isinstance(block, Parallel) for block in walk(paper.blocks))
    text = list(lines(paper.blocks))
    adopted = text.index("Approvato all’unanimità")
    assert text[adopted + 1] == "Einstimmig angenommen"
    assert set(languages_of("Einstimmig", paper.blocks, "it")) == {"de"}


def test_words_of_the_second_language_in_a_line_are_marked(italian: Case) -> None:
    paper = italian.in_two_languages("it", "de")
    marked = {s.text: s.language for text in texts(paper) for s in spans(text)}
    assert marked["Tagesordnung"] == "de"
    assert marked["Ordine del giorno"] is None


def test_it_is_signed_once(italian: Case) -> None:
    chair, secretary = signature_fields(italian.in_two_languages("it", "de"))
    assert [chair.name, secretary.name] == ["chair", "secretary"]
    assert list(map(plain, chair.caption))[:2] == ["Ottavia Belcampo", "Presidente / Vorsitz"]
    assert plain(chair.caption[2]).startswith("Data / Datum ....")
    assert "Unterschrift von Ottavia Belcampo" in chair.label


def test_head_and_foot_are_in_both_languages(italian: Case) -> None:
    paper = italian.in_two_languages("it", "de", draft=True, edition=Edition.FULL)
    assert paper.language == "it"
    assert paper.running_foot == "Pagina {page} di {pages} / Seite {page} von {pages}"
    assert paper.running_head == (
        "Comitato Interculturale Cittadino di Portochiaro"
        " · Verbale della seduta / Niederschrift über die Sitzung"
    )
    assert paper.letterhead is not None
    assert paper.letterhead.aside == (
        "Registro n. ICC-0000118",
        "Registernummer ICC-0000118",
        "Bozza non approvata",
        "Entwurf, nicht genehmigt",
    )
    assert paper.watermark == "Bozza"


@pytest.mark.parametrize("sample", ["italian", "german", "danish"])
@pytest.mark.parametrize("edition", Edition)
def test_all_pairs_of_languages_go_together(
    sample: str, edition: Edition, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(sample)
    closed = case.with_item(2, lambda item: replace(item, closed=True))
    papers = [closed.minutes(language, edition=edition) for language in LANGUAGES]
    for layout, first, second in product(BOTH, papers, papers):
        paper = woven(first, second, layout)
        assert paper == woven(first, second, layout)
        assert paper.language == first.language
        assert len(signature_fields(paper)) == len(signature_fields(first))


def test_a_language_with_itself_is_the_plain_paper(italian: Case) -> None:
    assert italian.in_two_languages("it", "it") == italian.minutes("it")


def test_two_different_papers_are_refused(italian: Case) -> None:
    shorter = italian.changed(items=italian.meeting.items[:2])
    with pytest.raises(ValueError, match=r"zip|argument"):
        woven(italian.minutes("it"), shorter.minutes("de"), Layout.SIDE_BY_SIDE)


def test_the_public_edition_stays_public(italian: Case) -> None:
    secret = italian.with_item(3, lambda item: replace(item, closed=True))
    paper = secret.in_two_languages("it", "de", edition=Edition.PUBLIC)
    assert "D.8/2026" not in page(paper)
    assert "Punto riservato / " in section(paper, "3.")
    assert signature_fields(paper) == []
