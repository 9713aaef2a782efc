"""What an agreement provides: its articles, its term, and what the parties wrote beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from liaison_desktop.documents.writer import Writer, bold, spans
from liaison_desktop.domain.agreement_texts import Article
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementTerms,
    Renewal,
    begins_on,
    ends_on,
    notice_until,
)
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown

# "Art. 1 – Premesse", "§ 2 Formål", "3. Kosten", "Άρθρο 4 – Σκοπός": a number with its word.
_OWN_NUMBER = re.compile(r"((?:[^\W\d]+\.?\s|§\s?)?\d{1,3}[.)]?)\s+(?:[–—-]\s+)?(\S.*)")


def articles(headings: Sequence[str], writer: Writer) -> Iterator[Block]:
    """The articles by their headings in order, numbered as they are or, without numbers, here.

    Their text is not on record, and the paper says so.
    """
    if not headings:
        return
    pgettext = writer.catalogue.pgettext
    yield Heading(text=pgettext("paper", "Articles"), level=2)
    if any(_OWN_NUMBER.fullmatch(heading) for heading in headings):
        yield from _with_own_numbers(headings, writer)
    else:
        entries = tuple((Paragraph(text=writer.quote(heading)),) for heading in headings)
        yield ListBlock(entries=entries, ordered=True)
    only_headings = pgettext("paper", "Only the headings of the articles are on record.")
    yield Paragraph(text=only_headings, tone=Tone.SMALL)


def _with_own_numbers(headings: Sequence[str], writer: Writer) -> Iterator[Block]:
    """Numbers in a column of their own; a heading without one, such as a preamble, on a line."""
    matches = [(heading, _OWN_NUMBER.fullmatch(heading)) for heading in headings]
    for numbered, group in groupby(matches, key=lambda match: match[1] is not None):
        if numbered:
            pairs = ((writer.quote(m[1]), writer.quote(m[2])) for _, m in group if m)
            yield Facts(pairs=tuple(pairs))
        else:
            yield from (Paragraph(text=writer.quote(heading)) for heading, _ in group)


def article_texts(told: Sequence[Article], writer: Writer) -> Iterator[Block]:
    """The articles with their text; numbered as they are or, without numbers, here."""
    own_numbers = any(_OWN_NUMBER.fullmatch(article.heading) for article in told)
    word = writer.catalogue.pgettext("paper", "Article {number}")
    for number, article in enumerate(told, 1):
        heading: Text = writer.quote(article.heading)
        if not own_numbers:
            heading = spans(word.format(number=number), " – ", heading)
        yield Heading(text=heading, level=2)
        yield from writer.quote_blocks(*blocks_from_markdown(article.text))


def provisions(
    agreement: Agreement, terms: AgreementTerms, writer: Writer, *, in_full: bool = False
) -> Iterator[Block]:
    """How long it lasts and how it ends; costs and data where told.

    Where the articles are there ``in_full``, they have headings of their own about its duration.
    """
    pgettext = writer.catalogue.pgettext
    term = tuple(_term(agreement, writer))
    usual = pgettext("paper", "Duration, renewal and withdrawal")
    name = pgettext("paper", "Term and notice") if in_full else usual
    yield Together(blocks=(Heading(text=name, level=2), Facts(pairs=term)))
    told = (
        (pgettext("paper", "Costs"), terms.costs),
        (pgettext("paper", "Data protection"), terms.data_protection),
    )
    for label, text in told:
        if text:
            quoted = writer.quote_blocks(Paragraph(text=text))
            yield Together(blocks=(Heading(text=label, level=2), *quoted))


def legal_nature(terms: AgreementTerms, writer: Writer) -> tuple[Block, ...]:
    """What it is in law: the parties' own words, else the usual ones of a memorandum."""
    pgettext = writer.catalogue.pgettext
    heading = Heading(text=pgettext("paper", "Legal nature"), level=2)
    if terms.legal_nature:
        return (heading, *writer.quote_blocks(Paragraph(text=terms.legal_nature)))
    usual = pgettext(
        "paper",
        "This memorandum states the common intention of the Parties; it creates no claims that"
        " can be enforced in court.",
    )
    return (heading, Paragraph(text=usual))


def _term(agreement: Agreement, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext = writer.catalogue.pgettext
    yield pgettext("paper", "Duration"), _duration(agreement, writer)
    if agreement.duration_months is not None:
        yield pgettext("paper", "Renewal"), _renewal(agreement, writer)
    if agreement.notice_days is not None:
        yield pgettext("paper", "Withdrawal"), _notice(agreement, agreement.notice_days, writer)


def _duration(agreement: Agreement, writer: Writer) -> Text:
    months = agreement.duration_months
    if months is None:
        return writer.catalogue.pgettext("paper", "No end was agreed.")
    duration = _months(agreement, months, writer)
    start, end = begins_on(agreement), ends_on(agreement)
    if start is None or end is None:
        return duration
    period = writer.catalogue.pgettext("paper", "from {start} to {end}").format(
        start=writer.formats.long_date(start), end=writer.formats.long_date(end)
    )
    return spans(duration, writer.formats.semicolon, bold(period))


def _months(agreement: Agreement, months: int, writer: Writer) -> str:
    if agreement.starts_on is not None:
        words = writer.catalogue.npgettext("paper", "one month", "{months} months", months)
    else:
        words = writer.catalogue.npgettext(
            "paper",
            "one month from the day of signature",
            "{months} months from the day of signature",
            months,
        )
    return words.format(months=months)


def _renewal(agreement: Agreement, writer: Writer) -> str:
    pgettext = writer.catalogue.pgettext
    if agreement.renewal is Renewal.NONE:
        return pgettext("paper", "It ends without renewal.")
    months = agreement.renewal_months
    if agreement.renewal is Renewal.EXPRESS:
        return pgettext("paper", "By express agreement of the Parties.")
    if months is None:
        return pgettext("paper", "It renews itself unless a Party withdraws in time.")
    return writer.catalogue.npgettext(
        "paper",
        "It renews itself for one month each time, unless a Party withdraws in time.",
        "It renews itself for {months} months each time, unless a Party withdraws in time.",
        months,
    ).format(months=months)


def _notice(agreement: Agreement, days: int, writer: Writer) -> Text:
    notice = writer.catalogue.npgettext(
        "paper",
        "Notice of one day before the end of the term",
        "Notice of {days} days before the end of the term",
        days,
    ).format(days=days)
    last = notice_until(agreement)
    if last is None:
        return notice
    until = writer.catalogue.pgettext("paper", "at the latest on {date}").format(
        date=writer.formats.long_date(last)
    )
    return spans(notice, writer.formats.semicolon, bold(until))
