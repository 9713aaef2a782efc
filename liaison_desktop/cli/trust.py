"""The commands ``trust add``, ``trust list`` and ``trust remove``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json, print_table
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.trust_anchors import TrustAnchor
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.trust import AddAnchors

_SHOWN = 16
"""Letters of a fingerprint that name a certificate among those of a committee."""

_committee = click.option("--committee", metavar="REF", required=True, help="Its id, key or city.")


@click.group()
def trust() -> None:
    """Certificates a committee trusts when signatures are verified."""


@trust.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_committee
@click.option(
    "--signer",
    "signers",
    metavar="CERT.pem",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The certificate of whoever signs a trusted list; may be given several times.",
)
@click.option(
    "--only",
    metavar="FINGERPRINT",
    multiple=True,
    help="Only this certificate of several, by the beginning of its fingerprint.",
)
@click.pass_obj
def add(
    environment: Environment,
    file: Path,
    committee: str,
    signers: tuple[Path, ...],
    only: tuple[str, ...],
) -> None:
    """Trust the certificates in FILE: PEM, DER or a trusted list of the European Union (XML)."""
    services = environment.program.services(create=False)
    committee_id = services.committees.by_ref(committee).id
    found = services.signing_work.trust.read(file, committee_id, signers)
    wanted = tuple(word.lower().replace(":", "") for word in only)
    offers = tuple(
        offer
        for offer in found.offers
        if (
            offer.fingerprint.startswith(wanted) if wanted else offer.fingerprint not in found.known
        )
    )
    services.signing_work.trust.add(
        AddAnchors(committee_id=committee_id, offers=offers, source=file.name)
    )
    words = environment.catalogue.gettext("{name}: trusted from now on ({fingerprint})")
    for offer in offers:
        click.echo(words.format(name=offer.name, fingerprint=offer.fingerprint[:_SHOWN]))


@trust.command("list")
@_committee
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def list_anchors(environment: Environment, committee: str, as_json: bool) -> None:
    """List what a committee trusts."""
    services = environment.program.services(create=False)
    anchors = services.signing_work.trust.of_committee(services.committees.by_ref(committee).id)
    if as_json:
        print_json([plain(anchor) for anchor in anchors])
        return
    _ = environment.catalogue.gettext
    labels, formats = Labels(environment.catalogue), Formats(environment.catalogue.language)
    print_table(
        (_("Name"), _("Trusted for"), _("Valid until"), _("From"), _("Fingerprint")),
        [
            (
                anchor.name,
                labels.label(anchor.purpose),
                formats.date(anchor.valid_until),
                anchor.source,
                anchor.fingerprint[:_SHOWN],
            )
            for anchor in anchors
        ],
    )


@trust.command()
@click.argument("reference", metavar="CERTIFICATE")
@_committee
@click.pass_obj
def remove(environment: Environment, reference: str, committee: str) -> None:
    """Trust a certificate no longer, named by its name or the beginning of its fingerprint."""
    services = environment.program.services(create=False)
    anchors = services.signing_work.trust.of_committee(services.committees.by_ref(committee).id)
    anchor = _named(reference, anchors)
    services.signing_work.trust.remove(anchor.id)
    words = environment.catalogue.gettext("{name}: no longer trusted")
    click.echo(words.format(name=anchor.name))


def _named(reference: str, anchors: tuple[TrustAnchor, ...]) -> TrustAnchor:
    fingerprint = reference.lower().replace(":", "")
    found = [
        anchor
        for anchor in anchors
        if anchor.name == reference or anchor.fingerprint.startswith(fingerprint)
    ]
    if len(found) != 1:
        raise UserError("anchor_unknown", reference=reference)
    return found[0]
