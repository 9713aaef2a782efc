"""A store's schema in a form that can be compared."""

from contextlib import closing
from pathlib import Path

from liaison_desktop.db.engine import connect

Schema = dict[str, tuple[str, ...]]


def schema_of(path: Path) -> Schema:
    """Name -> lines of the statement, whatever the order in which constraints were written."""
    with closing(connect(path, mode="ro")) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: _lines(statement) for name, statement in rows}


def _lines(statement: str) -> tuple[str, ...]:
    lines = (line.strip().rstrip(",").replace('"', "") for line in statement.split("\n"))
    return tuple(sorted(line for line in lines if line))
