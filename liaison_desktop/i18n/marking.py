"""Marks a string for the catalogue where it cannot be translated yet."""


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Return the message as it is; the extraction finds it here, the reader's catalogue translates it later."""
    return message
