"""Small papers to sign, made with the tools the real ones are made with."""

from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)


def paper(fields: tuple[str, ...] = ("chair", "secretary"), *, pages: int = 2) -> bytes:
    """A paper with empty signature fields on its last page."""
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=A4)
    for page in range(1, pages + 1):
        canvas.drawString(72, 760, f"Minutes, page {page}: the committee agreed.")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        if fields:
            _add_fields(pdf, fields)
        result = BytesIO()
        pdf.save(result)
    return result.getvalue()


def _add_fields(pdf: pikepdf.Pdf, names: tuple[str, ...]) -> None:
    page = pdf.pages[-1]
    fields = pikepdf.Array()
    for place, name in enumerate(names):
        fields.append(
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Widget,
                    FT=pikepdf.Name.Sig,
                    T=pikepdf.String(name),
                    Rect=[72, 100 + 90 * place, 302, 162 + 90 * place],
                    F=4,
                    P=page.obj,
                )
            )
        )
    page.Annots = pdf.make_indirect(pikepdf.Array(fields))
    pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=fields, SigFlags=1))


def stamp(text: str) -> bytes:
    """A one-page PDF of the size of a signature."""
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(230, 62))
    canvas.drawString(8, 30, text)
    canvas.save()
    return drawn.getvalue()


def with_field_entry(pdf: bytes, **entries: pikepdf.Object) -> bytes:
    """The file with more entries in the chair's field."""
    result = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for name, value in entries.items():
            opened.Root.AcroForm.Fields[0][f"/{name}"] = opened.make_indirect(value)
        opened.save(result)
    return result.getvalue()
