"""What every mapping needs: the values of a row, and names in their own script."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.domain.people import NativeText

Values = dict[str, Any]
"""Column name -> value, ready to be inserted."""

Row = sa.Row[Any]


def native_values(name: NativeText | None) -> Values:
    """The two columns of a name in its own script."""
    return {
        "native_language": None if name is None else name.language,
        "native_name": None if name is None else name.text,
    }


def native_of(row: Row) -> NativeText | None:
    """A name in its own script, if the row has one."""
    if row.native_language is None:
        return None
    return NativeText(language=row.native_language, text=row.native_name)
