"""Founding a committee."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.presets import PRESETS
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, number_editor
from liaison_desktop.ui.wording import today

_USUAL_SEATS = 10
_MOST_SEATS = 200


class FoundCommitteeDialog(FormDialog):
    """Name, town, country with its rules, seats."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("New committee"),
            _("&Set up"),
            context,
            parent,
            explanation=_(
                "The rules of the country are only a beginning: they follow the law of municipal "
                "bodies and can be changed at any time."
            ),
        )
        self.name = QLineEdit()
        self.city = QLineEdit()
        self.abbreviation = QLineEdit()
        self.preset = choice_editor(
            (f"{context.look.formats.country_name(preset.country)} · {preset.source}", preset.key)
            for preset in PRESETS
        )
        self.seats = number_editor(1, _MOST_SEATS, _USUAL_SEATS)
        self.start = DayEdit(context.look, today())
        self.add(_("Name of the committee"), self.name, answers=("committee_needs_name",))
        self.add_beside(
            (_("Town"), self.city, ("committee_needs_city",)),
            (_("Short form"), self.abbreviation, ()),
        )
        self.add(_("Rules to start with"), self.preset)
        self.add_beside(
            (_("Voting seats by statute"), self.seats, ("committee_needs_seats",)),
            (_("In office from"), self.start, ()),
        )
        self.finish()

    def work(self) -> Callable[[], Committee]:
        """Set the committee up."""
        from liaison_desktop.services.committee_setup import CommitteeProfile, FoundCommittee

        preset = next(each for each in PRESETS if each.key == self.preset.currentData())
        start = self.start.day or today()
        profile = CommitteeProfile(
            name=self.name.text().strip(),
            city=self.city.text().strip(),
            abbreviation=self.abbreviation.text().strip(),
            country=preset.country,
            language=preset.language,
            seat_count=self.seats.value(),
            established_on=start,
            term_start=start,
            minutes_pattern=preset.minutes_pattern,
            decision_pattern=preset.decision_pattern,
            action_pattern=preset.action_pattern,
        )
        command = FoundCommittee(profile=profile, preset=preset.key, valid_from=start)
        setup = self.context.services.committee_setup
        return lambda: setup.found(command)

    def changes(self, result: Any) -> Changes:
        """The new committee."""
        return Changes({Kind.COMMITTEE: frozenset({result.id})})
