"""Colours of the window, light and dark, and the style sheet and palette made of them."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette


class Tone(StrEnum):
    """What a colour says; a word always says it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    CARE = "care"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The named colours of one theme, as ``#RRGGBB``."""

    dark: bool
    ground: str
    surface: str
    side: str
    hairline: str
    ink: str
    quiet: str
    accent: str
    accent_strong: str
    accent_ground: str
    on_accent: str
    good: str
    good_ground: str
    care: str
    care_ground: str
    wrong: str
    wrong_ground: str

    def ink_of(self, tone: Tone) -> str:
        """Colour of the words said in a tone."""
        inks = {
            Tone.NEUTRAL: self.quiet,
            Tone.ACCENT: self.accent,
            Tone.GOOD: self.good,
            Tone.CARE: self.care,
            Tone.WRONG: self.wrong,
        }
        return inks[tone]

    def ground_of(self, tone: Tone) -> str:
        """Colour behind the words said in a tone."""
        grounds = {
            Tone.NEUTRAL: self.side,
            Tone.ACCENT: self.accent_ground,
            Tone.GOOD: self.good_ground,
            Tone.CARE: self.care_ground,
            Tone.WRONG: self.wrong_ground,
        }
        return grounds[tone]


LIGHT = Tokens(
    dark=False,
    ground="#F6F4F0",
    surface="#FFFFFF",
    side="#EFECE6",
    hairline="#E0DBD2",
    ink="#1D2A2E",
    quiet="#5C6B70",
    accent="#0B6A6A",
    accent_strong="#095858",
    accent_ground="#DCEBEA",
    on_accent="#FFFFFF",
    good="#256B43",
    good_ground="#DFF0E5",
    care="#8A5A00",
    care_ground="#F9ECD2",
    wrong="#A32A20",
    wrong_ground="#F8DFDC",
)

DARK = Tokens(
    dark=True,
    ground="#14191B",
    surface="#1C2326",
    side="#171D20",
    hairline="#2C3639",
    ink="#E6ECEC",
    quiet="#9AA8AB",
    accent="#5CC2BB",
    accent_strong="#7AD3CD",
    accent_ground="#173836",
    on_accent="#0E1A1A",
    good="#7FD0A0",
    good_ground="#17352A",
    care="#E4B45A",
    care_ground="#3A2F18",
    wrong="#F09A90",
    wrong_ground="#3D201D",
)


def palette(tokens: Tokens) -> QPalette:
    """The palette for whatever no style sheet rule reaches."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.surface,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.quiet,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.Mid: tokens.hairline,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return made


def style_sheet(tokens: Tokens, resources: Path) -> str:
    """The style sheet of ``resources/style`` with the colours of a theme."""
    source = (resources / "style" / "window.qss").read_text(encoding="utf-8")
    colours = {name: str(value) for name, value in asdict(tokens).items()}
    shade = "dark" if tokens.dark else "light"
    arrow = resources / "style" / f"arrow-{shade}.svg"
    arrow_up = resources / "style" / f"arrow-up-{shade}.svg"
    check = resources / "style" / f"check-{shade}.svg"
    return Template(source).substitute(
        colours, arrow=arrow.as_posix(), arrow_up=arrow_up.as_posix(), check=check.as_posix()
    )
