"""An item of the agenda, before it is dealt with."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import NativeText
from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor, number_editor
from liaison_desktop.ui.forms.names import NamesEdit
from liaison_desktop.ui.widgets.fold import Fold

_MOST_MINUTES = 24 * 60


class AgendaItemDialog(FormDialog):
    """Title, kind, by whom, how long, behind closed doors or not."""

    def __init__(
        self,
        meeting: Meeting,
        context: Context,
        parent: QWidget | None,
        *,
        item: AgendaItem | None = None,
        behind: UUID | None = None,
    ) -> None:
        """``item``: the one that is changed; ``behind``: where a new one goes."""
        look = context.look
        _ = look.catalogue.gettext
        title = _("Change the item") if item else _("New item")
        super().__init__(title, _("&Save") if item else _("&Add"), context, parent)
        self._meeting_id = meeting.id
        self._item = item
        self._behind = behind
        self.title = QLineEdit(item.title if item else "")
        self.kind = choice_editor(
            ((look.labels.label(each), each) for each in ItemKind),
            item.kind if item else usual_kind(meeting),
        )
        self.minutes = number_editor(0, _MOST_MINUTES, (item and item.minutes_allotted) or 0)
        self.minutes.setSpecialValueText(_("open"))
        self.proposer = QLineEdit(item.proposer if item else "")
        self.presenter = QLineEdit(item.presenter if item else "")
        self.closed = QCheckBox(_("Behind &closed doors: not in the public edition"))
        self.closed.setChecked(bool(item and item.closed))
        self.titles = NamesEdit(item.titles if item else (), _other_languages(meeting), look)
        self.more = Fold(_("Title in &other languages"), self.titles, look)
        self._lay_out()

    def work(self) -> Callable[[], Changes]:
        """Put it on the agenda, or change it."""
        from liaison_desktop.services.agenda import AddItem, EditItem, ItemPlan

        plan = ItemPlan(
            title=self.title.text(),
            kind=self.kind.currentData(),
            closed=self.closed.isChecked(),
            proposer=self.proposer.text(),
            presenter=self.presenter.text(),
            minutes_allotted=self.minutes.value() or None,
            titles=self._titles,
        )
        agenda = self.context.services.meeting_work.agenda
        if self._item is None:
            command = AddItem(meeting_id=self._meeting_id, plan=plan, behind=self._behind)
            return lambda: agenda.add(command)
        edit = EditItem(meeting_id=self._meeting_id, item_id=self._item.id, plan=plan)
        return lambda: agenda.edit(edit)

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("Title of the item"), self.title, answers=("item_needs_title", "item_gone"))
        self.add_beside(
            (_("Kind"), self.kind, ()), (_("Minutes allotted"), self.minutes, ("item_minutes",))
        )
        self.add_beside(
            (_("Proposed by"), self.proposer, ()), (_("Presented by"), self.presenter, ())
        )
        self.body.addWidget(self.closed)
        self.more.open(opened=bool(self.titles.value))
        self.more.head.toggled.connect(lambda _open: self.fit())
        self.body.addWidget(self.more)
        self.finish()

    @property
    def _titles(self) -> tuple[NativeText, ...]:
        """What was filled in, and titles in languages that are not asked for here."""
        known = self._item.titles if self._item else ()
        return self.titles.value + tuple(
            one for one in known if one.language not in self.titles.lines
        )


def usual_kind(meeting: Meeting) -> ItemKind:
    """What a new item is if nobody says otherwise: in writing nothing can be talked about."""
    return ItemKind.DECISION if meeting.in_writing else ItemKind.DISCUSSION


def _other_languages(meeting: Meeting) -> list[str]:
    """The languages of papers but that of the meeting's own."""
    own = meeting.language.split("_")[0]
    return [language for language in WINDOW_LANGUAGES if language != own]
