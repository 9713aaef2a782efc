"""A choice among long texts."""

from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from liaison_desktop.ui.widgets.text import elided

_PADDING = 4
"""Of the style sheet, which leaves it out of the room it names."""


class Choice(QComboBox):
    """A combo box no wider than its place: what is chosen ends in an ellipsis."""

    def __init__(self, letters: int, list_width: int) -> None:
        super().__init__()
        self.setMinimumContentsLength(letters)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(list_width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, self.palette().placeholderText())
            option.currentText = self.placeholderText()
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        text = option.currentText
        shown = elided(text, self.fontMetrics(), room.width() - _PADDING)
        option.currentText = shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
