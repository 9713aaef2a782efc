"""How many pages a file has."""

from io import BytesIO


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF that was made here."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)
