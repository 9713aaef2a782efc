"""Long minutes: the demonstration's meetings of a year told as one."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice

from liaison_desktop.documents.minutes import compose_minutes
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.committees import SignatoryRule
from liaison_desktop.domain.papers import Edition
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.pdf.document import (
    Document,
)

# So many items fill so many pages.
ITEMS = {20: 48, 30: 76, 200: 568}


def long_minutes(pages: int, *signatories: SignatoryRule) -> Document:
    """Minutes of that length, 20, 30 or 200 pages; after a year's items the first comes again.

    ``signatories``: who signs beside those whom the committee's rules name.
    """
    file = read_committee_file(resources() / "demo" / "it.json")
    meeting = max(file.meetings, key=lambda held: (len(held.items), held.key))
    year = [item for held in file.meetings for item in held.items]
    agenda = islice(cycle(year), ITEMS[pages])
    items = tuple(replace(item, no=number) for number, item in enumerate(agenda, 1))
    rules = replace(meeting.rules, signatories=(*meeting.rules.signatories, *signatories))
    long_meeting = replace(meeting, items=items, rules=rules)
    return compose_minutes(
        long_meeting,
        assess(long_meeting),
        file.committee,
        Catalogue("it"),
        edition=Edition.FULL,
        files={},
        register_number="ICC 0000001",
        created=datetime(2026, 1, 1, tzinfo=UTC),
        draft=False,
    )
