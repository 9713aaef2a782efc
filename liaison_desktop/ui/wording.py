"""Sentences and tones that several screens share."""

from datetime import date, datetime, time

from liaison_desktop.domain.agreement_steps import Standing
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.decisions import ActionStatus, Outcome
from liaison_desktop.domain.elections import Ballot
from liaison_desktop.domain.listings import MeetingRow, MinutesRow
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.quorum import Quorum
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone

OUTCOME_TONES = {
    Outcome.ADOPTED: Tone.GOOD,
    Outcome.REJECTED: Tone.WRONG,
    Outcome.NOT_QUORATE: Tone.WRONG,
    Outcome.ADJOURNED: Tone.CARE,
    Outcome.NOTED: Tone.ACCENT,
    Outcome.NONE: Tone.NEUTRAL,
}
MEETING_TONES = {
    MeetingState.PLANNED: Tone.NEUTRAL,
    MeetingState.CONVENED: Tone.ACCENT,
    MeetingState.HELD: Tone.GOOD,
    MeetingState.OPEN: Tone.ACCENT,
    MeetingState.CANCELLED: Tone.NEUTRAL,
}
AGREEMENT_TONES = {
    AgreementStatus.DRAFT: Tone.NEUTRAL,
    AgreementStatus.NEGOTIATION: Tone.NEUTRAL,
    AgreementStatus.APPROVED: Tone.ACCENT,
    AgreementStatus.SIGNED: Tone.ACCENT,
    AgreementStatus.IN_FORCE: Tone.GOOD,
    AgreementStatus.EXPIRED: Tone.WRONG,
    AgreementStatus.WITHDRAWN: Tone.NEUTRAL,
}
STANDING_TONES = {
    Standing.ENDING: Tone.CARE,
    Standing.RENEWED: Tone.GOOD,
    Standing.ENDED: Tone.NEUTRAL,
}
_DRAFT_TONES = {
    MinutesState.NONE: Tone.NEUTRAL,
    MinutesState.DRAFT: Tone.NEUTRAL,
    MinutesState.CIRCULATED: Tone.ACCENT,
    MinutesState.APPROVED: Tone.CARE,
}
ACTION_TONES = {
    ActionStatus.OPEN: Tone.CARE,
    ActionStatus.DONE: Tone.GOOD,
    ActionStatus.DROPPED: Tone.NEUTRAL,
}


def number_of_year(number: int | None, year: int, look: Look) -> str:
    """``3/2026``, or a dash while no number was given."""
    return look.formats.isolate(f"{number}/{year}") if number is not None else "–"


def meeting_title(meeting: Meeting | MeetingRow | MinutesRow, look: Look) -> str:
    """What a meeting is called in the window: its kind and, once given, its number."""
    kind = look.labels.label(meeting.kind)
    if meeting.number is None:
        return kind
    _ = look.catalogue.gettext
    number = number_of_year(meeting.number, meeting.year, look)
    return _("{kind} {number}").format(kind=kind, number=number)


def minutes_chip(row: MinutesRow, look: Look) -> tuple[str, Tone]:
    """How far minutes are, in a word."""
    _ = look.catalogue.gettext
    if row.minutes_state is not MinutesState.FINAL:
        return look.labels.label(row.minutes_state), _DRAFT_TONES[row.minutes_state]
    if row.paper_id is None:
        return _("To register"), Tone.CARE
    if row.signed < row.required:
        counted = _("{signed} of {required}").format(signed=row.signed, required=row.required)
        return counted, Tone.CARE
    return (_("Filed") if row.filed else _("Signed")), Tone.GOOD


def agreement_chip(
    status: AgreementStatus, standing: Standing | None, look: Look
) -> tuple[str, Tone]:
    """Where an agreement stands, in a word: what became of it says more than that it was signed."""
    ended = (AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN)
    if standing is None or status in ended:
        return look.labels.label(status), AGREEMENT_TONES[status]
    return look.labels.label(standing), STANDING_TONES[standing]


def attendance_chip(
    attendee: Attendee, look: Look, *, in_writing: bool = False
) -> tuple[str, Tone]:
    """How a seat was represented, in a word; ``in_writing``: whether it answered."""
    _ = look.catalogue.gettext
    words = {
        AttendanceStatus.PRESENT: (_("Present"), Tone.GOOD),
        AttendanceStatus.SUBSTITUTED: (_("Substitute"), Tone.ACCENT),
        AttendanceStatus.EXCUSED: (_("Excused"), Tone.CARE),
        AttendanceStatus.ABSENT: (_("Absent"), Tone.NEUTRAL),
    }
    if in_writing:
        words[AttendanceStatus.PRESENT] = (_("Answered"), Tone.GOOD)
        words[AttendanceStatus.ABSENT] = (_("No answer"), Tone.NEUTRAL)
    return words[attendee.status]


def outcome_words(verdict: Verdict, look: Look) -> str:
    """The outcome with the figures that made it: "Adopted, 6 to 1"."""
    _ = look.catalogue.gettext
    word = look.labels.label(verdict.outcome)
    counts = verdict.counts
    if verdict.ballot is not None:
        return _ballot_words(verdict.ballot, look)
    if verdict.outcome not in (Outcome.ADOPTED, Outcome.REJECTED) or not (
        counts.votes_for or counts.against
    ):
        return word
    return _("{outcome}, {votes_for} to {against}").format(
        outcome=word, votes_for=counts.votes_for, against=counts.against
    )


def _ballot_words(ballot: Ballot, look: Look) -> str:
    _ = look.catalogue.gettext
    if not ballot.elected:
        return _("Nobody elected")
    if not ballot.open_places:
        return _("Elected")
    return _("Elected, {elected} of {places}").format(
        elected=len(ballot.elected), places=ballot.places
    )


def rule_sentence(verdict: Verdict, present: int, quorum: Quorum, look: Look) -> str:
    """The rule that gave an outcome, and the quorum at that moment."""
    _ = look.catalogue.gettext
    label = look.labels.label
    sentences = [label(verdict.majority), label(verdict.abstention)]
    if verdict.ballot is not None:
        needed = look.catalogue.ngettext(
            "{count} vote was needed to be elected",
            "{count} votes were needed to be elected",
            verdict.ballot.required,
        )
        sentences = [needed.format(count=verdict.ballot.required)]
    if verdict.tie is not None:
        sentences.append(label(verdict.tie))
    sentences.append(
        _("{present} of {base} were present, {required} were needed").format(
            present=present, base=quorum.basis, required=quorum.required
        )
    )
    return " ".join(_("{sentence}.").format(sentence=sentence) for sentence in sentences)


def day_and_time(moment: datetime, look: Look) -> str:
    """Day and time of a moment, where the computer is: "today, 12:40", "14 October 2026, 17:00"."""
    _ = look.catalogue.gettext
    local = moment.astimezone()
    time = look.formats.isolate(look.formats.time(local.time()))
    if local.date() == datetime.now().astimezone().date():
        return _("today, {time}").format(time=time)
    return _("{day}, {time}").format(day=look.formats.long_date(local.date()), time=time)


def now() -> time:
    """The time on the clock, to the minute."""
    return datetime.now().astimezone().time().replace(second=0, microsecond=0)


def today() -> date:
    """The day, where the computer is."""
    return datetime.now().astimezone().date()
