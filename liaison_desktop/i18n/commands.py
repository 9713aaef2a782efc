"""What the use cases that can be undone are called where it is said that they were."""

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_

COMMANDS = {
    "found_committee": N_("setting up the committee"),
    "edit_committee": N_("changing the committee"),
    "set_rules": N_("changing the rules"),
    "drop_rules": N_("taking back the rules"),
    "set_logo": N_("changing the logo"),
    "add_seats": N_("adding seats"),
    "close_seat": N_("closing the seat"),
    "appoint": N_("the appointment"),
    "attach_appointment": N_("keeping the paper of the appointment"),
    "end_membership": N_("ending the membership"),
    "change_role": N_("changing the office"),
    "add_person": N_("adding the person"),
    "edit_person": N_("changing the person"),
    "add_organisation": N_("adding the organisation"),
    "edit_organisation": N_("changing the organisation"),
    "take_in_people": N_("taking in a table"),
    "record_basis": N_("recording the basis"),
    "withdraw_basis": N_("withdrawing the basis"),
    "add_skill": N_("adding the skill"),
    "remove_skill": N_("removing the skill"),
    "rename_skill": N_("renaming the skill"),
    "merge_people": N_("merging two people"),
    "merge_organisations": N_("merging two organisations"),
    "draft_agreement": N_("drafting the agreement"),
    "edit_agreement": N_("changing the agreement"),
    "edit_agreement_text": N_("changing the text of the agreement"),
    "advance_agreement": N_("the step of the agreement"),
    "amend_agreement": N_("beginning the amendment"),
    "adopt_amendment": N_("the decision on the amendment"),
    "drop_amendment": N_("dropping the amendment"),
    "add_commitment": N_("adding the commitment"),
    "edit_commitment": N_("changing the commitment"),
    "keep_commitment": N_("noting that the commitment was kept"),
    "drop_commitment": N_("dropping the commitment"),
}


def command_name(command: str, catalogue: Catalogue) -> str:
    """What a use case is called in the catalogue's language, by its name in the audit log."""
    return catalogue.gettext(COMMANDS[command])
