"""Corrections of final minutes: the signed paper stays as it is, a numbered note goes with it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that was wrong, and how it is to be read.

    Attributes:
        item_no: number of the agenda item it stands under; ``None`` = elsewhere in the minutes.
    """

    item_no: int | None
    was: str
    now: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is corrected in final minutes, and who decided so.

    Attributes:
        number: of the note, as printed, in the committee's yearly series of corrections.
        minutes_label, meeting_date: the minutes it corrects.
        sha256: digest of the corrected paper's newest file, in hexadecimal.
        minutes_register_number: the corrected paper's own, as printed; empty if it has none.
        decided_on, decided_in: when, and in which meeting or by which resolution.
        chair, secretary: names of who signs the note; empty = written by hand.
    """

    number: str
    minutes_label: str
    meeting_date: date
    sha256: str
    minutes_register_number: str = ""
    decided_on: date
    decided_in: str
    passages: tuple[Passage, ...]
    chair: str = ""
    secretary: str = ""
