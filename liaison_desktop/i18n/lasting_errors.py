"""The sentences for errors about cards, authorities, files that come back and signatures beside
files, by their codes.
"""

from liaison_desktop.i18n.marking import N_

LASTING_SENTENCES: dict[str, str] = {
    "key_missing": N_("Name a key: a file, or a card or token."),
    "field_missing": N_("Name the signature field, such as chair."),
    "authority_missing": N_("{level} needs a time-stamp authority: give its address."),
    "authority_malformed": N_(
        "{address} is no address of a time-stamp authority, such as https://time.example.org."
    ),
    "authority_silent": N_("The time-stamp authority does not answer; nothing was signed."),
    "authority_refused": N_("The time-stamp authority refused the request; nothing was signed."),
    "authority_answer_wrong": N_(
        "What the time-stamp authority sent is no time stamp of this file; nothing was signed."
    ),
    "issuer_silent": N_(
        "Who issued a certificate does not answer whether it was withdrawn; nothing was signed."
    ),
    "certificate_revoked": N_("The certificate of {name} was withdrawn by its issuer."),
    "revocation_unknown": N_(
        "Nobody says whether the certificate of {name} was withdrawn, or the answer is too old."
    ),
    "certificate_untrusted": N_(
        "The certificate of {name} leads to none of the trusted certificates, or does not hold."
    ),
    "revocation_unreadable": N_("A list or answer on withdrawn certificates cannot be read."),
    "token_missing": N_("No card or token is there: put it in and try again."),
    "token_without_key": N_("No certificate for signing is on the card or token."),
    "token_key_missing": N_("No such key is there; there are: {names}."),
    "token_ambiguous": N_("Several keys are there, say which: {names}."),
    "token_module_unreadable": N_("{path} is no driver of cards or tokens (PKCS#11)."),
    "token_pin_missing": N_("Enter the PIN."),
    "token_pin_wrong": N_("The PIN is wrong. After some attempts the card locks itself."),
    "token_pin_locked": N_("The card has locked itself after too many wrong PINs."),
    "token_refused": N_("The card or token refused: {reason}."),
    "returned_unchanged": N_("The file came back without a further signature."),
    "returned_known_already": N_(
        "This is an earlier state of the paper; nothing in it is new to the register."
    ),
    "returned_other_document": N_("This is not the file that was sent out."),
    "returned_changed_otherwise": N_("Something else than signatures was added: {changes}."),
    "returned_not_signed": N_("Nothing was signed in it."),
    "returned_field_unknown": N_(
        "It is signed in a field “{field}” that was not there when it was sent out."
    ),
    "returned_signature_broken": N_("The signature in the field “{field}” does not hold."),
    "pdf_not_signed": N_("Only a signed file can be kept provable."),
    "detached_level": N_("A signature beside a file is B-B or B-T."),
    "detached_unreadable": N_("This is no signature beside a file (.p7m)."),
    "detached_holds_file": N_("The signature holds the file itself; it must stand beside it."),
}
