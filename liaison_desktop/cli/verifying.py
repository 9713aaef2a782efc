"""The command ``verify``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json
from liaison_desktop.cli.verdicts import print_verdict
from liaison_desktop.services.files import require_writable, write_file
from liaison_desktop.services.verification import VerifiedFile


@click.command()
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option(
    "--trust",
    metavar="CA.pem",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A certificate to trust; may be given several times.",
)
@click.option(
    "--committee",
    metavar="REF",
    help="Trust what this committee trusts, for a file of no register.",
)
@click.option(
    "--report",
    metavar="OUT.pdf",
    type=click.Path(path_type=Path),
    help="Write what was found as a PDF, in the language of --language.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def verify(
    environment: Environment,
    file: Path,
    trust: tuple[Path, ...],
    committee: str | None,
    report: Path | None,
    as_json: bool,
) -> int:
    """Say who signed a PDF, and whether it is intact, trusted and unchanged since."""
    program = environment.program
    chosen = None
    if committee is not None:
        chosen = program.services(create=False).committees.by_ref(committee).id
    if report is not None:
        require_writable(report)
    verified = program.verification().verify(file, trust, committee_id=chosen)
    if report is not None:
        language = environment.catalogue.language
        papers = program.verification_papers()
        write_file(report, papers.report(verified, language, committee_id=chosen))
    if as_json:
        print_json(_document(file, verified))
    else:
        print_verdict(verified, environment.catalogue)
    return 0 if verified.verification.valid else 1


def _document(file: Path, verified: VerifiedFile) -> dict[str, object]:
    verification = verified.verification
    return {
        "file": str(file),
        "sha256": verified.sha256,
        "size": verified.size,
        "verified_at": verified.verified_at,
        "valid": verification.valid,
        "register_number": verified.paper.register_number if verified.paper else None,
        "signatures": [
            plain(report) | {"sound": report.sound} for report in verification.signatures
        ],
        "unsigned_fields": list(verification.unsigned_fields),
        "cautions": list(verification.cautions),
    }
