"""A JSON file as it comes from outside: size, encoding and grammar are checked."""

import json
from pathlib import Path

from liaison_desktop.domain.errors import UserError

LARGEST_DOCUMENT = 20 * 1024 * 1024
"""In bytes; a committee with a year of meetings stays below one megabyte."""

# No number in a file is longer; a longer one becomes a fraction and is refused at its place.
_LONGEST_WHOLE_NUMBER = 18


class RepeatedKey(dict[str, object]):
    """An object in which one key stands twice, so that a word of it would be lost."""

    def __init__(self, members: dict[str, object], key: str) -> None:
        super().__init__(members)
        self.key = key


def load_json(path: Path) -> object:
    """The value in a JSON file (RFC 8259, UTF-8 with or without a byte order mark).

    Raises:
        UserError: ``file_missing``, ``file_is_folder``, ``file_unreadable``, ``json_too_large``,
            ``json_encoding``, ``json_grammar``, ``json_constant``, ``json_depth``.
    """
    try:
        text = _content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("json_encoding", file=path.name, byte=error.start + 1) from error
    try:
        return _parsed(text, path.name)
    except json.JSONDecodeError as error:
        raise UserError(
            "json_grammar", file=path.name, line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise UserError("json_depth", file=path.name) from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_DOCUMENT + 1)
    except FileNotFoundError as error:
        raise UserError("file_missing", path=path) from error
    except IsADirectoryError as error:
        raise UserError("file_is_folder", path=path) from error
    except OSError as error:
        raise UserError("file_unreadable", path=path, reason=error.strerror) from error
    if len(content) > LARGEST_DOCUMENT:
        raise UserError("json_too_large", file=path.name, megabytes=LARGEST_DOCUMENT >> 20)
    return content


def _parsed(text: str, file: str) -> object:
    def refuse_constant(name: str) -> object:
        raise UserError("json_constant", file=file, name=name)

    value: object = json.loads(
        text,
        object_pairs_hook=_object,
        parse_int=_number,
        parse_constant=refuse_constant,
    )
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, value in pairs:
        if key in members:
            return RepeatedKey(members, key)
        members[key] = value
    return members


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE_NUMBER else float(digits)
