"""Drafting an agreement, and changing its name and how long it lasts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from liaison_desktop.domain.agreements import (
    Agreement,
    Renewal,
    begins_on,
    ends_on,
    notice_until,
)
from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, number_editor
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.agreement_forms import EditAgreement

_MOST_MONTHS = 1200
_MOST_DAYS = 3660
_NO_NOTICE = -1


class NewAgreementDialog(FormDialog):
    """Title, language, the usual articles or an empty text.

    Signals:
        drafted: id of the new agreement.
    """

    drafted = Signal(object)

    def __init__(
        self,
        committees: Sequence[Committee],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("New agreement"), _("&Draft"), context, parent)
        formats = context.look.formats
        self.heading = QLineEdit()
        self.committee = choice_editor(
            (f"{formats.isolate(each.city)} · {formats.isolate(each.name)}", each.id)
            for each in committees
        )
        self.language = choice_editor(
            ((formats.language_name(each), each) for each in LANGUAGES), committees[0].language
        )
        self.template = QCheckBox(_("&Begin with the usual articles"))
        self.template.setChecked(True)
        self._lay_out(choosing=len(committees) > 1)
        by_id = {each.id: each.language for each in committees}
        self.committee.currentIndexChanged.connect(
            lambda _place: self._speak(by_id[self.committee.currentData()])
        )

    def _lay_out(self, *, choosing: bool) -> None:
        _ = self.look.catalogue.gettext
        self.add(
            _("Title"),
            self.heading,
            advice=_("What the agreement is about, as people will call it."),
            answers=("agreement_needs_title",),
        )
        if choosing:
            self.add(_("Committee"), self.committee)
        self.add(_("Language of the text"), self.language)
        self.body.addWidget(self.template)
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Draft it."""
        from liaison_desktop.services.agreement_writing import DraftAgreement

        command = DraftAgreement(
            committee_id=self.committee.currentData(),
            title=self.heading.text(),
            language=self.language.currentData(),
            from_template=self.template.isChecked(),
        )
        writing = self.context.services.agreement_work.writing
        return lambda: writing.draft(command)

    def changes(self, result: Any) -> Changes:
        """The agreement, which is opened next."""
        self.drafted.emit(result.id)
        return Changes({Kind.AGREEMENT: frozenset({result.id})})

    def _speak(self, language: str) -> None:
        self.language.setCurrentIndex(self.language.findData(language))


class EditAgreementDialog(FormDialog):
    """Title, kind, first day, duration, renewal, notice; the days that follow are told at once."""

    def __init__(
        self, agreement: Agreement, known: "EditAgreement", context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Change the agreement"), _("&Save"), context, parent)
        self._agreement = agreement
        self._known = known
        labels = context.look.labels
        self.heading = QLineEdit(known.title)
        self.kind = QLineEdit(known.kind)
        self.start = DayEdit(context.look, known.starts_on, nothing=_("day of the signature"))
        self.duration = _months(known.duration_months, _("no end"), context)
        self.renewal = choice_editor(((labels.label(r), r) for r in Renewal), known.renewal)
        self.renewal_months = _months(known.renewal_months, "–", context)
        self.notice = number_editor(_NO_NOTICE, _MOST_DAYS, _NO_NOTICE)
        self.notice.setSpecialValueText(_("none"))
        if known.notice_days is not None:
            self.notice.setValue(known.notice_days)
        self.outlook = label("", TextKind.QUIET, wrap=True)
        self._lay_out()
        self._connect()
        self._look_ahead()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("Title"), self.heading, answers=("agreement_needs_title",))
        self.add(_("Kind"), self.kind)
        self.add_beside(
            (_("Begins"), self.start, ()),
            (_("Duration in months"), self.duration, ("agreement_months",)),
        )
        self.add_beside(
            (_("Renewal"), self.renewal, ()),
            (_("Months of each renewal"), self.renewal_months, ("renewal_needs_months",)),
        )
        self.add(
            _("Days of notice before the end"),
            self.notice,
            answers=("agreement_days", "notice_longer_than_term"),
        )
        self.body.addWidget(self.outlook)
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Save it."""
        command = self._command()
        writing = self.context.services.agreement_work.writing
        return lambda: writing.edit(command)

    def _command(self) -> "EditAgreement":
        # Qt gives a word back where it was given a value of the domain.
        renewal = Renewal(self.renewal.currentData())
        tacit = renewal is Renewal.TACIT
        return replace(
            self._known,
            title=self.heading.text(),
            kind=self.kind.text(),
            starts_on=self.start.day,
            duration_months=self.duration.value() or None,
            renewal=renewal,
            renewal_months=(self.renewal_months.value() or None) if tacit else None,
            notice_days=None if self.notice.value() == _NO_NOTICE else self.notice.value(),
        )

    def _connect(self) -> None:
        self.start.dateChanged.connect(lambda _day: self._look_ahead())
        for editor in (self.duration, self.renewal_months, self.notice):
            editor.valueChanged.connect(lambda _number: self._look_ahead())
        self.renewal.currentIndexChanged.connect(lambda _place: self._look_ahead())

    def _look_ahead(self) -> None:
        """Tell the first day, the end and the last day of notice that follow."""
        command = self._command()
        self.renewal_months.setEnabled(command.renewal is Renewal.TACIT)
        planned = replace(
            self._agreement,
            starts_on=command.starts_on,
            signed_on=self._agreement.signed_on or today(),
            duration_months=command.duration_months,
            notice_days=command.notice_days,
        )
        self.outlook.setText(_outlook(planned, self._agreement, self.context))


def _outlook(planned: Agreement, agreement: Agreement, context: Context) -> str:
    _ = context.look.catalogue.gettext
    long_date = context.look.formats.long_date
    start, end, notice = begins_on(planned), ends_on(planned), notice_until(planned)
    if start is None or end is None:
        return _("It has no end.")
    known = planned.starts_on or agreement.signed_on
    words = _("It runs from {start} to {end}.") if known else _("Signed today, it runs to {end}.")
    told = words.format(start=long_date(start), end=long_date(end))
    if notice is None:
        return told
    until = _("The last day of notice is {day}.").format(day=long_date(notice))
    return f"{told} {until}"


def _months(value: int | None, nothing: str, context: Context) -> QSpinBox:
    made = number_editor(0, _MOST_MONTHS, value or 0)
    made.setSpecialValueText(nothing)
    made.setLayoutDirection(context.look.direction)
    return made
