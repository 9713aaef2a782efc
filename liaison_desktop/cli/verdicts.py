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
        told = (*sentences.describe(report), *sentences.proofs(report))
        click.echo(f"{report.field or '.p7m'}: {' '.join(told)}")
        level = sentences.level(report)
        if level:
            click.echo(f"  {level}")
    for field in verified.verification.unsigned_fields:
        click.echo(_("{field}: not signed yet").format(field=field))
    if verified.paper:
        number = verified.paper.register_number
        click.echo(_("In the register as {number}.").format(number=number))
    for caution in verified.verification.cautions:
        click.echo(sentences.caution(caution))
    click.echo(sentences.verdict(verified.verification))
