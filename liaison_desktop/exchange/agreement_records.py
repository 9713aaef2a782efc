"""The agreements of a file."""

import re
from collections.abc import Iterable

from liaison_desktop.domain.agreements import Agreement, AgreementStatus, Party, Renewal
from liaison_desktop.domain.committees import Committee
from liaison_desktop.exchange.committee_records import MOST_DAYS
from liaison_desktop.exchange.identifiers import record_id
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.people_records import Roll
from liaison_desktop.exchange.uniqueness import Distinct

_MOST_MONTHS = 1200

# "automatic_12": it renews itself, each time for twelve months.
_AUTOMATIC = re.compile(r"automatic_([1-9][0-9]{0,2})")
_NOT_IN_KEYS = re.compile(r"\W+")


def read_agreements(
    entries: Iterable[JsonObject], committee: Committee, roll: Roll
) -> tuple[Agreement, ...]:
    """The agreements between a committee's organisations.

    Raises:
        UserError: the problems of ``JsonObject``, ``key_twice``, ``organisation_not_in_file``,
        ``party_twice``.
    """
    seen = Distinct("key_twice")
    agreements = []
    for entry in entries:
        agreement = _agreement(entry, committee, roll)
        seen.add(agreement.key, entry.place.key("id"))
        agreements.append(agreement)
    return tuple(agreements)


def _agreement(entry: JsonObject, committee: Committee, roll: Roll) -> Agreement:
    title = entry.text("title")
    key = entry.text("id") if "id" in entry else _key_from(title)
    renewal, renewal_months = _renewal(entry)
    return Agreement(
        id=record_id(committee.key, "agreement", key),
        committee_id=committee.id,
        key=key,
        kind=entry.text("kind"),
        title=title,
        status=entry.choice("status", AgreementStatus),
        parties=_parties(entry, roll),
        signed_on=entry.day("signed_on") if "signed_on" in entry else None,
        duration_months=_number(entry, "duration_months", 1, _MOST_MONTHS),
        renewal=renewal,
        renewal_months=renewal_months,
        notice_days=_number(entry, "withdrawal_notice_days", 0, MOST_DAYS),
        articles=entry.texts("articles"),
    )


def _key_from(title: str) -> str:
    """Most files give an agreement no key; its title tells it from the others of the committee."""
    return _NOT_IN_KEYS.sub("-", title.casefold()).strip("-") or "agreement"


def _number(entry: JsonObject, key: str, least: int, most: int) -> int | None:
    return entry.number(key, least, most) if key in entry else None


def _parties(entry: JsonObject, roll: Roll) -> tuple[Party, ...]:
    entry.require("parties")
    seen = Distinct("party_twice")
    parties = []
    for key, place in entry.placed_texts("parties"):
        organisation = roll.organisation(key, place)
        seen.add(key, place)
        parties.append(Party(organisation_id=organisation.id, name=organisation.name))
    return tuple(parties)


def _renewal(entry: JsonObject) -> tuple[Renewal, int | None]:
    if "renewal" not in entry:
        return Renewal.NONE, None
    automatic = _AUTOMATIC.fullmatch(entry.text("renewal"))
    if automatic:
        return Renewal.TACIT, int(automatic[1])
    return entry.choice("renewal", Renewal), None
