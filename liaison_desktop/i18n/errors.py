"""The sentence for each error a person can mend, by its code."""

from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_

ERROR_SENTENCES: dict[str, str] = {
    # the store
    # committee files
    # the rules
    # papers
    # signatures
    # use cases
    # the command line
}


def sentence(error: UserError, catalogue: Catalogue) -> str:
    """The error as one sentence in the catalogue's language."""
    return catalogue.gettext(ERROR_SENTENCES[error.code]).format(**error.parameters)
