"""Who the parties of an agreement are, who signs for them, in which order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.listings import OrganisationRow
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.parties import Parties, PartyEntry
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row

if TYPE_CHECKING:
    from liaison_desktop.services.agreement_forms import EditAgreement


class PartiesDialog(FormDialog):
    """The table of parties."""

    def __init__(
        self,
        known: "EditAgreement",
        organisations: Sequence[OrganisationRow],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Parties"),
            _("&Save"),
            context,
            parent,
            explanation=_(
                "The parties are printed in this order and each has a place to sign. Who signs may "
                "stay open; then there is room to write it by hand. Alt with the arrow keys moves "
                "a party."
            ),
            width=860,
        )
        self._known = known
        entries = [PartyEntry(p.organisation_id, p.signatory, p.capacity) for p in known.parties]
        self.parties = Parties(entries, organisations, context.look)
        self.add(_("Organisations"), self.parties, answers=("agreement_party_twice", "record_gone"))
        add = button(_("&Add a party"), self.parties.add_empty, context.look)
        self.body.addLayout(row(add, None))
        self.finish()
        if not entries:
            self.parties.add_empty()
        self.parties.arranged.connect(self.fit)

    def work(self) -> Callable[[], Any]:
        """Save the parties."""
        from liaison_desktop.services.agreement_forms import PartyTold

        told = tuple(
            PartyTold(organisation_id=e.organisation_id, signatory=e.signatory, capacity=e.capacity)
            for e in self.parties.entries
            if e.organisation_id is not None
        )
        command = replace(self._known, parties=told)
        writing = self.context.services.agreement_work.writing
        return lambda: writing.edit(command)
