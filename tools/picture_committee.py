"""The dialogs in which a committee is set up, for pictures."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.appoint import AppointDialog
from liaison_desktop.ui.dialogs.committee import (
    LogoDialog,
    NamesDialog,
    NumberingDialog,
    PapersDialog,
    SeatsAndTermDialog,
)
from liaison_desktop.ui.dialogs.found_committee import FoundCommitteeDialog
from liaison_desktop.ui.dialogs.rules import RulesDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.seat_history import SeatHistoryDialog
from liaison_desktop.ui.dialogs.seats import (
    AddSeatsDialog,
    CloseSeatDialog,
    EndDialog,
    OfficeDialog,
)
from liaison_desktop.ui.wording import today


def setting_up(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    committee = services.committees.by_ref("borgolume")
    found = services.seats.composition(committee.id, today())
    seat = found.roster[0]
    held = found.terms[seat.seat_id][-1]
    rules = found.versions[-1].rules
    return {
        "dialog-found": lambda: FoundCommitteeDialog(context, window),
        "dialog-names": lambda: NamesDialog(committee, context, window),
        "dialog-letterhead": lambda: PapersDialog(committee, context, window),
        "dialog-logo": lambda: LogoDialog(committee, context, window),
        "dialog-numbering": lambda: NumberingDialog(committee, context, window),
        "dialog-quotas": lambda: SeatsAndTermDialog(committee, context, window),
        "dialog-rules": lambda: RulesDialog(committee, rules, context, window),
        "dialog-save-paper": lambda: SavePaperDialog(
            "Composizione",
            "composizione",
            committee.language,
            lambda _language: b"",
            context,
            window,
        ),
        "dialog-seats": lambda: AddSeatsDialog(committee.id, found.organisations, context, window),
        "dialog-appoint": lambda: AppointDialog(seat, found, context, window),
        "dialog-close-seat": lambda: CloseSeatDialog(seat, context, window),
        "dialog-seat-history": lambda: SeatHistoryDialog(seat, found, context, window),
        "dialog-end": lambda: EndDialog(held, seat.holder, context, window),
        "dialog-office": lambda: OfficeDialog(held, seat.holder, context, window),
    }
