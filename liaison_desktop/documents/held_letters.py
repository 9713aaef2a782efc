"""The letters to one person and the answers, in the report on what is held."""

from collections.abc import Iterator, Sequence

from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.access import HeldAnswer, HeldData, HeldLetter
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.pdf.blocks import Block, Heading, Paragraph, Table, Text

_DIGEST = 16
"""Letters of a digest that are printed; the JSON inside the paper holds it whole."""


def held_part(
    title: str, header: tuple[str, ...], rows: Sequence[tuple[Text, ...]], writer: Writer
) -> Iterator[Block]:
    """One part of the report; where nothing is held it says so."""
    yield Heading(text=title, level=2)
    if rows:
        yield Table(header=header, rows=tuple(rows), widths=(1.0,) * len(header), summary=title)
    else:
        yield Paragraph(text=writer.catalogue.pgettext("paper", "Nothing is held."))


def letters_and_answers(held: HeldData, writer: Writer, labels: Labels) -> Iterator[Block]:
    """How the person was called to meetings, and what the person answered."""
    pgettext = writer.catalogue.pgettext
    yield from held_part(
        pgettext("paper", "Letters"),
        (
            pgettext("paper", "Meeting"),
            pgettext("paper", "Sent"),
            pgettext("paper", "To"),
            pgettext("paper", "Digest (SHA-256)"),
        ),
        [_letter(each, writer, labels) for each in held.letters],
        writer,
    )
    yield from held_part(
        pgettext("paper", "Answers to a call"),
        (
            pgettext("paper", "Meeting"),
            pgettext("paper", "Answer"),
            pgettext("paper", "Given"),
            pgettext("paper", "Note"),
        ),
        [_answer(each, writer, labels) for each in held.answers],
        writer,
    )


def _letter(letter: HeldLetter, writer: Writer, labels: Labels) -> tuple[Text, ...]:
    isolate, formats = writer.formats.isolate, writer.formats
    sent = f"{labels.label(letter.purpose)}{formats.comma}{formats.moment(letter.sent_at)}"
    return (
        isolate(letter.meeting),
        sent,
        isolate(letter.address) or "–",
        isolate(f"{letter.digest[:_DIGEST]} …"),
    )


def _answer(answer: HeldAnswer, writer: Writer, labels: Labels) -> tuple[Text, ...]:
    isolate = writer.formats.isolate
    said = (labels.label(answer.answer), isolate(answer.substitute))
    return (
        isolate(answer.meeting),
        "\n".join(filter(None, said)),
        f"{writer.formats.moment(answer.answered_at)}\n{labels.label(answer.source)}",
        isolate(answer.comment) or "–",
    )
