"""Everything held on a person for programs (GDPR, article 20), as JSON.

The document has the schema ``liaison-person/1``: an object with the members of
``domain.access.HeldData``; days are ISO 8601, values of lists their stable English names.
"""

import msgspec

from liaison_desktop.domain.access import HeldData

SCHEMA = "liaison-person/1"
"""It changes when a reader of the old one would fail."""


def person_document(held: HeldData) -> bytes:
    """The document; the same data give the same bytes."""
    told = {"schema": SCHEMA, **msgspec.to_builtins(held, str_keys=True)}
    return msgspec.json.format(msgspec.json.encode(told, order="deterministic"), indent=2)
