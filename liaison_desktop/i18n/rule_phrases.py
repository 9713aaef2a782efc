"""The sentences in which official papers name a committee's rules."""

from collections.abc import Mapping
from typing import Final

from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumBase,
    QuorumRule,
)
from liaison_desktop.i18n.marking import NP_

QUORUM_RULES: Final[Mapping[tuple[QuorumRule, QuorumBase], str]] = {
    (QuorumRule.MORE_THAN_HALF, QuorumBase.FILLED_SEATS): NP_(
        "paper", "Quorum: more than half of the {total} filled seats, which is {required}."
    ),
    (QuorumRule.MORE_THAN_HALF, QuorumBase.ALL_SEATS): NP_(
        "paper", "Quorum: more than half of the {total} seats of the statute, which is {required}."
    ),
    (QuorumRule.AT_LEAST_HALF, QuorumBase.FILLED_SEATS): NP_(
        "paper", "Quorum: at least half of the {total} filled seats, which is {required}."
    ),
    (QuorumRule.AT_LEAST_HALF, QuorumBase.ALL_SEATS): NP_(
        "paper", "Quorum: at least half of the {total} seats of the statute, which is {required}."
    ),
    (QuorumRule.TWO_THIRDS, QuorumBase.FILLED_SEATS): NP_(
        "paper", "Quorum: two thirds of the {total} filled seats, which is {required}."
    ),
    (QuorumRule.TWO_THIRDS, QuorumBase.ALL_SEATS): NP_(
        "paper", "Quorum: two thirds of the {total} seats of the statute, which is {required}."
    ),
    (QuorumRule.ONE_THIRD, QuorumBase.FILLED_SEATS): NP_(
        "paper", "Quorum: one third of the {total} filled seats, which is {required}."
    ),
    (QuorumRule.ONE_THIRD, QuorumBase.ALL_SEATS): NP_(
        "paper", "Quorum: one third of the {total} seats of the statute, which is {required}."
    ),
    (QuorumRule.ANY, QuorumBase.FILLED_SEATS): NP_(
        "paper", "Quorum: any number of the {total} filled seats, at least {required}."
    ),
    (QuorumRule.ANY, QuorumBase.ALL_SEATS): NP_(
        "paper", "Quorum: any number of the {total} seats of the statute, at least {required}."
    ),
}

MAJORITY_RULES: Final[Mapping[tuple[MajorityBase, AbstentionRule], str]] = {
    (MajorityBase.VOTES_CAST, AbstentionRule.NOT_COUNTED): NP_(
        "paper", "Majority of the votes cast; abstentions are not counted."
    ),
    (MajorityBase.VOTES_CAST, AbstentionRule.COUNTS_AS_PRESENT): NP_(
        "paper", "Majority of the votes cast; abstentions count as present, not as votes."
    ),
    (MajorityBase.VOTES_CAST, AbstentionRule.COUNTS_AS_REJECTION): NP_(
        "paper", "Majority of the votes cast; abstentions show disapproval, but are not votes cast."
    ),
    (MajorityBase.MEMBERS_PRESENT, AbstentionRule.NOT_COUNTED): NP_(
        "paper", "Majority of the members present; abstentions count for neither side."
    ),
    (MajorityBase.MEMBERS_PRESENT, AbstentionRule.COUNTS_AS_PRESENT): NP_(
        "paper", "Majority of the members present; abstentions count as present."
    ),
    (MajorityBase.MEMBERS_PRESENT, AbstentionRule.COUNTS_AS_REJECTION): NP_(
        "paper", "Majority of the members present; abstentions count as votes against."
    ),
}
