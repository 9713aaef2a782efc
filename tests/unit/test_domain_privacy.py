"""Bases for keeping personal data, and the texts of agreements."""

from datetime import date
from uuid import UUID

import pytest

from liaison_desktop.domain.agreement_texts import AgreementVersion
from liaison_desktop.domain.privacy import Consent, LegalBasis, Purpose


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
    ],
)
def test_a_consent_holds_until_it_is_withdrawn(day: date, *, holds: bool) -> None:
    consent = Consent(
        id=UUID(int=1),
        committee_id=UUID(int=2),
        person_id=UUID(int=3),
        purpose=Purpose.PHOTO,
        basis=LegalBasis.CONSENT,
        text_version="2026-1",
        given_on=date(2026, 3, 1),
        withdrawn_on=date(2026, 6, 1),
    )
    assert consent.holds_on(day) is holds


def test_a_version_tells_the_terms_of_its_paper() -> None:
    version = AgreementVersion(
        id=UUID(int=1),
        committee_id=UUID(int=2),
        agreement_id=UUID(int=3),
        number=1,
        language="it",
        whereas=("le parti",),
        place="Borgolume",
    )
    terms = version.terms("D.9/2026")
    assert (terms.whereas, terms.place, terms.approved_by) == (
        ("le parti",),
        "Borgolume",
        "D.9/2026",
    )
