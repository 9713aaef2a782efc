"""Minutes: the list, and the paper of one meeting from draft to signed."""

from collections.abc import Callable
from uuid import UUID

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.listings import MinutesRow, Page, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.minutes_paper import MinutesPaper, read_minutes_paper
from liaison_desktop.ui.screens.minutes_view import MinutesView
from liaison_desktop.ui.screens.paper_story import STORY_KINDS
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import minutes_chip, number_of_year


class MinutesScreen(ListScreen):
    """Minutes and their papers."""

    lead_width = 58
    touched_by = STORY_KINDS | {
        Kind.MEETING,
        Kind.COMMITTEE,
        Kind.CIRCULATION,
        Kind.OBJECTION,
        Kind.APPROVAL,
    }

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.MINUTES,
            _("No minutes yet"),
            _("Minutes appear here once a meeting was held. Import a committee file to begin."),
            context.look,
            [button(_("&Import a file"), context.desk.import_file, context.look, icon=Icon.IMPORT)],
        )
        super().__init__(context, hint=_("Search in minutes"), empty=empty)
        self.view = MinutesView(context)
        self.view.hide()
        self.detail_box.addLayout(row(self.view, GUTTER, gap=0))

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Minutes")

    def page(self, request: PageRequest) -> Page[MinutesRow]:
        """A page of minutes."""
        return self.context.services.minutes.page(request)

    def face(self, row: MinutesRow) -> Face:
        """Minutes in the list."""
        chip, tone = minutes_chip(row, self.look)
        formats = self.look.formats
        day = formats.long_date(row.date)
        if self.committee is None:
            day = f"{formats.date(row.date)} · {formats.isolate(row.city)}"
        return Face(
            id=row.meeting_id,
            title=self.look.labels.label(row.kind),
            subtitle=day,
            lead=number_of_year(row.number, row.year, self.look),
            provisional=row.number is None,
            chip=chip,
            tone=tone,
        )

    def load(self, target: UUID) -> Callable[[], MinutesPaper]:
        """Read the record and its paper; the note that is shown stays the one."""
        chosen = self.view.chosen
        return lambda: read_minutes_paper(self.context.services, target, chosen)

    def show_record(self, record: MinutesPaper) -> None:
        """Show the paper."""
        self.view.show_paper(record)
        self.view.show()

    def show_nothing(self) -> None:
        """Show an empty place."""
        self.view.hide()
