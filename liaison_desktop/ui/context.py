"""What a screen is given."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.settings import Settings
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from liaison_desktop.services.services import Services


class Place(StrEnum):
    """The places of the window."""

    TODAY = "today"
    MEETINGS = "meetings"
    MINUTES = "minutes"
    REGISTER = "register"
    AGREEMENTS = "agreements"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    SKILLS = "skills"
    COMMITTEE = "committee"
    ATTENDANCE = "attendance"
    DATA_PROTECTION = "data_protection"
    VERIFY = "verify"
    SETTINGS = "settings"


FAMILIES: tuple[tuple[Place, ...], ...] = (
    (Place.MINUTES, Place.REGISTER),
    (Place.PEOPLE, Place.ORGANISATIONS, Place.SKILLS),
    (Place.COMMITTEE, Place.ATTENDANCE, Place.DATA_PROTECTION),
)
"""Places that belong together: the first stands in the navigation, the others beside it."""


def family_of(place: Place) -> tuple[Place, ...]:
    """The places a place belongs together with, itself among them."""
    return next((family for family in FAMILIES if place in family), (place,))


class Desk(Protocol):
    """What a screen may ask of the window around it."""

    @property
    def settings(self) -> Settings:
        """The user's choices."""
        ...

    def go(self, place: Place, target: UUID | None = None) -> None:
        """Open a place, and in it a record."""

    def tell(self, sentence: str, tone: Tone = Tone.GOOD) -> None:
        """Show a sentence above the screen until it is closed or replaced."""

    def fail(self, error: UserError) -> None:
        """Show what went wrong and can be mended."""

    def import_file(self) -> None:
        """Ask for a committee file and take it in."""

    def found_committee(self) -> None:
        """Ask for a new committee's name, town and rules, set it up and go there."""

    def undo(self, *, again: bool = False) -> None:
        """Take back what was done last, or do again what was taken back last."""

    def install_demonstration(self) -> None:
        """Put the demonstration committees into the store."""

    def back_up(self) -> None:
        """Back the store up now."""

    def remember(self, settings: Settings) -> None:
        """Remember other choices of which nothing is seen."""

    def choose(self, settings: Settings) -> None:
        """Take over and remember other choices."""


@dataclass(frozen=True, slots=True)
class Context:
    """Data, work, language and the window around."""

    services: "Services"
    jobs: Jobs
    look: Look
    desk: Desk
