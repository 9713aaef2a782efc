"""The outline of a paper: one bookmark for each heading, nested by level."""

from collections.abc import Sequence

from pikepdf import Array, Name, OutlineItem, Pdf

from liaison_desktop.pdf.tagging import Destination


def write_bookmarks(pdf: Pdf, headings: Sequence[Destination]) -> None:
    """Write the outline; a paper without headings has none."""
    if all(heading.level == 0 for heading in headings):
        return
    with pdf.open_outline() as outline:
        open_items: list[tuple[int, OutlineItem]] = []
        for heading in headings:
            if heading.level == 0:
                continue
            item = OutlineItem(heading.title, destination_array(pdf, heading))
            while open_items and open_items[-1][0] >= heading.level:
                open_items.pop()
            siblings = open_items[-1][1].children if open_items else outline.root
            siblings.append(item)
            open_items.append((heading.level, item))


def destination_array(pdf: Pdf, heading: Destination) -> Array:
    """The place of a heading as an explicit destination."""
    page = pdf.pages[heading.page].obj
    return Array([page, Name.XYZ, None, round(heading.top + 6, 2), None])
