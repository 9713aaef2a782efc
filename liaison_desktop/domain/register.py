"""A committee's register of papers: its numbers, and what it says of the minutes of a year."""

from collections.abc import Iterable
from dataclasses import dataclass

from liaison_desktop.domain.corrections import Correction, CorrectionNote, correction_notes
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.papers import Edition, Paper, PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One number of a year's minutes, or a held meeting whose minutes have none yet.

    Attributes:
        meeting: ``None`` where the number is missing from the series.
        papers: the minutes that the register holds of the meeting, in its order.
        notes: the papers that correct them.
    """

    number: int | None
    meeting: Meeting | None = None
    papers: tuple[Paper, ...] = ()
    notes: tuple[CorrectionNote, ...] = ()

    @property
    def filed(self) -> bool:
        """Whether the full minutes are in the register."""
        return any(paper.edition is Edition.FULL for paper in self.papers)


def register_number(prefix: str, n: int) -> str:
    """The number as printed, ``ICC-PTC-0000118``.

    Seven digits, as article 57 of the Italian decree DPR 445/2000 asks of a register; so numbers
    sort as text.
    """
    return f"{prefix}-{n:07}" if prefix else f"{n:07}"


def register_entries(
    meetings: Iterable[Meeting], papers: Iterable[Paper], corrections: Iterable[Correction] = ()
) -> tuple[RegisterEntry, ...]:
    """The minutes of one year by number, gaps included; those without a number last, by date.

    Meetings that were not held have no minutes and no entry.
    """
    held = [meeting for meeting in meetings if meeting.state is MeetingState.HELD]
    kept = tuple(papers)
    notes = correction_notes(corrections, kept)
    numbered = {meeting.number: meeting for meeting in held if meeting.number is not None}
    series = range(1, max(numbered, default=0) + 1)
    drafts = (meeting for meeting in held if meeting.number is None)
    by_date = sorted(drafts, key=lambda meeting: (meeting.date, meeting.id))
    return (
        *(_entry(number, numbered.get(number), kept, notes) for number in series),
        *(_entry(None, meeting, kept, notes) for meeting in by_date),
    )


def _entry(
    number: int | None,
    meeting: Meeting | None,
    papers: tuple[Paper, ...],
    notes: tuple[CorrectionNote, ...],
) -> RegisterEntry:
    if meeting is None:
        return RegisterEntry(number=number)
    return RegisterEntry(
        number=number,
        meeting=meeting,
        papers=tuple(
            paper
            for paper in papers
            if paper.kind is PaperKind.MINUTES and paper.meeting_id == meeting.id
        ),
        notes=tuple(note for note in notes if note.paper.meeting_id == meeting.id),
    )
