"""Whose certificates a committee trusts when signatures are verified."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.trust_anchors import AnchorPurpose, TrustAnchor
from liaison_desktop.domain.trust_offers import OfferedAnchor
from liaison_desktop.services.files import naming, read_file
from liaison_desktop.services.required import required
from liaison_desktop.services.signing import Lasting
from liaison_desktop.services.undo import UndoService

if TYPE_CHECKING:
    from liaison_desktop.signing.trust import Anchors


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAnchors:
    """Trust some of the certificates in a file from now on.

    Attributes:
        source: the file's name, as it is told later.
    """

    committee_id: UUID
    offers: tuple[OfferedAnchor, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorFile:
    """What a file offers.

    Attributes:
        known: fingerprints of what the committee trusts already.
    """

    path: Path
    offers: tuple[OfferedAnchor, ...]
    known: frozenset[str]


class TrustService:
    """Use cases on trusted certificates."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def read(self, path: Path, committee_id: UUID, signers: Sequence[Path] = ()) -> AnchorFile:
        """The certificates in a file: PEM, DER, or a trusted list (ETSI TS 119 612).

        Args:
            signers: certificates of who may have signed a trusted list; those the committee trusts
                count as well.

        Raises:
            UserError: the file cannot be read, is no certificate, or is a trusted list whose
                signature does not hold, that has expired, or for whose signer no certificate is
                given.
        """
        from liaison_desktop.signing.anchors import offered

        trusted = self.of_committee(committee_id)
        keys = [read_file(signer) for signer in signers]
        content = read_file(path)
        with naming(path):
            offers = offered(content, [*keys, *(each.certificate.encode() for each in trusted)])
        return AnchorFile(
            path=path,
            offers=offers,
            known=frozenset(each.fingerprint for each in trusted),
        )

    def add(self, command: AddAnchors) -> Changes:
        """Trust certificates; one that is offered for both purposes is trusted for both.

        Raises:
            UserError: ``anchors_not_chosen``, ``anchor_known``.
        """
        if not command.offers:
            raise UserError("anchors_not_chosen")
        with self._store.write("add_anchors", self._actor) as work:
            required(work.committees.get(command.committee_id))
            known = {
                each.fingerprint for each in work.trust_anchors.of_committee(command.committee_id)
            }
            for offer in _merged(command.offers):
                if offer.fingerprint in known:
                    raise UserError("anchor_known", name=offer.name)
                work.trust_anchors.put(_anchor(offer, command))
            return self._undo.commit(work, "add_anchors")

    def remove(self, anchor_id: UUID) -> Changes:
        """Trust a certificate no longer."""
        with self._store.write("remove_anchor", self._actor) as work:
            work.trust_anchors.remove(required(work.trust_anchors.get(anchor_id)))
            return self._undo.commit(work, "remove_anchor")

    def of_committee(self, committee_id: UUID) -> tuple[TrustAnchor, ...]:
        """What a committee trusts, by name."""
        with self._store.read() as reading:
            return reading.trust_anchors.of_committee(committee_id)


def with_anchors_of(reading: Reading | UnitOfWork, committee_id: UUID, lasting: Lasting) -> Lasting:
    """How a signature is to last, judged by what the committee trusts as well."""
    trusted = reading.trust_anchors.of_committee(committee_id)
    known = tuple(each.certificate.encode() for each in trusted)
    return replace(lasting, anchors=(*lasting.anchors, *known))


def anchors(
    trusted: Iterable[TrustAnchor], files: Iterable[bytes], keys: Iterable[bytes]
) -> "Anchors":
    """What is trusted, by purpose: what is kept, what is given for once, and the keys made here,
    which vouch for their holders and for no clock.
    """
    from liaison_desktop.signing.trust import Anchors

    by_purpose: dict[AnchorPurpose, list[bytes]] = {purpose: [] for purpose in AnchorPurpose}
    for each in trusted:
        by_purpose[each.purpose].append(each.certificate.encode())
    return Anchors(
        all=[*files, *by_purpose[AnchorPurpose.BOTH]],
        signers=[*keys, *by_purpose[AnchorPurpose.SIGNING]],
        authorities=by_purpose[AnchorPurpose.TIME_STAMPS],
    )


def _merged(offers: Iterable[OfferedAnchor]) -> tuple[OfferedAnchor, ...]:
    """One for each certificate."""
    once: dict[str, OfferedAnchor] = {}
    for offer in offers:
        other = once.get(offer.fingerprint, offer)
        same = other.purpose is offer.purpose
        once[offer.fingerprint] = offer if same else replace(other, purpose=AnchorPurpose.BOTH)
    return tuple(once.values())


def _anchor(offer: OfferedAnchor, command: AddAnchors) -> TrustAnchor:
    country = f" ({offer.country})" if offer.country else ""
    return TrustAnchor(
        id=uuid7(),
        committee_id=command.committee_id,
        certificate=offer.certificate,
        name=offer.name + country,
        issuer=offer.issuer,
        fingerprint=offer.fingerprint,
        purpose=offer.purpose,
        source=command.source,
        valid_until=offer.valid_until,
        added_on=datetime.now(UTC).date(),
    )
