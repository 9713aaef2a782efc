"""The sample committees and one way to compose their minutes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.documents.excerpt import compose_excerpt
from liaison_desktop.documents.minutes import compose_minutes
from liaison_desktop.documents.two_languages import compose_two_language_minutes
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.exchange.committee_file import read_committee_file
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import (
    Document,
)

COMMITTEES = Path(__file__).parents[1] / "data" / "committees"
CREATED = datetime(2026, 10, 14, 19, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """A meeting whose minutes can be composed as they are or after a change."""

    committee: Committee
    meeting: Meeting
    files: Mapping[UUID, str] = field(default_factory=dict)

    def changed(self, **changes: object) -> "Case":
        meeting = replace(self.meeting, **changes)  # type: ignore[arg-type]
        return replace(self, meeting=meeting)

    def in_country(self, country: str) -> "Case":
        return replace(self, committee=replace(self.committee, country=country))

    def with_item(self, no: int, change: Callable[[AgendaItem], AgendaItem]) -> "Case":
        items = (change(item) if item.no == no else item for item in self.meeting.items)
        return self.changed(items=tuple(items))

    def minutes(
        self,
        language: str = "",
        *,
        edition: Edition = Edition.FULL,
        draft: bool = False,
        register_number: str = "ICC-0000118",
    ) -> Document:
        return compose_minutes(
            self.meeting,
            assess(self.meeting),
            self.committee,
            Catalogue(language or self.meeting.language),
            edition=edition,
            register_number=register_number,
            created=CREATED,
            draft=draft,
            files=self.files,
        )

    def in_two_languages(
        self,
        first: str,
        second: str,
        layout: Layout = Layout.SIDE_BY_SIDE,
        *,
        edition: Edition = Edition.FULL,
        draft: bool = False,
    ) -> Document:
        return compose_two_language_minutes(
            self.meeting,
            assess(self.meeting),
            self.committee,
            Catalogue(first),
            Catalogue(second),
            layout=layout,
            edition=edition,
            register_number="ICC-0000118",
            created=CREATED,
            draft=draft,
            files=self.files,
        )

    def excerpt(
        self, item_no: int, language: str = "", *, with_discussion: bool = False
    ) -> Document:
        (item,) = (item for item in self.meeting.items if item.no == item_no)
        assert item.decision is not None
        return compose_excerpt(
            self.meeting,
            assess(self.meeting),
            self.committee,
            item.decision.id,
            Catalogue(language or self.meeting.language),
            register_number="ICC-0000121",
            created=CREATED,
            with_discussion=with_discussion,
        )


def sample(name: str) -> Case:
    read = read_committee_file(COMMITTEES / name)
    return Case(read.committee, read.meetings[0])


@pytest.fixture(scope="session")
def italian() -> Case:
    return sample("it_portochiaro.json")


@pytest.fixture(scope="session")
def german() -> Case:
    return sample("de_fuldaberg.json")


@pytest.fixture(scope="session")
def danish() -> Case:
    return sample("da_fjordkobing.json")
