"""Which of the certificates in a file are to be trusted, and for what."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.domain.trust_offers import OfferedAnchor
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.widgets.check_list import CheckList, CheckRow
from liaison_desktop.ui.widgets.text import TextKind, label, selectable

if TYPE_CHECKING:
    from liaison_desktop.services.trust import AnchorFile

_ONE_ROW = 60


class TrustOffersDialog(FormDialog):
    """Rows to tick; a trusted list says itself what each service is for."""

    def __init__(
        self, found: "AnchorFile", committee_id: UUID, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Trust these certificates?"),
            _("&Trust"),
            context,
            parent,
            explanation=_(
                "Trust only what comes from its owner: compare the fingerprint with the one you "
                "were told another way."
            ),
            width=600,
        )
        self._found = found
        self._committee_id = committee_id
        self.offers = CheckList(_("Certificates in the file"))
        self.offers.show_rows(self._row(place, offer) for place, offer in enumerate(found.offers))
        if len(found.offers) == 1:
            self.offers.setMaximumHeight(_ONE_ROW)
        answers = ("anchors_not_chosen", "anchor_known")
        self.add(context.look.formats.isolate(found.path.name), self.offers, answers=answers)
        # One certificate is compared letter by letter.
        if len(found.offers) == 1:
            fingerprint = _in_groups(found.offers[0].fingerprint)
            shown = label(fingerprint, TextKind.MONO, wrap=True)
            shown.setAccessibleName(found.offers[0].fingerprint)
            self.add(_("Fingerprint (SHA-256)"), selectable(shown))
        self.purpose = choice_editor(
            ((context.look.labels.label(each), each) for each in AnchorPurpose), AnchorPurpose.BOTH
        )
        self._asks_purpose = all(
            offer.purpose is AnchorPurpose.BOTH and not offer.service for offer in found.offers
        )
        if self._asks_purpose:
            self.add(_("Trusted for"), self.purpose)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Trust what is ticked."""
        from liaison_desktop.services.trust import AddAnchors

        ticked = self.offers.ticked
        chosen = [offer for place, offer in enumerate(self._found.offers) if place in ticked]
        if self._asks_purpose:
            purpose = self.purpose.values[self.purpose.currentIndex()]
            chosen = [replace(offer, purpose=purpose) for offer in chosen]
        command = AddAnchors(
            committee_id=self._committee_id, offers=tuple(chosen), source=self._found.path.name
        )
        services = self.context.services
        return lambda: services.signing_work.trust.add(command)

    def _row(self, place: int, offer: OfferedAnchor) -> CheckRow:
        known = offer.fingerprint in self._found.known
        return CheckRow(
            key=place,
            title=self._name(offer),
            about=" · ".join(self._about(offer, known=known)),
            ticked=not known and len(self._found.offers) == 1,
            possible=not known,
        )

    def _name(self, offer: OfferedAnchor) -> str:
        name = self.look.formats.isolate(offer.name)
        country = self.look.formats.country_name(offer.country) if offer.country else ""
        return f"{name} ({country})" if country else name

    def _about(self, offer: OfferedAnchor, *, known: bool) -> list[str]:
        _ = self.look.catalogue.gettext
        formats = self.look.formats
        told = [_("trusted already")] if known else []
        if offer.service:
            told.append(self.look.labels.label(offer.purpose))
            told.append(formats.isolate(offer.service))
        until = _("valid until {day}").format(day=formats.long_date(offer.valid_until))
        return [*told, until]


def _in_groups(fingerprint: str) -> str:
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
