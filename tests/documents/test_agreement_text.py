"""The text of an agreement and of its amendments on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.documents.agreement import compose_agreement
from liaison_desktop.domain.agreement_texts import AgreementVersion, Article
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    Party,
    Renewal,
    Representative,
)
from liaison_desktop.domain.committees import Committee
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.agreement_template import agreement_template
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.blocks import (
    Foreign,
    ListBlock,
)
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.documents.conftest import COMMITTEES, CREATED
from tests.documents.reading import headings, page, section, signature_fields, walk
from tests.pdf.gates import complaints

NAMES = (
    "Comune di Borgolume",
    "Σύλλογος Μεταναστών «Ο Δρόμος»",
    "جمعية النهر الثقافية",
    "Foreningen Åben Dør",
    "Kulturverein Brücke e. V.",
    "Associazione di donne Finestra sul Dnestr ODV",
)
PARTIES = tuple(Party(organisation_id=UUID(int=n), name=name) for n, name in enumerate(NAMES, 1))
SIGNERS = (
    Representative(organisation_id=UUID(int=1), name="Rosalba Cantaluna", capacity="sindaca"),
    Representative(organisation_id=UUID(int=3), name="سمير بن زهرة", capacity="رئيس الجمعية"),
)
AGREEMENT = Agreement(
    id=UUID(int=20),
    committee_id=UUID(int=21),
    key="a1",
    kind="protocollo d’intesa",
    title="Sala dei Mercati",
    status=AgreementStatus.APPROVED,
    parties=PARTIES,
    starts_on=date(2027, 1, 1),
    duration_months=24,
    renewal=Renewal.TACIT,
    renewal_months=12,
    notice_days=90,
)
FIRST = AgreementVersion(
    id=UUID(int=30),
    committee_id=UUID(int=21),
    agreement_id=UUID(int=20),
    number=1,
    language="it",
    articles=(
        Article(heading="Finalità", text="Si lavora **insieme**:\n\n- in piazza;\n- a scuola."),
        Article(heading="Oneri", text="Ciascuno i propri."),
    ),
    whereas=("ci si conosce poco",),
    representatives=SIGNERS,
    place="Borgolume",
)
SECOND = replace(
    FIRST, id=UUID(int=31), number=2, reason="Si aggiunge la biblioteca", decision_id=UUID(int=9)
)


@pytest.fixture(scope="module")
def committee() -> Committee:
    return read_committee_file(COMMITTEES / "it_portochiaro.json").committee


def compose(
    committee: Committee,
    language: str = "it",
    version: AgreementVersion = FIRST,
    agreement: Agreement = AGREEMENT,
) -> Document:
    return compose_agreement(
        agreement,
        version.terms("D.9/2026"),
        committee,
        Catalogue(language),
        register_number="CIC-0000012",
        created=CREATED,
        version=version,
    )


def template_version(language: str) -> AgreementVersion:
    template = agreement_template(Catalogue(language))
    return replace(FIRST, language=language, articles=template.articles, whereas=template.whereas)


def test_the_articles_are_printed_with_their_text_and_numbered(committee: Committee) -> None:
    paper = compose(committee)
    assert headings(paper) == [
        "Sala dei Mercati",
        "Parti",
        "Premesso che",
        "Art. 1 – Finalità",
        "Art. 2 – Oneri",
        "Durata e termini",
        "Sottoscrizione delle Parti",
    ]
    assert "Si lavora insieme:" in section(paper, "Art. 1 – Finalità")
    assert any(isinstance(block, ListBlock) and not block.ordered for block in walk(paper.blocks))
    assert "sole rubriche" not in page(paper)
    assert "Durata: 24 mesi; 1 gennaio 2027 – 1 gennaio 2029" in page(paper)


def test_articles_with_numbers_of_their_own_keep_them(committee: Committee) -> None:
    own = replace(FIRST, articles=(Article(heading="Art. 1-bis – Finalità", text="Insieme."),))
    numbered = replace(own, articles=(Article(heading="Art. 7 – Finalità", text="Insieme."),))
    assert "Art. 7 – Finalità" in headings(compose(committee, version=numbered))
    assert "Art. 1 – Art. 1-bis – Finalità" in headings(compose(committee, version=own))


def test_headings_alone_say_that_they_are_all_there_is(committee: Committee) -> None:
    bare = replace(FIRST, articles=(Article(heading="Finalità"), Article(heading="Oneri")))
    paper = compose(committee, version=bare)
    assert headings(paper)[3:-1] == [
        "Articoli",
        "Durata, rinnovo e recesso",
        "Natura dell’accordo",
    ]
    assert "Degli articoli sono registrate le sole rubriche." in page(paper)


def test_own_words_on_its_legal_nature_are_printed_after_the_articles(
    committee: Committee,
) -> None:
    own = replace(FIRST, legal_nature="Vincolante.", costs="Nessuno.")
    assert headings(compose(committee, version=own))[-4:-1] == [
        "Durata e termini",
        "Oneri",
        "Natura dell’accordo",
    ]


def test_a_paper_of_another_language_quotes_the_text(committee: Committee) -> None:
    paper = compose(committee, "de")
    foreign = [block for block in walk(paper.blocks) if isinstance(block, Foreign)]
    assert {block.language for block in foreign} == {"it"}
    assert "§ 1 – Finalità" in headings(paper)
    assert "Laufzeit und Fristen" in headings(paper)


def test_latin_names_keep_their_order_in_an_arabic_agreement(committee: Committee) -> None:
    paper = compose(committee, "ar", template_version("ar"))
    assert "\u2068Kulturverein Brücke e. V.\u2069" in page(paper)
    assert "\u2068sindaca\u2069" in page(paper)


def test_six_parties_each_have_a_place_to_sign(committee: Committee) -> None:
    fields = signature_fields(compose(committee))
    assert [field.name for field in fields] == [f"party-{n}" for n in range(1, 7)]


def test_an_amendment_says_what_it_amends_and_why(committee: Committee) -> None:
    paper = compose(committee, version=SECOND)
    assert headings(paper)[0] == paper.title == "Modifica n. 1 a «Sala dei Mercati»"
    assert "Motivo della modifica: Si aggiunge la biblioteca" in page(paper)
    assert "il loro protocollo abbia il seguente tenore" in page(paper)
    assert len(signature_fields(paper)) == 6


def test_an_amendment_is_a_draft_until_it_is_adopted(committee: Committee) -> None:
    signed = replace(
        AGREEMENT, status=AgreementStatus.IN_FORCE, signed_on=date(2026, 12, 1), starts_on=None
    )
    draft = compose(committee, version=replace(SECOND, decision_id=None), agreement=signed)
    assert draft.watermark == "Bozza"
    assert signature_fields(draft) == []
    agreed = compose(
        committee, version=replace(SECOND, agreed_on=date(2027, 5, 5)), agreement=signed
    )
    assert "Data di sottoscrizione: 5 maggio 2027" in page(agreed)
    assert "1 dicembre 2026 – 1 dicembre 2028" in page(agreed)


def test_what_is_negotiated_is_a_draft(committee: Committee) -> None:
    negotiated = replace(AGREEMENT, status=AgreementStatus.NEGOTIATION)
    paper = compose(committee, agreement=negotiated)
    assert paper.watermark == "Bozza"
    assert signature_fields(paper) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amending", [False, True])
def test_every_judge_passes_six_parties_in_every_language(
    committee: Committee, language: str, *, amending: bool, tmp_path: Path
) -> None:
    version = template_version(language)
    if amending:
        version = replace(version, number=2, reason=SECOND.reason, decision_id=UUID(int=9))
    data = typeset(compose(committee, language, version))
    assert data == typeset(compose(committee, language, version))
    path = tmp_path / "agreement.pdf"
    path.write_bytes(data)
    assert complaints(path) == []
