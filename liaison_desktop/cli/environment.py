"""What the commands receive: the composed program and the words to speak in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from liaison_desktop.i18n.catalogue import Catalogue

if TYPE_CHECKING:
    from liaison_desktop.services.maintenance import MaintenanceService
    from liaison_desktop.services.services import Services
    from liaison_desktop.services.signing import SigningService
    from liaison_desktop.services.verification import VerificationService
    from liaison_desktop.services.verification_papers import VerificationPapers


class Program(Protocol):
    """The composed program, as bootstrap hands it to the command line."""

    @property
    def maintenance(self) -> "MaintenanceService":
        """Work on the store's file from outside."""

    @property
    def signing(self) -> "SigningService":
        """Signing of files, which needs no store."""

    def services(self, *, create: bool) -> "Services":
        """The use cases on the store, opened now; ``create`` makes a missing store."""

    def verification(self) -> "VerificationService":
        """Verification, with the register if there is a store."""

    def verification_papers(self) -> "VerificationPapers":
        """Reports on files, with or without a store."""

    def window(self) -> int:
        """Open the window and stay until it is closed."""

    def close(self) -> None:
        """Let go of the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options before the command; ``None`` = not given."""

    store: str | None
    profile: Path | None
    language: str | None


Compose = Callable[[Options], Program]


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What each command works with."""

    program: Program
    catalogue: Catalogue
