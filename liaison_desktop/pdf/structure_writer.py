"""Writing the structure tree into the file, with the annotations that hang in it."""

from collections import defaultdict

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from liaison_desktop.pdf.tagging import (
    Annotation,
    Attribute,
    Description,
    FieldWidget,
    LinkAnnotation,
    MarkedContent,
    Node,
    Rectangle,
    Structure,
)

# Elements that may stand empty: a table keeps its shape.
_KEPT_EMPTY = frozenset({"TD", "TH"})
_PRINT_FLAG = 4


class StructureWriter:
    """Writes the tree of one paper; pages must exist already."""

    def __init__(self, pdf: Pdf, structure: Structure, anchors: dict[str, Array]) -> None:
        self._pdf = pdf
        self._structure = structure
        self._anchors = anchors
        self._pages = [page.obj for page in pdf.pages]
        self._elements: dict[Node, Object] = {}
        self._next_key = len(self._pages)
        self._annotation_parents: list[Object | int] = []
        self._annotations: dict[int, list[Object]] = defaultdict(list)
        self._fields: list[Object] = []
        self._identified: dict[str, Object] = {}

    def write(self) -> None:
        """Write tree, parent tree, annotations and form."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        _prune(self._structure.root)
        root.K = self._element(self._structure.root, root)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._parent_tree())))
        if self._identified:
            names = [part for pair in sorted(self._identified.items()) for part in pair]
            root.IDTree = Dictionary(Names=Array(names))
        root.ParentTreeNextKey = self._next_key
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        for number, page in enumerate(self._pages):
            page.Tabs = Name.S
            if number in self._annotations:
                page.Annots = Array(self._annotations[number])
        if self._fields:
            form = Dictionary(Fields=Array(self._fields), SigFlags=0)
            self._pdf.Root.AcroForm = self._pdf.make_indirect(form)

    def _parent_tree(self) -> list[Object | int]:
        entries: list[Object | int] = []
        for number, owners in enumerate(self._structure.owners):
            if owners:
                self._pages[number].StructParents = number
                parents = Array([self._elements[node] for node in owners])
                entries += [number, self._pdf.make_indirect(parents)]
        return entries + self._annotation_parents

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent)
        )
        self._elements[node] = element
        if node.language:
            element.Lang = String(node.language)
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.identifier:
            element.ID = String(node.identifier)
            self._identified[node.identifier] = element
        if node.actual_text:
            element.ActualText = String(node.actual_text)
        if node.attributes:
            element.A = _attributes(node.attributes)
        page = _first_page(node)
        if page is not None:
            element.Pg = self._pages[page]
        kids = [self._kid(child, element, page) for child in node.children]
        # pyHanko accepts a later signature in a form element's own /K, not in an array there.
        element.K = kids[0] if node.tag == "Form" else Array(kids)
        return element

    def _kid(
        self, child: Node | MarkedContent | Annotation, parent: Object, page: int | None
    ) -> Object | int:
        """A child as an entry of its element, whose marked content stands on that page at first."""
        match child:
            case MarkedContent():
                if child.page == page:
                    return child.number
                return Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)
            case Node():
                return self._element(child, parent)
            case LinkAnnotation():
                return self._object_reference(child.page, self._link(child), parent)
            case FieldWidget():
                reference = self._object_reference(child.page, self._widget(child), parent)
                self._fields.append(reference.Obj)
                return reference

    def _link(self, link: LinkAnnotation) -> Dictionary:
        annotation = _annotation(Name.Link, link.rectangle)
        annotation.Border = Array([0, 0, 0])
        annotation.Contents = String(link.description)
        if not link.target.startswith("#"):
            annotation.A = Dictionary(S=Name.URI, URI=String(link.target))
        elif link.target[1:] in self._anchors:
            annotation.Dest = self._anchors[link.target[1:]]
        else:
            raise ValueError(f"nothing has the anchor {link.target[1:]!r}")
        return annotation

    def _widget(self, field: FieldWidget) -> Dictionary:
        left, bottom, right, top = field.rectangle
        appearance = Stream(self._pdf, b"")
        appearance.Type = Name.XObject
        appearance.Subtype = Name.Form
        appearance.BBox = _rectangle((0, 0, right - left, top - bottom))
        appearance.Resources = Dictionary()
        widget = _annotation(Name.Widget, field.rectangle)
        widget.FT = Name.Sig
        widget.T = String(field.name)
        widget.TU = String(field.label)
        widget.AP = Dictionary(N=self._pdf.make_indirect(appearance))
        widget.Lock = self._pdf.make_indirect(_lock(field.name))
        return widget

    def _object_reference(self, page: int, annotation: Dictionary, parent: Object) -> Dictionary:
        annotation.StructParent = self._next_key
        annotation.P = self._pages[page]
        made = self._pdf.make_indirect(annotation)
        self._annotation_parents += [self._next_key, parent]
        self._annotations[page].append(made)
        self._next_key += 1
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=self._pages[page])


def _lock(name: str) -> Dictionary:
    """Once signed, a field says that it may not be touched again (ISO 32000-2, 12.7.5.5).

    Only itself: who signs before the others must not lock them out.
    """
    kind, action = Name.SigFieldLock, Name.Include
    return Dictionary(Type=kind, Action=action, Fields=Array([String(name)]))


def _first_page(node: Node) -> int | None:
    """The page of an element's first marked content."""
    return next((kid.page for kid in node.children if isinstance(kid, MarkedContent)), None)


def _prune(node: Node) -> bool:
    """Take out elements without content; whether anything is left of this one."""
    node.children = [
        child for child in node.children if not isinstance(child, Node) or _prune(child)
    ]
    return bool(node.children) or node.tag in _KEPT_EMPTY


def _attributes(attributes: dict[tuple[str, str], Attribute]) -> Array:
    owners: dict[str, Dictionary] = {}
    for (owner, name), value in attributes.items():
        entries = owners.setdefault(owner, Dictionary(O=Name(f"/{owner}")))
        entries[f"/{name}"] = _attribute_value(value)
    return Array(list(owners.values()))


def _attribute_value(value: Attribute) -> Object | int:
    match value:
        case Description(text):
            return String(text)
        case str():
            return Name(f"/{value}")
        case int():
            return value
        case _:
            return Array(value)


def _annotation(subtype: Name, rectangle: Rectangle) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=subtype, Rect=_rectangle(rectangle), F=_PRINT_FLAG)


def _rectangle(rectangle: Rectangle) -> Array:
    return Array([round(edge, 2) for edge in rectangle])
