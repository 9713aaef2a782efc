"""What in a file can change what it shows although not one byte of it changes: programs, forms that
build themselves, content from elsewhere, layers that are switched on and off.

A paper that means the same to everybody has none of it (PDF/A, ISO 19005-3, forbids all but
layers). Imports pyHanko; import it inside functions only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from liaison_desktop.domain.signatures import Caution, SignatureProblem, SignatureReport
from liaison_desktop.signing.opening import BoundedReader, OutOfTimeError

_MOST_OBJECTS = 20_000
_PROGRAMS = frozenset({"/JavaScript", "/Rendition", "/SetOCGState", "/Hide", "/ImportData"})
# What no reader shows, or what leads back to all pages.
_ASIDE = frozenset({"/Parent", "/P", "/StructTreeRoot", "/ParentTree", "/DSS", "/Contents", "/V"})
_CHANGING = frozenset({Caution.SCRIPTS, Caution.DYNAMIC_FORM, Caution.OUTSIDE_CONTENT})


def cautions(reader: BoundedReader) -> tuple[Caution, ...]:
    """What a reader must know of the file, in the order of ``Caution``."""
    found: set[Caution] = set()
    try:
        for dictionary in _dictionaries(reader):
            found.update(_in(dictionary))
    except OutOfTimeError:
        raise
    except Exception:
        # Hostile bytes (see telling_damage): what was found until then stands.
        return tuple(one for one in Caution if one in found)
    return tuple(one for one in Caution if one in found)


def with_cautions(
    reports: Sequence[SignatureReport], found: Sequence[Caution]
) -> tuple[SignatureReport, ...]:
    """The reports; none is sound over a file whose content can change by itself."""
    if not _CHANGING & set(found):
        return tuple(reports)
    return tuple(
        report if report.problem else replace(report, problem=SignatureProblem.CHANGEABLE)
        for report in reports
    )


def _in(dictionary: DictionaryObject) -> Iterator[Caution]:
    if dict.get(dictionary, "/S") in _PROGRAMS and not isinstance(dictionary, StreamObject):
        yield Caution.SCRIPTS
    if "/XFA" in dictionary:
        yield Caution.DYNAMIC_FORM
    if "/OCProperties" in dictionary:
        yield Caution.LAYERS
    is_stream = isinstance(dictionary, StreamObject)
    if (is_stream and "/F" in dictionary) or ("/Ref" in dictionary and is_stream):
        yield Caution.OUTSIDE_CONTENT


def _dictionaries(reader: BoundedReader) -> Iterator[DictionaryObject]:
    """Every dictionary that is reached from the catalog, each object once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [reader.root]
    while waiting and len(seen) < _MOST_OBJECTS:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if (value.idnum, value.generation) in seen:
                continue
            seen.add((value.idnum, value.generation))
            value = value.get_object()  # type: ignore[no-untyped-call]  # untyped there
        if isinstance(value, DictionaryObject):
            yield value
            waiting.extend(dict.get(value, key) for key in value if key not in _ASIDE)
        elif isinstance(value, ArrayObject):
            waiting.extend(list(value))
