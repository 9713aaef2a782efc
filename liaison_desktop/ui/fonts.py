"""The fonts the window brings along, so that it looks the same on every computer."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ("Noto Sans", "Noto Naskh Arabic")
MONOSPACED = "Noto Sans Mono"
BASE_PIXELS = 14


def load_fonts(folder: Path) -> None:
    """Make the TrueType files of a folder known to Qt."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def font(pixels: int = BASE_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font in a size, in logical pixels, and a weight."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
