"""What is read of one record does not grow with how many others there are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from benchmarks.crowd import RARE, crowded
from liaison_desktop.db.engine import make_engine
from liaison_desktop.db.folding import fold
from liaison_desktop.db.listings.people import person_listing
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.services.services import Services

FEW, MANY = 60, 600
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Services:
    return crowded(tmp_path_factory.mktemp("few") / "store.sqlite3", FEW)


@pytest.fixture(scope="module")
def file_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("many") / "store.sqlite3"


@pytest.fixture(scope="module")
def many(file_of_many: Path) -> Services:
    return crowded(file_of_many, MANY)


@contextmanager
def statements() -> Iterator[list[str]]:
    told: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(sa.Engine, "after_cursor_execute", hear)
    yield told
    event.remove(sa.Engine, "after_cursor_execute", hear)


def a_page(services: Services) -> object:
    committee = services.committees.all()[0]
    return services.people.page(PageRequest(committee_id=committee.id, limit=10))


def a_person(services: Services) -> object:
    somebody = services.people.page(PageRequest(limit=1)).rows[0]
    return services.people.detail(somebody.id)


def an_organisation(services: Services) -> object:
    first = services.people.organisations(PageRequest(limit=1)).rows[0]
    return services.people.organisation(first.id, TODAY)


@pytest.mark.parametrize("act", [a_page, a_person, an_organisation])
def test_opening_takes_as_many_statements_with_many_as_with_few(
    act: Callable[[Services], object], few: Services, many: Services
) -> None:
    with statements() as of_few:
        act(few)
    with statements() as of_many:
        act(many)
    assert 0 < len(of_many) <= len(of_few) + 3


@pytest.mark.parametrize("search", ["", "rossi"])
@pytest.mark.parametrize("committees", ["one", "all"])
def test_a_page_is_found_in_an_index_alone(
    search: str, committees: str, many: Services, file_of_many: Path
) -> None:
    committee = many.committees.all()[0].id if committees == "one" else None
    plan = " ".join(plan_of(file_of_many, PageRequest(committee_id=committee, search=search)))
    assert "person USING COVERING INDEX" in plan
    assert "TEMP B-TREE" not in plan


def plan_of(path: Path, request: PageRequest) -> list[str]:
    engine = make_engine(path)
    query = person_listing().found(request).limit(request.limit)
    compiled = query.compile(engine, compile_kwargs={"render_postcompile": True})
    values = [compiled.params[name] for name in compiled.positiontup or ()]
    bound = [value.bytes if isinstance(value, UUID) else value for value in values]
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        rows = cursor.execute(f"EXPLAIN QUERY PLAN {compiled}", bound).fetchall()
    engine.dispose()
    return [row[3] for row in rows]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("σχολαριου", "Σχολαρίου"),
        ("ΣΧΟΛΑΡΙΟΥ", "Σχολαρίου"),
        ("moller", "Møller"),
        ("weiss", "Weiß"),
        ("مدرسه", "مدرسة"),
        ("rossi rosalba", "Rossi"),
        (RARE.lower()[3:9], RARE),
    ],
)
def test_names_are_found_whatever_accents_case_and_script(
    typed: str, name: str, many: Services
) -> None:
    everybody = many.people.page(PageRequest(limit=MANY)).rows
    found = {row.id for row in many.people.page(PageRequest(search=typed, limit=MANY)).rows}
    named = {row.id for row in everybody if name in f"{row.name} {row.name_native}"}
    words = fold(typed).split()
    fitting = {
        row.id
        for row in everybody
        if all(word in fold(f"{row.name} {row.name_native}") for word in words)
    }
    assert found & named
    assert fitting <= found


def test_nobody_is_skipped_or_told_twice_while_others_come_in(many: Services) -> None:
    everybody = [row.id for row in many.people.page(PageRequest(limit=MANY)).rows]
    seen: list[UUID] = []
    request = PageRequest(limit=50)
    while True:
        page = many.people.page(request)
        seen += [row.id for row in page.rows]
        if page.next is None:
            break
        request = PageRequest(limit=50, after=page.next)
    assert seen == everybody
