"""Organisations: taking them into the register, changing what is known of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.people import Constituency, Organisation
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.contacts import ContactsEdit
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.forms.languages import LanguagesEdit
from liaison_desktop.ui.forms.native_name import NativeNameEdit


class OrganisationDialog(FormDialog):
    """Names, constituency, how it is reached, languages, until when it was active."""

    def __init__(
        self,
        committee: Committee,
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
        super().__init__(title, _("&Save"), context, parent, width=640)
        labels = context.look.labels
        self._committee = committee
        self._organisation = organisation
        known = organisation or Organisation(
            id=committee.id,
            committee_id=committee.id,
            key="",
            name="",
            constituency=Constituency.LOCAL_AUTHORITY,
        )
        self.name = QLineEdit(known.name)
        self.native = NativeNameEdit(known.name_native, context.look)
        self.constituency = choice_editor(
            ((labels.label(each), each) for each in Constituency), known.constituency
        )
        self.registration = QLineEdit(known.registration)
        self.contacts = ContactsEdit(known.contacts, context.look)
        self.languages = LanguagesEdit(known.languages, context.look)
        self.until = DayEdit(context.look, known.active_until, nothing=_("still active"))
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("Name"), self.name, answers=("organisation_needs_name",))
        self.add(_("Name in its own script"), self.native)
        self.add_beside(
            (_("Constituency"), self.constituency, ()),
            (_("Number in a public register"), self.registration, ()),
        )
        self.add(
            _("Ways to reach"),
            self.contacts,
            answers=("contact_email_malformed", "contact_phone_malformed"),
        )
        self.add(_("Languages it works in"), self.languages)
        self.add(_("Active until"), self.until)
        self.contacts.arranged.connect(self.fit)
        self.languages.arranged.connect(self.fit)
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
            name_native=self.native.value,
            constituency=self.constituency.currentData(),
            registration=self.registration.text().strip(),
            contacts=self.contacts.value,
            languages=self.languages.value,
            active_until=self.until.day,
        )
        people = self.context.services.people_work.writing
        if self._organisation is not None:
            edit = EditOrganisation(organisation_id=self._organisation.id, profile=profile)
            return lambda: people.edit_organisation(edit)
        add = AddOrganisation(committee_id=self._committee.id, profile=profile)
        return lambda: people.add_organisation(add)

    def changes(self, result: Any) -> Changes:
        """The organisation."""
        if isinstance(result, Changes):
            return result
        return Changes({Kind.ORGANISATION: frozenset({result.id})})
