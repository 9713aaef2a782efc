"""Colours can be read, icons exist, the style sheet is whole."""

import pytest
from PySide6.QtWidgets import QApplication

from liaison_desktop.domain.composition import CHART_COLOURS
from liaison_desktop.paths import resources
from liaison_desktop.ui.icons import Icon, Icons
from liaison_desktop.ui.theme import DARK, LIGHT, Tokens, Tone, style_sheet

AA = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
PARTS = 3.0
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    grounds = (tokens.ground, tokens.surface, tokens.side)
    pairs = [(ink, ground) for ink in (tokens.ink, tokens.quiet) for ground in grounds]
    pairs += [(tokens.ink_of(tone), tokens.ground_of(tone)) for tone in Tone]
    pairs += [(tokens.ink_of(tone), tokens.surface) for tone in Tone]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.on_accent, tokens.accent_strong)]
    pairs += [(tokens.ink, tokens.accent_ground), (tokens.quiet, tokens.accent_ground)]
    poor = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < AA}
    assert poor == {}


@THEMES
def test_the_style_sheet_knows_every_colour_it_names(tokens: Tokens) -> None:
    sheet = style_sheet(tokens, resources())
    assert "$" not in sheet
    assert tokens.accent in sheet


def test_there_is_a_file_for_every_icon_and_no_other() -> None:
    files = {file.stem for file in (resources() / "icons").glob("*.svg")}
    assert files == {icon.value for icon in Icon}


def test_an_icon_wears_the_colour_asked_for(qapp: QApplication) -> None:
    drawn = Icons(resources() / "icons").pixmap(Icon.CHECK, "#A32A20").toImage()
    inks = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() > 250
    }
    assert inks == {"#a32a20"}


@THEMES
def test_charts_stand_out_on_every_surface(tokens: Tokens) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    poor = {name: c for name, c in CHART_COLOURS.items() if contrast(c, tokens.surface) < PARTS}
    assert poor == {}
