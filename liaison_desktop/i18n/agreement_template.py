"""The usual text of a memorandum of understanding, to begin with."""

from dataclasses import dataclass

from liaison_desktop.domain.agreement_texts import Article
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import NP_

_WHEREAS = (
    NP_("paper", "The Parties work in the same territory and want to know each other better."),
    NP_(
        "paper",
        "Each Party remains independent in its tasks, its organisation and its convictions.",
    ),
)

_ARTICLES = (
    (
        NP_("paper", "Purpose and subject"),
        NP_(
            "paper",
            "The Parties work together so that people of all communities meet, are heard and take"
            " part in public life. In particular they want: […]",
        ),
    ),
    (
        NP_("paper", "Commitments of the Parties"),
        NP_(
            "paper",
            "Each Party contributes what lies within its means, and no more than it has promised"
            " here: […]",
        ),
    ),
    (
        NP_("paper", "Steering and contact persons"),
        NP_(
            "paper",
            "Each Party names a contact person. The contact persons meet at least twice a year,"
            " watch over what was agreed and report to the committee. What they settle is put on"
            " record in brief minutes.",
        ),
    ),
    (
        NP_("paper", "Costs"),
        NP_(
            "paper",
            "Each Party bears its own costs. Joint expenses need an agreement in writing"
            " beforehand.",
        ),
    ),
    (
        NP_("paper", "Data protection"),
        NP_(
            "paper",
            "The Parties process personal data only as far as the joint work requires and the law"
            " allows. They record nobody’s religion, ethnic origin or migration status. Before"
            " data are exchanged, they settle in writing which, for what purpose and for how long.",
        ),
    ),
    (
        NP_("paper", "Duration"),
        NP_(
            "paper",
            "This memorandum takes effect with the last signature, unless another day is stated"
            " under “Term and notice”. It lasts as long as is stated there.",
        ),
    ),
    (
        NP_("paper", "Renewal"),
        NP_(
            "paper",
            "In good time before the end the Parties review together what was achieved. Whether"
            " this memorandum is renewed is stated under “Term and notice”.",
        ),
    ),
    (
        NP_("paper", "Withdrawal"),
        NP_(
            "paper",
            "A Party can withdraw by a written declaration to all others, within the period stated"
            " under “Term and notice”. What was begun together is brought to an orderly end.",
        ),
    ),
    (
        NP_("paper", "Legal nature"),
        NP_(
            "paper",
            "This memorandum states the common intention of the Parties; it creates no claims that"
            " can be enforced in court.",
        ),
    ),
    (
        NP_("paper", "Amendments in writing"),
        NP_(
            "paper",
            "Amendments and additions are valid only in writing and once all Parties have signed"
            " them.",
        ),
    ),
    (
        NP_("paper", "Final provisions"),
        NP_(
            "paper",
            "Differences of opinion are settled in conversation. If one provision cannot be"
            " applied, the others remain valid. Each Party receives a copy.",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTemplate:
    """What an agreement begins with: what it is called, the reasons, the articles."""

    kind: str
    whereas: tuple[str, ...]
    articles: tuple[Article, ...]


def agreement_template(catalogue: Catalogue) -> AgreementTemplate:
    """The usual text in the catalogue's language; ``[…]`` marks what is still to be written."""
    pgettext = catalogue.pgettext
    return AgreementTemplate(
        kind=pgettext("paper", "Memorandum of understanding"),
        whereas=tuple(pgettext("paper", reason) for reason in _WHEREAS),
        articles=tuple(
            Article(heading=pgettext("paper", heading), text=pgettext("paper", text))
            for heading, text in _ARTICLES
        ),
    )
