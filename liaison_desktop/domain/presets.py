"""Rules of procedure to start from, one set for each country; all of it can be changed.

They follow the law of municipal bodies, which local authorities recognise but which does not bind
these committees. Each names where it comes from.
"""

from dataclasses import dataclass

from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What a new committee starts with.

    Attributes:
        key: by which a committee remembers it.
        source: the law it follows, cited in its own language.
    """

    key: str
    country: str
    language: str
    rules: Rules
    minutes_pattern: str
    decision_pattern: str
    action_pattern: str
    source: str


_CHAIR_AND_SECRETARY = (SignatoryRule.CHAIR, SignatoryRule.SECRETARY)

_ITALY = Preset(
    key="it",
    country="IT",
    language="it",
    rules=Rules(
        quorum=QuorumRule.MORE_THAN_HALF,
        second_call_quorum=QuorumRule.ONE_THIRD,
        majority=MajorityBase.VOTES_CAST,
        abstention=AbstentionRule.NOT_COUNTED,
        tie=TieRule.CHAIR_CASTS,
        secret_ballot=SecretBallotRule.PERSONS_ONLY,
        notice_days=5,
        signatories=_CHAIR_AND_SECRETARY,
    ),
    minutes_pattern="Verbale n. {n}/{year}",
    decision_pattern="D.{n}/{year}",
    action_pattern="A.{n}/{year}",
    source="art. 21 c.c.",
)

_GERMANY = Preset(
    key="de-HE",
    country="DE",
    language="de",
    rules=Rules(
        quorum=QuorumRule.MORE_THAN_HALF,
        second_call_quorum=QuorumRule.ANY,
        quorum_base=QuorumBase.ALL_SEATS,
        majority=MajorityBase.VOTES_CAST,
        abstention=AbstentionRule.NOT_COUNTED,
        tie=TieRule.REJECTED,
        secret_ballot=SecretBallotRule.NEVER,
        notice_days=7,
        signatories=_CHAIR_AND_SECRETARY,
    ),
    minutes_pattern="Niederschrift Nr. {n}/{year}",
    decision_pattern="B {n}/{year}",
    action_pattern="M {n}/{year}",
    source="§§ 53, 54, 61 HGO (Hessen)",
)

_AUSTRIA = Preset(
    key="at-ST",
    country="AT",
    language="de_AT",
    rules=Rules(
        quorum=QuorumRule.TWO_THIRDS,
        second_call_quorum=QuorumRule.AT_LEAST_HALF,
        majority=MajorityBase.MEMBERS_PRESENT,
        abstention=AbstentionRule.COUNTS_AS_REJECTION,
        tie=TieRule.REJECTED,
        secret_ballot=SecretBallotRule.ON_REQUEST,
        notice_days=7,
        signatories=(
            SignatoryRule.CHAIR,
            SignatoryRule.ONE_MORE_MEMBER,
            SignatoryRule.SECRETARY,
        ),
    ),
    minutes_pattern="Protokoll Nr. {n}/{year}",
    decision_pattern="B {n}/{year}",
    action_pattern="M {n}/{year}",
    source="§§ 56, 57, 60a Stmk. GemO (Steiermark)",
)

_DENMARK = Preset(
    key="dk",
    country="DK",
    language="da",
    rules=Rules(
        quorum=QuorumRule.AT_LEAST_HALF,
        second_call_quorum=QuorumRule.AT_LEAST_HALF,
        majority=MajorityBase.VOTES_CAST,
        abstention=AbstentionRule.NOT_COUNTED,
        tie=TieRule.REJECTED,
        secret_ballot=SecretBallotRule.PERSONS_ONLY,
        notice_days=8,
        signatories=(SignatoryRule.ALL_PRESENT,),
    ),
    minutes_pattern="Referat nr. {n}/{year}",
    decision_pattern="B {n}/{year}",
    action_pattern="O {n}/{year}",
    source="§§ 11, 13 kommunestyrelsesloven",
)

_GREECE = Preset(
    key="gr",
    country="GR",
    language="el",
    rules=Rules(
        quorum=QuorumRule.MORE_THAN_HALF,
        second_call_quorum=QuorumRule.ONE_THIRD,
        majority=MajorityBase.MEMBERS_PRESENT,
        abstention=AbstentionRule.COUNTS_AS_PRESENT,
        tie=TieRule.CHAIR_CASTS,
        secret_ballot=SecretBallotRule.NEVER,
        notice_days=7,
        signatories=(SignatoryRule.ALL_PRESENT,),
    ),
    minutes_pattern="Πρακτικό {n}/{year}",
    decision_pattern="Απόφαση {n}/{year}",
    action_pattern="Ε {n}/{year}",
    source="άρθρο 96 ν. 3463/2006, άρθρο 15 ν. 2690/1999",
)

PRESETS = (_ITALY, _GERMANY, _AUSTRIA, _DENMARK, _GREECE)
"""In the order in which they are offered."""


def preset_of(key: str) -> Preset | None:
    """The preset with this key."""
    return next((preset for preset in PRESETS if preset.key == key), None)
