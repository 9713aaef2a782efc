"""All use cases on papers after they were made, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.archiving import ArchivingService
from liaison_desktop.services.distributing import DistributingService
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.outside import OutsideService
from liaison_desktop.services.register import RegisterService
from liaison_desktop.services.register_book import RegisterBookService
from liaison_desktop.services.register_check import RegisterCheckService
from liaison_desktop.services.signing import SigningService
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveWork:
    """Refusals, signatures by hand, authorities' numbers; handing papers over and back.

    Attributes:
        book: of a year of the register.
        checking: whether the register is as it was written.
    """

    archiving: ArchivingService
    outside: OutsideService
    distributing: DistributingService
    book: RegisterBookService
    checking: RegisterCheckService


def compose_archive_work(
    minutes: MinutesService,
    register: RegisterService,
    signing: SigningService,
    store: Store,
    undo: UndoService,
    catalogue: Callable[[str], Catalogue],
    actor: str,
) -> ArchiveWork:
    """The use cases over one store."""
    return ArchiveWork(
        archiving=ArchivingService(store, undo, actor),
        outside=OutsideService(store, signing, undo, actor),
        distributing=DistributingService(store, minutes, register, catalogue, actor),
        book=RegisterBookService(store, catalogue),
        checking=RegisterCheckService(store),
    )
