"""End and notice day of agreements."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    AgreementTerms,
    Party,
    Renewal,
    Representative,
    begins_on,
    ends_on,
    notice_until,
)


def agreement(
    signed_on: date | None = date(2026, 5, 20),
    months: int | None = 36,
    *,
    renewal: Renewal = Renewal.NONE,
    renewal_months: int | None = None,
    notice_days: int | None = 90,
    status: AgreementStatus = AgreementStatus.SIGNED,
) -> Agreement:
    return Agreement(
        id=UUID(int=1),
        committee_id=UUID(int=2),
        key="a1",
        kind="Kooperationsvereinbarung",
        title="Together",
        status=status,
        parties=(Party(organisation_id=UUID(int=3), name="Landkreis Fuldaberg"),),
        signed_on=signed_on,
        duration_months=months,
        renewal=renewal,
        renewal_months=renewal_months,
        notice_days=notice_days,
    )


def test_an_agreement_ends_on_the_day_of_the_same_number() -> None:
    fuldaberg = agreement()
    assert ends_on(fuldaberg) == date(2029, 5, 20)
    assert notice_until(fuldaberg) == date(2029, 2, 19)


@pytest.mark.parametrize(
    ("signed_on", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
        (date(2026, 5, 20), 100_000, date.max),
    ],
)
def test_months_are_counted_by_the_calendar(signed_on: date, months: int, end: date) -> None:
    assert ends_on(agreement(signed_on, months)) == end


def test_it_begins_on_the_day_agreed_upon_else_with_the_signature() -> None:
    later = replace(agreement(), starts_on=date(2026, 9, 1))
    assert begins_on(agreement()) == date(2026, 5, 20)
    assert begins_on(later) == date(2026, 9, 1)
    assert ends_on(later) == date(2029, 9, 1)
    assert notice_until(later) == date(2029, 6, 3)
    assert ends_on(replace(later, signed_on=None)) == date(2029, 9, 1)


def test_what_was_ended_before_its_time_ends_then_and_has_no_notice_to_keep() -> None:
    ended = replace(agreement(), ended_on=date(2027, 1, 31))
    assert ends_on(ended) == ends_on(ended, date(2028, 1, 1)) == date(2027, 1, 31)
    assert notice_until(ended) is None


@pytest.mark.parametrize("open_ended", [agreement(None), agreement(months=None)])
def test_without_signature_or_duration_there_is_no_end(open_ended: Agreement) -> None:
    assert ends_on(open_ended) is None
    assert notice_until(open_ended) is None


def test_without_a_notice_period_there_is_no_day_to_keep() -> None:
    assert notice_until(agreement(notice_days=None)) is None
    assert notice_until(agreement(notice_days=0)) == date(2029, 5, 20)


TACIT = agreement(renewal=Renewal.TACIT, renewal_months=12)


@pytest.mark.parametrize(
    ("today", "end"),
    [
        (None, date(2029, 5, 20)),
        (date(2026, 5, 20), date(2029, 5, 20)),
        (date(2029, 5, 20), date(2029, 5, 20)),
        (date(2029, 5, 21), date(2030, 5, 20)),
        (date(2031, 1, 1), date(2031, 5, 20)),
    ],
)
def test_tacit_renewal_runs_on_to_the_end_of_the_present_term(
    today: date | None, end: date
) -> None:
    assert ends_on(TACIT, today) == end
    assert notice_until(TACIT, today) == end - timedelta(days=90)


@pytest.mark.parametrize(
    "ending",
    [
        agreement(renewal=Renewal.EXPRESS, renewal_months=12),
        agreement(renewal=Renewal.TACIT),
        agreement(renewal=Renewal.TACIT, renewal_months=0),
        replace(TACIT, status=AgreementStatus.WITHDRAWN),
        replace(TACIT, status=AgreementStatus.EXPIRED),
    ],
)
def test_what_does_not_renew_itself_keeps_its_end(ending: Agreement) -> None:
    assert ends_on(ending, date(2040, 1, 1)) == date(2029, 5, 20)


def test_renewal_by_months_does_not_lose_the_31st() -> None:
    monthly = agreement(date(2026, 1, 31), 1, renewal=Renewal.TACIT, renewal_months=1)
    assert ends_on(monthly, date(2026, 3, 1)) == date(2026, 3, 31)


@given(
    signed_on=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    months=st.integers(1, 240),
    renewal=st.integers(1, 60),
    today=st.dates(date(1990, 1, 1), date(2200, 1, 1)),
)
def test_the_running_term_is_the_first_that_is_not_over(
    signed_on: date, months: int, renewal: int, today: date
) -> None:
    renewed = agreement(signed_on, months, renewal=Renewal.TACIT, renewal_months=renewal)
    end = ends_on(renewed, today)
    assert end is not None
    assert end >= today or end == date.max
    terms = (end.year - signed_on.year) * 12 + end.month - signed_on.month - months
    assert terms % renewal == 0
    if terms:
        before = ends_on(agreement(signed_on, months + terms - renewal))
        assert before is not None
        assert before < today


def test_a_partys_representative_is_found_where_told() -> None:
    told = Representative(organisation_id=UUID(int=3), name="Jorinde Federlein")
    terms = AgreementTerms(representatives=(told,))
    (party,) = agreement().parties
    assert terms.representative(party) == told
    assert terms.representative(replace(party, organisation_id=UUID(int=4))) is None
