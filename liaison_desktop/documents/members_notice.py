"""What members are told about their data when they take their seat (GDPR, article 13)."""

from datetime import date, datetime

from liaison_desktop.documents.data_protection import (
    DUTY,
    HOW_LONG,
    MEMBERS_BASIS,
    MEMBERS_DATA,
    RECEIVERS,
    RIGHTS,
    responsible,
    told,
)
from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.signature_fields import BLANK
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.privacy import NOTICE_VERSION
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import Block, Heading, Paragraph, Tone
from liaison_desktop.pdf.document import Document

_SECTIONS = (MEMBERS_DATA, MEMBERS_BASIS, RECEIVERS, HOW_LONG, RIGHTS, DUTY)


def compose_members_notice(
    committee: Committee, catalogue: Catalogue, *, on: date, created: datetime
) -> Document:
    """The notice, with room to note that it was received."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    title = pgettext("paper", "How your data are used")
    version = pgettext("paper", "For members and substitutes. Version {version}").format(
        version=NOTICE_VERSION
    )
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=title,
        subject=writer.formats.long_date(on),
        created=created,
    )
    received = pgettext("paper", "I have received this notice. Name, date, signature: {blank}")
    blocks: tuple[Block, ...] = (
        Heading(text=title, level=1),
        Paragraph(text=version, tone=Tone.LEAD),
        responsible(committee.name_in(catalogue.language), writer),
        *told(_SECTIONS, writer),
        Heading(text=pgettext("paper", "Receipt"), level=2),
        Paragraph(text=received.format(blank=BLANK)),
    )
    return framed(frame, blocks, writer)
