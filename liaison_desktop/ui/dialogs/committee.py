"""Changing what a committee is: its names, its papers, how it numbers, its seats and its term."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, number_editor
from liaison_desktop.ui.forms.files import FileEdit
from liaison_desktop.ui.forms.names import NamesEdit
from liaison_desktop.ui.forms.patterns import PatternEdit
from liaison_desktop.ui.forms.quotas import QuotasEdit

MOST_SEATS = 200
_LINES = 64
"""Height in pixels of a field of a few lines."""


class CommitteeForm(FormDialog):
    """One part of what a committee is; the rest stays."""

    def __init__(
        self,
        committee: Committee,
        context: Context,
        parent: QWidget | None,
        title: str,
        *,
        explanation: str = "",
        width: int = 560,
    ) -> None:
        verb = context.look.catalogue.gettext("&Save")
        super().__init__(title, verb, context, parent, explanation=explanation, width=width)
        self._committee = committee

    def told(self) -> dict[str, Any]:
        """The fields of the profile that stand in this form, as they are filled in."""
        raise NotImplementedError

    def work(self) -> Callable[[], Changes]:
        """Save what was changed."""
        from liaison_desktop.services.committee_setup import EditCommittee, profile_of

        profile = replace(profile_of(self._committee), **self.told())
        command = EditCommittee(committee_id=self._committee.id, profile=profile)
        setup = self.context.services.committee_setup
        return lambda: setup.edit(command)


class NamesDialog(CommitteeForm):
    """What the committee is called, where it is at home and in which language it writes."""

    def __init__(self, committee: Committee, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            committee,
            context,
            parent,
            _("Name and languages"),
            explanation=_("Meetings that were held keep what the committee was on the day."),
            width=680,
        )
        self.name = QLineEdit(committee.name)
        self.city = QLineEdit(committee.city)
        self.abbreviation = QLineEdit(committee.abbreviation)
        formats = context.look.formats
        self.language = choice_editor(
            ((formats.language_name(each), each) for each in LANGUAGES), committee.language
        )
        self.established = DayEdit(context.look, committee.established_on, nothing=_("not set"))
        self.names = NamesEdit(committee.names, LANGUAGES, context.look)
        self.add(_("Name of the committee"), self.name, answers=("committee_needs_name",))
        self.add_beside(
            (_("Town"), self.city, ("committee_needs_city",)),
            (_("Short form"), self.abbreviation, ()),
        )
        self.add_beside(
            (_("Language of its papers"), self.language, ()),
            (_("Established on"), self.established, ()),
        )
        self.add(
            _("Its name in other languages"),
            self.names,
            advice=_("A paper in one of these languages carries the name that stands here."),
        )
        self.finish()

    def told(self) -> dict[str, Any]:
        """Names and languages."""
        language = self.language.currentData()
        return {
            "name": self.name.text().strip(),
            "city": self.city.text().strip(),
            "abbreviation": self.abbreviation.text().strip(),
            "language": language,
            "established_on": self.established.day,
            "names": tuple(each for each in self.names.value if each.language != language),
        }


class PapersDialog(CommitteeForm):
    """What stands on every paper: address, who pays, a note; how long evidence is kept."""

    def __init__(self, committee: Committee, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(committee, context, parent, _("Letterhead and grant"))
        self.address = _lines(committee.address)
        self.funding = QLineEdit(committee.funding)
        self.notice = QLineEdit(committee.notice)
        self.evidence = DayEdit(context.look, committee.evidence_until, nothing=_("not set"))
        self.add(
            _("Address in the letterhead"),
            self.address,
            advice=_("One line here is one line there."),
        )
        self.add(_("Line at the foot that names who pays"), self.funding)
        self.add(_("Note on every paper"), self.notice)
        self.add(
            _("Attendance sheets are kept until"),
            self.evidence,
            advice=_("Evidence for a grant: as a rule five years after the last payment."),
        )
        self.finish()

    def told(self) -> dict[str, Any]:
        """Letterhead and grant."""
        return {
            "address": self.address.toPlainText().strip(),
            "funding": self.funding.text().strip(),
            "notice": self.notice.text().strip(),
            "evidence_until": self.evidence.day,
        }


class LogoDialog(FormDialog):
    """The picture in the letterhead."""

    def __init__(self, committee: Committee, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Logo"), _("&Save"), context, parent, width=420)
        self._committee = committee
        self.picture = FileEdit(_("Pictures (*.png *.jpg *.jpeg)"), context.look)
        self.add(
            _("Picture in the letterhead"),
            self.picture,
            answers=("in_file", "attachment_too_large"),
            advice=_("PNG or JPEG; without a picture the letterhead has only the name."),
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Put the picture into the letterhead, or take it out."""
        from liaison_desktop.services.committee_setup import SetLogo

        command = SetLogo(committee_id=self._committee.id, path=self.picture.path)
        setup = self.context.services.committee_setup
        return lambda: setup.set_logo(command)


class NumberingDialog(CommitteeForm):
    """How minutes, decisions, actions and corrections are numbered; an example beneath each."""

    def __init__(self, committee: Committee, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            committee,
            context,
            parent,
            _("Numbering"),
            explanation=_(
                "{n} stands for the number, {n:03} for one with leading zeros, {year} for the "
                "year. Numbers that were given stay as they are."
            ),
        )
        names = {
            "minutes_pattern": _("Minutes"),
            "decision_pattern": _("Decisions"),
            "action_pattern": _("Actions"),
            "correction_pattern": _("Corrections of minutes"),
        }
        self.patterns = {
            field: PatternEdit(getattr(committee, field), context.look) for field in names
        }
        for field, name in names.items():
            self.add(name, self.patterns[field])
        self.prefix = QLineEdit(committee.register_prefix)
        self.add(_("Register numbers begin with"), self.prefix)
        self.finish()

    def send(self) -> None:
        """Save; a pattern that cannot be used is refused in its place."""
        refusals = ((field, pattern.refusal) for field, pattern in self.patterns.items())
        for field, refusal in refusals:
            if refusal:
                self.field_of(self.patterns[field]).refuse(refusal)
                return
        super().send()

    def told(self) -> dict[str, Any]:
        """The patterns."""
        patterns = {field: edit.pattern for field, edit in self.patterns.items()}
        return {**patterns, "register_prefix": self.prefix.text().strip()}


class SeatsAndTermDialog(CommitteeForm):
    """How many seats there are by statute and for each constituency, and for which term."""

    def __init__(self, committee: Committee, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            committee,
            context,
            parent,
            _("Seats and term of office"),
            explanation=_(
                "What is agreed here is compared with the seats there are; nothing is made or "
                "closed by it."
            ),
        )
        self.seats = number_editor(1, MOST_SEATS, committee.seat_count)
        self.start = DayEdit(context.look, committee.term_start, nothing=_("not set"))
        self.end = DayEdit(context.look, committee.term_end, nothing=_("no end"))
        self.quotas = QuotasEdit(committee.quotas, context.look)
        self.add(_("Voting seats by statute"), self.seats, answers=("committee_needs_seats",))
        self.add_beside(
            (_("Term from"), self.start, ()),
            (_("Term until"), self.end, ("membership_reversed",)),
        )
        self.add(_("Voting seats of each constituency"), self.quotas, answers=("quota_reversed",))
        self.finish()

    def told(self) -> dict[str, Any]:
        """Seats and term."""
        return {
            "seat_count": self.seats.value(),
            "term_start": self.start.day,
            "term_end": self.end.day,
            "quotas": self.quotas.value,
        }


def _lines(text: str) -> QPlainTextEdit:
    """A field of a few lines; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setFixedHeight(_LINES)
    made.setTabChangesFocus(True)
    return made
