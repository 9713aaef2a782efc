"""Agreements between the organisations of a committee."""

from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.listings import AgreementRow, Page, PageRequest
from liaison_desktop.services.references import find_agreement
from liaison_desktop.services.required import required


class AgreementService:
    """Use cases on agreements."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, request: PageRequest) -> Page[AgreementRow]:
        """A page of the agreements, by title."""
        with self._store.read() as reading:
            return reading.listings.agreements(request)

    def detail(self, agreement_id: UUID) -> Agreement:
        """One agreement."""
        with self._store.read() as reading:
            return required(reading.agreements.get(agreement_id))

    def by_ref(self, text: str) -> Agreement:
        """The agreement a person named; raises ``UserError("agreement_unknown")``."""
        with self._store.read() as reading:
            return find_agreement(reading, text)
