"""Keeping a meeting as a template; the committee's templates are renamed and removed here too."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meeting_templates import MeetingTemplate
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

if TYPE_CHECKING:
    from liaison_desktop.services.templates import TemplateService


class TemplatesDialog(FormDialog):
    """A name for the new template; below it those that are kept already."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Keep as template"),
            _("&Keep"),
            context,
            parent,
            explanation=_(
                "Kind, place, times and agenda are kept for meetings to come. Approvals of"
                " minutes, postponed items and open actions are left out: they come onto each"
                " agenda by themselves."
            ),
            width=600,
        )
        self._meeting = meeting
        self.name = QLineEdit()
        self.add(
            _("Name"),
            self.name,
            advice=_("A template that has this name already is replaced."),
            answers=("template_needs_name", "template_twice"),
        )
        self._kept = column(gap=8)
        self.body.addLayout(self._kept)
        self.finish()
        self._read()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.templates import KeepTemplate

        command = KeepTemplate(meeting_id=self._meeting.id, name=self.name.text())
        templates = self._templates
        return lambda: templates.keep(command)

    @property
    def _templates(self) -> "TemplateService":
        return self.context.services.meeting_work.templates

    def _read(self) -> None:
        templates, committee_id = self._templates, self._meeting.committee_id
        self.context.jobs.read(lambda: templates.of_committee(committee_id), self._show, owner=self)

    def _show(self, kept: tuple[MeetingTemplate, ...]) -> None:
        _ = self.look.catalogue.gettext
        clear(self._kept)
        if kept:
            self._kept.addWidget(hairline())
            self._kept.addWidget(label(_("Templates of the committee"), TextKind.SUBHEADING))
        for template in kept:
            self._show_one(template)
        # What was just laid out has a size only once it is shown.
        QTimer.singleShot(0, self, self.fit)

    def _show_one(self, template: MeetingTemplate) -> None:
        _ = self.look.catalogue.gettext
        whose = self.look.formats.isolate(template.name)
        name = QLineEdit(template.name)
        name.setAccessibleName(_("Name of the template {name}").format(name=whose))
        rename = button(_("Rename"), lambda: self._rename(template, name.text()), self.look)
        rename.setAccessibleName(f"{rename.text()} {whose}")
        remove = button(_("Remove"), partial(self._remove, template), self.look)
        remove.setAccessibleName(f"{remove.text()} {whose}")
        for made in (rename, remove):
            made.setAutoDefault(False)
        line = row(gap=8)
        line.addWidget(name, 1)
        line.addWidget(rename)
        line.addWidget(remove)
        self._kept.addLayout(line)

    def _rename(self, template: MeetingTemplate, name: str) -> None:
        from liaison_desktop.services.templates import RenameTemplate

        templates = self._templates
        command = RenameTemplate(template_id=template.id, name=name)
        self._change(lambda: templates.rename(command))

    def _remove(self, template: MeetingTemplate) -> None:
        templates = self._templates
        self._change(lambda: templates.remove(template.id))

    def _change(self, work: Callable[[], Changes]) -> None:
        self.field_of(self.name).accept()
        self.context.jobs.write(
            lambda _job: work(),
            lambda _changes: self._read(),
            owner=self,
            label="",
            changes=self.changes,
            failed=self.refuse,
        )
