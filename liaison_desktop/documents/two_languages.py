"""Minutes in two languages on one paper, signed once."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from liaison_desktop.documents.minutes import compose_minutes
from liaison_desktop.documents.weaving import woven
from liaison_desktop.domain.assessment import Assessment
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import (
    Document,
)


def compose_two_language_minutes(
    meeting: Meeting,
    assessment: Assessment,
    committee: Committee,
    first: Catalogue,
    second: Catalogue,
    *,
    layout: Layout,
    edition: Edition,
    register_number: str,
    created: datetime,
    draft: bool,
    files: Mapping[UUID, str],
) -> Document:
    """The minutes with the program's phrases in both languages and the record's words once.

    The first language is the paper's: it gives the direction and stands first. The same input gives
    an equal document.
    """
    in_first, in_second = (
        compose_minutes(
            meeting,
            assessment,
            committee,
            catalogue,
            edition=edition,
            register_number=register_number,
            created=created,
            draft=draft,
            files=files,
        )
        for catalogue in (first, second)
    )
    return woven(in_first, in_second, layout)
