"""The public edition holds nothing that may not be published, nor does the record inside it."""

from dataclasses import replace

import pytest

from liaison_desktop.domain.papers import Edition
from liaison_desktop.pdf.document import (
    Document,
)
from tests.documents.conftest import Case
from tests.documents.reading import page, section, signature_fields


@pytest.fixture(scope="session")
def with_closed_item(italian: Case) -> Case:
    return italian.with_item(3, lambda item: replace(item, closed=True))


def everything(paper: Document) -> str:
    return page(paper) + paper.attachments[0].content.decode()


def test_a_closed_item_is_reduced_to_a_line(with_closed_item: Case) -> None:
    public = with_closed_item.minutes(edition=Edition.PUBLIC)
    assert section(public, "3.") == "3. Punto riservato\nArgomento trattato a porte chiuse."
    for secret in ("laborator", "D.8/2026", "A.11/2026", "مشروع"):
        assert secret not in page(public).replace("C – Calendario dei laboratori", "")
    assert "D.8/2026" not in everything(public)


def test_the_full_edition_keeps_it_and_says_so(with_closed_item: Case) -> None:
    full = section(with_closed_item.minutes(), "3.")
    assert "Argomento trattato a porte chiuse." in full
    assert "D.8/2026" in full


def test_personal_data_are_gone_from_the_page_and_from_the_record(italian: Case) -> None:
    full, public = (
        everything(italian.minutes()),
        everything(italian.minutes(edition=Edition.PUBLIC)),
    )
    for personal in ("يوسف البحريان", "collegato da remoto", "Ippolito Granasole"):
        assert personal in full
        assert personal not in public.replace("Il Prof. Granasole", "")
    assert "Invitati (senza diritto di voto): Istituto comprensivo Conchiglia" in public


def test_only_votes_that_must_be_named_stay_in_the_record(italian: Case) -> None:
    public = italian.minutes(edition=Edition.PUBLIC).attachments[0].content.decode()
    assert public.count('"choice":') == 8  # the roll call alone
    danish_rules = italian.in_country("DK").minutes(edition=Edition.PUBLIC)
    assert danish_rules.attachments[0].content.decode().count('"choice":') == 15


def test_outcomes_and_counts_are_those_of_the_full_edition(italian: Case) -> None:
    full, public = page(italian.minutes()), page(italian.minutes(edition=Edition.PUBLIC))
    for line in full.splitlines():
        if line.startswith(("Votazione", "Approvato", "Maggioranza")):
            assert line in public


def test_the_public_edition_is_marked_and_not_signed(italian: Case) -> None:
    public = italian.minutes(edition=Edition.PUBLIC)
    assert public.letterhead is not None
    assert public.letterhead.aside == ("Registro n. ICC-0000118", "Edizione pubblica")
    assert "Il verbale integrale è conservato dal Comitato." in page(public)
    assert signature_fields(public) == []
