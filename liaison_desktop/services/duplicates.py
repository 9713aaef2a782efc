"""People and organisations that may have been taken in twice."""

from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.duplicates import Pair, pairs

_ALIKE = 92
"""Of a hundred: one letter in a name of a dozen."""


class DuplicateService:
    """Use cases: find what may be there twice. Nothing is merged without being asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def people(self, committee_id: UUID) -> tuple[Pair, ...]:
        """Pairs of a committee's people, the surest first."""
        with self._store.read() as reading:
            known = reading.people.known(committee_id)
        return pairs(known, _near)

    def organisations(self, committee_id: UUID) -> tuple[Pair, ...]:
        """Pairs of a committee's organisations, the surest first."""
        with self._store.read() as reading:
            known = reading.people.known_organisations(committee_id)
        return pairs(known, _near)


def _near(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other, score_cutoff=_ALIKE))
