"""The verdict on a signed file in plain words."""

import click

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.signatures import SignatureSentences
from liaison_desktop.services.verification import VerifiedFile


def print_verdict(verified: VerifiedFile, catalogue: Catalogue) -> None:
    """Print each signature, the fields still empty, the place in the register and the verdict."""
    _ = catalogue.gettext
    sentences = SignatureSentences(catalogue, Formats(catalogue.language))
    for report in verified.verification.signatures:
        click.echo(f"{report.field}: {' '.join(sentences.describe(report))}")
    for field in verified.verification.unsigned_fields:
        click.echo(_("{field}: not signed yet").format(field=field))
    if verified.paper:
        number = verified.paper.register_number
        click.echo(_("In the register as {number}.").format(number=number))
    click.echo(sentences.verdict(verified.verification))
