"""Committees and the people in them, as they are exported."""

import sqlalchemy as sa

from liaison_desktop.db.exports.table import ExportColumn, ExportTable, columns_of
from liaison_desktop.db.tables import (
    committee,
    membership,
    organisation,
    person,
    rules_version,
    seat,
)


def committees() -> ExportTable:
    """One row for each committee."""
    return ExportTable(
        name="committees",
        source=committee,
        committee=committee.c.id,
        order=(committee.c.key,),
        described=columns_of(
            committee,
            "id",
            "key",
            "name",
            "abbreviation",
            "city",
            "country",
            "language",
            "seat_count",
            "established_on",
            "term_start",
            "term_end",
            "register_prefix",
            "register_next",
            "notice",
        ),
    )


def rules() -> ExportTable:
    """One row for each version of a committee's rules."""
    stored = rules_version.c.rules
    texts = (
        "quorum",
        "second_call_quorum",
        "quorum_base",
        "majority",
        "abstention",
        "tie",
        "secret_ballot",
    )
    return ExportTable(
        name="rules",
        source=rules_version,
        committee=rules_version.c.committee_id,
        order=(rules_version.c.committee_id, rules_version.c.valid_from),
        described=(
            *columns_of(rules_version, "id", "committee_id", "valid_from"),
            *(ExportColumn(name, stored[name].as_string()) for name in texts),
            ExportColumn("notice_days", stored["notice_days"].as_integer()),
            ExportColumn("signatories", stored["signatories"]),
            ExportColumn("text", stored["text"].as_string()),
        ),
    )


def organisations() -> ExportTable:
    """One row for each organisation."""
    return ExportTable(
        name="organisations",
        source=organisation,
        committee=organisation.c.committee_id,
        order=(organisation.c.sort_key, organisation.c.id),
        described=columns_of(
            organisation,
            "id",
            "committee_id",
            "key",
            "name",
            "native_language",
            "native_name",
            "constituency",
        ),
    )


def people() -> ExportTable:
    """One row for each person; without personal columns people are numbers."""
    return ExportTable(
        name="people",
        source=person,
        committee=person.c.committee_id,
        order=(person.c.id,),
        described=columns_of(
            person,
            "id",
            "committee_id",
            "key",
            "given_name",
            "family_name",
            "native_language",
            "native_name",
            "gender",
            "age_range",
            "email",
            personal=frozenset(
                {"given_name", "family_name", "native_language", "native_name", "email"}
            ),
        ),
    )


def seats() -> ExportTable:
    """One row for each seat."""
    return ExportTable(
        name="seats",
        source=seat,
        committee=seat.c.committee_id,
        order=(seat.c.committee_id, sa.func.length(seat.c.key), seat.c.key),
        described=columns_of(
            seat, "id", "committee_id", "key", "constituency", "organisation_id", "voting"
        ),
    )


def memberships() -> ExportTable:
    """One row for each term of a person in a seat."""
    return ExportTable(
        name="memberships",
        source=membership,
        committee=membership.c.committee_id,
        order=(membership.c.id,),
        described=columns_of(
            membership,
            "id",
            "committee_id",
            "seat_id",
            "person_id",
            "capacity",
            "role",
            "start",
            "end",
        ),
    )
