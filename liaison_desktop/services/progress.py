"""How long work tells how far it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - a decision of the user, not an error
    """The user stopped the work; nothing was changed."""


class Progress(Protocol):
    """Listens to long work."""

    @property
    def cancelled(self) -> bool:
        """Whether the user wants it to stop."""

    def step(self, done: int, total: int, what: str) -> None:
        """Hear that ``done`` of ``total`` steps are done and what comes now."""


class Unheard:
    """Progress that nobody listens to."""

    cancelled = False

    def step(self, done: int, total: int, what: str) -> None:
        """Say nothing."""


def advance(progress: Progress, done: int, total: int, what: str) -> None:
    """Report a step, or stop before it.

    Raises:
        Cancelled: the user stopped the work.
    """
    if progress.cancelled:
        raise Cancelled
    progress.step(done, total, what)
