"""What papers say of answers where votes were returned in writing and nobody was present."""

from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.assessment import ItemAssessment
from liaison_desktop.domain.decisions import Decision, Method


def presence(item: ItemAssessment, source: MinutesSource, writer: Writer) -> str:
    """How many members took part in an item, and how many it takes."""
    quorum = source.assessment.quorum
    if not source.meeting.in_writing:
        return writer.phrases.presence(item, quorum)
    pgettext = writer.catalogue.pgettext
    counted = (
        pgettext("paper", "{present} of {total} answered, {required} needed.")
        if item.quorate
        else pgettext("paper", "Not quorate: {present} of {total} answered, {required} needed.")
    )
    return counted.format(present=item.present_voters, total=quorum.basis, required=quorum.required)


def method(decision: Decision, source: MinutesSource, writer: Writer) -> str:
    """How a decision was taken; a roll call is a vote by name that nobody calls in writing."""
    if source.meeting.in_writing and decision.method is Method.ROLL_CALL:
        return writer.catalogue.pgettext("paper", "Vote in writing, by name")
    return writer.phrases.method(decision.method)


def finding_on(item: ItemAssessment, source: MinutesSource, writer: Writer) -> str:
    """Whether enough members answered for the committee to decide on an item, in an excerpt."""
    pgettext, quorum = writer.catalogue.pgettext, source.assessment.quorum
    finding = (
        pgettext(
            "paper",
            "On this item {present} of {total} members returned their votes in writing"
            " ({required} required): the committee was quorate.",
        )
        if item.quorate
        else pgettext(
            "paper",
            "On this item {present} of {total} members returned their votes in writing"
            " ({required} required): the committee was not quorate.",
        )
    )
    return finding.format(present=item.present_voters, total=quorum.basis, required=quorum.required)
