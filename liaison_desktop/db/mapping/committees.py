"""Committees and their rules, between row and record."""

from typing import Any

from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.committees import (
    AbstentionRule,
    Committee,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    RulesVersion,
    SeatQuota,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.people import NativeText


def committee_values(committee: Committee) -> Values:
    """The row of a committee."""
    return {
        "id": committee.id,
        "key": committee.key,
        "name": committee.name,
        "abbreviation": committee.abbreviation,
        "city": committee.city,
        "country": committee.country,
        "language": committee.language,
        "seat_count": committee.seat_count,
        "established_on": committee.established_on,
        "term_start": committee.term_start,
        "term_end": committee.term_end,
        "minutes_pattern": committee.minutes_pattern,
        "decision_pattern": committee.decision_pattern,
        "action_pattern": committee.action_pattern,
        "register_prefix": committee.register_prefix,
        "register_next": committee.register_next,
        "notice": committee.notice,
        "correction_pattern": committee.correction_pattern,
        "names": plain_parts(committee.names),
        "languages": list(committee.languages),
        "address": committee.address,
        "logo_id": committee.logo_id,
        "funding": committee.funding,
        "quotas": plain_parts(committee.quotas),
        "preset": committee.preset,
        "evidence_until": committee.evidence_until,
    }


def committee_of(row: Row) -> Committee:
    """The committee of a row."""
    return Committee(
        id=row.id,
        key=row.key,
        name=row.name,
        abbreviation=row.abbreviation,
        city=row.city,
        country=row.country,
        language=row.language,
        seat_count=row.seat_count,
        established_on=row.established_on,
        term_start=row.term_start,
        term_end=row.term_end,
        minutes_pattern=row.minutes_pattern,
        decision_pattern=row.decision_pattern,
        action_pattern=row.action_pattern,
        register_prefix=row.register_prefix,
        register_next=row.register_next,
        notice=row.notice,
        correction_pattern=row.correction_pattern,
        names=parts_of(row.names, NativeText),
        languages=tuple(row.languages),
        address=row.address,
        logo_id=row.logo_id,
        funding=row.funding,
        quotas=parts_of(row.quotas, SeatQuota),
        preset=row.preset,
        evidence_until=row.evidence_until,
    )


def rules_json(rules: Rules) -> dict[str, Any]:
    """Rules as plain JSON."""
    return {
        "quorum": rules.quorum.value,
        "second_call_quorum": rules.second_call_quorum.value,
        "quorum_base": rules.quorum_base.value,
        "majority": rules.majority.value,
        "abstention": rules.abstention.value,
        "tie": rules.tie.value,
        "secret_ballot": rules.secret_ballot.value,
        "notice_days": rules.notice_days,
        "signatories": [rule.value for rule in rules.signatories],
        "text": rules.text,
    }


def rules_of(stored: dict[str, Any]) -> Rules:
    """Rules read back from their JSON."""
    return Rules(
        quorum=QuorumRule(stored["quorum"]),
        second_call_quorum=QuorumRule(stored["second_call_quorum"]),
        quorum_base=QuorumBase(stored["quorum_base"]),
        majority=MajorityBase(stored["majority"]),
        abstention=AbstentionRule(stored["abstention"]),
        tie=TieRule(stored["tie"]),
        secret_ballot=SecretBallotRule(stored["secret_ballot"]),
        notice_days=stored["notice_days"],
        signatories=tuple(SignatoryRule(rule) for rule in stored["signatories"]),
        text=stored["text"],
    )


def rules_version_values(version: RulesVersion) -> Values:
    """The row of one version of the rules."""
    return {
        "id": version.id,
        "committee_id": version.committee_id,
        "valid_from": version.valid_from,
        "rules": rules_json(version.rules),
    }


def rules_version_of(row: Row) -> RulesVersion:
    """One version of the rules."""
    return RulesVersion(
        id=row.id,
        committee_id=row.committee_id,
        valid_from=row.valid_from,
        rules=rules_of(row.rules),
    )
