"""A ballot between candidates: who stood, who had how many votes, who is elected."""

from collections.abc import Iterator

from liaison_desktop.documents.writer import DOT, Writer, between, bold, spans
from liaison_desktop.domain.decisions import Decision, Method
from liaison_desktop.domain.elections import Ballot, ranking
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.pdf.blocks import Block, Facts, Paragraph, Span, Text


def ballot_blocks(
    decision: Decision, verdict: Verdict, method: str, writer: Writer
) -> Iterator[Block]:
    """Method and ballots on one line, below it the candidates with their votes."""
    yield Paragraph(text=between(DOT, (method, *_ballots(verdict, writer))), keep_with_next=True)
    isolate = writer.formats.isolate
    if decision.method is Method.CONSENSUS:
        names = writer.formats.comma.join(isolate(one.name) for one in decision.candidates)
        yield Paragraph(text=names, keep_with_next=True)
        return
    pairs = ((isolate(one.name), bold(str(one.votes))) for one in ranking(decision.candidates))
    yield Facts(pairs=tuple(pairs))


def elected_words(ballot: Ballot, writer: Writer) -> str:
    """Who is elected, and whether a further ballot is needed."""
    pgettext = writer.catalogue.pgettext
    if not ballot.elected:
        return pgettext("paper", "Nobody is elected.")
    names = writer.formats.comma.join(writer.formats.isolate(name) for name in ballot.elected)
    elected = writer.catalogue.npgettext(
        "paper", "Elected: {names}.", "Elected are {names}.", len(ballot.elected)
    ).format(names=names)
    if not ballot.open_places:
        return elected
    left = writer.catalogue.npgettext(
        "paper", "{n} place stays open.", "{n} places stay open.", ballot.open_places
    )
    return f"{elected} {left.format(n=ballot.open_places)}"


def votes_needed(ballot: Ballot, writer: Writer) -> str:
    """How many votes it took to be elected."""
    needed = writer.catalogue.npgettext(
        "paper",
        "{n} vote was needed to be elected.",
        "{n} votes were needed to be elected.",
        ballot.required,
    )
    return needed.format(n=ballot.required)


def _ballots(verdict: Verdict, writer: Writer) -> Iterator[tuple[Span, ...] | Text]:
    pgettext, counts = writer.catalogue.pgettext, verdict.counts
    if counts.votes_for + counts.abstained:
        named = pgettext("paper", "Ballots with a name")
        yield spans(f"{named} ", bold(str(counts.votes_for)))
        blank = pgettext("paper", "Blank or void")
        yield spans(f"{blank} ", bold(str(counts.abstained)))
