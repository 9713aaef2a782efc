"""The command ``attendance``."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json, print_table
from liaison_desktop.domain.attendance_statistics import AttendanceStatistics, Figures, Line, Period
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_COUNTS = ("meetings", "in_person", "remote", "substituted", "excused", "absent", "partly")


@click.command()
@click.argument("committee", metavar="COMMITTEE")
@click.option("--from", "first", type=_DAY, metavar="YYYY-MM-DD", help="The first day.")
@click.option("--until", "last", type=_DAY, metavar="YYYY-MM-DD", help="The last day.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="CSV or XLSX.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def attendance(
    environment: Environment,
    committee: str,
    first: datetime | None,
    last: datetime | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Count how often members, organisations and constituencies were represented.

    Only meetings inside a term count. Constituencies of fewer than five members are put together.
    """
    services = environment.program.services(create=False)
    committee_id = services.committees.by_ref(committee).id
    period = Period(first=_day(first), last=_day(last))
    if out is not None:
        click.echo(services.meeting_work.attendance.save(committee_id, period, out))
        return
    found = services.meeting_work.attendance.handed_on(committee_id, period)
    if as_json:
        print_json(_document(found))
        return
    header = ("by", "name", "represented", "rate", *_COUNTS)
    formats = Formats(environment.catalogue.language)
    print_table(header, _lines(found, Labels(environment.catalogue), formats))


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _document(found: AttendanceStatistics) -> dict[str, Any]:
    parts: dict[str, Iterable[Line[Any]]] = {
        "people": found.people,
        "organisations": found.organisations,
        "constituencies": found.constituencies,
    }
    return {
        "from": plain(found.period.first),
        "until": plain(found.period.last),
        "meetings": found.meetings,
        **{name: [_told(line) for line in lines] for name, lines in parts.items()},
    }


def _told(line: Line[Any]) -> dict[str, Any]:
    figures = line.figures
    return {
        "name": line.name,
        "members": len(line.people),
        "represented": figures.represented,
        "rate": None if figures.rate is None else round(float(figures.rate), 4),
        **{name: getattr(figures, name) for name in _COUNTS},
    }


def _lines(found: AttendanceStatistics, labels: Labels, formats: Formats) -> Iterator[list[str]]:
    def shown(by: str, name: str, figures: Figures) -> list[str]:
        rate = "—" if figures.rate is None else formats.percent(float(figures.rate))
        counts = (str(getattr(figures, count)) for count in _COUNTS)
        return [by, name, str(figures.represented), rate, *counts]

    for line in found.people:
        yield shown("person", line.name, line.figures)
    for line in found.organisations:
        yield shown("organisation", line.name or "—", line.figures)
    for each in found.constituencies:
        name = "…" if each.name is None else labels.label(each.name)
        yield shown("constituency", name, each.figures)
