"""The store itself: its state, backups, the thorough check."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.domain.health import StoreHealth
from liaison_desktop.services.files import make_folder
from liaison_desktop.services.progress import Progress, Unheard, advance


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """What the foot of the window says."""

    path: Path
    size: int
    encrypted: bool
    last_backup: datetime | None


class StoreService:
    """Use cases on the store as a file."""

    def __init__(self, store: Store, backups: Path) -> None:
        self._store = store
        self._backups = backups

    def status(self) -> StoreStatus:
        """Where the store is, how large, and when it was backed up last."""
        path = self._store.path
        copies = [c.stat().st_mtime for c in self._backups.glob("*.sqlite3")]
        return StoreStatus(
            path=path,
            size=path.stat().st_size,
            encrypted=False,
            last_backup=datetime.fromtimestamp(max(copies), UTC) if copies else None,
        )

    def backup(self, out: Path | None = None, progress: Progress | None = None) -> Path:
        """Write a checked copy of the store, by default into the backups folder under today's date.

        Raises:
            UserError: the place cannot be written, or the disk is full; no half file stays.
        """
        advance(progress or Unheard(), 0, 1, "")
        if out is None:
            name = f"{self._store.path.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite3"
            out = make_folder(self._backups) / name
        self._store.backup(out)
        return out

    def check(self, progress: Progress | None = None) -> StoreHealth:
        """Recompute what can be recomputed: pages, references, audit chain, outcomes, every digest.

        Raises:
            UserError: ``store_damaged``.
            Cancelled: the user stopped the work.
        """
        return self._store.health(partial(advance, progress or Unheard()))
