"""What two revisions of a file show differently, in the terms of somebody who reads it.

This only tells; whether a difference is allowed is decided in ``revisions``. Imports pyHanko;
import it inside functions only.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    Reference,
)
from pyhanko.pdf_utils.reader import HistoricalResolver

from liaison_desktop.domain.signatures import LaterChange
from liaison_desktop.signing.opening import entry

_DEEPEST = 40
_PAGE = 595.0 * 842.0
_OFF_THE_PAGE = frozenset({"/Annots", "/Parent", "/StructParents", "/Tabs", "/Type"})
_PAGE_NODES = frozenset({"/Page", "/Pages"})
_WRITTEN_BY_PROGRAMS = frozenset({"/ModDate", "/Producer"})
_DRAWING = ("/NeedAppearances", "/XFA", "/CO")
"""How a form's fields are drawn and computed."""
_JUDGED_APART = frozenset({"/AcroForm", "/DSS", "/Pages", "/Metadata"})


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form, with its first place on a page.

    Attributes:
        value: what stands in it; ``None`` = it is empty.
        widget: where it is shown.
    """

    dictionary: DictionaryObject
    value: PdfObject | None
    widget: DictionaryObject
    is_signature: bool

    @property
    def is_stamp(self) -> bool:
        """Whether it holds a time stamp over the file."""
        return str(entry(self.value, "/Type")) == "/DocTimeStamp"

    def share_of_page(self) -> float:
        """How much of its page it covers; all of it where that cannot be said."""
        page = _area(_inherited(entry(self.widget, "/P"), "/MediaBox")) or _PAGE
        return _area(entry(self.widget, "/Rect")) / page


def form_fields(revision: HistoricalResolver) -> Mapping[str, FormField]:
    """The fields at the ends of the form's tree, by their full names."""
    roots = entry(entry(revision.root, "/AcroForm"), "/Fields")
    return dict(_fields(roots, "", None, 0)) if isinstance(roots, ArrayObject) else {}


def differences(old: HistoricalResolver, new: HistoricalResolver) -> Set[LaterChange]:
    """What the newer one changed, added or removed."""
    changed = frozenset(new.explicit_refs_in_revision())  # type: ignore[no-untyped-call]  # untyped there
    return frozenset(
        {
            *_of_fields(form_fields(old), form_fields(new), changed),
            *_of_pages(old, new, changed),
            *_of_catalog(old, new, changed),
        }
    )


def stored_data_differs(old: HistoricalResolver, new: HistoricalResolver) -> bool:
    """Whether the newer one has other data for checking certificates."""
    before, after = _raw(old.root, "/DSS"), _raw(new.root, "/DSS")
    changed = frozenset(new.explicit_refs_in_revision())  # type: ignore[no-untyped-call]  # untyped there
    return not _same(before, after) or _touched(after, changed)


def description_differs(old: HistoricalResolver, new: HistoricalResolver) -> bool:
    """Whether the newer one says something else about itself: title, author, metadata."""
    changed = frozenset(new.explicit_refs_in_revision())  # type: ignore[no-untyped-call]  # untyped there
    was, now = _raw(old.root, "/Metadata"), _raw(new.root, "/Metadata")
    before, after = entry(old.trailer_view, "/Info"), entry(new.trailer_view, "/Info")
    keys = {*_keys(before), *_keys(after)} - _WRITTEN_BY_PROGRAMS
    return (
        not _same(was, now)
        or _touched(now, changed)
        or any(not _same(entry(before, key), entry(after, key)) for key in keys)
    )


def _of_fields(
    old: Mapping[str, FormField], new: Mapping[str, FormField], changed: Set[Reference]
) -> Iterator[LaterChange]:
    if old.keys() - new.keys():
        yield LaterChange.SETTINGS
    for name, field in new.items():
        before = old.get(name)
        if field.is_stamp and before is None:
            yield LaterChange.TIME_STAMP
        elif before is None:
            yield LaterChange.FIELD_ADDED
        elif field.is_signature:
            yield from _of_signature(before, field)
        elif not _same(before.dictionary, field.dictionary) or _touched(
            _raw(field.dictionary, "/AP"), changed
        ):
            yield LaterChange.FIELD_VALUE


def _of_signature(before: FormField, field: FormField) -> Iterator[LaterChange]:
    if before.value is None and field.value is not None:
        yield LaterChange.TIME_STAMP if field.is_stamp else LaterChange.SIGNATURE
    elif not _same(before.value, field.value) or not _same(before.dictionary, field.dictionary):
        yield LaterChange.SIGNATURE_CHANGED


def _of_pages(
    old: HistoricalResolver, new: HistoricalResolver, changed: Set[Reference]
) -> Iterator[LaterChange]:
    before, after = dict(_pages(old)), dict(_pages(new))
    if list(before) != list(after):
        yield LaterChange.PAGES
    for reference in before.keys() & after.keys():
        was, now = before[reference], after[reference]
        shown = [key for key in {*was, *now} if key not in _OFF_THE_PAGE]
        if any(
            not _same(_raw(was, key), _raw(now, key)) or _touched(_raw(now, key), changed)
            for key in shown
        ):
            yield LaterChange.PAGE_CONTENT
        if _comments(was) != _comments(now) or _comments(now) & changed:
            yield LaterChange.ANNOTATION


def _of_catalog(
    old: HistoricalResolver, new: HistoricalResolver, changed: Set[Reference]
) -> Iterator[LaterChange]:
    keys = {*old.root, *new.root}
    if stored_data_differs(old, new):
        yield LaterChange.VALIDATION_DATA
    for key in keys - _JUDGED_APART:
        before, after = _raw(old.root, key), _raw(new.root, key)
        if not _same(before, after) or (key != "/StructTreeRoot" and _touched(after, changed)):
            yield LaterChange.SETTINGS
    old_form, new_form = entry(old.root, "/AcroForm"), entry(new.root, "/AcroForm")
    if any(not _same(entry(old_form, key), entry(new_form, key)) for key in _DRAWING):
        yield LaterChange.FIELD_VALUE


def _fields(
    entries: Iterable[Any], prefix: str, kind: object, depth: int
) -> Iterator[tuple[str, FormField]]:
    if depth > _DEEPEST:
        raise RecursionError
    for place in entries:
        field = place.get_object()
        if not isinstance(field, DictionaryObject):
            continue
        name = ".".join(part for part in (prefix, str(entry(field, "/T") or "")) if part)
        own_kind = entry(field, "/FT") or kind
        kids = entry(field, "/Kids")
        below = [kid.get_object() for kid in list(kids)] if isinstance(kids, ArrayObject) else []
        if any("/T" in kid for kid in below):
            yield from _fields(below, name, own_kind, depth + 1)
            continue
        widget = below[0] if below else field
        is_signature = own_kind == "/Sig"
        yield name, FormField(field, entry(field, "/V"), widget, is_signature=is_signature)


def _pages(revision: HistoricalResolver) -> Iterator[tuple[Reference, DictionaryObject]]:
    waiting = [(revision.root.raw_get("/Pages"), 0)]
    while waiting:
        node, depth = waiting.pop()
        page = node.get_object()
        if depth > _DEEPEST or not isinstance(page, DictionaryObject):
            raise RecursionError
        kids = entry(page, "/Kids")
        if isinstance(kids, ArrayObject):
            waiting.extend((kid, depth + 1) for kid in reversed(list(kids)))
        elif isinstance(node, IndirectObject):
            yield node.reference, page


def _comments(page: DictionaryObject) -> Set[Reference]:
    """What lies on a page beside the fields of its form."""
    found = entry(page, "/Annots")
    places = list(found) if isinstance(found, ArrayObject) else []
    return frozenset(
        place.reference
        for place in places
        if isinstance(place, IndirectObject)
        and str(entry(place.get_object(), "/Subtype")) != "/Widget"  # type: ignore[no-untyped-call]  # untyped there
    )


def _touched(value: PdfObject | None, changed: Set[Reference]) -> bool:
    """Whether something below a value was written anew; pages are looked at by themselves."""
    seen: set[Reference] = set()
    waiting: list[PdfObject | None] = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            if part.reference in changed:
                return True
            if part.reference in seen:
                continue
            seen.add(part.reference)
            part = part.get_object()  # type: ignore[no-untyped-call]  # untyped there
        if isinstance(part, DictionaryObject) and str(entry(part, "/Type")) not in _PAGE_NODES:
            waiting.extend(_raw(part, key) for key in part if key != "/Parent")
        elif isinstance(part, ArrayObject):
            waiting.extend(list(part))
    return False


def _same(one: PdfObject | None, other: PdfObject | None) -> bool:
    """Whether two values are equal, the objects they refer to left alone."""
    if isinstance(one, IndirectObject) and isinstance(other, IndirectObject):
        return bool(one.reference == other.reference)
    if isinstance(one, DictionaryObject) and isinstance(other, DictionaryObject):
        return one.keys() == other.keys() and all(
            _same(_raw(one, key), _raw(other, key)) for key in one
        )
    if isinstance(one, ArrayObject) and isinstance(other, ArrayObject):
        return len(one) == len(other) and all(map(_same, list(one), list(other)))
    return bool(one == other)


def _keys(dictionary: PdfObject | None) -> Set[str]:
    return frozenset(dictionary) if isinstance(dictionary, DictionaryObject) else frozenset()


def _raw(dictionary: DictionaryObject, key: str) -> PdfObject | None:
    found: PdfObject | None = dict.get(dictionary, key)
    return found


def _inherited(page: PdfObject | None, key: str) -> PdfObject | None:
    node = page
    for _ in range(_DEEPEST):
        found = entry(node, key)
        if found is not None:
            return found
        node = entry(node, "/Parent")
    return None


def _area(box: object) -> float:
    if not isinstance(box, ArrayObject) or len(box) != 4:
        return 0.0
    left, bottom, right, top = (float(edge) for edge in box)
    return abs(right - left) * abs(top - bottom)
