"""Numbers in a committee's own register of papers."""


def register_number(prefix: str, n: int) -> str:
    """The number as printed, ``ICC-PTC-0000118``.

    Seven digits, as article 57 of the Italian decree DPR 445/2000 asks of a register; so numbers
    sort as text.
    """
    return f"{prefix}-{n:07}" if prefix else f"{n:07}"
