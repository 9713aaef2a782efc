"""From drawn pages to an archival file: fonts, structure, metadata, colour profile, attachments."""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from liaison_desktop.pdf.bookmarks import destination_array, write_bookmarks
from liaison_desktop.pdf.document import (
    Attachment,
    Document,
)
from liaison_desktop.pdf.embedding import FontBook
from liaison_desktop.pdf.languages import is_right_to_left
from liaison_desktop.pdf.metadata import PRODUCER, pdf_date, xmp_packet
from liaison_desktop.pdf.shaping import plain
from liaison_desktop.pdf.structure_writer import StructureWriter
from liaison_desktop.pdf.tagging import Structure

_PROFILE_NAME: Final = "sRGB IEC61966-2.1"


def finish(
    drawn: bytes, document: Document, structure: Structure, book: FontBook, profile: Path
) -> bytes:
    """The finished file.

    Args:
        drawn: the pages as ReportLab wrote them.
        profile: the ICC file of the output intent.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        _put_fonts(pdf, book)
        anchors = {
            name: destination_array(pdf, place) for name, place in structure.anchors().items()
        }
        StructureWriter(pdf, structure, anchors).write()
        write_bookmarks(pdf, structure.destinations)
        _write_catalogue(pdf, document)
        _write_output_intent(pdf, profile)
        _write_attachments(pdf, document)
        _write_metadata(pdf, document)
        return _saved(pdf)


def finish_appearance(drawn: bytes, book: FontBook) -> bytes:
    """The file of a signature's appearance: its fonts, and nothing that makes a paper of it."""
    with Pdf.open(BytesIO(drawn)) as pdf:
        _put_fonts(pdf, book)
        del pdf.trailer.Info
        return _saved(pdf)


def _put_fonts(pdf: Pdf, book: FontBook) -> None:
    """Give every page the fonts of the paper."""
    fonts = pdf.make_indirect(book.write(pdf))
    for page in pdf.pages:
        page.Resources.Font = fonts
        if "/Trans" in page:
            del page["/Trans"]


def _saved(pdf: Pdf) -> bytes:
    """The file's bytes; the same objects give the same bytes."""
    pdf.remove_unreferenced_resources()
    target = BytesIO()
    pdf.save(
        target,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        min_version="1.7",
        deterministic_id=True,
    )
    return target.getvalue()


def _write_catalogue(pdf: Pdf, document: Document) -> None:
    pdf.Root.Lang = String(document.language)
    preferences = Dictionary(DisplayDocTitle=True)
    if is_right_to_left(document.language):
        preferences.Direction = Name.R2L
    pdf.Root.ViewerPreferences = preferences


def _write_output_intent(pdf: Pdf, profile: Path) -> None:
    stream = Stream(pdf, profile.read_bytes())
    stream.N = 3
    stream.Alternate = Name.DeviceRGB
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_PROFILE_NAME),
        Info=String(_PROFILE_NAME),
        DestOutputProfile=pdf.make_indirect(stream),
    )
    pdf.Root.OutputIntents = Array([intent])


def _write_attachments(pdf: Pdf, document: Document) -> None:
    if not document.attachments:
        return
    files = [
        _file_specification(pdf, attachment, pdf_date(document.created))
        for attachment in sorted(document.attachments, key=lambda attachment: attachment.name)
    ]
    pdf.Root.AF = Array(files)
    names = [entry for file in files for entry in (file.UF, file)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))


def _file_specification(pdf: Pdf, attachment: Attachment, date: str) -> pikepdf.Object:
    content = Stream(pdf, attachment.content)
    content.Type = Name.EmbeddedFile
    content.Subtype = Name(f"/{attachment.mime}")
    content.Params = Dictionary(
        ModDate=String(date),
        Size=len(attachment.content),
        CheckSum=String(hashlib.md5(attachment.content, usedforsecurity=False).digest()),
    )
    file = pdf.make_indirect(content)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=file, UF=file),
        )
    )


def _write_metadata(pdf: Pdf, document: Document) -> None:
    title, author, subject = (
        plain(words) for words in (document.title, document.author, document.subject)
    )
    packet = xmp_packet(
        title=title,
        author=author,
        subject=subject,
        language=document.language,
        created=document.created,
    )
    metadata = Stream(pdf, packet)
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    date = pdf_date(document.created)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Subject=String(subject),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=String(date),
            ModDate=String(date),
        )
    )
