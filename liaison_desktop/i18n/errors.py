"""The sentence for each error a person can mend, by its code."""

from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_

ERROR_SENTENCES: dict[str, str] = {
    # the store
    # committee files
    # the rules
    "number_pattern_invalid": N_(
        "The numbering pattern “{pattern}” cannot be used: it needs {{n}} for the number "
        "({{n:03}} with leading zeros) and may have {{year}} for the year, but no other braces."
    ),
    # papers
    # signatures
    # use cases
    # the command line
}


def sentence(error: UserError, catalogue: Catalogue) -> str:
    """The error as one sentence in the catalogue's language."""
    return catalogue.gettext(ERROR_SENTENCES[error.code]).format(**error.parameters)
