"""An excerpt from the minutes: one decision, certified by those who answer for the minutes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.head import marks, officers, place, title
from liaison_desktop.documents.in_writing import finding_on
from liaison_desktop.documents.items import decided, discussion, item_head
from liaison_desktop.documents.signature_fields import signatorys_field
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import DOT, Writer, spans
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import Assessment, ItemAssessment, certifiers
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.papers import Edition
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    Paragraph,
    SignatureGrid,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)


def compose_excerpt(
    meeting: Meeting,
    assessment: Assessment,
    committee: Committee,
    decision_id: UUID,
    catalogue: Catalogue,
    *,
    register_number: str,
    created: datetime,
    with_discussion: bool = False,
) -> Document:
    """The excerpt in the catalogue's language; the same input gives an equal document.

    Minutes that are not final give a draft, with nothing to sign yet. What was dealt with behind
    closed doors gives an excerpt that is marked as not for publication.

    Raises:
        KeyError: no item of the meeting holds that decision.
    """
    item, assessed = _item(meeting, assessment, decision_id)
    source = MinutesSource(
        meeting=meeting,
        assessment=assessment,
        committee=committee,
        edition=Edition.FULL,
        register_number=register_number,
        draft=meeting.minutes_state is not MinutesState.FINAL,
        files={},
    )
    writer = Writer(catalogue, meeting.language)
    frame = _frame(item, source, created, writer)
    certified = (*decided(item, assessed, source, writer), *_certification(source, writer))
    blocks = (
        *_head(frame.title, item.no, source, writer),
        Paragraph(text=_presence(assessed, source, writer)),
        *item_head(item, meeting, writer),
        *(discussion(item, writer) if with_discussion else ()),
        Together(blocks=certified),
    )
    return framed(frame, blocks, writer)


def _frame(item: AgendaItem, source: MinutesSource, created: datetime, writer: Writer) -> Frame:
    pgettext = writer.catalogue.pgettext
    return Frame(
        issuer=Issuer.of_meeting(source.meeting),
        title=pgettext("paper", "Excerpt from the minutes"),
        subject=writer.phrases.meeting(source.meeting),
        created=created,
        register_number=source.register_number,
        marks=tuple(_marks(item, source, writer)),
        watermark=pgettext("paper", "Draft") if source.draft else "",
    )


def _item(
    meeting: Meeting, assessment: Assessment, decision_id: UUID
) -> tuple[AgendaItem, ItemAssessment]:
    for item, assessed in zip(meeting.items, assessment.items, strict=True):
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True):
            if decision.id == decision_id:
                alone = replace(item, decision=decision, further_decisions=())
                return alone, replace(assessed, verdicts=(verdict,))
    raise KeyError(decision_id)


def _marks(item: AgendaItem, source: MinutesSource, writer: Writer) -> Iterator[str]:
    yield from marks(source, writer)
    if item.closed:
        yield writer.catalogue.pgettext("paper", "Not for publication")


def _head(heading: str, item_no: int, source: MinutesSource, writer: Writer) -> Iterator[Block]:
    """Which minutes it is from, and the facts of the meeting that a decision stands on."""
    meeting = source.meeting
    presided = replace(meeting, chair_seat_id=meeting.chair_at(item_no), chair_turns=())
    minutes = title(source, writer)
    yield Heading(text=heading, level=1)
    yield Paragraph(
        text=spans(minutes, DOT, writer.phrases.meeting(meeting)),
        tone=Tone.LEAD,
    )
    yield Facts(pairs=(place(meeting, writer), *officers(presided, writer)))


def _presence(assessed: ItemAssessment, source: MinutesSource, writer: Writer) -> str:
    """Whether the committee could decide on this very item."""
    if source.meeting.in_writing:
        return finding_on(assessed, source, writer)
    quorum = source.assessment.quorum
    if assessed.quorate:
        finding = writer.catalogue.pgettext(
            "paper",
            "When this item was dealt with, {present} of {total} members were present"
            " ({required} required): the committee was quorate.",
        )
    else:
        finding = writer.catalogue.pgettext(
            "paper",
            "When this item was dealt with, {present} of {total} members were present"
            " ({required} required): the committee was not quorate.",
        )
    return finding.format(
        present=assessed.present_voters, total=quorum.basis, required=quorum.required
    )


def _certification(source: MinutesSource, writer: Writer) -> Iterator[Block]:
    """That the excerpt is true; it stays with the decision, so that nobody signs a page without."""
    pgettext = writer.catalogue.pgettext
    rest = pgettext("paper", "The rest of the minutes is not reproduced here.")
    if source.draft:
        yield Paragraph(text=rest, tone=Tone.QUIET)
        return
    yield Heading(text=pgettext("paper", "Certification"), level=2)
    yield Paragraph(text=rest, tone=Tone.QUIET)
    yield Paragraph(text=pgettext("paper", "Certified as a true excerpt from the minutes."))
    fields = (signatorys_field(who, writer) for who in certifiers(source.meeting))
    yield SignatureGrid(fields=tuple(fields))
