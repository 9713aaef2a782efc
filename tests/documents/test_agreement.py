"""The agreement: parties, articles, term and a place to sign for each party; nothing invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from liaison_desktop.documents.agreement import compose_agreement
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    AgreementTerms,
    Renewal,
    Representative,
)
from liaison_desktop.domain.committees import Committee
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.blocks import (
    ListBlock,
    Together,
)
from liaison_desktop.pdf.document import (
    Document,
)
from tests.documents.conftest import COMMITTEES, CREATED
from tests.documents.planned import DEMO
from tests.documents.reading import headings, lines, page, plain, section, signature_fields, walk

NOTHING_MORE = AgreementTerms()

Compose = Callable[..., Document]


def read(name: str) -> tuple[Committee, Agreement]:
    file = read_committee_file(COMMITTEES / name)
    return file.committee, file.agreements[0]


@pytest.fixture(scope="module")
def german() -> tuple[Committee, Agreement]:
    """Signed on 20 May 2026 for 36 months, renews itself, 90 days' notice."""
    return read("de_fuldaberg.json")


@pytest.fixture(scope="module")
def compose(german: tuple[Committee, Agreement]) -> Compose:
    """The German agreement as a paper, after some changes."""
    committee, agreement = german

    def composed(
        language: str = "de", terms: AgreementTerms = NOTHING_MORE, **changes: object
    ) -> Document:
        return compose_agreement(
            replace(agreement, **changes),  # type: ignore[arg-type]  # of its own fields
            terms,
            committee,
            Catalogue(language),
            register_number="IBK-0000140",
            created=CREATED,
        )

    return composed


def test_the_order_of_the_paper(compose: Compose) -> None:
    terms = AgreementTerms(whereas=("Viele reden mit.",), costs="Keine.", data_protection="Keine.")
    assert headings(compose(terms=terms))[1:] == [
        "Partner",
        "Präambel",
        "Inhalt der Vereinbarung",
        "Laufzeit, Verlängerung und Kündigung",
        "Kosten",
        "Datenschutz",
        "Rechtlicher Charakter",
        "Unterschriften der Partner",
    ]


def test_what_is_not_told_is_not_printed(compose: Compose) -> None:
    assert headings(compose())[1:] == [
        "Partner",
        "Inhalt der Vereinbarung",
        "Laufzeit, Verlängerung und Kündigung",
        "Rechtlicher Charakter",
        "Unterschriften der Partner",
    ]
    assert "Gebilligt durch" not in page(compose())


def test_parties_with_who_signs_for_them_where_it_is_known(
    compose: Compose, german: tuple[Committee, Agreement]
) -> None:
    parties = german[1].parties
    terms = AgreementTerms(
        representatives=(
            Representative(
                organisation_id=parties[1].organisation_id,
                name="Jorinde Federlein",
                capacity="Vorstand",
            ),
        )
    )
    paper = compose(terms=terms)
    told = section(paper, "Partner").splitlines()
    assert told[2] == parties[0].name
    assert told[3] == f"{parties[1].name}, vertreten durch Jorinde Federlein, Vorstand"
    first, second, *others = signature_fields(paper)
    assert [f.name for f in (first, second, *others)] == [f"party-{n}" for n in range(1, 6)]
    assert list(map(plain, second.caption))[:3] == [
        parties[1].name,
        "Jorinde Federlein",
        "Vorstand",
    ]
    assert [plain(line).split()[0] for line in first.caption[1:]] == ["Name", "Funktion", "Datum"]
    assert second.label == f"Unterschrift für {parties[1].name}"


def test_articles_keep_their_own_numbers(compose: Compose) -> None:
    articles = section(compose(), "Inhalt der Vereinbarung").splitlines()
    assert articles[1:4] == [
        "Präambel",
        "§ 1: Gegenstand und Ziele",
        "§ 2: Leistungen des Landkreises",
    ]
    assert articles[-2:] == [
        "§ 8: Schlussbestimmungen",
        "Von den Artikeln sind nur die Überschriften erfasst.",
    ]


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("Art. 1 – Premesse", "Art. 1: Premesse"),
        ("Άρθρο 4 – Αίθουσα και κλειδιά", "Άρθρο 4: Αίθουσα και κλειδιά"),
        ("3. Putzplan und Schlüssel", "3.: Putzplan und Schlüssel"),
        ("§2 Formål", "§2: Formål"),
    ],
)
def test_numbers_of_many_countries(compose: Compose, heading: str, printed: str) -> None:
    assert printed in page(compose(articles=(heading,)))


def test_articles_without_numbers_are_numbered(compose: Compose) -> None:
    paper = compose(articles=("Ziele", "Kosten", "2026 und danach"))
    *_, articles = (block for block in walk(paper.blocks) if isinstance(block, ListBlock))
    assert articles.ordered
    assert len(articles.entries) == 3


def test_every_word_of_every_heading_is_printed() -> None:
    for name in ("at", "de", "dk", "gr", "it"):
        file = read_committee_file(DEMO / f"{name}.json")
        for agreement in file.agreements:
            paper = compose_agreement(
                agreement,
                NOTHING_MORE,
                file.committee,
                Catalogue(file.committee.language),
                register_number="",
                created=CREATED,
            )
            text = page(paper)
            words = {word for heading in agreement.articles for word in heading.split()}
            assert {w for w in words - {"–"} if w.strip(".") not in text} == set()
            assert all(party.name in text for party in agreement.parties)


def test_the_term_with_its_days(compose: Compose) -> None:
    assert section(compose(), "Laufzeit").splitlines()[1:] == [
        "Laufzeit: 36 Monate ab dem Tag der Unterzeichnung; 20. Mai 2026 bis 20. Mai 2029",
        "Verlängerung: Sie verlängert sich jeweils um 12 Monate, wenn kein Partner rechtzeitig"
        " kündigt.",
        "Kündigung: Frist von 90 Tagen vor dem Ende der Laufzeit; spätestens am 19. Februar 2029",
    ]


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({"signed_on": None}, "Laufzeit: 36 Monate ab dem Tag der Unterzeichnung\n"),
        ({"duration_months": 1}, "ein Monat ab dem Tag der Unterzeichnung"),
        ({"duration_months": None}, "Laufzeit: Ein Ende wurde nicht vereinbart."),
        ({"renewal": Renewal.NONE}, "Sie endet ohne Verlängerung."),
        ({"renewal": Renewal.EXPRESS}, "Durch ausdrückliche Vereinbarung der Partner."),
        ({"renewal_months": None}, "Sie verlängert sich, wenn kein Partner rechtzeitig kündigt."),
        ({"renewal_months": 1}, "verlängert sich jeweils um einen Monat"),
        ({"notice_days": 1}, "Frist von einem Tag vor dem Ende"),
    ],
)
def test_other_terms(compose: Compose, changes: dict[str, object], printed: str) -> None:
    assert printed in section(compose(**changes), "Laufzeit")


def test_without_notice_nothing_is_said_of_it(compose: Compose) -> None:
    assert "Kündigung:" not in section(compose(notice_days=None), "Laufzeit")


def test_nobody_signs_a_page_without_a_clause(compose: Compose) -> None:
    end = ["\n".join(lines((block,))) for block in compose().blocks if isinstance(block, Together)][
        -1
    ]
    assert end.startswith("Rechtlicher Charakter\n")
    assert "\nUnterschriften der Partner\n" in end


def test_the_legal_nature_is_the_usual_one_or_the_parties_own(compose: Compose) -> None:
    assert "gerichtlich durchsetzbare Ansprüche begründet sie nicht" in page(compose())
    own = compose(terms=AgreementTerms(legal_nature="Bindend nach § 54 VwVfG."))
    assert "Rechtlicher Charakter\nBindend nach § 54 VwVfG.\n" in page(own)
    assert "gerichtlich" not in page(own)


@pytest.mark.parametrize(
    ("status", "mark", "watermark", "places"),
    [
        (AgreementStatus.DRAFT, "Entwurf, nicht genehmigt", "Entwurf", 0),
        (AgreementStatus.APPROVED, "", "", 5),
        (AgreementStatus.SIGNED, "", "", 5),
        (AgreementStatus.IN_FORCE, "", "", 5),
        (AgreementStatus.EXPIRED, "Abgelaufen", "", 0),
        (AgreementStatus.WITHDRAWN, "Gekündigt", "", 0),
    ],
)
def test_what_the_status_makes_of_the_paper(
    compose: Compose, status: AgreementStatus, mark: str, watermark: str, places: int
) -> None:
    paper = compose(status=status)
    assert paper.letterhead is not None
    assert paper.letterhead.aside[1:] == ((mark,) if mark else ())
    assert paper.watermark == watermark
    assert len(signature_fields(paper)) == places


def test_place_and_day_are_told_or_left_to_write(compose: Compose) -> None:
    told = compose(terms=AgreementTerms(place="Kreishaus", approved_by="B 9/2026"))
    assert "Ort, Datum: Kreishaus, 20. Mai 2026" in page(told)
    assert "Gebilligt durch: B 9/2026" in page(told)
    assert "Ort, Datum: Fuldaberg, ....." in page(compose(signed_on=None))


def test_the_kind_is_said_where_the_title_does_not(compose: Compose) -> None:
    assert "Kooperationsvereinbarung" not in page(compose(title="Miteinander")).splitlines()[0]
    assert page(compose(title="Miteinander")).splitlines()[1] == "Kooperationsvereinbarung"
    assert page(compose()).splitlines()[1] != "Kooperationsvereinbarung"
    assert page(compose("en")).splitlines()[1] == "Memorandum of understanding"


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_articles_keep_the_language_of_the_record(
    compose: Compose, german: tuple[Committee, Agreement], language: str
) -> None:
    paper = compose(language)
    assert paper == compose(language)
    assert paper.title == german[1].title
    assert "Gegenstand und Ziele" in page(paper)
    assert len(signature_fields(paper)) == len(german[1].parties)


def test_an_agreement_of_nobody_about_nothing(compose: Compose) -> None:
    bare = compose(parties=(), articles=(), signed_on=date(2026, 1, 31), duration_months=1)
    assert signature_fields(bare) == []
    assert "28. Februar 2026" in page(bare)
