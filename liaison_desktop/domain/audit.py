"""The audit log: a chain of entries in which nothing can be changed, left out or moved unseen."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from liaison_desktop.domain.changes import Kind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CHAIN_START = "0" * 64
"""What the first entry of a chain has in place of the digest before it."""

Default = TypeVar("Default")

_LATER = "added after the first release"


def later(default: Default) -> Default:
    """A field of a record that was added after the first release, with what it is without a value.

    The log holds digests of records as they were written. A record that leaves such a field at its
    default is written as it was before there was the field, so the logs of older stores still hold;
    and it cannot be confused with a record that fills the field, which is written with it. The
    default may therefore never be changed, nor the field be taken away again.
    """
    made: Default = field(default=default, metadata={_LATER: True})
    return made


def later_fields(record: "DataclassInstance") -> tuple[str, ...]:
    """The names of a record's fields that were added after the first release."""
    return tuple(each.name for each in fields(record) if each.metadata.get(_LATER))


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One record changed by one command; each committee has its own chain.

    Attributes:
        sequence: 1, 2, 3 ... without a gap.
        at: stamp of the hybrid clock.
        before, after: SHA-256 of the record's canonical form; ``None`` = no record.
        previous: digest of the entry before, ``CHAIN_START`` for the first.
        digest: ``chain_digest`` of this entry.
    """

    sequence: int
    at: str
    actor: str
    command: str
    committee_id: UUID
    kind: Kind
    entity_id: UUID
    before: str | None
    after: str | None
    previous: str
    digest: str = ""


def canonical(value: object) -> bytes:
    """The one way to write a value as bytes: JSON with sorted keys, no spaces, UTF-8.

    Records become objects (see ``later`` for fields that are left out), enums their value, dates
    and times ISO 8601 (moments in UTC), ids text, sets sorted arrays.

    Raises:
        TypeError: a value that has no such form.
        ValueError: a number that is none, or a moment without its time zone.
    """
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def chain_digest(entry: AuditEntry) -> str:
    """SHA-256 in hexadecimal over the digest before and all that the entry says."""
    said = {name: held for name, held in _written(entry) if name not in ("previous", "digest")}
    return hashlib.sha256(entry.previous.encode() + canonical(said)).hexdigest()


def verify_chain(entries: Iterable[AuditEntry]) -> int | None:
    """The first sequence number at which a committee's chain is broken; ``None`` if it holds.

    A number that is missing is itself the broken place. Entries cut off at the end leave a chain
    that holds: only its last digest, kept elsewhere, shows that.
    """
    expected, previous = 1, CHAIN_START
    for entry in entries:
        follows = entry.sequence == expected and entry.previous == previous
        if not follows or entry.digest != chain_digest(entry):
            return expected
        expected, previous = expected + 1, entry.digest
    return None


def verify_history(entries: Iterable[AuditEntry]) -> int | None:
    """The first entry that does not begin where the one before it left its record.

    ``None`` if they all do. It shows an entry that somebody added who knows how a chain is made.
    """
    left: dict[tuple[Kind, UUID], str | None] = {}
    for entry in entries:
        key = (entry.kind, entry.entity_id)
        made_of_nothing = entry.before is None and entry.after is None
        if made_of_nothing or left.get(key) != entry.before:
            return entry.sequence
        left[key] = entry.after
    return None


def _plain(value: object) -> object:
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | float() | str():
            return value
        case UUID():
            return str(value)
        case datetime():
            return _moment(value)
        case date() | time():
            return value.isoformat()
        case set() | frozenset():
            return sorted((_plain(element) for element in value), key=canonical)
        case _:
            return _structure(value)


def _structure(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(held) for name, held in _written(value)}
    if isinstance(value, Mapping):
        return {_key(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(element) for element in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _written(record: "DataclassInstance") -> Iterator[tuple[str, object]]:
    for described in fields(record):
        held = getattr(record, described.name)
        if _LATER not in described.metadata or held != described.default:
            yield described.name, held


def _key(key: object) -> str:
    if isinstance(key, str | UUID):
        return str(key)
    raise TypeError(f"no canonical form for a key of type {type(key).__name__}")


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"a moment without its time zone: {value.isoformat()}")
    return value.astimezone(UTC).isoformat()
