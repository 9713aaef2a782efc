"""The row below the top bar that leads from a place to those that belong together with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.context import Place, family_of
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.navigation import place_names
from liaison_desktop.ui.widgets.card import clear, column
from liaison_desktop.ui.widgets.segments import Segments


class PlaceTabs(QWidget):
    """The names of a family of places; hidden where a place stands alone.

    Signals:
        gone: the ``Place`` somebody wants to go to.
    """

    gone = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names = place_names(look)
        self._family: tuple[Place, ...] = ()
        self._segments: Segments | None = None
        self._box = column()
        self._box.setContentsMargins(24, 14, 24, 0)
        self.setLayout(self._box)
        self.hide()

    def show_place(self, place: Place) -> None:
        """Mark where we are among the places of the family."""
        family = family_of(place)
        if family != self._family:
            self._show_family(family)
        if self._segments is not None:
            self._segments.choose(family.index(place))
        self.setVisible(len(family) > 1)

    def _show_family(self, family: tuple[Place, ...]) -> None:
        clear(self._box)
        self._family = family
        self._segments = Segments([self._names[place] for place in family])
        self._segments.chosen.connect(lambda at: self.gone.emit(family[at]))
        self._box.addWidget(self._segments)
