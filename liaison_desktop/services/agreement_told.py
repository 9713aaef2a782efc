"""What somebody told of an agreement, tidied: no empty names, headings or reasons."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from liaison_desktop.domain.agreement_texts import AgreementVersion, Article
from liaison_desktop.domain.agreements import Representative
from liaison_desktop.domain.errors import UserError


class ToldParty(Protocol):
    """A party and who signs for it."""

    @property
    def organisation_id(self) -> UUID:
        """Who is bound."""

    @property
    def signatory(self) -> str:
        """Who signs; empty = not known."""

    @property
    def capacity(self) -> str:
        """In which capacity."""


def representatives(told: Iterable[ToldParty]) -> tuple[Representative, ...]:
    """Who signs for the parties, where it was told."""
    return tuple(
        Representative(
            organisation_id=one.organisation_id,
            name=one.signatory.strip(),
            capacity=one.capacity.strip(),
        )
        for one in told
        if one.signatory.strip()
    )


def articles_told(told: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles; raises ``UserError("article_needs_heading")``."""
    articles = []
    for number, article in enumerate(told, 1):
        heading, text = " ".join(article.heading.split()), article.text.strip()
        if heading:
            articles.append(Article(heading=heading, text=text))
        elif text:
            raise UserError("article_needs_heading", number=number)
    return tuple(articles)


def headings(version: AgreementVersion) -> tuple[str, ...]:
    """The headings of a version's articles."""
    return tuple(article.heading for article in version.articles)


def sentences(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(text.strip() for text in texts if text.strip())
