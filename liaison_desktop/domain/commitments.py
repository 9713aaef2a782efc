"""When commitments come due again, and when they are late."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from liaison_desktop.domain.agreement_texts import Commitment, CommitmentStatus, Recurrence
from liaison_desktop.domain.agreements import months_after

_MONTHS: Final[Mapping[Recurrence, int]] = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.YEARLY: 12,
}
_DAY = timedelta(days=1)


def due_after(due: date, recurrence: Recurrence) -> date | None:
    """The next day on which a commitment is due; ``None`` if it is due once only.

    It is the day of the same number; whatever was due on the last of a month stays so: 31 March is
    followed by 30 June, and 30 September by 31 December.
    """
    months = _MONTHS.get(recurrence)
    if months is None:
        return None
    if due != date.max and (due + _DAY).month != due.month:
        # The first of the month behind it has its number in every month.
        first = months_after(due + _DAY, months)
        return first if first == date.max else first - _DAY
    return months_after(due, months)


def kept(commitment: Commitment, on: date) -> Commitment:
    """The commitment after it was kept on a day.

    A recurring one stays open with its next day, counted from the day it was due: a late report
    does not make up for the one after it.
    """
    following = due_after(commitment.due or on, commitment.recurrence)
    days = tuple(sorted((*commitment.kept_on, on)))
    if following is None:
        return replace(commitment, status=CommitmentStatus.KEPT, kept_on=days)
    return replace(commitment, due=following, kept_on=days)


def is_overdue(commitment: Commitment, today: date) -> bool:
    """Whether the day is past and it was not kept."""
    waits = commitment.status is CommitmentStatus.OPEN
    return waits and commitment.due is not None and commitment.due < today
