"""Data protection in one committee: what is due, what is missing, the papers, what was erased."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.retention import DueContact
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.privacy import EraseDialog, RecordBasisDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.privacy import PrivacyOverview

_GAP = 18


class DataProtectionScreen(Screen):
    """What a committee owes to the people whose data it keeps."""

    touched_by = frozenset(
        {
            Kind.PERSON,
            Kind.MEMBERSHIP,
            Kind.CONSENT,
            Kind.DELETION,
            Kind.COMMITTEE,
            Kind.SKILL,
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._scroll = Scroll(start=MARGIN, above=22, gutter=MARGIN, gap=_GAP)
        self.setLayout(row(self._scroll))

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Data protection")

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee, or that one is to be chosen."""
        self.subtitle = committee.name if committee else ""
        super().show_committee(committee)
        self.headed.emit()

    def refresh(self) -> None:
        """Read what is due."""
        if self.committee is None:
            self._choose_one()
            return
        privacy, committee_id = self.context.services.privacy, self.committee.id
        self.context.jobs.read(
            lambda: privacy.overview(committee_id, today()), self._show, owner=self
        )

    def erase(self, due: DueContact) -> None:
        """Ask once, then erase."""
        EraseDialog(due.person_id, due.name, self.context, self).open()

    def record(self, people: list[tuple[UUID, str]]) -> None:
        """Ask for the basis of one or more people."""
        RecordBasisDialog(people, self.context, self).open()

    def _show(self, found: "PrivacyOverview") -> None:
        clear(self._scroll.box)
        top = row(gap=_GAP)
        top.addLayout(column(self._due(found), self._missing(found), None, gap=_GAP), 3)
        top.addLayout(column(self._papers(found.committee), self._log(found), None, gap=_GAP), 2)
        self._scroll.box.addLayout(top)
        self._scroll.box.addStretch(1)

    def _due(self, found: "PrivacyOverview") -> Card:
        _ = self.look.catalogue.gettext
        card = self._card(_("Due to be erased"))
        if found.evidence_due:
            words = _("The attendance sheets kept for the grant need no longer be kept.")
            card.box.addWidget(label(words, TextKind.ERROR, wrap=True))
        for due in found.due:
            card.box.addWidget(hairline())
            ended = self.look.formats.long_date(due.term_ended)
            since = self.look.formats.long_date(due.due_since)
            about = _("Term ended {ended}; due since {since}").format(ended=ended, since=since)
            act = partial(self.erase, due)
            card.box.addLayout(self._line(due.name, about, _("Erase …"), act))
        if not found.due:
            words = _("Nothing is due: contact data are kept for twelve months after a term.")
            card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
        return card

    def _missing(self, found: "PrivacyOverview") -> Card:
        _ = self.look.catalogue.gettext
        card = self._card(_("Members without a recorded legal basis"))
        people = [(person.id, person.full_name) for person in found.without_basis]
        if len(people) > 1:
            act = partial(self.record, people)
            card.box.addLayout(row(button(_("Record for all of them …"), act, self.look), None))
        for person_id, name in people:
            card.box.addWidget(hairline())
            act = partial(self.record, [(person_id, name)])
            card.box.addLayout(self._line(name, "", _("Record …"), act))
        if not people:
            words = _("Everybody who sits in the committee has one.")
            card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
        return card

    def _papers(self, committee: Committee) -> Card:
        _ = self.look.catalogue.gettext
        papers = self.context.services.people_work.privacy_papers
        card = self._card(_("Papers"))
        for name, about, make in (
            (
                _("Notice for members"),
                _("What members are told when they take their seat (GDPR art. 13)."),
                papers.members_notice,
            ),
            (
                _("Record of processing activities"),
                _("Made from what the committee holds today (GDPR art. 30)."),
                papers.processing_record,
            ),
        ):
            card.box.addWidget(hairline())
            act = partial(self._save, name, committee, make)
            card.box.addLayout(self._line(name, about, _("Save …"), act))
        return card

    def _save(self, name: str, committee: Committee, make: "Callable[..., bytes]") -> None:
        SavePaperDialog(
            name,
            f"{committee.key}-{name}",
            committee.language,
            lambda language: make(committee.id, today(), language),
            self.context,
            self,
        ).open()

    def _log(self, found: "PrivacyOverview") -> Card:
        _ = self.look.catalogue.gettext
        card = self._card(_("Erasures"))
        for deletion in found.deletions:
            card.box.addWidget(hairline())
            words = column(label(self.look.formats.long_date(deletion.on), TextKind.STRONG), gap=2)
            reason = self.look.labels.label(deletion.reason)
            words.addWidget(label(reason, TextKind.QUIET, wrap=True))
            card.box.addLayout(words)
        if not found.deletions:
            card.box.addWidget(label(_("Nothing was erased yet."), TextKind.QUIET))
        return card

    def _card(self, title: str) -> Card:
        card = Card(pad=18, gap=12)
        card.box.addWidget(label(title, TextKind.SUBHEADING, wrap=True))
        return card

    def _line(self, name: str, about: str, verb: str, act: Callable[[], None]) -> QHBoxLayout:
        words = column(label(name, TextKind.STRONG, wrap=True), gap=2)
        if about:
            words.addWidget(label(about, TextKind.QUIET, wrap=True))
        made = button(verb, act, self.look)
        made.setAccessibleName(f"{verb} {name}")
        line = row(gap=12)
        line.addLayout(words, 1)
        line.addWidget(made)
        return line

    def _choose_one(self) -> None:
        _ = self.look.catalogue.gettext
        clear(self._scroll.box)
        go = button(
            _("Go to the committees"),
            lambda: self.context.desk.go(Place.COMMITTEE),
            self.look,
            icon=Icon.COMMITTEE,
        )
        self._scroll.box.addWidget(
            EmptyState(
                Icon.PRIVACY,
                _("Choose a committee"),
                _("Each committee answers for its own data; they are shown one at a time."),
                self.look,
                [go],
            )
        )
