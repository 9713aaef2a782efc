"""Marks strings for the catalogue where they cannot be translated yet.

The extraction finds them by these names; the reader's catalogue translates them later.
"""


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Return the message as it is."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802 - the extraction reads the context
    """Return the message as it is; it stands in the catalogue under its context."""
    return message
