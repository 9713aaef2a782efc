"""Ways to reach and languages, as people and organisations show them."""

from collections.abc import Iterable

from liaison_desktop.domain.people import ContactPoint
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.facts import Facts


def add_contacts(facts: Facts, points: Iterable[ContactPoint], look: Look) -> None:
    """A line for each way to reach, with what it was given for."""
    for point in points:
        value = look.formats.isolate(point.value.replace("\n", ", "))
        purpose = look.labels.label(point.purpose)
        facts.add(look.labels.label(point.kind), f"{value}  ·  {purpose}")


def language_names(languages: Iterable[str], look: Look) -> str:
    """The languages by name."""
    return look.formats.list(look.formats.language_name(each) for each in languages)
