"""The bar above the screen: where we are, the search, the one primary action and a few more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.search_field import SearchField
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label

HEIGHT = 60
_SEARCH_WIDTH = 300


class TopBar(QWidget):
    """Title and subtitle, search, primary action."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setFixedHeight(HEIGHT)
        self._look = look
        _ = look.catalogue.gettext
        self._title = label("", TextKind.TITLE)
        self._subtitle = ElidedLabel("", TextKind.QUIET)
        self.search = SearchField(_("Find or do anything"), look)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        keys = QKeySequence("Ctrl+K")
        hint = label(keys.toString(QKeySequence.SequenceFormat.NativeText), TextKind.KEY)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.search.textChanged.connect(lambda text: hint.setVisible(not text))
        QShortcut(keys, self, self._focus_search)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 0, 24, 0)
        box.setSpacing(14)
        box.addWidget(self._title)
        box.addWidget(self._subtitle, 1)
        box.addWidget(self.search)
        box.addLayout(self._actions)

    @property
    def title(self) -> str:
        """Where we are."""
        return self._title.text()

    def show_screen(self, screen: Screen) -> None:
        """Show a screen's title and actions."""
        self._title.setText(screen.title)
        self._subtitle.setText(screen.subtitle)
        while (item := self._actions.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if screen.more:
            self._actions.addWidget(self._more(screen))
        primary = screen.primary
        if primary is not None:
            made = button(primary.text, primary.run, self._look, icon=primary.icon, primary=True)
            self._actions.addWidget(made)

    def _more(self, screen: Screen) -> QPushButton:
        """A menu of what is done now and then."""
        made = button(self._look.catalogue.gettext("More"), lambda: None, self._look)
        menu = QMenu(made)
        for action in screen.more:
            chosen = menu.addAction(action.text).triggered
            chosen.connect(lambda _checked=False, run=action.run: run())
        made.setMenu(menu)
        return made

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
