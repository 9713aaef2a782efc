"""Who was there, who was not, and whether they were enough."""

from collections.abc import Iterable, Iterator

from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import Writer, between, spans
from liaison_desktop.domain.assessment import Assessment
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.planning import duly_called
from liaison_desktop.domain.quorum import Quorum
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Guest, Interval
from liaison_desktop.pdf.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Together,
    Tone,
)


def attendance(source: MinutesSource, writer: Writer) -> tuple[Block, ...]:
    """The sheet of attendance and the finding of the quorum."""
    pgettext = writer.catalogue.pgettext
    meeting = source.meeting
    members = [a for a in meeting.attendees if a.seat_id != meeting.secretary_seat_id or a.voting]
    present = [attendee for attendee in members if attendee.was_there]
    heading = pgettext("paper", "Attendance and quorum")
    absent = pgettext("paper", "Absent")
    if meeting.in_writing:
        heading = pgettext("paper", "Answers and quorum")
        absent = pgettext("paper", "No answer")
    blocks: list[Block] = [Heading(text=heading, level=2)]
    if present:
        blocks.append(_present(present, meeting, writer))
    others = (
        (pgettext("paper", "Apologies"), _named(members, AttendanceStatus.EXCUSED, writer)),
        (absent, _named(members, AttendanceStatus.ABSENT, writer)),
        (pgettext("paper", "Guests (without vote)"), _guests(meeting.guests, writer)),
    )
    told = tuple((label, text) for label, text in others if text)
    if told:
        blocks.append(Facts(pairs=told))
    blocks.append(_quorum(meeting, source.assessment, writer))
    return tuple(blocks)


def _present(present: list[Attendee], meeting: Meeting, writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    there = pgettext("paper", "Present")
    summary = pgettext("paper", "Members present, with the organisation they speak for")
    if meeting.in_writing:
        there = pgettext("paper", "Answered")
        summary = pgettext("paper", "Members who answered, with the organisation they speak for")
    header = [there, pgettext("paper", "Organisation")]
    widths = [4.6, 7.4]
    remarks = [
        between(writer.formats.semicolon, _remarks(attendee, meeting, writer))
        for attendee in present
    ]
    rows: list[tuple[Text | Cell, ...]] = [
        (_name(attendee, writer), _organisation(attendee, writer)) for attendee in present
    ]
    if any(remarks):
        header.append(pgettext("paper", "Remarks"))
        widths.append(4.4)
        rows = [(*row, remark) for row, remark in zip(rows, remarks, strict=True)]
    return Table(
        header=tuple(header),
        rows=tuple(rows),
        widths=tuple(widths),
        summary=summary,
    )


def _name(attendee: Attendee, writer: Writer) -> Text | Cell:
    """The name of whoever sat in the seat; under it the holder's in the holder's own script."""
    name = writer.formats.isolate(attendee.present_name)
    native = attendee.name_native
    if native is None or attendee.substitute:
        return name
    return Cell(
        content=(
            Paragraph(text=name),
            Paragraph(text=(Span(native.text, language=native.language),)),
        )
    )


def _organisation(attendee: Attendee, writer: Writer) -> Text:
    return writer.quote(attendee.organisation) if attendee.organisation else ""


def _remarks(attendee: Attendee, meeting: Meeting, writer: Writer) -> Iterator[Text]:
    pgettext = writer.catalogue.pgettext
    if attendee.substitute:
        holder = writer.formats.isolate(attendee.full_name)
        yield pgettext("paper", "Substitute for {name}").format(name=holder)
    if not attendee.voting:
        yield pgettext("paper", "without vote")
    if attendee.remote:
        yield pgettext("paper", "took part remotely")
    for interval in attendee.intervals:
        yield _arrival(interval, meeting, writer)
        yield _departure(interval, meeting, writer)
    if attendee.note:
        yield writer.quote(attendee.note)


def _number(item_no: int | None, meeting: Meeting) -> str:
    return meeting.item_number(item_no) if item_no else ""


def _arrival(interval: Interval, meeting: Meeting, writer: Writer) -> str:
    pgettext = writer.catalogue.pgettext
    time = writer.formats.time(interval.arrived) if interval.arrived else ""
    if time and interval.first_item:
        sentence = pgettext("paper", "joined at {time} (item {item})")
    elif time:
        sentence = pgettext("paper", "joined at {time}")
    elif interval.first_item:
        sentence = pgettext("paper", "joined at item {item}")
    else:
        return ""
    return sentence.format(time=time, item=_number(interval.first_item, meeting))


def _departure(interval: Interval, meeting: Meeting, writer: Writer) -> str:
    pgettext = writer.catalogue.pgettext
    time = writer.formats.time(interval.left) if interval.left else ""
    if time and interval.last_item:
        sentence = pgettext("paper", "left at {time} (after item {item})")
    elif time:
        sentence = pgettext("paper", "left at {time}")
    elif interval.last_item:
        sentence = pgettext("paper", "left after item {item}")
    else:
        return ""
    return sentence.format(time=time, item=_number(interval.last_item, meeting))


def _named(
    members: Iterable[Attendee], status: AttendanceStatus, writer: Writer
) -> tuple[Span, ...]:
    return between(
        writer.formats.semicolon,
        (
            _with_organisation(member.full_name, member.organisation, writer)
            for member in members
            if member.status is status
        ),
    )


def _guests(guests: Iterable[Guest], writer: Writer) -> tuple[Span, ...]:
    return between(
        writer.formats.semicolon,
        (
            between(
                writer.formats.comma,
                (
                    _with_organisation(guest.name, guest.organisation, writer),
                    writer.quote(guest.reason) if guest.reason else "",
                ),
            )
            for guest in guests
        ),
    )


def _with_organisation(name: str, organisation: str, writer: Writer) -> tuple[Span, ...]:
    if not name or not organisation:
        return writer.quote(name or organisation)
    return spans(writer.formats.isolate(name), " (", writer.quote(organisation), ")")


def _quorum(meeting: Meeting, assessment: Assessment, writer: Writer) -> Together:
    """The chair's words as recorded, else the official phrase; then the rule behind it."""
    if meeting.quorum_text:
        finding = writer.quote_blocks(Paragraph(text=meeting.quorum_text))
    elif meeting.in_writing:
        finding = (Paragraph(text=_answers(meeting, assessment.quorum, writer)),)
    else:
        said = writer.phrases.quorum_finding(assessment.quorum, convened=duly_called(meeting))
        finding = (Paragraph(text=said),)
    rule = writer.phrases.quorum_rule(assessment.quorum)
    if meeting.in_writing:  # nothing was opened at which members could be present
        rule = writer.phrases.quorum_needed(assessment.quorum)
    return Together(blocks=(*finding, Paragraph(text=rule, tone=Tone.SMALL)))


def _answers(meeting: Meeting, quorum: Quorum, writer: Writer) -> str:
    """The chair's finding where votes were returned in writing."""
    pgettext = writer.catalogue.pgettext
    finding = (
        pgettext(
            "paper",
            "The committee decided in writing. The chair finds that {present} of {total} members"
            " returned their votes by {date} and that the committee is quorate"
            " ({required} required).",
        )
        if quorum.established
        else pgettext(
            "paper",
            "The committee was asked to decide in writing. The chair finds that {present} of"
            " {total} members returned their votes by {date} and that the committee is not quorate"
            " ({required} required). No decisions are taken.",
        )
    )
    return finding.format(
        present=quorum.present_at_opening,
        total=quorum.basis,
        required=quorum.required,
        date=writer.formats.long_date(meeting.date),
    )
