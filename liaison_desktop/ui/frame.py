"""The parts around the screen, in one language and one set of colours."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.foot_bar import FootBar
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.navigation import Navigation
from liaison_desktop.ui.place_tabs import PlaceTabs
from liaison_desktop.ui.search_panel import Found, SearchPanel
from liaison_desktop.ui.top_bar import TopBar
from liaison_desktop.ui.widgets.notice_bar import NoticeBar
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, upright


class Frame(QWidget):
    """Navigation, top bar, tabs, notice, screen, foot.

    Made anew when language or colours change.
    """

    def __init__(self, look: Look, commands: Sequence[Found]) -> None:
        super().__init__()
        self.setObjectName("body")
        self.setLayoutDirection(look.direction)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        _ = look.catalogue.gettext
        self.navigation = Navigation(look)
        self.top = TopBar(look)
        self.tabs = PlaceTabs(look)
        self.notice = NoticeBar(look, margins=(24, 16, 24, 0))
        self.screens = QStackedWidget()
        self.foot = FootBar(look)
        waiting = label(_("Opening the store …"), TextKind.QUIET)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.screens.addWidget(waiting)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.top)
        body.addWidget(hairline())
        body.addWidget(self.tabs)
        body.addWidget(self.notice)
        body.addWidget(self.screens, 1)
        body.addWidget(hairline())
        body.addWidget(self.foot)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.navigation)
        box.addWidget(upright())
        box.addLayout(body, 1)
        self.search = SearchPanel(self.top.search, commands, look, self)
