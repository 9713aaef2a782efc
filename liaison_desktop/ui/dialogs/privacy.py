"""Data protection: noting bases, withdrawing them, handing over what is held, erasing it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.privacy import (
    NOTICE_VERSION,
    Consent,
    DeletionReason,
    LegalBasis,
    Purpose,
)
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.privacy import Erased

_USUAL = frozenset({Purpose.MEMBERSHIP, Purpose.CONTACT, Purpose.NAME_IN_MINUTES})


class PurposesEdit(QWidget):
    """For which purposes: any of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.boxes = {each: QCheckBox(look.labels.label(each)) for each in Purpose}
        for purpose, box in self.boxes.items():
            box.setChecked(purpose in _USUAL)
        self.setLayout(column(*self.boxes.values(), gap=6))
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def value(self) -> tuple[Purpose, ...]:
        """Those that are ticked."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())


class RecordBasisDialog(FormDialog):
    """On what basis the data of one or more people are used, and since when."""

    def __init__(
        self, people: Sequence[tuple[UUID, str]], context: Context, parent: QWidget | None
    ) -> None:
        """``people``: ids and names."""
        _ = context.look.catalogue.gettext
        formats = context.look.formats
        names = formats.list(formats.isolate(name) for _id, name in people)
        super().__init__(
            _("Record the legal basis"),
            _("&Record"),
            context,
            parent,
            explanation=_("For {names}.").format(names=names),
        )
        labels = context.look.labels
        self._ids = tuple(id_ for id_, _name in people)
        self.purposes = PurposesEdit(context.look)
        self.basis = choice_editor(
            ((labels.label(each), each) for each in LegalBasis), LegalBasis.EXPLICIT_CONSENT
        )
        self.version = QLineEdit(NOTICE_VERSION)
        self.day = DayEdit(context.look, today())
        self.add(_("For"), self.purposes, answers=("basis_no_purpose",))
        self.add(
            _("Basis"),
            self.basis,
            advice=_(
                "Where the organisation tells of a belief or an origin, explicit consent is needed."
            ),
        )
        self.add_beside(
            (_("Version of the notice or form"), self.version, ("basis_needs_version",)),
            (_("Since"), self.day, ()),
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Record it."""
        from liaison_desktop.services.privacy import RecordBasis

        command = RecordBasis(
            person_ids=self._ids,
            purposes=self.purposes.value,
            basis=self.basis.currentData(),
            text_version=self.version.text(),
            given_on=self.day.day or today(),
        )
        privacy = self.context.services.privacy
        return lambda: privacy.record(command)


class WithdrawDialog(FormDialog):
    """From when on a basis no longer holds."""

    def __init__(self, consent: Consent, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Withdraw the basis"),
            _("&Withdraw"),
            context,
            parent,
            explanation=context.look.labels.label(consent.purpose),
        )
        self._consent = consent
        self.day = DayEdit(context.look, today())
        self.add(_("No longer from"), self.day, answers=("basis_reversed",))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Withdraw it."""
        from liaison_desktop.services.privacy import WithdrawBasis

        command = WithdrawBasis(consent_id=self._consent.id, on=self.day.day or today())
        privacy = self.context.services.privacy
        return lambda: privacy.withdraw(command)


class ReportDialog(FormDialog):
    """Everything held on a person, into a folder."""

    def __init__(
        self, person: Person, language: str, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Everything held on {name}").format(
                name=context.look.formats.isolate(person.full_name)
            ),
            _("&Save into a folder …"),
            context,
            parent,
            explanation=_("A paper to read (PDF) and the same for programs (JSON)."),
        )
        self._person = person
        self._folder: Path | None = None
        name = context.look.formats.language_name
        self.language = choice_editor(((name(each), each) for each in LANGUAGES), language)
        self.add(_("Language of the paper"), self.language)
        self.accomplished.connect(self._tell)
        self.finish()

    def send(self) -> None:
        """Ask for the folder, then write."""
        title = self.look.catalogue.gettext("Folder")
        folder = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if folder:
            self.save(Path(folder))

    def save(self, folder: Path) -> None:
        """Write both files."""
        self._folder = folder
        super().send()

    def work(self) -> Callable[[], tuple[Path, Path]]:
        """Gather everything and write it."""
        papers, folder = self.context.services.people_work.privacy_papers, self._folder
        assert folder is not None  # noqa: S101 - ``save`` was told
        person_id, language = self._person.id, self.language.currentData()
        return lambda: papers.save_report(person_id, today(), folder, language)

    def _tell(self, paths: tuple[Path, Path]) -> None:
        words = self.look.catalogue.gettext("Saved as {path}.")
        self.context.desk.tell(words.format(path=self.look.formats.isolate(str(paths[0]))))


class EraseDialog(FormDialog):
    """Asks once, naming what is lost and what stays."""

    def __init__(self, person_id: UUID, name: str, context: Context, parent: QWidget | None):
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Erase the contact data of {name}?").format(name=context.look.formats.isolate(name)),
            _("&Erase for good"),
            context,
            parent,
            explanation=_(
                "Ways to reach, form of address, languages, notes and skills are erased and cannot "
                "be brought back. The name stays in signed minutes and papers; drafts that are not "
                "final call the person N. N."
            ),
        )
        labels = context.look.labels
        self._person_id = person_id
        self.reason = choice_editor((labels.label(each), each) for each in DeletionReason)
        self.add(_("Reason"), self.reason, answers=("erase_still_seated", "erase_nothing"))
        self.accomplished.connect(self._tell)
        self.finish()

    def work(self) -> "Callable[[], Erased]":
        """Erase it."""
        from liaison_desktop.services.privacy import Erase

        command = Erase(person_id=self._person_id, reason=self.reason.currentData(), on=today())
        privacy = self.context.services.privacy
        return lambda: privacy.erase(command)

    def changes(self, result: Any) -> Changes:
        """The person, the skills, the drafts."""
        made: Changes = result.changes
        return made

    def _tell(self, erased: "Erased") -> None:
        self.context.desk.tell(erasure_told(erased, self.look))


def erasure_told(erased: "Erased", look: Look) -> str:
    """What an erasure did, and where the data still are."""
    catalogue, isolate = look.catalogue, look.formats.isolate
    told = [catalogue.gettext("Erased.")]
    if erased.still_named:
        meetings = look.formats.list(isolate(each) for each in erased.still_named)
        words = catalogue.gettext("The text of these drafts still names the person: {meetings}.")
        told.append(words.format(meetings=meetings))
    if erased.sent:
        meetings = look.formats.list(isolate(each) for each in erased.sent)
        words = catalogue.gettext("The drafts of {meetings} went out with the name.")
        told.append(words.format(meetings=meetings))
    if erased.backups:
        count = len(erased.backups)
        words = catalogue.ngettext(
            "{count} backup still holds the data until it is deleted.",
            "{count} backups still hold the data until they are deleted.",
            count,
        )
        told.append(words.format(count=count))
    return " ".join(told)
