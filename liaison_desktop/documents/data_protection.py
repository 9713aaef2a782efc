"""What people are told about their data when they sign (Art. 13 GDPR)."""

from collections.abc import Iterator

from liaison_desktop.documents.signature_fields import BLANK
from liaison_desktop.documents.writer import Writer, bold, spans
from liaison_desktop.pdf.blocks import Heading, Paragraph, Together, Tone


def notice_for_attendance(controller: str, writer: Writer) -> Together:
    """The notice on an attendance sheet, in the order of Art. 13 GDPR.

    Whom to ask about data protection is written in by hand: no record holds it.
    """
    return Together(
        blocks=(
            Heading(text=writer.catalogue.pgettext("paper", "Data protection"), level=2),
            *(
                Paragraph(text=spans(bold(label), " ", sentence), tone=Tone.SMALL)
                for label, sentence in _sentences(controller, writer)
            ),
        )
    )


def _sentences(controller: str, writer: Writer) -> Iterator[tuple[str, str]]:
    pgettext = writer.catalogue.pgettext
    yield (
        pgettext("paper", "Who is responsible:"),
        pgettext("paper", "{committee}. Contact for questions of data protection: {blank}").format(
            committee=writer.formats.isolate(controller), blank=BLANK
        ),
    )
    yield (
        pgettext("paper", "What and what for:"),
        pgettext(
            "paper",
            "Name, organisation, signature and times, as proof of the quorum, as the basis of the"
            " minutes and as evidence of the meeting towards those who fund it. Religion, ethnic"
            " origin and nationality are not asked for. The headcount holds no personal data.",
        ),
    )
    yield (
        pgettext("paper", "On what basis:"),
        pgettext(
            "paper",
            "A task in the public interest, Art. 6(1)(e) GDPR. Where an organisation’s name tells"
            " of a belief or an origin: the consent its representative gave, Art. 9(2)(a) GDPR,"
            " which can be withdrawn at any time for the future.",
        ),
    )
    yield (
        pgettext("paper", "Who receives them:"),
        pgettext(
            "paper",
            "Chair and secretary; the local authority; for a funded project its coordinator, the"
            " funding body and their auditors. Nothing is sent outside the European Economic Area,"
            " and nothing is decided by automated means.",
        ),
    )
    yield (
        pgettext("paper", "How long they are kept:"),
        pgettext(
            "paper",
            "The sheet until five years after the last payment to the project the meeting belongs"
            " to; names in the minutes as long as the minutes themselves.",
        ),
    )
    yield (
        pgettext("paper", "Your rights:"),
        pgettext(
            "paper",
            "Access, rectification, erasure, restriction and objection (Art. 15 to 21 GDPR), and a"
            " complaint to a data-protection authority (Art. 77 GDPR). Nobody has to sign: the"
            " secretary then records the presence in the minutes.",
        ),
    )
