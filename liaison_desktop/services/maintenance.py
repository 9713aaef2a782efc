"""Work on the store's file from outside: putting a backup back, bringing an old store forward."""

from pathlib import Path

from liaison_desktop.db.recovery import restore_store
from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.files import make_folder


class MaintenanceService:
    """Use cases on a store that is not open."""

    def __init__(self, location: Path, backups: Path) -> None:
        self._location = location
        self._backups = backups

    def restore(self, source: Path) -> Path | None:
        """Put a backup in the store's place; gives back where the store of before is kept.

        Raises:
            UserError: the backup is missing, damaged or too new, or a window has the store
                open; the store stays as it is.
        """
        make_folder(self._location.parent)
        return restore_store(source, self._location)

    def migrate(self) -> Path | None:
        """Bring the store to this program's schema; gives back the backup made before.

        ``None`` says that there was nothing to do.

        Raises:
            UserError: ``store_missing``, ``store_newer``, or what is wrong with the file.
        """
        if not self._location.exists():
            raise UserError("store_missing", path=self._location)
        return Store.migrate(self._location, self._backups)
