"""Changes to a file after it was signed, as another program could make them."""

# mypy: disable-error-code="no-untyped-call"
# pyHanko's writer is only partly typed.

import zlib
from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

Change = Callable[[IncrementalPdfFileWriter], None]


def appended(pdf: bytes, change: Change) -> bytes:
    """The file with an incremental update behind it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def other_language(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = TextStringObject("xx")
    writer.update_root()


def other_text(writer: IncrementalPdfFileWriter) -> None:
    text = StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (and nobody objected) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(text))


def painted_over(writer: IncrementalPdfFileWriter) -> None:
    page_reference, _ = writer.find_page_for_modification(1)
    page = page_reference.get_object()
    cover = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Square"),
            NameObject("/Rect"): ArrayObject(FloatObject(n) for n in (60, 740, 400, 780)),
            NameObject("/IC"): ArrayObject(FloatObject(1) for _ in range(3)),
        }
    )
    page["/Annots"].append(writer.add_object(cover))
    writer.update_container(page["/Annots"])


def page_removed(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    del pages["/Kids"][0]
    pages["/Count"] = NumberObject(1)
    writer.update_container(pages["/Kids"])
    writer.update_container(pages)


def signature_removed(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


def packed_metadata(writer: IncrementalPdfFileWriter) -> None:
    """Metadata of 64 MB that take up some hundred bytes."""
    packing = NameObject("/FlateDecode")
    stream = StreamObject(
        {
            NameObject("/Type"): NameObject("/Metadata"),
            NameObject("/Subtype"): NameObject("/XML"),
            NameObject("/Filter"): ArrayObject([packing, packing]),
        },
        encoded_data=zlib.compress(zlib.compress(bytes(64 * 2**20), 9), 9),
    )
    writer.root["/Metadata"] = writer.add_object(stream)
    writer.update_root()


def torn_store(writer: IncrementalPdfFileWriter) -> None:
    """Validation data that is none."""
    torn = writer.add_object(StreamObject(stream_data=b"0\x82\x10\x00torn"))
    entries = {name: ArrayObject([torn]) for name in ("/Certs", "/CRLs", "/OCSPs")}
    writer.root["/DSS"] = writer.add_object(
        DictionaryObject({NameObject(name): value for name, value in entries.items()})
    )
    writer.update_root()
