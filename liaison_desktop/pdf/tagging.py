"""The structure tree of a paper (ISO 32000-1, 14.7): made with the blocks, filled in drawing."""

from dataclasses import dataclass, field

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Description:
    """An attribute in words, where a plain string is a name of the standard."""

    text: str


Attribute = str | Description | int | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A marked-content sequence of a page; pages are counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkAnnotation:
    """A place on a page that leads to an address or, with ``#``, to an anchor of the paper."""

    page: int
    rectangle: Rectangle
    target: str
    description: str


@dataclass(frozen=True, slots=True)
class FieldWidget:
    """A place on a page for a signature; the name is that of the form field."""

    page: int
    rectangle: Rectangle
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to jump to; a heading has a title and a level from 1 on."""

    title: str
    level: int
    page: int
    top: float
    anchor: str


Annotation = LinkAnnotation | FieldWidget


@dataclass(slots=True, eq=False)
class Node:
    """A structure element.

    Attributes:
        tag: standard structure type, such as ``H2``.
        identifier: unique in the paper; notes need one.
        actual_text: what is read instead of the letters that are drawn.
        attributes: by owner (``Table``, ``List``, ``Layout``) and name; a string is a PDF name.
        children: what it holds, in reading order.
    """

    tag: str
    parent: "Node | None" = None
    language: str | None = None
    alternative: str = ""
    actual_text: str = ""
    identifier: str = ""
    attributes: dict[tuple[str, str], Attribute] = field(default_factory=dict)
    children: "list[Node | MarkedContent | Annotation]" = field(default_factory=list)
    attached: bool = False

    def add(self, tag: str, *, language: str | None = None, alternative: str = "") -> "Node":
        """A new element at the end of this one."""
        node = Node(tag, self, language, alternative, attached=True)
        self.children.append(node)
        return node

    def inline(self, tag: str, *, language: str | None = None, actual_text: str = "") -> "Node":
        """A new element that takes its place in this one when it is first drawn."""
        return Node(tag, self, language, actual_text=actual_text)

    def hold(self, child: "Node | MarkedContent | Annotation") -> None:
        """Take in content that was just drawn."""
        if not self.attached and self.parent is not None:
            self.attached = True
            self.parent.hold(self)
        self.children.append(child)


class Structure:
    """The tree of a paper and, for each page, the element of each marked-content number."""

    def __init__(self, language: str) -> None:
        self.root = Node("Document", language=language, attached=True)
        self.owners: list[list[Node]] = []
        self.destinations: list[Destination] = []

    def anchors(self) -> dict[str, Destination]:
        """The places that links lead to.

        Raises:
            ValueError: two places have the same name.
        """
        places: dict[str, Destination] = {}
        for place in self.destinations:
            if place.anchor in places:
                raise ValueError(f"two places have the anchor {place.anchor!r}")
            if place.anchor:
                places[place.anchor] = place
        return places

    def mark(self, node: Node, page: int) -> int:
        """The next marked-content number of that page, given to the element."""
        while len(self.owners) <= page:
            self.owners.append([])
        number = len(self.owners[page])
        self.owners[page].append(node)
        node.hold(MarkedContent(page, number))
        return number
