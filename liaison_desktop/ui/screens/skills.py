"""The skill map: what is offered and sought, and who could meet."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.domain.skill_map import MappedSkill, Owner, SkillState
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.skill import RenameSkillDialog, SkillDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.screen import MoreAction, PrimaryAction
from liaison_desktop.ui.screens.skill_cards import meetings_card, owners_card, skill_card
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Scroll, clear, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import today

_TONES = {
    SkillState.MATCH: Tone.GOOD,
    SkillState.GAP: Tone.CARE,
    SkillState.UNUSED: Tone.NEUTRAL,
}


class SkillsScreen(ListScreen):
    """Skills by name."""

    touched_by = frozenset(
        {Kind.SKILL, Kind.CONSENT, Kind.PERSON, Kind.ORGANISATION, Kind.COMMITTEE}
    )

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.SKILL,
            _("Nothing on the skill map yet"),
            _("Note what organisations and people can teach and what they want to learn."),
            context.look,
        )
        super().__init__(context, hint=_("Search in skills"), empty=empty)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Skill map")

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee’s map, or all of them."""
        _ = self.look.catalogue.gettext
        self.primary = PrimaryAction(_("New skill"), Icon.ADD, self.add) if committee else None
        self.more = (MoreAction(_("Print the map …"), self.print_map),) if committee else ()
        super().show_committee(committee)
        self.headed.emit()

    def add(self) -> None:
        """Ask for a skill and whose it is."""
        committee = self.committee
        if committee is not None:
            skills = self.context.services.people_work.skills
            self.context.jobs.read(
                lambda: skills.names(committee.id),
                lambda names: SkillDialog(committee, names, self.context, self).open(),
                owner=self,
            )

    def print_map(self) -> None:
        """Ask in which language and where the map is to be saved."""
        committee = self.committee
        if committee is not None:
            skills = self.context.services.people_work.skills
            SavePaperDialog(
                self.title,
                f"{committee.key}-{self.title}",
                committee.language,
                lambda language: skills.paper(committee.id, today(), language),
                self.context,
                self,
            ).open()

    def page(self, request: PageRequest) -> Page[MappedSkill]:
        """The skills; a map is small enough for one page."""
        return self.context.services.people_work.skills.page(request, today())

    def face(self, row: MappedSkill) -> Face:
        """A skill in the list."""
        _ = self.look.catalogue.gettext
        about = _("{offered} offer it, {sought} seek it").format(
            offered=len(row.offered_by), sought=len(row.sought_by)
        )
        return Face(
            id=row.id,
            title=row.name,
            subtitle=about,
            chip=self.look.labels.label(row.state),
            tone=_TONES[row.state],
        )

    def load(self, target: UUID) -> Callable[[], MappedSkill | None]:
        """Read one skill with everybody who offers or seeks it."""
        skills = self.context.services.people_work.skills
        return lambda: skills.mapped(target, today())

    def show_record(self, record: MappedSkill | None) -> None:
        """Show one skill."""
        clear(self.detail_box)
        if record is None:
            return
        _ = self.look.catalogue.gettext
        scroll = Scroll(gutter=GUTTER)
        rename = partial(self._rename, record)
        scroll.box.addWidget(skill_card(record, rename, self.look))
        sides = row(gap=16)
        for title, owners in (
            (_("Offered by"), record.offered_by),
            (_("Sought by"), record.sought_by),
        ):
            sides.addWidget(owners_card(title, owners, self._open, self.look), 1)
        scroll.box.addLayout(sides)
        if record.meetings:
            scroll.box.addWidget(meetings_card(record, self.look))
        scroll.box.addStretch(1)
        self.detail_box.addWidget(scroll)

    def show_nothing(self) -> None:
        """Show an empty place."""
        clear(self.detail_box)

    def _open(self, owner: Owner) -> None:
        place = Place.PEOPLE if owner.is_person else Place.ORGANISATIONS
        self.context.desk.go(place, owner.id)

    def _rename(self, skill: MappedSkill) -> None:
        RenameSkillDialog(skill, self.context, self).open()
