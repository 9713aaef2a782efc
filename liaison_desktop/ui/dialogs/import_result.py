"""What an imported file brought."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Kind
from liaison_desktop.i18n.notices import notice_sentence
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, row
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, picture, selectable

if TYPE_CHECKING:
    from liaison_desktop.services.imports import ImportReport

_HIGHEST = 320


class ImportResultDialog(Dialog):
    """Counts by kind of record, and what a reader should know."""

    def __init__(self, report: "ImportReport", look: Look, parent: QWidget | None) -> None:
        _ = look.catalogue.gettext
        name = look.formats.isolate(report.committee.name)
        super().__init__(name, look, parent, width=560)
        if report.unchanged:
            unchanged = _("Nothing changed: the store held everything in {file} already.")
            file = look.formats.isolate(report.path.name)
            self.box.addWidget(label(unchanged.format(file=file), wrap=True))
        else:
            self.box.addWidget(self._counts(report))
        if report.notices:
            self._add_notices(report)
        self.add_buttons(button(_("&Close"), self.accept, look, primary=True))

    def _counts(self, report: "ImportReport") -> Facts:
        facts = Facts()
        for kind in Kind:
            count = len(report.changes.ids(kind))
            if count:
                facts.add(self.look.labels.label(kind), self.look.formats.number(count))
        return facts

    def _add_notices(self, report: "ImportReport") -> None:
        _ = self.look.catalogue.gettext
        self.box.addWidget(hairline())
        self.box.addWidget(label(_("Good to know"), TextKind.SUBHEADING))
        scroll = Scroll(gap=10)
        scroll.setMaximumHeight(_HIGHEST)
        for notice in report.notices:
            sign = picture(self.look.icons.pixmap(Icon.CARE, self.look.tokens.care, 16))
            words = label(notice_sentence(notice, self.look.catalogue), wrap=True)
            line = row(sign, gap=10)
            line.addWidget(selectable(words), 1)
            scroll.box.addLayout(line)
        scroll.box.addStretch(1)
        self.box.addWidget(scroll)
