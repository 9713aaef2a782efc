"""The public edition: what may not be published is taken out of the record, not painted over."""

from dataclasses import replace

from liaison_desktop.documents.votes import choices_by_name
from liaison_desktop.domain.agenda import AgendaItem, closed_item, with_decisions
from liaison_desktop.domain.assessment import Assessment, ItemAssessment
from liaison_desktop.domain.decisions import Decision
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Attendee, Guest
from liaison_desktop.domain.voting import Verdict


def public_edition(
    meeting: Meeting, assessment: Assessment, country: str
) -> tuple[Meeting, Assessment]:
    """The record and its assessment without closed items and without personal data.

    A closed item keeps its number only, and with one no summary is published. Members keep their
    names, as holders of a public function; their names in their own script, remarks on them,
    names of guests and of others who brought an item, names of files and votes that no rule wants
    named are left out.
    """
    closed = any(item.closed for item in meeting.items)
    pairs = [
        _public_item(item, assessed, meeting.attendees, country)
        for item, assessed in zip(meeting.items, assessment.items, strict=True)
    ]
    public_meeting = replace(
        meeting,
        attendees=tuple(_public_attendee(attendee) for attendee in meeting.attendees),
        guests=tuple(
            Guest(name="", organisation=guest.organisation)
            for guest in meeting.guests
            if guest.organisation
        ),
        items=tuple(item for item, _ in pairs),
        summaries=() if closed else meeting.summaries,
    )
    return public_meeting, replace(assessment, items=tuple(assessed for _, assessed in pairs))


def _public_attendee(attendee: Attendee) -> Attendee:
    return replace(attendee, name_native=None, note="")


def _public_item(
    item: AgendaItem, assessed: ItemAssessment, attendees: tuple[Attendee, ...], country: str
) -> tuple[AgendaItem, ItemAssessment]:
    if item.closed:
        return closed_item(item), replace(assessed, verdicts=())
    names = {name for one in attendees for name in (one.full_name, one.present_name)}
    reduced = replace(
        item,
        proposer=item.proposer if item.proposer in names else "",
        presenter=item.presenter if item.presenter in names else "",
        attachments=(),
    )
    decisions = tuple(
        _with_votes_that_must_be_named(decision, verdict, country)
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True)
    )
    return with_decisions(reduced, decisions), assessed


def _with_votes_that_must_be_named(decision: Decision, verdict: Verdict, country: str) -> Decision:
    named = choices_by_name(country, decision, verdict)
    votes = tuple(vote for vote in decision.votes if vote.choice in named)
    return replace(decision, votes=votes, counts=verdict.counts)
