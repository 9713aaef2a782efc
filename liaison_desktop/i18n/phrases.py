"""The phrases of official papers, as each country's papers print them.

They stand in the catalogue under the context ``"paper"``, apart from the window's own words, and
are translated into all languages of papers.
"""

import datetime
from collections.abc import Mapping
from typing import Final

from liaison_desktop.domain.assessment import ItemAssessment, SignatoryFunction
from liaison_desktop.domain.committees import (
    TieRule,
)
from liaison_desktop.domain.decisions import Choice, Method, Outcome
from liaison_desktop.domain.meetings import Call, Meeting, MeetingKind, MeetingMode
from liaison_desktop.domain.quorum import Quorum, QuorumNeeded
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.i18n.rule_phrases import MAJORITY_RULES, QUORUM_RULES

_KINDS: Final[Mapping[MeetingKind, str]] = {
    MeetingKind.ORDINARY: NP_("paper", "Ordinary meeting"),
    MeetingKind.EXTRAORDINARY: NP_("paper", "Extraordinary meeting"),
    MeetingKind.CONSTITUTIVE: NP_("paper", "Constitutive meeting"),
}

_IN_WRITING: Final = NP_("paper", "Decision in writing")

_MODES: Final[Mapping[MeetingMode, str]] = {
    MeetingMode.IN_PERSON: NP_("paper", "in person"),
    MeetingMode.ONLINE: NP_("paper", "online"),
    MeetingMode.HYBRID: NP_("paper", "hybrid"),
    MeetingMode.WRITTEN: NP_("paper", "in writing"),
}

_METHODS: Final[Mapping[Method, str]] = {
    Method.SHOW_OF_HANDS: NP_("paper", "Vote by show of hands"),
    Method.ROLL_CALL: NP_("paper", "Vote by roll call"),
    Method.SECRET: NP_("paper", "Secret ballot"),
    Method.CONSENSUS: NP_("paper", "By consensus, without a vote"),
    Method.NOTED: NP_("paper", "Without a vote"),
    Method.NONE: NP_("paper", "Without a vote"),
}

_CHOICES: Final[Mapping[Choice, str]] = {
    Choice.FOR: NP_("paper", "For"),
    Choice.AGAINST: NP_("paper", "Against"),
    Choice.ABSTAINED: NP_("paper", "Abstained"),
    Choice.RECUSED: NP_("paper", "Not voting (conflict of interest)"),
}

_OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.ADOPTED: NP_("paper", "Adopted by majority"),
    Outcome.REJECTED: NP_("paper", "Rejected"),
    Outcome.NOT_QUORATE: NP_("paper", "Not quorate: no decision was taken"),
    Outcome.ADJOURNED: NP_("paper", "Adjourned to the next meeting"),
    Outcome.NOTED: NP_("paper", "Noted."),
    Outcome.NONE: NP_("paper", "No decision"),
}

_WITHOUT_A_VOTE: Final[Mapping[Outcome, str]] = {
    Outcome.NOTED: NP_("paper", "For the committee’s information"),
    Outcome.ADJOURNED: NP_("paper", "Adjourned"),
}

_DECLARED: Final[Mapping[Outcome, str]] = {
    Outcome.ADOPTED: NP_("paper", "The motion was declared adopted in the meeting."),
    Outcome.REJECTED: NP_("paper", "The motion was declared rejected in the meeting."),
    Outcome.NOT_QUORATE: NP_("paper", "The committee was declared not quorate in the meeting."),
    Outcome.ADJOURNED: NP_("paper", "The item was declared adjourned in the meeting."),
    Outcome.NOTED: NP_("paper", "The item was declared noted in the meeting."),
    Outcome.NONE: NP_("paper", "No decision was declared in the meeting."),
}

_BY_THE_RULES: Final[Mapping[Outcome, str]] = {
    Outcome.ADOPTED: NP_("paper", "By the committee’s rules it is adopted."),
    Outcome.REJECTED: NP_("paper", "By the committee’s rules it is rejected."),
    Outcome.NOT_QUORATE: NP_("paper", "By the committee’s rules there was no quorum for it."),
    Outcome.ADJOURNED: NP_("paper", "By the record it was adjourned."),
    Outcome.NOTED: NP_("paper", "By the record it was only noted."),
    Outcome.NONE: NP_("paper", "By the record there was no decision."),
}

_FUNCTIONS: Final[Mapping[SignatoryFunction, str]] = {
    SignatoryFunction.CHAIR: NP_("paper", "Chair"),
    SignatoryFunction.SECRETARY: NP_("paper", "Secretary"),
    SignatoryFunction.MEMBER: NP_("paper", "Member"),
    SignatoryFunction.AUTHORITY: NP_("paper", "For the local authority"),
}

_ROLES: Final[Mapping[Role, str]] = {
    Role.CHAIR: NP_("paper", "Chair of the committee"),
    Role.VICE_CHAIR: NP_("paper", "Vice-chair"),
    Role.SECRETARY: NP_("paper", "Secretary of the committee"),
    Role.MEMBER: NP_("paper", "Member"),
}


class Phrases:
    """Official phrases in the catalogue's language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._formats = Formats(catalogue.language)

    def meeting(self, meeting: Meeting) -> str:
        """Kind and date: "Ordinary meeting, Wednesday, 14 October 2026"."""
        kind = self._say(_IN_WRITING if meeting.in_writing else _KINDS[meeting.kind])
        if meeting.call is Call.SECOND:
            kind = self._catalogue.pgettext("paper", "{kind} (second call)").format(kind=kind)
        return self._catalogue.pgettext("paper", "{kind}, {date}").format(
            kind=kind, date=self._formats.full_date(meeting.date)
        )

    def clock(self, time: datetime.time) -> str:
        """The time of day as a value of its own: "17:00", in German "17:00 Uhr"."""
        return self._catalogue.pgettext("paper", "{time}").format(time=self._formats.time(time))

    def clock_span(self, start: datetime.time, end: datetime.time | None) -> str:
        """From one time of day to another: "17:40–17:50"; without an end only when it began."""
        if end is None:
            return self.clock(start)
        both = f"{self._formats.time(start)}–{self._formats.time(end)}"
        return self._catalogue.pgettext("paper", "{time}").format(time=self._formats.isolate(both))

    def mode(self, mode: MeetingMode) -> str:
        """How people took part, in the middle of a line."""
        return self._say(_MODES[mode])

    def method(self, method: Method) -> str:
        """How a decision was taken."""
        return self._say(_METHODS[method])

    def choice(self, choice: Choice) -> str:
        """The head over those who voted so."""
        return self._say(_CHOICES[choice])

    def function(self, function: SignatoryFunction) -> str:
        """In which function somebody signs."""
        return self._say(_FUNCTIONS[function])

    def role(self, role: Role) -> str:
        """Which office somebody holds."""
        return self._say(_ROLES[role])

    def outcome(self, verdict: Verdict) -> str:
        """What became of a motion; who abstained is not passed over in silence."""
        if not verdict.unanimous:
            return self._say(_OUTCOMES[verdict.outcome])
        abstained = verdict.counts.abstained
        if abstained and not verdict.counts.votes_for:
            return self._catalogue.npgettext(
                "paper",
                "Adopted with nobody against and one abstention",
                "Adopted with nobody against and {n} abstentions",
                abstained,
            ).format(n=abstained)
        if verdict.all_in_favour:
            return self._catalogue.pgettext("paper", "Adopted unanimously")
        if not abstained:
            return self._catalogue.pgettext("paper", "Adopted unanimously by those who voted")
        return self._catalogue.npgettext(
            "paper",
            "Adopted unanimously by those who voted, with one abstention",
            "Adopted unanimously by those who voted, with {n} abstentions",
            abstained,
        ).format(n=abstained)

    def without_a_vote(self, outcome: Outcome) -> str:
        """The head over what was settled without a vote."""
        return self._say(_WITHOUT_A_VOTE.get(outcome, _OUTCOMES[outcome]))

    def contradiction(self, declared: Outcome, verdict: Verdict) -> str:
        """What was declared in the meeting, and what the rules or the record say instead."""
        return f"{self._say(_DECLARED[declared])} {self._say(_BY_THE_RULES[verdict.outcome])}"

    def quorum_finding(self, quorum: Quorum, *, convened: bool) -> str:
        """The chair's finding at the opening.

        ``convened``: it is on record that the members were called.
        """
        if quorum.established and convened:
            finding = self._catalogue.pgettext(
                "paper",
                "The chair finds that the meeting was duly convened and is quorate:"
                " {present} of {total} members present ({required} required).",
            )
        elif quorum.established:
            finding = self._catalogue.pgettext(
                "paper",
                "The chair finds that the meeting is quorate:"
                " {present} of {total} members present ({required} required).",
            )
        else:
            finding = self._catalogue.pgettext(
                "paper",
                "The chair finds that the meeting is not quorate:"
                " {present} of {total} members present ({required} required)."
                " No decisions are taken.",
            )
        return finding.format(
            present=quorum.present_at_opening, total=quorum.basis, required=quorum.required
        )

    def quorum_rule(self, quorum: Quorum) -> str:
        """The rule that the finding at the opening follows, and the count."""
        present = self._catalogue.pgettext("paper", "Present at the opening: {present}.")
        count = present.format(present=quorum.present_at_opening)
        return f"{self.quorum_needed(quorum)} {count}"

    def quorum_needed(self, needed: QuorumNeeded) -> str:
        """How many it takes, by which rule."""
        rule = self._say(QUORUM_RULES[needed.rule, needed.base])
        return rule.format(total=needed.basis, required=needed.required)

    def voting_rule(self, verdict: Verdict, chair: str) -> str:
        """The rule that gave an outcome: majority, abstentions, and the tie if there was one."""
        rule = self._say(MAJORITY_RULES[verdict.majority, verdict.abstention])
        return rule if verdict.tie is None else f"{rule} {self._tie(verdict, chair)}"

    def presence(self, item: ItemAssessment, quorum: Quorum) -> str:
        """How many voting seats were represented at an item, and how many it takes."""
        counted = (
            self._catalogue.pgettext("paper", "{present} of {total} present, {required} needed.")
            if item.quorate
            else self._catalogue.pgettext(
                "paper", "Not quorate: {present} of {total} present, {required} needed."
            )
        )
        return counted.format(
            present=item.present_voters, total=quorum.basis, required=quorum.required
        )

    def _tie(self, verdict: Verdict, chair: str) -> str:
        if verdict.tie is TieRule.REJECTED:
            return self._catalogue.pgettext("paper", "Tied vote: the motion is rejected.")
        if not verdict.tie_broken_by_chair:
            return self._catalogue.pgettext(
                "paper", "Tied vote without a casting vote of the chair: the motion is rejected."
            )
        return self._catalogue.pgettext(
            "paper", "Tied vote: the casting vote of the chair, {name}, decides."
        ).format(name=self._formats.isolate(chair))

    def _say(self, message: str) -> str:
        return self._catalogue.pgettext("paper", message)
