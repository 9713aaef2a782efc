"""Identifiers of imported records: the same file gives the same ones, on every computer."""

from uuid import UUID, uuid5

# Made once for this program; another value would make strangers of all records imported so far.
_NAMESPACE = UUID("5a1c9a2e-7d0b-4a57-9d63-0f6f7c1f2b84")


def record_id(committee_key: str, kind: str, *keys: object) -> UUID:
    """The id (UUIDv5, RFC 9562) of a record of a committee, from its kind and its keys in the file.

    Two offices that import the same file therefore speak of the same records.
    """
    return uuid5(_NAMESPACE, "/".join((committee_key, kind, *map(str, keys))))
