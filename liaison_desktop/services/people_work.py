"""All that is done with people and organisations beside looking at them."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.duplicates import DuplicateService
from liaison_desktop.services.merging import MergingService
from liaison_desktop.services.people_out import PeopleOutService
from liaison_desktop.services.people_tables import PeopleTableService
from liaison_desktop.services.people_writing import PeopleWritingService
from liaison_desktop.services.privacy_papers import PrivacyPaperService
from liaison_desktop.services.skills import SkillService
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWork:
    """The use cases by what they are for."""

    writing: PeopleWritingService
    tables: PeopleTableService
    out: PeopleOutService
    duplicates: DuplicateService
    merging: MergingService
    skills: SkillService
    privacy_papers: PrivacyPaperService


def compose_people_work(
    store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
) -> PeopleWork:
    """The use cases over one store."""
    return PeopleWork(
        writing=PeopleWritingService(store, undo, actor),
        tables=PeopleTableService(store, undo, actor),
        out=PeopleOutService(store, catalogue),
        duplicates=DuplicateService(store),
        merging=MergingService(store, undo, actor),
        skills=SkillService(store, undo, catalogue, actor),
        privacy_papers=PrivacyPaperService(store, catalogue),
    )
