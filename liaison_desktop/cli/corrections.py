"""The command ``correct``."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.domain.corrections import Passage
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.services.corrections import CorrectMinutes
from liaison_desktop.services.files import require_writable

_ELSEWHERE = "-"


@click.command()
@click.argument("reference", metavar="MINUTES")
@click.option(
    "--decided-on",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    required=True,
    help="The day of the decision on the correction.",
)
@click.option(
    "--decided-in", metavar="TEXT", required=True, help="The meeting or resolution that decided."
)
@click.option(
    "--passage",
    "passages",
    nargs=4,
    multiple=True,
    required=True,
    metavar="ITEM WAS NOW REASON",
    help="Agenda item (- = elsewhere), text as it stands, corrected text, reason (may be '').",
)
@click.option("--out", metavar="FILE.pdf", type=click.Path(path_type=Path), required=True)
@click.option("--language", type=click.Choice(LANGUAGES), help="The note's language.")
@click.pass_obj
def correct(
    environment: Environment,
    reference: str,
    decided_on: datetime,
    decided_in: str,
    passages: tuple[tuple[str, str, str, str], ...],
    out: Path,
    language: str | None,
) -> None:
    """Correct final minutes by a numbered note; the minutes stay as they were signed.

    MINUTES is the meeting, as borgolume/3-2026, or the number of its minutes in the register. Give
    --passage once for each passage, for example:

    \b
    liaison-desktop correct borgolume/3-2026 --decided-on 2026-12-02
        --decided-in "Verbale n. 4/2026, punto 1"
        --passage 3 "quattro laboratori" "cinque laboratori" "errore di scrittura"
        --out rettifica.pdf

    The note is entered in the register and signed like the minutes (see: sign).
    """
    services = environment.program.services(create=False)
    minutes = services.corrections.minutes_by_ref(reference)
    read = tuple(_read(passages))
    require_writable(out)
    note = services.corrections.correct(
        CorrectMinutes(
            paper_id=minutes.id,
            on=datetime.now().astimezone().date(),
            decided_on=decided_on.date(),
            decided_in=decided_in,
            passages=read,
            language=language,
        )
    )
    services.register.save_copy(note.paper.id, out)
    told = environment.catalogue.gettext(
        "{path}: correction note no. {number}, register {entry}, SHA-256 {digest}"
    )
    click.echo(
        told.format(
            path=out,
            number=note.correction.label,
            entry=note.paper.register_number,
            digest=note.paper.newest.sha256,
        )
    )


def _read(passages: Sequence[tuple[str, str, str, str]]) -> Iterator[Passage]:
    for place, (item, was, now, reason) in enumerate(passages, start=1):
        if item != _ELSEWHERE and not (item.isascii() and item.isdigit()):
            raise UserError("passage_item_unreadable", passage=place, item=item)
        number = None if item == _ELSEWHERE else int(item)
        yield Passage(item_no=number, was=was, now=now, reason=reason)
