"""The committee of a file and its rules."""

import re
from datetime import date

from liaison_desktop.domain.committees import (
    AbstentionRule,
    Committee,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    RulesVersion,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import format_number
from liaison_desktop.exchange.identifiers import record_id
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.i18n.catalogue import LANGUAGES

MOST_SEATS = 1000
MOST_DAYS = 3660
_MOST_REGISTERED = 9_999_999

# People type it, with a slash and a meeting's number behind it.
_KEY = re.compile(r"\w[\w.-]{0,39}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def read_committee(root: JsonObject) -> Committee:
    """The committee; the patterns of its decisions and actions only show in their numbers.

    Raises:
        UserError: the problems of ``JsonObject``, ``language_unknown``, ``committee_key``,
            ``country_code``, ``minutes_pattern``, ``term_reversed``.
    """
    entry = root.child("committee")
    key = entry.text("id")
    if not _KEY.fullmatch(key):
        raise entry.place.key("id").error("committee_key")
    term_start, term_end = _term(entry)
    register = entry.child("register") if "register" in entry else None
    return Committee(
        id=record_id(key, "committee", key),
        key=key,
        name=entry.text("name"),
        abbreviation=entry.optional_text("abbr"),
        city=entry.text("city"),
        country=_country(entry),
        language=_language(root),
        seat_count=entry.number("seats", 1, MOST_SEATS),
        established_on=entry.day("established_on") if "established_on" in entry else None,
        term_start=term_start,
        term_end=term_end,
        minutes_pattern=_pattern(entry, "number_pattern"),
        register_prefix=register.optional_text("prefix") if register else "",
        register_next=register.number("next", 1, _MOST_REGISTERED) if register else 1,
        notice=root.optional_text("notice"),
        correction_pattern=_pattern(entry, "correction_pattern"),
    )


def read_rules(entry: JsonObject) -> Rules:
    """The rules of procedure of a ``committee`` object.

    Raises:
        UserError: the problems of ``JsonObject``.
    """
    rules = entry.child("rules")
    rules.require("signatories")
    return Rules(
        quorum=rules.choice("quorum", QuorumRule),
        second_call_quorum=rules.choice("second_call_quorum", QuorumRule),
        quorum_base=(
            rules.choice("quorum_base", QuorumBase)
            if "quorum_base" in rules
            else QuorumBase.FILLED_SEATS
        ),
        majority=rules.choice("majority", MajorityBase),
        abstention=rules.choice("abstention", AbstentionRule),
        tie=rules.choice("tie", TieRule),
        secret_ballot=rules.choice("secret_ballot", SecretBallotRule),
        notice_days=rules.number("notice_days", 0, MOST_DAYS),
        signatories=rules.choices("signatories", SignatoryRule),
        text=entry.optional_text("rules_text"),
    )


def rules_version(committee: Committee, rules: Rules, valid_from: date) -> RulesVersion:
    """The rules as those of a committee from a day on."""
    return RulesVersion(
        id=record_id(committee.key, "rules", valid_from.isoformat()),
        committee_id=committee.id,
        valid_from=valid_from,
        rules=rules,
    )


def _term(entry: JsonObject) -> tuple[date | None, date | None]:
    if "term_of_office" not in entry:
        return None, None
    term = entry.child("term_of_office")
    start = term.day("start")
    end = term.day("end") if "end" in term else None
    if end and end < start:
        raise term.place.key("end").error("term_reversed")
    return start, end


def _country(entry: JsonObject) -> str:
    country = entry.text("country")
    if not _COUNTRY.fullmatch(country):
        raise entry.place.key("country").error("country_code")
    return country


def _language(root: JsonObject) -> str:
    language = root.text("lang").replace("-", "_")
    if language not in LANGUAGES:
        raise root.place.key("lang").error("language_unknown", allowed=", ".join(LANGUAGES))
    return language


def _pattern(entry: JsonObject, key: str) -> str:
    """The pattern of the numbers of minutes or corrections."""
    if key not in entry:
        return "{n}/{year}"
    pattern = entry.text(key)
    try:
        format_number(pattern, 1, 2000)
    except UserError:
        raise entry.place.key(key).error("minutes_pattern") from None
    return pattern
