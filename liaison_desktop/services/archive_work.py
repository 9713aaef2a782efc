"""All use cases on papers after they were made, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.archiving import ArchivingService
from liaison_desktop.services.distributing import DistributingService
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.register import RegisterService


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveWork:
    """Refusals, signatures by hand, authorities' numbers; handing papers over."""

    archiving: ArchivingService
    distributing: DistributingService


def compose_archive_work(
    store: Store,
    minutes: MinutesService,
    register: RegisterService,
    catalogue: Callable[[str], Catalogue],
    actor: str,
) -> ArchiveWork:
    """The use cases over one store."""
    return ArchiveWork(
        archiving=ArchivingService(store, actor),
        distributing=DistributingService(store, minutes, register, catalogue, actor),
    )
