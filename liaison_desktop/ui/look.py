"""How the window looks and speaks: everything a widget needs that is not data."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.ui.icons import Icons
from liaison_desktop.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """Language and colours, replaced as a whole when somebody switches one of them."""

    catalogue: Catalogue
    formats: Formats
    labels: Labels
    tokens: Tokens
    icons: Icons

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The way the window is laid out."""
        mirrored = self.catalogue.direction == "rtl"
        return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
