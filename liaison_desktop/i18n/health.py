"""The sentence for each finding of a thorough check of the store, by its code."""

from enum import Enum

from liaison_desktop.domain.health import Finding
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.i18n.marking import N_

FINDING_SENTENCES: dict[str, str] = {
    "pages_damaged": N_("The file is damaged: {detail}."),
    "reference_broken": N_(
        "A row of the table “{table}” points to one in “{parent}” that is gone."
    ),
    "table_unguarded": N_("The table “{table}” has lost what keeps its rows from being changed."),
    "audit_chain_broken": N_(
        "The audit log of “{committee}” was changed or is incomplete from entry {sequence} on."
    ),
    "record_altered": N_("{kind} {id}: the record is not as it was written last."),
    "record_unreadable": N_("{kind} {id}: the record cannot be read."),
    "audit_log_unreadable": N_(
        "The audit log of “{committee}” cannot be read from entry {sequence} on."
    ),
    "outcome_altered": N_(
        "{meeting}: an outcome in the store is not what the votes and the rules give."
    ),
    "record_missing": N_("{kind} {id}: the record is gone."),
    "paper_file_altered": N_(
        "Register number {paper}: file {sequence} is not the one that was filed."
    ),
    "scan_altered": N_("Register number {paper}: the scan “{file}” is not the one that was kept."),
    "register_number_missing": N_("Register number {number}: there is no paper under it any more."),
}


def finding_sentence(finding: Finding, catalogue: Catalogue) -> str:
    """The finding as one sentence in the catalogue's language."""
    labels = Labels(catalogue)
    values = {
        name: labels.label(value) if isinstance(value, Enum) else value
        for name, value in finding.parameters.items()
    }
    return catalogue.gettext(FINDING_SENTENCES[finding.code]).format(**values)
