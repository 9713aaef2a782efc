"""Making one record of two: what differs is chosen, the rest is put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.record_choice import LookUp, RecordChoice
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.text import TextKind, label

Mergeable = Person | Organisation
_Say = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Fields that are chosen together: what they are called, and how a record says them."""

    name: str
    fields: tuple[str, ...]
    say: _Say


class MergeDialog(FormDialog):
    """Two records side by side where they differ."""

    def __init__(
        self, one: Mergeable, other: Mergeable, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Merge"),
            _("&Merge"),
            context,
            parent,
            explanation=_(
                "Seats, skills and agreements of both belong to one record afterwards; minutes and "
                "papers keep the names they have. It can be undone."
            ),
            width=560,
        )
        self._one, self._other = one, other
        self.parts: dict[str, Any] = {}
        for part in _parts(one, context.look):
            self._ask(part)
        if not self.parts:
            words = _("They differ in nothing that has to be chosen.")
            self.body.addWidget(label(words, TextKind.QUIET, wrap=True))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Merge them."""
        from liaison_desktop.services.merging import MergeOrganisations, MergePeople
        from liaison_desktop.services.people_writing import organisation_profile, person_profile

        merging = self.context.services.people_work.merging
        if isinstance(self._one, Person):
            people = MergePeople(
                kept_id=self._one.id,
                gone_id=self._other.id,
                profile=replace(person_profile(self._one), **self._told()),
            )
            return lambda: merging.people(people)
        organisations = MergeOrganisations(
            kept_id=self._one.id,
            gone_id=self._other.id,
            profile=replace(organisation_profile(self._one), **self._told()),
        )
        return lambda: merging.organisations(organisations)

    def _ask(self, part: _Part) -> None:
        """Ask only where both say something, and not the same."""
        ours, theirs = part.say(self._one), part.say(self._other)
        if ours and theirs and ours != theirs:
            self.parts[part.name] = choice_editor([(ours, self._one), (theirs, self._other)])
            self.add(part.name, self.parts[part.name])

    def _told(self) -> dict[str, Any]:
        """What is known of the one record from now on."""
        told: dict[str, Any] = {}
        for part in _parts(self._one, self.look):
            chosen = self.parts.get(part.name)
            source = chosen.currentData() if chosen else None
            if source is None:
                source = self._one if part.say(self._one) else self._other
            told |= {field: getattr(source, field) for field in part.fields}
        return told | _together(self._one, self._other)


class MergeWithDialog(FormDialog):
    """Asks with which other record one is to be merged."""

    def __init__(
        self, known: Mergeable, look_up: LookUp, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        name = known.full_name if isinstance(known, Person) else known.name
        title = _("Merge {name} with another record").format(
            name=context.look.formats.isolate(name)
        )
        super().__init__(title, _("&Compare"), context, parent)
        self._known = known
        self.other = RecordChoice(look_up, context, hint=_("Name"))
        self.add(_("The same as"), self.other, answers=("record_not_chosen", "merge_with_itself"))
        self.finish()

    def send(self) -> None:
        """Compare the two."""
        if self.other.record_id in (None, self._known.id):
            code = "merge_with_itself" if self.other.record_id else "record_not_chosen"
            self.refuse(UserError(code))
            return
        self.accomplished.emit(self.other.record_id)
        self.accept()


def open_merge(
    one: UUID, other: UUID, read: Callable[[UUID], Mergeable], context: Context, parent: QWidget
) -> None:
    """Read two records and show them side by side."""

    def show(both: Sequence[Mergeable]) -> None:
        MergeDialog(both[0], both[1], context, parent).open()

    context.jobs.read(lambda: (read(one), read(other)), show, owner=parent)


def _parts(record: Mergeable, look: Look) -> list[_Part]:
    """What of a record has to be chosen where two differ."""
    _ = look.catalogue.gettext
    labels = look.labels
    native = _Part(_("Name in its own script"), ("name_native",), _native)
    if isinstance(record, Person):
        return [
            _Part(_("Name"), ("given_name", "family_name"), lambda person: person.full_name),
            native,
            _Part(_("Form of address"), ("form_of_address",), _plain("form_of_address")),
            _Part(_("E-mail"), ("email",), _plain("email")),
            _Part(_("Grammatical gender"), ("gender",), partial(_label, "gender", labels.label)),
        ]
    return [
        _Part(_("Name"), ("name",), _plain("name")),
        native,
        _Part(_("Constituency"), ("constituency",), partial(_label, "constituency", labels.label)),
        _Part(_("Number in a public register"), ("registration",), _plain("registration")),
    ]


def _plain(field: str) -> _Say:
    return lambda record: str(getattr(record, field))


def _native(record: Any) -> str:
    return record.name_native.text if record.name_native else ""


def _label(field: str, say: _Say, record: Any) -> str:
    value = getattr(record, field)
    return say(value) if value else ""


def _together(one: Mergeable, other: Mergeable) -> dict[str, Any]:
    """What of both is kept: every way to reach, every language, all notes."""
    told: dict[str, Any] = {
        "contacts": tuple(dict.fromkeys((*one.contacts, *other.contacts))),
        "languages": tuple(dict.fromkeys((*one.languages, *other.languages))),
    }
    if isinstance(one, Person) and isinstance(other, Person):
        told["note"] = "\n".join(dict.fromkeys(filter(None, (one.note, other.note))))
    return told
