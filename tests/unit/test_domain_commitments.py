"""When commitments come due again, and when they are late."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agreement_texts import Commitment, CommitmentStatus, Recurrence
from liaison_desktop.domain.commitments import due_after, is_overdue, kept

REPORT = Commitment(
    id=UUID(int=1),
    committee_id=UUID(int=2),
    agreement_id=UUID(int=3),
    organisation_id=None,
    text="Report to the committee",
    due=date(2026, 3, 31),
    recurrence=Recurrence.QUARTERLY,
)
PERIODS = {Recurrence.MONTHLY: 1, Recurrence.QUARTERLY: 3, Recurrence.YEARLY: 12}


@pytest.mark.parametrize(
    ("due", "recurrence", "following"),
    [
        (date(2026, 3, 31), Recurrence.QUARTERLY, date(2026, 6, 30)),
        (date(2026, 9, 30), Recurrence.QUARTERLY, date(2026, 12, 31)),
        (date(2026, 1, 31), Recurrence.MONTHLY, date(2026, 2, 28)),
        (date(2026, 2, 28), Recurrence.MONTHLY, date(2026, 3, 31)),
        (date(2028, 2, 29), Recurrence.YEARLY, date(2029, 2, 28)),
        (date(2027, 2, 28), Recurrence.YEARLY, date(2028, 2, 29)),
        (date(2026, 1, 30), Recurrence.MONTHLY, date(2026, 2, 28)),
        (date(2026, 12, 15), Recurrence.MONTHLY, date(2027, 1, 15)),
        (date(2026, 5, 1), Recurrence.ONCE, None),
        (date.max, Recurrence.YEARLY, date.max),
        (date(9999, 11, 30), Recurrence.QUARTERLY, date.max),
    ],
)
def test_it_is_due_again_on_the_day_of_the_same_number(
    due: date, recurrence: Recurrence, following: date | None
) -> None:
    assert due_after(due, recurrence) == following


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.sampled_from(sorted(PERIODS)))
def test_it_comes_due_in_the_right_month_and_the_last_day_stays_the_last(
    due: date, recurrence: Recurrence
) -> None:
    following = due_after(due, recurrence)
    assert following is not None
    months = (following.year - due.year) * 12 + following.month - due.month
    assert months == PERIODS[recurrence]
    last = monthrange(following.year, following.month)[1]
    is_last = (due + timedelta(days=1)).month != due.month
    assert following.day == (last if is_last else min(due.day, last))


def test_what_is_owed_once_is_kept_for_good() -> None:
    once = kept(replace(REPORT, recurrence=Recurrence.ONCE), date(2026, 3, 30))
    assert (once.status, once.kept_on) == (CommitmentStatus.KEPT, (date(2026, 3, 30),))
    assert once.due == date(2026, 3, 31)


def test_a_late_report_does_not_make_up_for_the_next() -> None:
    late = kept(REPORT, date(2026, 8, 1))
    assert (late.status, late.due) == (CommitmentStatus.OPEN, date(2026, 6, 30))
    again = kept(late, date(2026, 7, 1))
    assert again.due == date(2026, 9, 30)
    assert again.kept_on == (date(2026, 7, 1), date(2026, 8, 1))


def test_without_a_day_it_is_counted_from_the_day_it_was_kept() -> None:
    assert kept(replace(REPORT, due=None), date(2026, 1, 10)).due == date(2026, 4, 10)


def test_it_is_overdue_from_the_day_after_unless_kept_or_dropped() -> None:
    assert not is_overdue(REPORT, date(2026, 3, 31))
    assert is_overdue(REPORT, date(2026, 4, 1))
    assert not is_overdue(replace(REPORT, status=CommitmentStatus.DROPPED), date(2026, 4, 1))
    assert not is_overdue(replace(REPORT, due=None), date(2026, 4, 1))
