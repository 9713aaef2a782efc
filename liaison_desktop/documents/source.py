"""What minutes are composed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.domain.assessment import Assessment
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Approval
from liaison_desktop.domain.papers import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSource:
    """A meeting's record, what the rules make of it, and the paper that is wanted.

    Attributes:
        register_number: as printed; empty for a paper that is not in the register.
        files: names of the files attached to items, by their ids.
        draft: numbers may still change, and each page says so.
        approval: that the committee approved the minutes before they were made.
    """

    meeting: Meeting
    assessment: Assessment
    committee: Committee
    edition: Edition
    register_number: str
    draft: bool
    files: Mapping[UUID, str]
    approval: Approval | None = None
