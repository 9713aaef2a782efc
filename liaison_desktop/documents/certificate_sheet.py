"""The sheet with which somebody hands the certificate of a key made here to an authority.

Nobody vouches for such a certificate, so the paper does: whoever gets it compares the fingerprint
and knows from whose hand it came.
"""

from collections.abc import Iterator
from datetime import datetime

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.verification_report import grouped
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
    Callout,
    Facts,
    Foreign,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import Attachment, Document

_GROUP, _GROUPS_ON_A_LINE = 4, 8
_ROOM_TO_SIGN = 54.0
_COLUMNS = (6.0, 4.0, 7.0)


def compose_certificate_sheet(
    key: KeyInfo, pem: str, committee: Committee, catalogue: Catalogue, *, created: datetime
) -> Document:
    """The sheet in the catalogue's language; the certificate is inside the file as well."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    heading = pgettext("paper", "Certificate of a signing key")
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=heading,
        subject=writer.formats.isolate(key.name),
        created=created,
        attachments=(
            Attachment(
                name=f"{key.path.stem}.pem",
                mime="application/x-pem-file",
                content=pem.encode("ascii"),
                description=pgettext("paper", "The certificate (PEM)"),
            ),
        ),
    )
    return framed(frame, (Heading(text=heading, level=1), *_blocks(key, pem, writer)), writer)


def _blocks(key: KeyInfo, pem: str, writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    yield Paragraph(
        text=pgettext(
            "paper",
            "Papers signed with this key can be verified with the certificate below, which is also"
            " inside this file. No authority vouches for it: compare the fingerprint with that of"
            " the certificate you use.",
        ),
        tone=Tone.QUIET,
    )
    yield Facts(pairs=tuple(_facts(key, writer)))
    label = Paragraph(text=pgettext("paper", "Fingerprint (SHA-256)"), tone=Tone.SMALL)
    fingerprint = Paragraph(text=grouped(key.fingerprint, writer, _GROUP, _GROUPS_ON_A_LINE))
    yield Callout(blocks=(label, fingerprint))
    lines = "\n".join(pem.strip().splitlines())
    yield Together(
        blocks=(
            Heading(text=pgettext("paper", "The certificate (PEM)"), level=2),
            # It runs from the left in every paper.
            Foreign(
                language="en",
                blocks=(Paragraph(text=(Span(lines, code=True),), tone=Tone.SMALL),),
            ),
        )
    )
    yield _handing_over(writer)


def _facts(key: KeyInfo, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    yield pgettext("paper", "Holder"), formats.isolate(key.name)
    if key.organisation:
        yield pgettext("paper", "Organisation"), formats.isolate(key.organisation)
    span = pgettext("paper", "from {start} to {end}").format(
        start=formats.long_date(key.not_before.date()), end=formats.long_date(key.not_after.date())
    )
    yield pgettext("paper", "Valid"), span
    vouched = (
        pgettext("paper", "nobody but the holder")
        if key.self_issued
        else formats.isolate(key.issuer)
    )
    yield pgettext("paper", "Vouched for by"), vouched


def _handing_over(writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    return Table(
        header=(
            pgettext("paper", "Handed to"),
            pgettext("paper", "Date"),
            pgettext("paper", "Stamp and signature of who hands it over"),
        ),
        rows=(("", "", ""),),
        widths=_COLUMNS,
        row_headers=False,
        writing_height=_ROOM_TO_SIGN,
        summary=pgettext("paper", "Room for the receiver, the date, stamp and signature"),
    )
