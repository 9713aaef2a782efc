"""People and organisations: taking them into the register, changing what is known of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.people import Constituency, Gender, Organisation, Person
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor

_NOTE_HEIGHT = 72


class PersonDialog(FormDialog):
    """Name, form of address, e-mail address, notes."""

    def __init__(
        self,
        committee_id: UUID,
        context: Context,
        parent: QWidget | None,
        *,
        person: Person | None = None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("New person") if person is None else _("Change what is known of a person")
        super().__init__(title, _("&Save"), context, parent)
        self._committee_id = committee_id
        self._person = person
        self.given = QLineEdit(person.given_name if person else "")
        self.family = QLineEdit(person.family_name if person else "")
        self.address = QLineEdit(person.form_of_address if person else "")
        self.email = QLineEdit(person.email if person else "")
        self.gender = choice_editor(
            [(_("not needed"), None), *((context.look.labels.label(g), g) for g in Gender)],
            person.gender if person else None,
        )
        self.note = QPlainTextEdit(person.note if person else "")
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add_beside(
            (_("Given name"), self.given, ("person_needs_name",)),
            (_("Family name"), self.family, ()),
        )
        self.add_beside(
            (_("Form of address"), self.address, ()), (_("Grammatical gender"), self.gender, ())
        )
        self.add(_("E-mail"), self.email, answers=("email_malformed",))
        self.add(
            _("Notes of the secretary"),
            self.note,
            advice=_(
                "On no paper and in no export. Nothing about religion, origin or migration status "
                "belongs here."
            ),
        )
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
            form_of_address=self.address.text().strip(),
            gender=self.gender.currentData(),
            email=self.email.text().strip(),
            note=self.note.toPlainText().strip(),
        )
        people = self.context.services.people_writing
        if self._person is not None:
            edit = EditPerson(person_id=self._person.id, profile=profile)
            return lambda: people.edit_person(edit)
        add = AddPerson(committee_id=self._committee_id, profile=profile)
        return lambda: people.add_person(add)

    def changes(self, result: Any) -> Changes:
        """The person."""
        return _changes(result, Kind.PERSON)


class OrganisationDialog(FormDialog):
    """Name, constituency, number in a public register."""

    def __init__(
        self,
        committee_id: UUID,
        context: Context,
        parent: QWidget | None,
        *,
        organisation: Organisation | None = None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = (
            _("New organisation")
            if organisation is None
            else _("Change what is known of an organisation")
        )
        super().__init__(title, _("&Save"), context, parent)
        labels = context.look.labels
        self._committee_id = committee_id
        self._organisation = organisation
        self.name = QLineEdit(organisation.name if organisation else "")
        self.constituency = choice_editor(
            ((labels.label(each), each) for each in Constituency),
            organisation.constituency if organisation else None,
        )
        self.registration = QLineEdit(organisation.registration if organisation else "")
        self.add(_("Name"), self.name, answers=("organisation_needs_name",))
        self.add(_("Constituency"), self.constituency)
        self.add(_("Number in a public register"), self.registration)
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Take the organisation into the register, or save what was changed."""
        from liaison_desktop.services.people_writing import (
            AddOrganisation,
            EditOrganisation,
            OrganisationProfile,
            organisation_profile,
        )

        known = organisation_profile(self._organisation) if self._organisation else None
        profile = replace(
            known or OrganisationProfile(name="", constituency=Constituency.CSO),
            name=self.name.text().strip(),
            constituency=self.constituency.currentData(),
            registration=self.registration.text().strip(),
        )
        people = self.context.services.people_writing
        if self._organisation is not None:
            edit = EditOrganisation(organisation_id=self._organisation.id, profile=profile)
            return lambda: people.edit_organisation(edit)
        add = AddOrganisation(committee_id=self._committee_id, profile=profile)
        return lambda: people.add_organisation(add)

    def changes(self, result: Any) -> Changes:
        """The organisation."""
        return _changes(result, Kind.ORGANISATION)


def _changes(result: Any, kind: Kind) -> Changes:
    return result if isinstance(result, Changes) else Changes({kind: frozenset({result.id})})
