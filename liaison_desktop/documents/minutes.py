"""Minutes of a meeting as an official paper."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from liaison_desktop.documents.attendance import attendance
from liaison_desktop.documents.closing import closing
from liaison_desktop.documents.editions import public_edition
from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.head import head, marks, title
from liaison_desktop.documents.items import agenda, items
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.assessment import Assessment
from liaison_desktop.domain.audit import canonical
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Approval
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.record import record_document
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
)
from liaison_desktop.pdf.document import (
    Attachment,
    Document,
)


def compose_minutes(
    meeting: Meeting,
    assessment: Assessment,
    committee: Committee,
    catalogue: Catalogue,
    *,
    edition: Edition,
    register_number: str,
    created: datetime,
    draft: bool,
    files: Mapping[UUID, str],
    approval: Approval | None = None,
) -> Document:
    """The complete minutes in the catalogue's language; the same input gives an equal document.

    ``files``: names of the files attached to items, by their ids; ``approval``: by the committee.

    The public edition holds a reduced record (``editions.py``) and no signature fields: it is the
    full one that is signed.
    """
    if edition is Edition.PUBLIC:
        meeting, assessment = public_edition(meeting, assessment, committee.country)
    source = MinutesSource(
        meeting=meeting,
        assessment=assessment,
        committee=committee,
        edition=edition,
        register_number=register_number,
        draft=draft,
        files=files,
        approval=approval,
    )
    return _document(source, Writer(catalogue, meeting.language), created)


def _document(source: MinutesSource, writer: Writer, created: datetime) -> Document:
    heading = title(source, writer)
    frame = Frame(
        issuer=Issuer.of_meeting(source.meeting),
        title=heading,
        subject=writer.phrases.meeting(source.meeting),
        created=created,
        register_number=source.register_number,
        marks=tuple(marks(source, writer)),
        watermark=writer.catalogue.pgettext("paper", "Draft") if source.draft else "",
        attachments=(_record(source, writer),),
    )
    return framed(frame, _blocks(source, heading, writer), writer)


def _blocks(source: MinutesSource, heading: str, writer: Writer) -> Iterator[Block]:
    yield from head(source, heading, writer)
    yield from attendance(source, writer)
    yield from agenda(source.meeting, writer)
    yield from items(source, writer)
    yield from closing(source, writer)


def _record(source: MinutesSource, writer: Writer) -> Attachment:
    """The record behind the minutes, for programs; it holds no e-mail address."""
    return Attachment(
        name="minutes.json",
        mime="application/json",
        content=canonical(record_document(source.meeting, source.assessment)),
        description=writer.catalogue.pgettext("paper", "The record of these minutes, for programs"),
    )
