"""Known ways to make a signed file show something else (incremental saving, shadow, certification
and wrapping attacks), each as another program could do it.
"""

# mypy: disable-error-code="no-untyped-call"
# pyHanko's writer is only partly typed.

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.signing.papers import paper

OTHER_WORDS = b"BT /F1 12 Tf 72 700 Td (The committee refused.) Tj ET"


def name(text: str) -> NameObject:
    return NameObject(text)


def dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({name(f"/{key}"): value for key, value in entries.items()})


def rectangle(*edges: float) -> ArrayObject:
    return ArrayObject(FloatObject(edge) for edge in edges)


# Incremental saving: something is appended.


def note_over_the_text(writer: IncrementalPdfFileWriter) -> None:
    _annotate(writer, "/FreeText")


def stamp_over_the_text(writer: IncrementalPdfFileWriter) -> None:
    _annotate(writer, "/Stamp")


def link_elsewhere(writer: IncrementalPdfFileWriter) -> None:
    _annotate(writer, "/Link")


def page_content_replaced(writer: IncrementalPdfFileWriter) -> None:
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    page[name("/Contents")] = writer.add_object(StreamObject(stream_data=OTHER_WORDS))
    writer.update_container(page)


def stream_of_a_page_overwritten(writer: IncrementalPdfFileWriter) -> None:
    reference, _ = writer.find_page_for_modification(0)
    contents = reference.get_object().raw_get("/Contents")
    place = contents[0] if isinstance(contents, ArrayObject) else contents
    writer.objects[(0, place.reference.idnum)] = StreamObject(stream_data=OTHER_WORDS)


def font_replaced(writer: IncrementalPdfFileWriter) -> None:
    reference, _ = writer.find_page_for_modification(0)
    font = next(iter(reference.get_object()["/Resources"]["/Font"].values())).get_object()
    font[name("/BaseFont")] = name("/Symbol")
    writer.update_container(font)


def page_added(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    contents = writer.add_object(StreamObject(stream_data=OTHER_WORDS))
    page = dictionary(
        Type=name("/Page"),
        Parent=writer.root.raw_get("/Pages"),
        MediaBox=rectangle(0, 0, 595, 842),
        Contents=contents,
    )
    pages["/Kids"].append(writer.add_object(page))
    pages[name("/Count")] = NumberObject(len(pages["/Kids"]))
    writer.update_container(pages["/Kids"])
    writer.update_container(pages)


def program_on_opening(writer: IncrementalPdfFileWriter) -> None:
    writer.root[name("/OpenAction")] = writer.add_object(
        dictionary(S=name("/JavaScript"), JS=TextStringObject("app.alert(1)"))
    )
    writer.update_root()


def title_changed(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(dictionary(Title=TextStringObject("Refused")))


def field_added(writer: IncrementalPdfFileWriter) -> None:
    field = writer.add_object(
        dictionary(
            FT=name("/Tx"),
            T=TextStringObject("added"),
            V=TextStringObject("refused"),
            Type=name("/Annot"),
            Subtype=name("/Widget"),
            Rect=rectangle(72, 700, 300, 720),
        )
    )
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(field)
    writer.update_container(fields)


def empty_signature_field_added(writer: IncrementalPdfFileWriter) -> None:
    field = writer.add_object(
        dictionary(
            FT=name("/Sig"),
            T=TextStringObject("mayor"),
            Type=name("/Annot"),
            Subtype=name("/Widget"),
            Rect=rectangle(0, 0, 0, 0),
            F=NumberObject(4),
        )
    )
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(field)
    writer.update_container(fields)


def signature_used_twice(writer: IncrementalPdfFileWriter) -> None:
    """The chair's signature stands in the secretary's field as well."""
    chair, secretary = (place.get_object() for place in list(writer.root["/AcroForm"]["/Fields"]))
    secretary[name("/V")] = chair.raw_get("/V")
    writer.update_container(secretary)


def field_moved(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[name("/Rect")] = rectangle(72, 600, 302, 662)
    writer.update_container(field)


def picture_of_a_signature_replaced(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    form = StreamObject(
        {
            name("/Type"): name("/XObject"),
            name("/Subtype"): name("/Form"),
            name("/BBox"): rectangle(0, 0, 230, 62),
        },
        stream_data=b"0 0 230 62 re f",
    )
    field[name("/AP")] = dictionary(N=writer.add_object(form))
    writer.update_container(field)


# Shadow: what the others shall see is in the file before they sign.


def value_filled_in(writer: IncrementalPdfFileWriter) -> None:
    field = _text_field(writer)
    field[name("/V")] = TextStringObject("refused")
    writer.update_container(field)


def value_drawn_anew(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    form[name("/NeedAppearances")] = BooleanObject(value=True)
    writer.update_container(form)


def picture_of_a_field_replaced(writer: IncrementalPdfFileWriter) -> None:
    field = _text_field(writer)
    form = StreamObject(
        {
            name("/Type"): name("/XObject"),
            name("/Subtype"): name("/Form"),
            name("/BBox"): rectangle(0, 0, 200, 20),
        },
        stream_data=b"0 0 200 20 re f",
    )
    field[name("/AP")] = dictionary(N=writer.add_object(form))
    writer.update_container(field)


def cover_taken_away(writer: IncrementalPdfFileWriter) -> None:
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    del page["/Annots"]
    writer.update_container(page)


def layer_switched(writer: IncrementalPdfFileWriter) -> None:
    layers = writer.root["/OCProperties"]
    layers["/D"][name("/OFF")] = ArrayObject([layers["/OCGs"].raw_get(0)])
    writer.update_container(layers)


def hidden_page_shown(writer: IncrementalPdfFileWriter) -> None:
    """The catalog leads to a tree of pages that nobody saw when it was signed."""
    writer.root[name("/Pages")] = writer.root.raw_get("/Hidden")
    writer.update_root()


def prepared(*, pages: int = 2) -> bytes:
    """A paper with everything that shadow attacks need before it is signed."""
    result = BytesIO()
    with pikepdf.open(BytesIO(paper(pages=pages))) as pdf:
        cover = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Square,
            Rect=[60, 740, 400, 780],
            IC=[1, 1, 1],
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(cover)]))
        text = pdf.make_indirect(
            pikepdf.Dictionary(
                FT=pikepdf.Name.Tx,
                T=pikepdf.String("sum"),
                V=pikepdf.String("agreed"),
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                Rect=[72, 500, 272, 520],
                F=4,
            )
        )
        pdf.Root.AcroForm.Fields.append(text)
        pdf.Root.AcroForm = pdf.make_indirect(pdf.Root.AcroForm)
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Draft"))
        pdf.Root.OCProperties = pdf.make_indirect(
            pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(Order=[layer]))
        )
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 595, 842])
        page.Contents = pdf.make_stream(OTHER_WORDS)
        page = pdf.make_indirect(page)
        hidden = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[page], Count=1)
        )
        page.Parent = hidden
        pdf.Root.Hidden = hidden
        pdf.save(result)
    return result.getvalue()


def edited(edit: Callable[[pikepdf.Pdf], None], pdf: bytes | None = None) -> bytes:
    """A paper changed before it is signed."""
    result = BytesIO()
    with pikepdf.open(BytesIO(pdf or paper())) as opened:
        edit(opened)
        opened.save(result)
    return result.getvalue()


# Wrapping and forgery: the signature itself is touched.


def wrapped(pdf: bytes) -> bytes:
    """The second part that was signed moves back; between the two stand other objects."""
    found = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]( *)", pdf)
    assert found is not None
    start, first, second, length = (int(number) for number in found.groups()[:4])
    smuggled = b"\n9 0 obj\n<< /Producer (somebody else) >>\nendobj\n"
    moved = b"/ByteRange [%d %d %d %d]" % (start, first, second + len(smuggled), length)
    room = found.end() - found.start()
    # The range stands in the part that is signed; whoever wraps writes a second one behind it.
    head, gap, tail = pdf[:first], pdf[first:second], pdf[second : second + length]
    return head + gap + smuggled + tail.replace(b">>", moved.ljust(room) + b">>", 1)


def another_catalog(pdf: bytes) -> bytes:
    """A second catalog, and a trailer that leads to it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        size, pages = int(opened.trailer.Size), opened.Root.Pages.objgen[0]
        form = opened.Root.AcroForm.objgen[0]
    previous = int(pdf[pdf.rindex(b"startxref") + 10 :].split()[0])
    catalog = b"%d 0 obj\n<< /Type /Catalog /Pages %d 0 R /AcroForm %d 0 R >>\nendobj\n" % (
        size,
        pages,
        form,
    )
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (
        size,
        len(pdf),
        size + 1,
        size,
        previous,
    )
    return pdf + catalog + table + b"startxref\n%d\n%%%%EOF\n" % (len(pdf) + len(catalog))


def without(pdf: bytes, entry: bytes) -> bytes:
    """The file with one entry of the signature's dictionary called otherwise."""
    assert entry in pdf
    return pdf.replace(entry, b"/X" + entry[2:], 1)


def _annotate(writer: IncrementalPdfFileWriter, kind: str) -> None:
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    note = dictionary(
        Type=name("/Annot"),
        Subtype=name(kind),
        Rect=rectangle(60, 740, 400, 780),
        Contents=TextStringObject("The committee refused."),
    )
    added = writer.add_object(note)
    if "/Annots" in page:
        page["/Annots"].append(added)
        writer.update_container(page["/Annots"])
    else:
        page[name("/Annots")] = ArrayObject([added])
        writer.update_container(page)


def _text_field(writer: IncrementalPdfFileWriter) -> DictionaryObject:
    fields = (place.get_object() for place in list(writer.root["/AcroForm"]["/Fields"]))
    field = next(field for field in fields if field["/FT"] == "/Tx")
    assert isinstance(field, DictionaryObject)
    return field
