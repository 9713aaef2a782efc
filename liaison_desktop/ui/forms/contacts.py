"""Ways to reach somebody: what kind, where, and what each was given for."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from liaison_desktop.domain.people import ContactKind, ContactPoint, ContactPurpose
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import column, row

_WIDTH_OF_VALUE = 180
"""Pixels: a number with its country's code is seen whole."""


class ContactLine(QWidget):
    """The editors of one way to reach somebody."""

    def __init__(self, point: ContactPoint, look: Look) -> None:
        super().__init__()
        labels = look.labels
        self.kind = choice_editor(((labels.label(each), each) for each in ContactKind), point.kind)
        self.value = QLineEdit(point.value)
        self.value.setMinimumWidth(_WIDTH_OF_VALUE)
        self.purpose = choice_editor(
            ((labels.label(each), each) for each in ContactPurpose), point.purpose
        )
        line: QHBoxLayout = row(gap=8)
        line.addWidget(self.kind, 2)
        line.addWidget(self.value, 4)
        line.addWidget(self.purpose, 3)
        self.setLayout(line)

    @property
    def point(self) -> ContactPoint:
        """What was filled in."""
        return ContactPoint(
            kind=self.kind.currentData(),
            value=self.value.text().strip(),
            purpose=self.purpose.currentData(),
        )


class ContactsEdit(QWidget):
    """Lines that come and go; a line without a value is left out.

    Signals:
        arranged: a line came or went.
    """

    arranged = Signal()

    def __init__(self, points: Iterable[ContactPoint], look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[ContactLine] = []
        self._holders: dict[ContactLine, QWidget] = {}
        self._box = column(gap=6)
        self._add = button(
            look.catalogue.gettext("&Add a way to reach"), self.add_empty, look, icon=Icon.ADD
        )
        self.setLayout(column(self._box, row(self._add, None), gap=8))
        self.setFocusProxy(self._add)
        for point in points:
            self.add(point)

    @property
    def value(self) -> tuple[ContactPoint, ...]:
        """What was filled in."""
        return tuple(line.point for line in self.lines if line.point.value)

    def add(self, point: ContactPoint) -> ContactLine:
        """Put a line below the others."""
        made = ContactLine(point, self._look)
        holder = QWidget()
        remove = icon_button(Icon.CLOSE, "", lambda: self.remove(made), self._look)
        holder.setLayout(row(made, remove, gap=4))
        self.lines.append(made)
        self._holders[made] = holder
        self._box.addWidget(holder)
        self._name(made, remove)
        self.arranged.emit()
        return made

    def add_empty(self) -> None:
        """Add a line and put the cursor there."""
        self.add(ContactPoint(kind=ContactKind.PHONE, value="")).kind.setFocus()

    def remove(self, line: ContactLine) -> None:
        """Take a line away."""
        self.lines.remove(line)
        holder = self._holders.pop(line)
        self._box.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        self._add.setFocus()
        self.arranged.emit()

    def _name(self, line: ContactLine, remove: QWidget) -> None:
        """Tell the editors apart for those who hear the window."""
        _ = self._look.catalogue.gettext
        place = len(self.lines)
        names = (_("kind"), _("number or address"), _("purpose"))
        for editor, name in zip((line.kind, line.value, line.purpose), names, strict=True):
            words = _("Way to reach {place}, {column}").format(place=place, column=name)
            editor.setAccessibleName(words)
        words = _("Remove the way to reach {place}").format(place=place)
        remove.setAccessibleName(words)
        remove.setToolTip(words)
