"""The sentences for errors on the way of minutes from draft to archive, by their codes."""

from liaison_desktop.i18n.marking import N_

MINUTES_SENTENCES: dict[str, str] = {
    "minutes_step_not_now": N_("{minutes}: this cannot be done as the minutes stand now."),
    "minutes_went_out": N_("The draft was circulated: the meeting itself does not go on."),
    "minutes_approved": N_("{minutes} is approved and is not changed any more."),
    "minutes_approved_already": N_("{minutes} is approved already."),
    "objections_open": N_("Objections that are not ruled on yet: {count}."),
    "circulation_nobody": N_("Choose at least one person who gets the draft."),
    "circulation_until_past": N_("The last day for objections, {day}, is past."),
    "objection_without_text": N_("Say what is objected to."),
    "objection_without_name": N_("Say who objects."),
    "objection_early": N_("Nobody objects before the meeting of {held}."),
    "objection_unknown": N_("There is no objection {number}, there are {count}."),
    "ruling_without_reason": N_("Say why the objection is rejected."),
    "ruling_early": N_("The objection was raised on {raised} and is ruled on after that."),
    "approval_without_words": N_("Say where the minutes were approved."),
    "approval_early": N_("Minutes are not approved before the meeting of {held}."),
    "approval_in_future": N_("{day} is still to come."),
    "paper_field_unknown": N_("{paper} has no place “{field}” to sign."),
    "paper_field_done": N_("In {paper} the place “{field}” is signed already."),
    "refused_already": N_(
        "It is noted already that {paper} was not signed in the place “{field}”."
    ),
    "refusal_without_reason": N_("Say why it was not signed."),
    "signed_by_nobody": N_("Say who signed the printed paper."),
    "filing_incomplete": N_("An authority and its number are needed."),
    "filed_already": N_("The number {number} of {authority} is noted already."),
    "paper_day_early": N_("The paper was made on {made}, after {day}."),
    "paper_day_in_future": N_("{day} is still to come."),
    "handover_nobody": N_("Say who gets the paper."),
    "handover_without_name": N_("A recipient has no name."),
    "handover_not_minutes": N_("Only minutes have a public edition, {paper} has none."),
    "receipt_early": N_("A paper is received after it was sent."),
    "receipt_in_future": N_("The receipt is still to come."),
    "dispatch_unknown": N_(
        "{paper} was not handed to {name}, or its receipt has been noted already."
    ),
    "register_empty": N_("The register of {committee} holds nothing of {year}."),
    "register_file_kind": N_("The register is written as PDF, XLSX or CSV, not as {suffix}."),
}
