"""How many seats each constituency has at least and at most; one that has none is switched off."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from liaison_desktop.domain.committees import SeatQuota
from liaison_desktop.domain.people import Constituency
from liaison_desktop.ui.forms.editors import number_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.text import TextKind, label

_MOST = 100
_VOTING = tuple(each for each in Constituency if each is not Constituency.SECRETARIAT)


class QuotasEdit(QWidget):
    """A line for each constituency: whether it has seats, at least, at most."""

    def __init__(self, quotas: Iterable[SeatQuota], look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        known = {quota.constituency: quota for quota in quotas}
        self.lines: dict[Constituency, _Line] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate((_("At least"), _("At most")), start=1):
            grid.addWidget(label(words, TextKind.QUIET), 0, column)
        for place, constituency in enumerate(_VOTING, start=1):
            line = _Line(constituency, known.get(constituency), look)
            self.lines[constituency] = line
            for column, part in enumerate((line.there, line.least, line.most)):
                grid.addWidget(part, place, column)
        self.setFocusProxy(next(iter(self.lines.values())).there)

    @property
    def value(self) -> tuple[SeatQuota, ...]:
        """What is agreed for the constituencies that have seats."""
        return tuple(line.quota for line in self.lines.values() if line.there.isChecked())


class _Line:
    """The parts of one line."""

    def __init__(self, constituency: Constituency, quota: SeatQuota | None, look: Look) -> None:
        _ = look.catalogue.gettext
        self._constituency = constituency
        name = look.labels.label(constituency)
        self.there = QCheckBox(name)
        self.least = number_editor(0, _MOST, quota.minimum if quota else 0)
        self.least.setAccessibleName(_("{name}: at least").format(name=name))
        self.most = _open_number(quota.maximum if quota else None, _("no limit"))
        self.most.setAccessibleName(_("{name}: at most").format(name=name))
        self.there.toggled.connect(self._turn)
        self.there.setChecked(quota is not None)
        self._turn(quota is not None)

    @property
    def quota(self) -> SeatQuota:
        """What is filled in."""
        most = self.most.value()
        return SeatQuota(
            constituency=self._constituency,
            minimum=self.least.value(),
            maximum=None if most < 0 else most,
        )

    def _turn(self, on: bool) -> None:
        self.least.setEnabled(on)
        self.most.setEnabled(on)


def _open_number(value: int | None, nothing: str) -> QSpinBox:
    """A number that may be missing."""
    made = number_editor(-1, _MOST, -1 if value is None else value)
    made.setSpecialValueText(nothing)
    return made
