"""Consents and deletions, between row and record."""

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.privacy import Consent, Deletion


def consent_values(consent: Consent) -> Values:
    """The row of a consent."""
    return {
        "id": consent.id,
        "committee_id": consent.committee_id,
        "person_id": consent.person_id,
        "purpose": consent.purpose,
        "basis": consent.basis,
        "text_version": consent.text_version,
        "given_on": consent.given_on,
        "withdrawn_on": consent.withdrawn_on,
    }


def consent_of(row: Row) -> Consent:
    """The consent of a row."""
    return Consent(
        id=row.id,
        committee_id=row.committee_id,
        person_id=row.person_id,
        purpose=row.purpose,
        basis=row.basis,
        text_version=row.text_version,
        given_on=row.given_on,
        withdrawn_on=row.withdrawn_on,
    )


def deletion_values(deletion: Deletion) -> Values:
    """The row of a deletion."""
    return {
        "id": deletion.id,
        "committee_id": deletion.committee_id,
        "on": deletion.on,
        "reason": deletion.reason,
        "record_kind": deletion.record_kind,
        "fields": list(deletion.fields),
    }


def deletion_of(row: Row) -> Deletion:
    """The deletion of a row."""
    return Deletion(
        id=row.id,
        committee_id=row.committee_id,
        on=row.on,
        reason=row.reason,
        record_kind=row.record_kind,
        fields=tuple(row.fields),
    )
