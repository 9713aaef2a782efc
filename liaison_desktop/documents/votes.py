"""A decision: its text, how it was voted on, what became of it and by which rule."""

from collections.abc import Iterator

from liaison_desktop.documents.elections import ballot_blocks, elected_words, votes_needed
from liaison_desktop.documents.in_writing import method, presence
from liaison_desktop.documents.seats import sitter
from liaison_desktop.documents.source import MinutesSource
from liaison_desktop.documents.writer import DOT, Writer, between, bold, spans
from liaison_desktop.domain.assessment import ItemAssessment
from liaison_desktop.domain.decisions import Choice, Counts, Decision, Method, Outcome
from liaison_desktop.domain.voting import Verdict
from liaison_desktop.pdf.blocks import (
    Block,
    Callout,
    Facts,
    Paragraph,
    Quote,
    Span,
    Together,
    Tone,
)

_BALLOTS = frozenset({Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.SECRET, Method.CONSENSUS})

_SIDES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAINED)

_VOTED_ON = frozenset({Outcome.ADOPTED, Outcome.REJECTED, Outcome.NOT_QUORATE})


def choices_by_name(country: str, decision: Decision, verdict: Verdict) -> frozenset[Choice]:
    """Which sides of a vote are printed with names.

    How people voted may reveal opinions, so names stand only where a rule demands them: in a roll
    call; in Denmark all (ruling 8913/1989 of the ministry; a unanimous vote names itself); in
    Austria who opposed a majority decision or abstained (Styria, § 60 GemO); in Greece the minority
    (law 2690/1999, article 15). Who kept out for a conflict of interest is named in any open vote.
    """
    if decision.method is Method.SECRET or not decision.votes:
        return frozenset()
    if decision.method is Method.ROLL_CALL:
        return frozenset(Choice)
    if country == "DK" and not verdict.all_in_favour:
        return frozenset(Choice)
    named = {Choice.RECUSED}
    if country == "AT" and not verdict.unanimous:
        named |= {Choice.AGAINST, Choice.ABSTAINED}
    if country in ("GR", "EL"):
        named.add(Choice.AGAINST if verdict.outcome is Outcome.ADOPTED else Choice.FOR)
    return frozenset(named)


def decision_blocks(
    decision: Decision,
    item: ItemAssessment,
    verdict: Verdict,
    source: MinutesSource,
    writer: Writer,
) -> Iterator[Block]:
    """The decision set apart; behind it what was declared for the record."""
    if _says_nothing(decision, verdict):
        if decision.text:
            yield from writer.quote_blocks(Paragraph(text=decision.text))
    else:
        decided = _decision(decision, item, verdict, source, writer)
        yield Together(blocks=(Callout(blocks=tuple(decided)),))
    if decision.statement:
        yield _statement(decision.statement, writer)


def _says_nothing(decision: Decision, verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.NONE and decision.declared_outcome in (None, Outcome.NONE)


def _decision(
    decision: Decision,
    item: ItemAssessment,
    verdict: Verdict,
    source: MinutesSource,
    writer: Writer,
) -> Iterator[Block]:
    voted = decision.method in _BALLOTS
    label = (
        _label(decision, verdict, writer, provisional=source.draft)
        if voted
        else bold(writer.phrases.without_a_vote(verdict.outcome))
    )
    yield Paragraph(text=label, tone=Tone.QUIET, keep_with_next=True)
    if decision.text:
        tone = Tone.LEAD if voted else Tone.BODY
        yield from writer.quote_blocks(Paragraph(text=decision.text, tone=tone))
    if decision.supersedes_number:
        words = writer.catalogue.pgettext("paper", "Replaces the decision {number}.")
        number = writer.formats.isolate(decision.supersedes_number)
        yield Paragraph(text=words.format(number=number), keep_with_next=True)
    if voted:
        yield from _ballot(decision, verdict, source, writer)
        yield from _result(decision, item, verdict, source, writer)
    elif not decision.text:
        yield Paragraph(text=writer.phrases.outcome(verdict))
    declared = decision.declared_outcome
    if declared not in (None, verdict.outcome):
        yield Paragraph(text=bold(writer.phrases.contradiction(declared, verdict)))


def _label(
    decision: Decision, verdict: Verdict, writer: Writer, *, provisional: bool
) -> tuple[Span, ...]:
    """ "Decision D.7/2026"; what was not adopted stays a motion."""
    pgettext = writer.catalogue.pgettext
    adopted = verdict.outcome is Outcome.ADOPTED
    if decision.amends_id:
        return bold(pgettext("paper", "Amendment"))
    if decision.candidates and not decision.number:
        return bold(pgettext("paper", "Election"))
    if not decision.number:
        return bold(pgettext("paper", "Decision") if adopted else pgettext("paper", "Motion"))
    words = (
        pgettext("paper", "Decision {number}") if adopted else pgettext("paper", "Motion {number}")
    )
    before, _, behind = words.partition("{number}")
    if provisional:
        return spans(bold(before), writer.number(decision.number, provisional=True), bold(behind))
    return bold(words.format(number=writer.formats.isolate(decision.number)))


def _ballot(
    decision: Decision, verdict: Verdict, source: MinutesSource, writer: Writer
) -> Iterator[Block]:
    """Method and counts: on one line, or side by side with the names where names are printed."""
    how = method(decision, source, writer)
    if verdict.ballot is not None:
        yield from ballot_blocks(decision, verdict, how, writer)
        return
    counts = _counts(verdict.counts)
    by_name = choices_by_name(source.committee.country, decision, verdict)
    names = {choice: _names(decision, choice, source, writer) for choice in by_name & counts.keys()}
    if not any(names.get(choice) for choice in _SIDES):
        results = [_tally(choice, n, names.get(choice, ""), writer) for choice, n in counts.items()]
        yield Paragraph(text=between(DOT, (how, *results)))
        return
    yield Paragraph(text=how, keep_with_next=True)
    yield Facts(
        pairs=tuple(
            (writer.phrases.choice(c), between(DOT, (bold(str(n)), names.get(c, ""))))
            for c, n in counts.items()
        )
    )


def _tally(choice: Choice, votes: int, names: str, writer: Writer) -> tuple[Span, ...]:
    """ "Against 3"; the names, if any, in brackets."""
    tally = spans(f"{writer.phrases.choice(choice)} ", bold(str(votes)))
    return spans(tally, f" ({names})") if names else tally


def _counts(counts: Counts) -> dict[Choice, int]:
    """What is printed of a result: nothing where nobody voted, the recused only if any.

    Of a consensus, in which nobody is counted, only those who kept out of it.
    """
    if not counts.votes_for + counts.against + counts.abstained + counts.recused:
        return {}
    printed: dict[Choice, int] = {}
    if counts.votes_for or counts.against:
        printed |= {Choice.FOR: counts.votes_for, Choice.AGAINST: counts.against}
    printed[Choice.ABSTAINED] = counts.abstained
    if counts.recused:
        printed[Choice.RECUSED] = counts.recused
    return printed


def _names(decision: Decision, choice: Choice, source: MinutesSource, writer: Writer) -> str:
    """Names of those who voted so, in the order of the sheet."""
    seats = {vote.seat_id for vote in decision.votes if vote.choice is choice}
    names = [a.present_name for a in source.meeting.attendees if a.seat_id in seats]
    return writer.formats.comma.join(writer.formats.isolate(name) for name in names)


def _result(
    decision: Decision,
    item: ItemAssessment,
    verdict: Verdict,
    source: MinutesSource,
    writer: Writer,
) -> Iterator[Block]:
    outcome = writer.phrases.outcome(verdict)
    if verdict.ballot is not None:
        outcome = elected_words(verdict.ballot, writer)
    yield Paragraph(text=bold(outcome), keep_with_next=verdict.outcome in _VOTED_ON)
    if verdict.outcome in _VOTED_ON:
        yield Paragraph(text=_rule(decision, item, verdict, source, writer), tone=Tone.SMALL)


def _rule(
    decision: Decision,
    item: ItemAssessment,
    verdict: Verdict,
    source: MinutesSource,
    writer: Writer,
) -> str:
    there = presence(item, source, writer)
    if decision.method is Method.CONSENSUS or verdict.outcome is Outcome.NOT_QUORATE:
        return there
    if verdict.ballot is not None:
        return f"{votes_needed(verdict.ballot, writer)} {there}"
    return f"{writer.phrases.voting_rule(verdict, _chair(source, item.no))} {there}"


def _chair(source: MinutesSource, item_no: int) -> str:
    """Who presided when it was voted on."""
    return sitter(source.meeting, source.meeting.chair_at(item_no))


def _statement(statement: str, writer: Writer) -> Quote:
    label = writer.catalogue.pgettext("paper", "Statement for the record")
    return Quote(
        blocks=(
            Paragraph(text=label, tone=Tone.QUIET, keep_with_next=True),
            *writer.quote_blocks(Paragraph(text=statement)),
        )
    )
