"""The words for the life of minutes from draft to archive."""

from collections.abc import Mapping
from enum import Enum

from liaison_desktop.domain.archive import DispatchMedium
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.minutes import (
    CirculationMedium,
    MinutesStep,
    Ruling,
    Stage,
    Taker,
)
from liaison_desktop.domain.signatures import LaterChange
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.i18n.marking import N_
from liaison_desktop.i18n.signatures import LATER_CHANGES

ARCHIVE: dict[type[Enum], Mapping[Enum, str]] = {
    LaterChange: dict[Enum, str](LATER_CHANGES.items()),
    Level: {
        Level.B_B: N_("The signature alone (B-B)"),
        Level.B_T: N_("With the time of an authority (B-T)"),
        Level.B_LT: N_("With all that is needed to check it later (B-LT)"),
        Level.B_LTA: N_("Provable for decades (B-LTA)"),
    },
    MinutesStep: {
        MinutesStep.CIRCULATE: N_("Circulate the draft"),
        MinutesStep.OBJECT: N_("Object to the draft"),
        MinutesStep.RULE: N_("Rule on an objection"),
        MinutesStep.REVISE: N_("Change the text"),
        MinutesStep.APPROVE: N_("Approve the minutes"),
        MinutesStep.FINALISE: N_("Make the minutes final"),
        MinutesStep.SIGN: N_("Sign the minutes"),
        MinutesStep.REFUSE: N_("Refuse to sign"),
        MinutesStep.FILE: N_("File the minutes with the authority"),
        MinutesStep.CORRECT: N_("Correct the minutes"),
    },
    Taker: {
        Taker.SECRETARY: N_("The secretary"),
        Taker.MEMBER: N_("A member"),
        Taker.COMMITTEE: N_("The committee"),
        Taker.SIGNATORY: N_("Whoever signs"),
        Taker.AUTHORITY: N_("The authority"),
    },
    Stage: {
        Stage.DRAFT: N_("Draft"),
        Stage.CIRCULATED: N_("Circulated"),
        Stage.APPROVED: N_("Approved"),
        Stage.FINAL: N_("Final"),
        Stage.SIGNED: N_("Signed"),
        Stage.FILED: N_("Filed"),
    },
    CirculationMedium: {
        CirculationMedium.DRAFT: N_("As drafts for a mail program"),
        CirculationMedium.SMTP: N_("Through a mail server"),
        CirculationMedium.BY_HAND: N_("By hand"),
    },
    Ruling: {
        Ruling.OPEN: N_("Open"),
        Ruling.ACCEPTED: N_("Accepted"),
        Ruling.REJECTED: N_("Rejected"),
        Ruling.WITHDRAWN: N_("Withdrawn"),
    },
    DispatchMedium: {
        DispatchMedium.DRAFT: N_("As drafts for a mail program"),
        DispatchMedium.SMTP: N_("Through a mail server"),
        DispatchMedium.FOLDER: N_("In a folder"),
    },
    AnchorPurpose: {
        AnchorPurpose.SIGNING: N_("Signatures"),
        AnchorPurpose.TIME_STAMPS: N_("Time stamps"),
        AnchorPurpose.BOTH: N_("Signatures and time stamps"),
    },
}
