"""Agreements between the organisations of a committee."""

from collections.abc import Callable
from uuid import UUID

from liaison_desktop.domain.agreements import Agreement, ends_on, notice_until
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.listings import AgreementRow, Page, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import AGREEMENT_TONES


class AgreementsScreen(ListScreen):
    """Agreements."""

    touched_by = frozenset({Kind.AGREEMENT, Kind.COMMITTEE})

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.AGREEMENTS,
            _("No agreements yet"),
            _("Import a committee file: it brings the committee’s agreements along."),
            context.look,
            [button(_("&Import a file"), context.desk.import_file, context.look, icon=Icon.IMPORT)],
        )
        super().__init__(context, hint=_("Search in agreements"), empty=empty)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Agreements")

    def page(self, request: PageRequest) -> Page[AgreementRow]:
        """A page of agreements."""
        return self.context.services.agreements.page(request)

    def face(self, row: AgreementRow) -> Face:
        """An agreement in the list."""
        _ = self.look.catalogue.gettext
        where = "" if self.committee else f"{self.look.formats.isolate(row.city)} · "
        until = row.kind
        if row.ends_on is not None:
            until = _("until {day}").format(day=self.look.formats.long_date(row.ends_on))
        return Face(
            id=row.id,
            title=row.title,
            subtitle=f"{where}{until}",
            chip=self.look.labels.label(row.status),
            tone=AGREEMENT_TONES[row.status],
        )

    def load(self, target: UUID) -> Callable[[], Agreement]:
        """Read one agreement."""
        return lambda: self.context.services.agreements.detail(target)

    def show_record(self, record: Agreement) -> None:
        """Show one agreement."""
        clear(self.detail_box)
        scroll = Scroll(gutter=GUTTER)
        scroll.box.addWidget(self._head(record))
        scroll.box.addWidget(self._parties(record))
        if record.articles:
            scroll.box.addWidget(self._articles(record))
        scroll.box.addStretch(1)
        self.detail_box.addWidget(scroll)

    def show_nothing(self) -> None:
        """Show an empty place."""
        clear(self.detail_box)

    def _head(self, agreement: Agreement) -> Card:
        _ = self.look.catalogue.gettext
        formats, labels = self.look.formats, self.look.labels
        card = Card(pad=20, gap=16)
        top = row(gap=12)
        words = column(
            label(agreement.title, TextKind.TITLE, wrap=True),
            label(agreement.kind, TextKind.QUIET, wrap=True),
            gap=2,
        )
        top.addLayout(words, 1)
        tone = AGREEMENT_TONES[agreement.status]
        top.addWidget(Chip(labels.label(agreement.status), tone, self.look))
        card.box.addLayout(top)
        facts = Facts()
        if agreement.signed_on is not None:
            facts.add(_("Signed"), formats.long_date(agreement.signed_on))
        if agreement.duration_months is not None:
            months = self.look.catalogue.ngettext(
                "{count} month", "{count} months", agreement.duration_months
            )
            facts.add(_("Duration"), months.format(count=agreement.duration_months))
        end = ends_on(agreement)
        facts.add(_("Ends"), formats.long_date(end) if end else _("no end was agreed"))
        facts.add(_("Renewal"), labels.label(agreement.renewal))
        notice = notice_until(agreement)
        if notice is not None:
            facts.add(_("Notice"), _("until {day}").format(day=formats.long_date(notice)))
        card.box.addWidget(facts)
        return card

    def _parties(self, agreement: Agreement) -> Card:
        _ = self.look.catalogue.gettext
        return self._list_card(_("Parties"), [party.name for party in agreement.parties])

    def _articles(self, agreement: Agreement) -> Card:
        _ = self.look.catalogue.gettext
        return self._list_card(_("Articles"), list(agreement.articles))

    def _list_card(self, title: str, lines: list[str]) -> Card:
        card = Card(pad=20, gap=10)
        card.box.addWidget(label(title, TextKind.SUBHEADING))
        for line in lines:
            card.box.addWidget(hairline())
            card.box.addWidget(label(line, wrap=True))
        return card
