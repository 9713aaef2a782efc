"""What a paper must be inside; each rule finds faults that some viewer or validator lets pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_SHOWING = frozenset({"Tj", "TJ", "'", '"', "Do", "f", "f*", "B", "B*", "b", "b*", "S", "s", "sh"})
_STANDARD_TYPES = frozenset(
    {"Document", "Div", "BlockQuote", "P", "H1", "H2", "H3", "H4", "H5", "H6", "Span", "Link"}
    | {"L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Form"}
    | {"Code", "Reference", "Note"}
)
_PARENTS = {
    "TR": {"THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "Lbl": {"LI", "Note"},
    "LBody": {"LI"},
}
_CATALOGUE = ("/Lang", "/StructTreeRoot", "/MarkInfo", "/OutputIntents", "/Metadata")
_PRINT = 4


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with the file, in words."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_Check(pdf).faults())


@dataclass
class _Check:
    pdf: pikepdf.Pdf
    owners: dict[tuple[int, int], Object] = field(default_factory=dict)
    referenced: set[tuple[int, int]] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    last_heading: int = 0

    def __post_init__(self) -> None:
        self.page_numbers = {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}

    def faults(self) -> Iterator[str]:
        root = self.pdf.Root
        missing = [key for key in _CATALOGUE if key not in root]
        yield from (f"the catalogue has no {key}" for key in missing)
        if missing:
            return
        if not root.MarkInfo.Marked or not root.ViewerPreferences.DisplayDocTitle:
            yield "the file is not said to be tagged, or its title is not shown"
        with self.pdf.open_metadata(update_docinfo=False) as metadata:
            parts = [metadata.get(f"{name}:part") for name in ("pdfaid", "pdfuaid")]
            if parts != ["3", "1"]:
                yield "the metadata name other standards"
        yield from self._element(root.StructTreeRoot.K, "StructTreeRoot")
        parents = _number_tree(root.StructTreeRoot.ParentTree.Nums)
        for number, page in enumerate(self.pdf.pages):
            yield from self._page(number, page, parents)
            yield from self._annotations(page, parents)
            yield from _fonts(page)

    def _element(self, element: Object, parent: str) -> Iterator[str]:
        kind = str(element.S)[1:]
        if kind not in _STANDARD_TYPES:
            yield f"{kind} is no standard type"
        if parent not in _PARENTS.get(kind, {parent}):
            yield f"{kind} inside {parent}"
        yield from _missing(element, kind)
        if kind == "Note":
            yield from self._note(element)
        if re.fullmatch("H[1-6]", kind):
            yield from self._heading(element, kind)
        for kid in _kids(element):
            yield from self._kid(kid, element, kind)

    def _heading(self, element: Object, kind: str) -> Iterator[str]:
        if not _kids(element):
            yield "an empty heading"
        level = int(kind[1])
        if level > self.last_heading + 1:
            yield f"heading {kind} after level {self.last_heading}"
        self.last_heading = level

    def _note(self, element: Object) -> Iterator[str]:
        name = str(element.get("/ID", ""))
        if not name or name in self.notes:
            yield "a note without a name of its own"
        self.notes.add(name)

    def _kid(self, kid: Object | int, element: Object, kind: str) -> Iterator[str]:
        if isinstance(kid, int):
            kid = Dictionary(Type=Name.MCR, Pg=element.Pg, MCID=kid)
        if kid.get("/Type") == Name.OBJR:
            self.referenced.add(kid.Obj.objgen)
        elif kid.get("/Type") == Name.MCR:
            key = (self.page_numbers[kid.Pg.objgen], int(kid.MCID))
            if key in self.owners:
                yield f"marked content {key} stands twice in the tree"
            self.owners[key] = element
        else:
            yield from self._element(kid, kind)

    def _page(self, number: int, page: pikepdf.Page, parents: dict[int, Object]) -> Iterator[str]:
        open_marks: list[str] = []
        found: list[int] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                mcid = instruction.operands[1].get("/MCID") if operator == "BDC" else None
                if open_marks:
                    yield f"nested marks on page {number}"
                open_marks.append("artifact" if mcid is None else "content")
                found += [] if mcid is None else [int(mcid)]
            elif operator == "EMC":
                if not open_marks:
                    yield f"page {number} ends a mark that was not begun"
                    return
                open_marks.pop()
            elif operator in _SHOWING and not open_marks:
                yield f"untagged {operator} on page {number}"
        if open_marks:
            yield f"page {number} does not end a mark"
        if found != list(range(len(found))):
            yield f"the marks of page {number} are not numbered one after the other"
        entries = parents.get(int(page.obj.get("/StructParents", -1)), Array())
        owners = [self.owners.get((number, mcid)) for mcid in found]
        if [owner and owner.objgen for owner in owners] != [entry.objgen for entry in entries]:
            yield f"page {number}: parent tree and structure tree differ"

    def _annotations(self, page: pikepdf.Page, parents: dict[int, Object]) -> Iterator[str]:
        if page.obj.get("/Tabs") != Name.S:
            yield "tabs do not follow the structure"
        for annotation in page.obj.get("/Annots", Array()):
            if int(annotation.F) != _PRINT:
                yield "an annotation that is not just printed"
            if annotation.objgen not in self.referenced:
                yield "an annotation outside the tree"
            if int(annotation.StructParent) not in parents:
                yield "an annotation without parent"
            needed = ("/TU", "/AP") if annotation.Subtype == Name.Widget else ("/Contents",)
            yield from (f"an annotation without {key}" for key in needed if key not in annotation)


def _missing(element: Object, kind: str) -> Iterator[str]:
    """What an element of that type needs and does not have."""
    if kind == "Figure" and not str(element.get("/Alt", "")):
        yield "a figure without words for it"
    if kind == "TH" and "/Scope" not in element.A[0]:
        yield "a header cell without scope"
    if kind == "Table" and not _has_header(element):
        yield "a table without header cells"
    if kind == "LI" and not {str(kid.S) for kid in element.K} <= {"/Lbl", "/LBody"}:
        yield "a list entry of something else than label and body"


def _has_header(table: Object) -> bool:
    return any(path[-1] == "TH" for path in _paths(table, ()))


def _kids(element: Object) -> list[Object | int]:
    return list(element.K.as_list()) if isinstance(element.K, Array) else [element.K]


def _fonts(page: pikepdf.Page) -> Iterator[str]:
    for font in page.Resources.Font.values():
        descendant = font.DescendantFonts[0]
        if "/FontFile2" not in descendant.FontDescriptor or "/ToUnicode" not in font:
            yield f"{font.BaseFont} is not embedded with its text"


def _number_tree(nums: Object) -> dict[int, Object]:
    entries = list(nums.as_list()) if isinstance(nums, Array) else []
    return {int(entries[at]): entries[at + 1] for at in range(0, len(entries), 2)}


def structure(data: bytes) -> list[tuple[str, ...]]:
    """The types of all elements, each with those around it, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_paths(pdf.Root.StructTreeRoot.K, ()))


def _paths(element: Object, around: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    path = (*around, str(element.S)[1:])
    yield path
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _paths(kid, path)
