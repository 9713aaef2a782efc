"""The verdict on a signed file in plain words."""

import click

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.signatures import signature_sentence
from liaison_desktop.services.verification import VerifiedFile


def print_verdict(verified: VerifiedFile, catalogue: Catalogue, formats: Formats) -> None:
    """Print each signature, the fields still empty, the place in the register and the verdict."""
    _ = catalogue.gettext
    for report in verified.verification.signatures:
        click.echo(signature_sentence(report, catalogue, formats))
    for field in verified.verification.unsigned_fields:
        click.echo(_("Field {field}: not signed yet").format(field=field))
    if verified.paper:
        number = verified.paper.register_number
        click.echo(_("In the register as {number}.").format(number=number))
    click.echo(_verdict(verified, catalogue))


def _verdict(verified: VerifiedFile, catalogue: Catalogue) -> str:
    if verified.verification.valid:
        return catalogue.gettext("Valid: every signature is intact, trusted and of this document.")
    if not verified.verification.signatures:
        return catalogue.gettext("Not valid: the file carries no signature.")
    return catalogue.gettext("Not valid: at least one signature does not hold.")
