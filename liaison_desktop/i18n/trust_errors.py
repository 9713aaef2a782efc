"""The sentences for errors on trusted certificates and trusted lists."""

from liaison_desktop.i18n.marking import N_

TRUST_SENTENCES: dict[str, str] = {
    "anchor_known": N_("{name} is trusted already."),
    "anchors_not_chosen": N_("Choose at least one certificate."),
    "anchor_unknown": N_("“{reference}” names no trusted certificate, or more than one."),
    "key_unknown": N_("There is no key “{name}” among those made here."),
    "trusted_list_unreadable": N_("The file is no trusted list (ETSI TS 119 612)."),
    "trusted_list_signer_missing": N_(
        "A trusted list is believed only if its signature holds: give the certificate of whoever "
        "signs it."
    ),
    "trusted_list_forged": N_(
        "The signature of the trusted list does not hold, or none of the given certificates made "
        "it."
    ),
    "trusted_list_expired": N_("The trusted list was to be replaced by {date}; get the new one."),
    "trusted_list_empty": N_("The trusted list names no service that vouches for signatures."),
}
