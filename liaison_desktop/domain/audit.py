"""The audit log: a chain of entries in which nothing can be changed, left out or moved unseen."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from uuid import UUID

from liaison_desktop.domain.changes import Kind

CHAIN_START = "0" * 64
"""What the first entry of a chain has in place of the digest before it."""


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

    Records become objects, enums their value, dates and times ISO 8601 (moments in UTC), ids text,
    sets sorted arrays.

    Raises:
        TypeError: a value that has no such form.
        ValueError: a number that is none, or a moment without its time zone.
    """
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def chain_digest(entry: AuditEntry) -> str:
    """SHA-256 in hexadecimal over the digest before and all that the entry says."""
    said = {
        field.name: getattr(entry, field.name)
        for field in fields(entry)
        if field.name not in ("previous", "digest")
    }
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
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {_key(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(element) for element in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _key(key: object) -> str:
    if isinstance(key, str | UUID):
        return str(key)
    raise TypeError(f"no canonical form for a key of type {type(key).__name__}")


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"a moment without its time zone: {value.isoformat()}")
    return value.astimezone(UTC).isoformat()
