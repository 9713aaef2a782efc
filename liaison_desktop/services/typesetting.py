"""Papers as files: on the committee's stationery, by the typesetter, loaded when first wanted."""

from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting

if TYPE_CHECKING:
    from liaison_desktop.documents.stationery import Stationery
    from liaison_desktop.pdf.document import (
        Document,
    )


def stationery_of(reading: Reading | UnitOfWork, committee: Committee) -> "Stationery":
    """What the committee's papers are written on."""
    from liaison_desktop.documents.stationery import Stationery

    logo = reading.attachments.content(committee.logo_id) if committee.logo_id else None
    return Stationery(committee=committee, logo=logo)


def files_of(reading: Reading | UnitOfWork, meeting: Meeting) -> dict[UUID, str]:
    """Names of the files attached to a meeting's items, by their ids."""
    wanted = [file_id for item in meeting.items for file_id in item.attachments]
    found = (reading.attachments.get(file_id) for file_id in wanted)
    return {file.id: file.name for file in found if file is not None}


def typeset(document: "Document", stationery: "Stationery") -> bytes:
    """The paper as the bytes of a PDF."""
    from liaison_desktop.documents.stationery import on_stationery
    from liaison_desktop.pdf import typesetter

    return typesetter.typeset(on_stationery(document, stationery))
