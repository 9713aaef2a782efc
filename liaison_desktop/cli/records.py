"""The commands ``list`` and ``show``."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json, print_table
from liaison_desktop.domain.commitments import is_overdue
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.services import Services

Row = TypeVar("Row")

_PAGE = 500
_KINDS = (
    "committees",
    "organisations",
    "people",
    "meetings",
    "decisions",
    "actions",
    "minutes",
    "agreements",
)
_COLUMNS = {
    "committees": ("key", "name", "city", "country", "language", "seat_count"),
    "organisations": ("city", "name", "constituency", "seats"),
    "people": ("city", "name", "organisation", "constituency", "role"),
    "meetings": ("committee_key", "number", "year", "date", "kind", "state", "place"),
    "decisions": ("city", "number", "date", "outcome", "text"),
    "actions": ("city", "number", "due", "status", "responsible", "text"),
    "minutes": (
        "committee_key",
        "label",
        "date",
        "minutes_state",
        "register_number",
        "signed",
        "corrections",
    ),
    "agreements": ("city", "status", "standing", "notice_until", "ends_on", "title"),
}


@click.command("list")
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--committee", metavar="REF", help="One committee: its id, key or city.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def list_records(environment: Environment, kind: str, committee: str | None, as_json: bool) -> None:
    """List what the store holds."""
    services = environment.program.services(create=False)
    chosen = services.committees.by_ref(committee).id if committee else None
    rows = _rows(services, kind, chosen)
    if as_json:
        print_json(rows)
        return
    shown = _Shown(environment)
    columns = _COLUMNS[kind]
    print_table(columns, ([shown.text(getattr(row, c)) for c in columns] for row in rows))


def _rows(services: Services, kind: str, committee_id: UUID | None) -> Sequence[Any]:
    if kind == "committees":
        return [c for c in services.committees.all() if committee_id in (None, c.id)]
    pages: dict[str, Callable[[PageRequest], Page[Any]]] = {
        "organisations": services.people.organisations,
        "people": services.people.page,
        "meetings": services.meetings.page,
        "decisions": services.meetings.decisions,
        "actions": services.meetings.actions,
        "minutes": services.minutes.page,
        "agreements": lambda request: services.agreements.page(request, _today()),
    }
    return _all(pages[kind], committee_id)


def _all(read: Callable[[PageRequest], Page[Row]], committee_id: UUID | None) -> list[Row]:
    rows: list[Row] = []
    page = read(PageRequest(committee_id=committee_id, limit=_PAGE))
    rows += page.rows
    while page.next:
        page = read(PageRequest(committee_id=committee_id, after=page.next, limit=_PAGE))
        rows += page.rows
    return rows


class _Shown:
    """Values in the reader's language."""

    def __init__(self, environment: Environment) -> None:
        self._labels = Labels(environment.catalogue)
        self._formats = Formats(environment.catalogue.language)

    def text(self, value: object) -> str:
        if value is None:
            return "—"
        if isinstance(value, Enum):
            return self._labels.label(value)
        if isinstance(value, date):
            return self._formats.date(value)
        return " ".join(str(value).split())


@click.command()
@click.argument("kind", type=click.Choice(("committee", "meeting", "minutes", "agreement")))
@click.argument("reference", metavar="REF")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def show(environment: Environment, kind: str, reference: str, as_json: bool) -> None:
    """Show one record with everything the rules make of it."""
    services = environment.program.services(create=False)
    document = _DOCUMENTS[kind](services, reference)
    if as_json:
        print_json(document)
    else:
        _print_outline(document)


def _committee(services: Services, reference: str) -> dict[str, Any]:
    committee = services.committees.by_ref(reference)
    detail = services.committees.detail(committee.id, datetime.now(UTC).date())
    rules = plain(detail.rules.rules) if detail.rules else None
    return {**plain(committee), "rules": rules, "composition": plain(detail.composition)}


def _meeting(services: Services, reference: str) -> dict[str, Any]:
    return services.meetings.document(services.meetings.by_ref(reference).id)


def _minutes(services: Services, reference: str) -> dict[str, Any]:
    record = services.meetings.record(services.meetings.by_ref(reference).id)
    way = services.minutes_work.approving.way(record.meeting.id)
    return {
        "meeting": str(record.meeting.id),
        "label": record.meeting.label,
        "state": record.meeting.minutes_state,
        "circulated": plain(way.circulations),
        "objections": plain(way.objections),
        "approval": plain(way.approval),
        "signatories": plain(record.signatories),
        "papers": [_told_paper(services, paper) for paper in record.papers],
        "corrections": [_correction(note) for note in record.notes],
    }


def _told_paper(services: Services, paper: Paper) -> dict[str, Any]:
    """A paper with what became of it beside electronic signatures."""
    story: dict[str, Any] = plain(services.archive_work.archiving.story(paper.id))
    return _paper(paper) | story


def _correction(note: CorrectionNote) -> dict[str, Any]:
    return {
        "number": note.correction.label,
        "register_number": note.paper.register_number,
        "language": note.paper.language,
        "decided_on": note.correction.decided_on.isoformat(),
        "decided_in": note.correction.decided_in,
        "passages": plain(note.correction.passages),
        "sha256": note.paper.newest.sha256,
        "unsigned": list(note.paper.unsigned_fields),
    }


def _agreement(services: Services, reference: str) -> dict[str, Any]:
    """The agreement as it stands today, with its texts, what was promised and its papers."""
    today = _today()
    record = services.agreements.record(services.agreements.by_ref(reference).id, today)
    return {
        **plain(record.agreement),
        "standing": record.standing,
        "begins_on": plain(record.begins_on),
        "ends_on": plain(record.ends_on),
        "notice_until": plain(record.notice_until),
        "versions": plain(record.versions),
        "commitments": [
            plain(commitment) | {"overdue": is_overdue(commitment, today)}
            for commitment in record.commitments
        ],
        "papers": [_paper(paper) for paper in record.papers],
    }


def _paper(paper: Paper) -> dict[str, Any]:
    told: dict[str, Any] = plain(paper)
    return told | {"sha256": paper.newest.sha256, "unsigned": list(paper.unsigned_fields)}


def _today() -> date:
    return datetime.now().astimezone().date()


_DOCUMENTS: dict[str, Callable[[Services, str], dict[str, Any]]] = {
    "committee": _committee,
    "meeting": _meeting,
    "minutes": _minutes,
    "agreement": _agreement,
}


def _print_outline(value: Any, indent: int = 0) -> None:
    """Print nested records as an indented outline, leaving out what is empty."""
    for name, entry in value.items():
        label = " " * indent + name.replace("_", " ")
        if entry in (None, "", [], {}):
            continue
        if isinstance(entry, dict):
            click.echo(f"{label}:")
            _print_outline(entry, indent + 2)
        elif isinstance(entry, list) and isinstance(entry[0], dict):
            click.echo(f"{label}:")
            for row in entry:
                click.echo(" " * (indent + 2) + "·")
                _print_outline(row, indent + 4)
        else:
            text = ", ".join(map(str, entry)) if isinstance(entry, list) else str(entry)
            click.echo(f"{label}: {text}")
