"""All use cases on papers after they were made, in one place."""

from dataclasses import dataclass

from liaison_desktop.services.archiving import ArchivingService
from liaison_desktop.services.distributing import DistributingService


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveWork:
    """Refusals, signatures by hand, authorities' numbers; handing papers over."""

    archiving: ArchivingService
    distributing: DistributingService
