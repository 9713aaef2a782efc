"""People: taking them into the register, changing what is known of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.people import Gender, Person
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.contacts import ContactsEdit
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.languages import LanguagesEdit
from liaison_desktop.ui.forms.native_name import NativeNameEdit

_NOTE_HEIGHT = 64

_GENDERED = frozenset({"it", "de", "de_AT", "el", "ar"})
"""Languages whose papers call a chairwoman otherwise than a chairman."""


class PersonDialog(FormDialog):
    """Names, how the person is addressed and reached, languages, notes."""

    def __init__(
        self,
        committee: Committee,
        context: Context,
        parent: QWidget | None,
        *,
        person: Person | None = None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("New person") if person is None else _("Change what is known of a person")
        super().__init__(title, _("&Save"), context, parent, width=640)
        self._committee = committee
        self._person = person
        known = person or Person(
            id=committee.id, committee_id=committee.id, key="", given_name="", family_name=""
        )
        self.given = QLineEdit(known.given_name)
        self.family = QLineEdit(known.family_name)
        self.native = NativeNameEdit(known.name_native, context.look)
        self.address = QLineEdit(known.form_of_address)
        self.email = QLineEdit(known.email)
        self.gender = choice_editor(
            [(_("not needed"), None), *((context.look.labels.label(g), g) for g in Gender)],
            known.gender,
        )
        self.contacts = ContactsEdit(known.contacts, context.look)
        self.languages = LanguagesEdit(known.languages, context.look)
        self.note = QPlainTextEdit(known.note)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add_beside(
            (_("Given name"), self.given, ("person_needs_name",)),
            (_("Family name"), self.family, ()),
        )
        self.add(_("Name in its own script"), self.native)
        addressed: list[tuple[str, QWidget, tuple[str, ...]]] = [
            (_("Form of address"), self.address, ())
        ]
        if self._committee.language in _GENDERED or self.gender.currentData() is not None:
            addressed.append((_("Grammatical gender"), self.gender, ()))
        self.add_beside(*addressed)
        self.add(_("E-mail"), self.email, answers=("email_malformed",))
        self.add(
            _("Further ways to reach"),
            self.contacts,
            answers=("contact_email_malformed", "contact_phone_malformed"),
        )
        self.add(_("Languages spoken"), self.languages)
        self.add(
            _("Notes of the secretary"),
            self.note,
            advice=_(
                "On no paper and in no export. Nothing about religion, origin or migration status "
                "belongs here."
            ),
        )
        self.contacts.arranged.connect(self.fit)
        self.languages.arranged.connect(self.fit)
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Take the person into the register, or save what was changed."""
        from liaison_desktop.services.people_writing import (
            AddPerson,
            EditPerson,
            PersonProfile,
            person_profile,
        )

        known = person_profile(self._person) if self._person else None
        profile = replace(
            known or PersonProfile(given_name="", family_name=""),
            given_name=self.given.text().strip(),
            family_name=self.family.text().strip(),
            name_native=self.native.value,
            form_of_address=self.address.text().strip(),
            gender=self.gender.currentData(),
            email=self.email.text().strip(),
            contacts=self.contacts.value,
            languages=self.languages.value,
            note=self.note.toPlainText().strip(),
        )
        people = self.context.services.people_work.writing
        if self._person is not None:
            edit = EditPerson(person_id=self._person.id, profile=profile)
            return lambda: people.edit_person(edit)
        add = AddPerson(committee_id=self._committee.id, profile=profile)
        return lambda: people.add_person(add)

    def changes(self, result: Any) -> Changes:
        """The person."""
        if isinstance(result, Changes):
            return result
        return Changes({Kind.PERSON: frozenset({result.id})})
