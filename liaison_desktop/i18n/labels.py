"""The words by which window and command line name the values of the domain."""

from collections.abc import Mapping
from enum import Enum

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.assessment import SignatoryFunction
from liaison_desktop.domain.calling import Answer, AnswerSource, Medium, Purpose
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.decisions import ActionStatus, Choice, Method, Outcome
from liaison_desktop.domain.mail_account import MailSecurity
from liaison_desktop.domain.meetings import (
    Call,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
)
from liaison_desktop.domain.papers import Edition, Layout, PaperKind
from liaison_desktop.domain.quorum import QuorumCause
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.i18n.archive_labels import ARCHIVE
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_
from liaison_desktop.i18n.people_labels import AGREEMENTS, PEOPLE

# By type first: members of two StrEnums are equal where their values are.
_Labels = dict[type[Enum], Mapping[Enum, str]]

_COMMITTEES: _Labels = {
    QuorumRule: {
        QuorumRule.MORE_THAN_HALF: N_("More than half of the seats"),
        QuorumRule.AT_LEAST_HALF: N_("At least half of the seats"),
        QuorumRule.TWO_THIRDS: N_("Two thirds of the seats"),
        QuorumRule.ONE_THIRD: N_("One third of the seats"),
        QuorumRule.ANY: N_("Whoever is present"),
    },
    QuorumBase: {
        QuorumBase.FILLED_SEATS: N_("Seats that are filled"),
        QuorumBase.ALL_SEATS: N_("All seats of the statute"),
    },
    MajorityBase: {
        MajorityBase.VOTES_CAST: N_("Majority of the votes cast"),
        MajorityBase.MEMBERS_PRESENT: N_("Majority of the members present"),
    },
    AbstentionRule: {
        AbstentionRule.NOT_COUNTED: N_("Abstentions are not counted"),
        AbstentionRule.COUNTS_AS_PRESENT: N_("Abstentions count as present"),
        AbstentionRule.COUNTS_AS_REJECTION: N_("Abstentions count as votes against"),
    },
    TieRule: {
        TieRule.REJECTED: N_("A tie rejects the motion"),
        TieRule.CHAIR_CASTS: N_("The chair’s vote decides a tie"),
    },
    SecretBallotRule: {
        SecretBallotRule.NEVER: N_("No secret ballot"),
        SecretBallotRule.PERSONS_ONLY: N_("Secret ballot when persons are voted on"),
        SecretBallotRule.ON_REQUEST: N_("Secret ballot on request"),
    },
    SignatoryRule: {
        SignatoryRule.CHAIR: N_("The chair signs"),
        SignatoryRule.SECRETARY: N_("The secretary signs"),
        SignatoryRule.ALL_PRESENT: N_("All who were present sign"),
        SignatoryRule.ONE_MORE_MEMBER: N_("One more member signs"),
        SignatoryRule.LOCAL_AUTHORITY: N_("The local authority signs"),
    },
}

_MEETINGS: _Labels = {
    MeetingKind: {
        MeetingKind.ORDINARY: N_("Ordinary meeting"),
        MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting"),
        MeetingKind.CONSTITUTIVE: N_("Constitutive meeting"),
    },
    Call: {
        Call.FIRST: N_("First call"),
        Call.SECOND: N_("Second call"),
    },
    MeetingMode: {
        MeetingMode.IN_PERSON: N_("In person"),
        MeetingMode.ONLINE: N_("Online"),
        MeetingMode.HYBRID: N_("Hybrid"),
        MeetingMode.WRITTEN: N_("In writing"),
    },
    MeetingState: {
        MeetingState.PLANNED: N_("Planned"),
        MeetingState.CONVENED: N_("Convened"),
        MeetingState.HELD: N_("Held"),
        MeetingState.OPEN: N_("In session"),
        MeetingState.CANCELLED: N_("Cancelled"),
    },
    MinutesState: {
        MinutesState.NONE: N_("No minutes yet"),
        MinutesState.DRAFT: N_("Draft"),
        MinutesState.CIRCULATED: N_("Circulated"),
        MinutesState.APPROVED: N_("Approved"),
        MinutesState.FINAL: N_("Final"),
    },
    AttendanceStatus: {
        AttendanceStatus.PRESENT: N_("Present"),
        AttendanceStatus.SUBSTITUTED: N_("Represented by a substitute"),
        AttendanceStatus.EXCUSED: N_("Excused"),
        AttendanceStatus.ABSENT: N_("Absent"),
    },
    QuorumCause: {
        QuorumCause.OPENING: N_("Opening"),
        QuorumCause.ARRIVAL: N_("Arrival"),
        QuorumCause.DEPARTURE: N_("Departure"),
    },
}

_CALLING: _Labels = {
    Purpose: {
        Purpose.REQUEST: N_("Call"),
        Purpose.UPDATE: N_("Update"),
        Purpose.CANCEL: N_("Cancellation"),
    },
    MailSecurity: {
        MailSecurity.TLS: N_("TLS from the start"),
        MailSecurity.STARTTLS: N_("STARTTLS"),
        MailSecurity.NONE: N_("None, on this computer only"),
    },
    Medium: {
        Medium.DRAFT: N_("Draft for the mail program"),
        Medium.SMTP: N_("E-mail"),
    },
    Answer: {
        Answer.ACCEPTED: N_("Comes"),
        Answer.DECLINED: N_("Does not come"),
        Answer.TENTATIVE: N_("Comes perhaps"),
        Answer.DELEGATED: N_("Sends a substitute"),
    },
    AnswerSource: {
        AnswerSource.BY_HAND: N_("Noted by hand"),
        AnswerSource.ICALENDAR: N_("Calendar reply"),
    },
}

_DECISIONS: _Labels = {
    ItemKind: {
        ItemKind.INFORMATION: N_("Information"),
        ItemKind.DISCUSSION: N_("Discussion"),
        ItemKind.DECISION: N_("Decision"),
        ItemKind.ELECTION: N_("Election"),
        ItemKind.APPROVAL: N_("Approval of minutes"),
        ItemKind.ANY_OTHER: N_("Any other business"),
    },
    Method: {
        Method.SHOW_OF_HANDS: N_("Show of hands"),
        Method.ROLL_CALL: N_("Roll call"),
        Method.SECRET: N_("Secret ballot"),
        Method.CONSENSUS: N_("Consensus"),
        Method.NOTED: N_("Noted without a vote"),
        Method.NONE: N_("No vote"),
    },
    Choice: {
        Choice.FOR: N_("For"),
        Choice.AGAINST: N_("Against"),
        Choice.ABSTAINED: N_("Abstained"),
        Choice.RECUSED: N_("Not voting (conflict of interest)"),
    },
    Outcome: {
        Outcome.ADOPTED: N_("Adopted"),
        Outcome.REJECTED: N_("Rejected"),
        Outcome.NOT_QUORATE: N_("Not quorate"),
        Outcome.ADJOURNED: N_("Adjourned"),
        Outcome.NOTED: N_("Noted"),
        Outcome.NONE: N_("No decision"),
    },
    ActionStatus: {
        ActionStatus.OPEN: N_("To do"),
        ActionStatus.DONE: N_("Done"),
        ActionStatus.DROPPED: N_("Dropped"),
    },
}

_PAPERS: _Labels = {
    Edition: {
        Edition.FULL: N_("Full edition"),
        Edition.PUBLIC: N_("Public edition"),
    },
    Layout: {
        Layout.SIDE_BY_SIDE: N_("Side by side"),
        Layout.ONE_AFTER_OTHER: N_("One after the other"),
    },
    PaperKind: {
        PaperKind.MINUTES: N_("Minutes"),
        PaperKind.CORRECTION_NOTE: N_("Correction note"),
        PaperKind.AGREEMENT: N_("Agreement"),
    },
    SignatoryFunction: {
        SignatoryFunction.CHAIR: N_("Chair"),
        SignatoryFunction.SECRETARY: N_("Secretary"),
        SignatoryFunction.MEMBER: N_("Member"),
        SignatoryFunction.AUTHORITY: N_("For the local authority"),
    },
}

_RECORDS: _Labels = {
    Kind: {
        Kind.COMMITTEE: N_("Committee"),
        Kind.RULES_VERSION: N_("Rules"),
        Kind.ORGANISATION: N_("Organisation"),
        Kind.PERSON: N_("Person"),
        Kind.SEAT: N_("Seat"),
        Kind.MEMBERSHIP: N_("Membership"),
        Kind.MEETING: N_("Meeting"),
        Kind.PAPER: N_("Paper"),
        Kind.REGISTER_ENTRY: N_("Register entry"),
        Kind.AGREEMENT: N_("Agreement"),
        Kind.CORRECTION: N_("Correction"),
        Kind.AGREEMENT_VERSION: N_("Text of an agreement"),
        Kind.COMMITMENT: N_("Commitment"),
        Kind.ATTACHMENT: N_("Attachment"),
        Kind.CONSENT: N_("Legal basis"),
        Kind.DELETION: N_("Erasure"),
        Kind.SKILL: N_("Skill"),
        Kind.TEXT_VERSION: N_("Earlier text"),
        Kind.PRIVATE_NOTE: N_("Private note"),
        Kind.LETTER: N_("Letter"),
        Kind.REPLY: N_("Reply"),
        Kind.MEETING_TEMPLATE: N_("Meeting template"),
        Kind.TEXT_MODULE: N_("Text module"),
        Kind.CIRCULATION: N_("Circulated draft"),
        Kind.OBJECTION: N_("Objection"),
        Kind.APPROVAL: N_("Approval"),
        Kind.REFUSAL: N_("Refusal to sign"),
        Kind.HAND_SIGNATURE: N_("Signature by hand"),
        Kind.FILING: N_("Filing with an authority"),
        Kind.DISPATCH: N_("Paper handed over"),
        Kind.TRUST_ANCHOR: N_("Trusted certificate"),
    },
}

_LABELS: _Labels = (
    _COMMITTEES
    | PEOPLE
    | AGREEMENTS
    | _MEETINGS
    | _CALLING
    | _DECISIONS
    | _PAPERS
    | _RECORDS
    | ARCHIVE
)


class Labels:
    """Names values of the domain in the catalogue's language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def label(self, member: Enum) -> str:
        """The word for one value of the domain."""
        return self._catalogue.gettext(_LABELS[type(member)][member])
