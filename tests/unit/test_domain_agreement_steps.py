"""The way of an agreement from draft to end, its standing, its amendments."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agreement_steps import (
    EDITABLE,
    NOTICE_AHEAD,
    STEPS,
    Standing,
    may_become,
    standing,
)
from liaison_desktop.domain.agreement_texts import (
    Article,
    amendment,
    as_of,
    first_version,
    newest_version,
)
from liaison_desktop.domain.agreements import RUNNING, Agreement, AgreementStatus, Renewal, ends_on

TODAY = date(2026, 11, 25)
DECISION = UUID(int=9)

AGREEMENT = Agreement(
    id=UUID(int=1),
    committee_id=UUID(int=2),
    key="a1",
    kind="protocollo d’intesa",
    title="Sala dei Mercati",
    status=AgreementStatus.IN_FORCE,
    parties=(),
    signed_on=date(2026, 1, 15),
    duration_months=12,
    notice_days=30,
    articles=("Art. 1 – Finalità", "Art. 2 – Durata"),
)


def test_every_state_says_what_may_follow() -> None:
    assert set(STEPS) == set(AgreementStatus)
    assert {AgreementStatus.DRAFT, AgreementStatus.NEGOTIATION} == EDITABLE


def test_the_usual_way_leads_from_draft_to_expired() -> None:
    way = [AgreementStatus.DRAFT]
    while STEPS[way[-1]]:
        way.append(STEPS[way[-1]][0])
    assert way == [
        AgreementStatus.DRAFT,
        AgreementStatus.NEGOTIATION,
        AgreementStatus.APPROVED,
        AgreementStatus.SIGNED,
        AgreementStatus.IN_FORCE,
        AgreementStatus.EXPIRED,
    ]


@pytest.mark.parametrize(
    "signed", [*sorted(RUNNING), AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN]
)
def test_nothing_leads_back_behind_a_signature(signed: AgreementStatus) -> None:
    behind = {*EDITABLE, AgreementStatus.APPROVED}
    assert not behind & set(STEPS[signed])


def test_steps_are_asked_of_the_agreement() -> None:
    assert may_become(AGREEMENT, AgreementStatus.EXPIRED)
    assert not may_become(AGREEMENT, AgreementStatus.DRAFT)


def stands(today: date = TODAY, **changes: object) -> Standing | None:
    return standing(replace(AGREEMENT, **changes), today)  # type: ignore[arg-type]


def test_it_ends_soon_when_the_last_day_of_notice_or_the_end_is_near() -> None:
    end, notice = date(2027, 1, 15), date(2026, 12, 16)
    assert stands(notice - NOTICE_AHEAD - timedelta(days=1)) is None
    assert stands(notice - NOTICE_AHEAD) is Standing.ENDING
    assert stands(notice + timedelta(days=1)) is Standing.ENDING
    assert stands(end) is Standing.ENDING
    assert stands(end + timedelta(days=1)) is Standing.ENDED


def test_one_that_has_renewed_itself_says_so_until_it_ends_soon_again() -> None:
    tacit: dict[str, Any] = {"renewal": Renewal.TACIT, "renewal_months": 12}
    assert stands(date(2027, 3, 1), **tacit) is Standing.RENEWED
    assert stands(date(2027, 12, 1), **tacit) is Standing.ENDING


@pytest.mark.parametrize("status", [AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN])
def test_what_expired_or_was_withdrawn_has_ended(status: AgreementStatus) -> None:
    assert stands(status=status) is Standing.ENDED


def test_who_leaves_with_a_day_to_come_is_bound_until_then() -> None:
    leaving: dict[str, Any] = {"status": AgreementStatus.WITHDRAWN, "ended_on": TODAY}
    assert stands(**leaving) is Standing.ENDING
    assert stands(TODAY + timedelta(days=1), **leaving) is Standing.ENDED


@pytest.mark.parametrize("status", [*sorted(EDITABLE), AgreementStatus.APPROVED])
def test_what_is_not_signed_stands_nowhere_yet(status: AgreementStatus) -> None:
    assert stands(date(2027, 1, 1), status=status, starts_on=date(2026, 1, 1)) is None


def test_without_an_end_it_just_runs() -> None:
    assert stands(duration_months=None) is None


@given(
    signed_on=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    months=st.integers(1, 120),
    renewal=st.none() | st.integers(0, 36),
    notice=st.none() | st.integers(0, 400),
    today=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_a_running_agreement_with_tacit_renewal_never_ends_by_itself(
    signed_on: date, months: int, renewal: int | None, notice: int | None, today: date
) -> None:
    running = replace(
        AGREEMENT,
        signed_on=signed_on,
        duration_months=months,
        renewal=Renewal.TACIT,
        renewal_months=renewal,
        notice_days=notice,
    )
    end = ends_on(running, today)
    assert end is not None
    assert (standing(running, today) is Standing.ENDED) == (end < today)
    if renewal:
        assert end >= today


def test_the_first_text_of_an_agreement_known_by_its_headings() -> None:
    first = first_version(UUID(int=5), replace(AGREEMENT, decision_id=DECISION), "it")
    assert first.articles == (
        Article(heading="Art. 1 – Finalità"),
        Article(heading="Art. 2 – Durata"),
    )
    assert (first.number, first.agreed_on, first.decision_id) == (1, date(2026, 1, 15), DECISION)


def test_a_version_tells_the_terms_beside_its_articles() -> None:
    first = replace(
        first_version(UUID(int=5), AGREEMENT, "it"), whereas=("Ci si conosce.",), place="Borgolume"
    )
    terms = first.terms("D.9/2026")
    assert (terms.whereas, terms.place) == (("Ci si conosce.",), "Borgolume")
    assert terms.approved_by == "D.9/2026"


def test_an_amendment_begins_with_the_text_that_was_agreed() -> None:
    first = first_version(UUID(int=5), AGREEMENT, "it")
    second = amendment(first, UUID(int=6), "One party more")
    assert (second.number, second.reason, second.agreed_on) == (2, "One party more", None)
    assert second.articles == first.articles
    assert newest_version((second, first)) == second
    assert newest_version(()) is None
    with pytest.raises(ValueError, match="agreed"):
        amendment(second, UUID(int=7), "Too early")


def test_the_paper_of_an_amendment_has_its_own_state_and_day() -> None:
    first = first_version(UUID(int=5), AGREEMENT, "it")
    assert as_of(AGREEMENT, first) == AGREEMENT
    second = amendment(first, UUID(int=6), "One party more")
    drafted = as_of(AGREEMENT, second)
    assert (drafted.status, drafted.signed_on) == (AgreementStatus.DRAFT, None)
    assert ends_on(drafted) == ends_on(AGREEMENT)
    adopted = replace(second, decision_id=DECISION)
    assert as_of(AGREEMENT, adopted).status is AgreementStatus.APPROVED
    agreed = as_of(AGREEMENT, replace(adopted, agreed_on=TODAY))
    assert (agreed.status, agreed.signed_on) == (AgreementStatus.SIGNED, TODAY)
