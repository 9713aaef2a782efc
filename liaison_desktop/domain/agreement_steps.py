"""How an agreement proceeds from the draft to its end, and where it stands on a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from liaison_desktop.domain.agreements import (
    RUNNING,
    Agreement,
    AgreementStatus,
    ends_on,
    notice_until,
    terms_begun,
)

NOTICE_AHEAD = timedelta(days=60)
"""How far ahead an end or a last day of notice is worth a word."""

STEPS: Final[Mapping[AgreementStatus, tuple[AgreementStatus, ...]]] = {
    AgreementStatus.DRAFT: (
        AgreementStatus.NEGOTIATION,
        AgreementStatus.APPROVED,
        AgreementStatus.WITHDRAWN,
    ),
    AgreementStatus.NEGOTIATION: (
        AgreementStatus.APPROVED,
        AgreementStatus.DRAFT,
        AgreementStatus.WITHDRAWN,
    ),
    AgreementStatus.APPROVED: (
        AgreementStatus.SIGNED,
        AgreementStatus.NEGOTIATION,
        AgreementStatus.DRAFT,
        AgreementStatus.WITHDRAWN,
    ),
    AgreementStatus.SIGNED: (
        AgreementStatus.IN_FORCE,
        AgreementStatus.EXPIRED,
        AgreementStatus.WITHDRAWN,
    ),
    AgreementStatus.IN_FORCE: (AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN),
    AgreementStatus.EXPIRED: (),
    AgreementStatus.WITHDRAWN: (),
}
"""What may follow each state, the usual step first; nothing leads back behind a signature."""

EDITABLE = frozenset({AgreementStatus.DRAFT, AgreementStatus.NEGOTIATION})
"""States in which the text may still be changed."""


class Standing(StrEnum):
    """Where an agreement stands on a day, beyond its state."""

    ENDING = "ending"
    RENEWED = "renewed"
    ENDED = "ended"


def may_become(agreement: Agreement, status: AgreementStatus) -> bool:
    """Whether the agreement can take that step."""
    return status in STEPS[agreement.status]


def standing(agreement: Agreement, today: date) -> Standing | None:
    """Where an agreement stands on a day; ``None`` = its state says it all.

    What needs somebody soon comes before what is only good to know.
    """
    end, notice = ends_on(agreement, today), notice_until(agreement, today)
    if agreement.status in (AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN):
        leaves_later = agreement.ended_on is not None and agreement.ended_on >= today
        return Standing.ENDING if leaves_later else Standing.ENDED
    if agreement.status not in RUNNING:
        return None
    if end and end < today:
        return Standing.ENDED
    if any(day and today <= day <= today + NOTICE_AHEAD for day in (end, notice)):
        return Standing.ENDING
    return Standing.RENEWED if terms_begun(agreement, today) > 1 else None
