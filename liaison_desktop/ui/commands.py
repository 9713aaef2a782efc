"""The things to do that the search offers beside what it finds."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from liaison_desktop.ui.context import Desk
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.navigation import place_names
from liaison_desktop.ui.search_panel import Found


def commands(look: Look, desk: Desk) -> Sequence[Found]:
    """Every place, and what the window can do at any time."""
    _ = look.catalogue.gettext
    named: list[tuple[str, Callable[[], None]]] = [
        (_("Go to {place}").format(place=name), partial(desk.go, place))
        for place, name in place_names(look).items()
    ]
    named += [
        (_("Import a committee file"), desk.import_file),
        (_("New committee"), desk.found_committee),
        (_("Undo"), desk.undo),
        (_("Redo"), partial(desk.undo, again=True)),
        (_("Back up now"), desk.back_up),
    ]
    word = _("Command")
    return [Found(Face(id=uuid4(), title=name, chip=word), act) for name, act in named]
