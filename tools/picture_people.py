"""The dialogs about people and organisations, for pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.duplicates import Known, Likeness, Pair
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import ContactKind, ContactPoint, NativeText
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.duplicates import DuplicatesDialog
from liaison_desktop.ui.dialogs.merge import MergeDialog
from liaison_desktop.ui.dialogs.organisation import OrganisationDialog
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.wording import today


def people(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    committee = services.committees.by_ref("borgolume")
    wanted = PageRequest(committee_id=committee.id)
    found = services.people.page(wanted).rows
    first = services.people.organisations(wanted).rows[0]
    organisation = services.people.organisation(first.id, today()).organisation
    person = replace(
        services.people.detail(found[0].id).person,
        name_native=NativeText(language="ar", text="نوال برشيدي"),
        form_of_address="Dott.ssa",
        email="nawal@example.org",
        contacts=(ContactPoint(kind=ContactKind.PHONE, value="+39 091 555 12 34"),),
        languages=("ar", "fr", "it"),
    )
    other = replace(person, id=found[1].id, family_name="Berrashidi", email="n@example.org")
    known = Known(id=person.id, name=person.full_name, words=frozenset())
    pair = Pair(
        known,
        replace(known, name=other.full_name),
        (Likeness.SAME_PHONE, Likeness.NEAR_NAME),
    )
    return {
        "dialog-person": lambda: PersonDialog(committee, context, window, person=person),
        "dialog-organisation": lambda: OrganisationDialog(
            committee, context, window, organisation=organisation
        ),
        "dialog-duplicates": lambda: DuplicatesDialog([pair], lambda _: None, context, window),
        "dialog-merge": lambda: MergeDialog(person, other, context, window),
    }
