"""A part that is folded away until somebody asks for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import column, row

_SIGN = 16


class Fold(QWidget):
    """A line that opens and closes what stands below it, by mouse, Space or Enter."""

    def __init__(self, title: str, part: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        self._part = part
        self.head = QToolButton()
        self.head.setText(title)
        self.head.setAccessibleName(title.replace("&", ""))
        self.head.setCheckable(True)
        self.head.setObjectName("fold")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(_SIGN, _SIGN))
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.toggled.connect(self._turn)
        self.setLayout(column(row(self.head, None), part, gap=4))
        self._turn(opened=False)

    @property
    def opened(self) -> bool:
        """Whether the part is to be seen."""
        return self.head.isChecked()

    def open(self, *, opened: bool = True) -> None:
        """Show the part, or fold it away."""
        self.head.setChecked(opened)

    def name(self, title: str) -> None:
        """Say something else in the line."""
        self.head.setText(title)
        self.head.setAccessibleName(title.replace("&", ""))

    def _turn(self, opened: bool) -> None:
        icon = Icon.UP if opened else Icon.DOWN
        self.head.setIcon(self._look.icons.icon(icon, self._look.tokens.quiet))
        self._part.setVisible(opened)
