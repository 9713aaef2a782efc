"""What people are told about their data: when they sign, as members, in a report on themselves."""

from collections.abc import Iterable
from typing import Final

from liaison_desktop.documents.signature_fields import BLANK
from liaison_desktop.documents.writer import Writer, bold, spans
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.pdf.blocks import (
    Heading,
    Paragraph,
    Together,
    Tone,
)

_CONTROLLER: Final = (
    NP_("paper", "Who is responsible:"),
    NP_("paper", "{committee}. Contact for questions of data protection: {blank}"),
)

_ATTENDANCE: Final = (
    (
        NP_("paper", "What and what for:"),
        NP_(
            "paper",
            "Name, organisation, signature and times, as proof of the quorum, as the basis of the"
            " minutes and as evidence of the meeting towards those who fund it. Religion, ethnic"
            " origin and nationality are not asked for. The headcount holds no personal data.",
        ),
    ),
    (
        NP_("paper", "On what basis:"),
        NP_(
            "paper",
            "A task in the public interest, Art. 6(1)(e) GDPR. Where an organisation’s name tells"
            " of a belief or an origin: the consent its representative gave, Art. 9(2)(a) GDPR,"
            " which can be withdrawn at any time for the future.",
        ),
    ),
    (
        NP_("paper", "Who receives them:"),
        NP_(
            "paper",
            "Chair and secretary; the local authority; for a funded project its coordinator, the"
            " funding body and their auditors. Nothing is sent outside the European Economic Area,"
            " and nothing is decided by automated means.",
        ),
    ),
    (
        NP_("paper", "How long they are kept:"),
        NP_(
            "paper",
            "The sheet until five years after the last payment to the project the meeting belongs"
            " to; names in the minutes as long as the minutes themselves.",
        ),
    ),
    (
        NP_("paper", "Your rights:"),
        NP_(
            "paper",
            "Access, rectification, erasure, restriction and objection (Art. 15 to 21 GDPR), and a"
            " complaint to a data-protection authority (Art. 77 GDPR). Nobody has to sign: the"
            " secretary then records the presence in the minutes.",
        ),
    ),
)


MEMBERS_DATA: Final = (
    NP_("paper", "What and what for:"),
    NP_(
        "paper",
        "Name, office, term and the organisation you speak for, the ways to reach you, languages"
        " and, if you wish, skills: to call meetings, to keep minutes and the list of members, and"
        " for the committee’s work. Religion, ethnic origin, nationality and migration status are"
        " neither asked for nor kept.",
    ),
)
MEMBERS_BASIS: Final = _ATTENDANCE[1]
RECEIVERS: Final = _ATTENDANCE[2]
HOW_LONG: Final = (
    NP_("paper", "How long they are kept:"),
    NP_(
        "paper",
        "Contact data until twelve months after the last term; attendance sheets until five years"
        " after the last payment to the project; the name in minutes and agreements as long as"
        " these, which are archived.",
    ),
)
RIGHTS: Final = (
    NP_("paper", "Your rights:"),
    NP_(
        "paper",
        "Access, rectification, erasure, restriction, portability and objection (Art. 15 to 21"
        " GDPR); a consent can be withdrawn at any time for the future; a complaint to a"
        " data-protection authority (Art. 77 GDPR). In signed minutes the name stays (Art. 17(3)"
        " GDPR); what is wrong there is corrected by a note.",
    ),
)
DUTY: Final = (
    NP_("paper", "Whether you have to:"),
    NP_(
        "paper",
        "Nobody has to give anything but the name; without a way to reach you no invitation can be"
        " sent. Nothing is decided by automated means.",
    ),
)


def told(sections: Iterable[tuple[str, str]], writer: Writer) -> list[Paragraph]:
    """Each section with what it is about in bold."""
    pgettext = writer.catalogue.pgettext
    return [
        Paragraph(text=spans(bold(pgettext("paper", label)), " ", pgettext("paper", text)))
        for label, text in sections
    ]


def responsible(controller: str, writer: Writer) -> Paragraph:
    """Who answers for the data; whom to ask is written in by hand: no record holds it."""
    label, who = (writer.catalogue.pgettext("paper", words) for words in _CONTROLLER)
    who = who.format(committee=writer.formats.isolate(controller), blank=BLANK)
    return Paragraph(text=spans(bold(label), " ", who))


def notice_for_attendance(controller: str, writer: Writer) -> Together:
    """The notice on an attendance sheet, in the order of Art. 13 GDPR.

    Whom to ask about data protection is written in by hand: no record holds it.
    """
    pgettext = writer.catalogue.pgettext
    label, who = (pgettext("paper", words) for words in _CONTROLLER)
    who = who.format(committee=writer.formats.isolate(controller), blank=BLANK)
    told = [(pgettext("paper", label), pgettext("paper", text)) for label, text in _ATTENDANCE]
    return Together(
        blocks=(
            Heading(text=pgettext("paper", "Data protection"), level=2),
            *(
                Paragraph(text=spans(bold(label), " ", text), tone=Tone.SMALL)
                for label, text in [(label, who), *told]
            ),
        )
    )
