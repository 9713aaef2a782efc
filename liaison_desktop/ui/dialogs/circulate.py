"""Sending the draft of minutes to the members, with a day until which they may object."""

from collections.abc import Callable, Hashable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import CirculationMedium
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.posting import Posted, PostingDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, to_qt
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.check_list import CheckList, CheckRow
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.domain.invitees import Invitee
    from liaison_desktop.services.circulating import CirculateMinutes
    from liaison_desktop.services.posting import Delivery
    from liaison_desktop.services.progress import Progress

_DAYS = 14


class CirculateDialog(PostingDialog):
    """Who gets the draft, until when they may object, and how it goes out."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        look = context.look
        _ = look.catalogue.gettext
        super().__init__(
            _("Circulate the draft"),
            context,
            parent,
            [(look.labels.label(each), each) for each in CirculationMedium],
            explanation=_(
                "Each member gets the draft as a PDF. Which file went to whom is kept with its"
                " digest; objections can be noted from then on."
            ),
            drafts=CirculationMedium.DRAFT,
            server=CirculationMedium.SMTP,
        )
        self._meeting = meeting
        self._invitees: tuple[Invitee, ...] = ()
        self._told: dict[tuple[str, str], Delivery] = {}
        self._wanted: frozenset[Hashable] = frozenset()
        self.recipients = CheckList(_("Who gets it"))
        self.until = DayEdit(look, today() + timedelta(days=_DAYS))
        self.until.setMinimumDate(to_qt(today()))
        name = look.formats.language_name
        self.language = choice_editor(((name(each), each) for each in LANGUAGES), meeting.language)
        self.add(_("Who gets it"), self.recipients, answers=("circulation_nobody",))
        self.add_beside(
            (_("Objections until"), self.until, ("circulation_until_past",)),
            (_("How"), self.medium, ()),
            (_("Language"), self.language, ()),
        )
        self.add_posting()
        circulating = context.services.minutes_work.circulating
        context.jobs.read(lambda: circulating.recipients(meeting.id), self._offer, owner=self)
        self.medium.currentIndexChanged.connect(lambda _place: self._change_way())

    def drafts(self, folder: Path) -> Callable[[], Posted]:
        """Write the drafts."""
        command = self._command()
        circulating = self.context.services.minutes_work.circulating
        return lambda: circulating.draft(command, folder)

    def sending(self, account: MailAccount, password: str) -> "Callable[[Progress], Posted]":
        """Send through the server."""
        command = self._command()
        circulating = self.context.services.minutes_work.circulating
        return lambda progress: circulating.send(command, account, password, progress)

    def otherwise(self) -> None:
        """Note that it was handed out."""
        FormDialog.send(self)

    def work(self) -> Callable[[], object]:
        """Write the drafts, or note that it was handed out."""
        if self.medium.currentData() is CirculationMedium.DRAFT:
            return super().work()
        command = self._command()
        circulating = self.context.services.minutes_work.circulating
        return lambda: circulating.by_hand(command)

    def told(self, result: object) -> str:
        """What is said when it is done."""
        if self.medium.currentData() is CirculationMedium.BY_HAND:
            return self.look.catalogue.gettext("The draft counts as circulated.")
        return super().told(result)

    def other_verb(self, _way: object) -> str:
        """What the button says for drafts that are handed out."""
        return self.look.catalogue.gettext("&Note")

    def show_deliveries(self, deliveries: "Sequence[Delivery]") -> None:
        """Say what became of each message; those that did not go out stay ticked."""
        self._note_ticks()
        self._told |= {(each.name, each.address): each for each in deliveries}
        self._show_rows()

    def _offer(self, invitees: "tuple[Invitee, ...]") -> None:
        self._invitees = invitees
        self._wanted = frozenset(_key(each) for each in invitees if not each.substitute)
        self._show_rows()
        self.fit()

    def _change_way(self) -> None:
        self._note_ticks()
        self._show_rows()

    def _note_ticks(self) -> None:
        """Remember who is ticked; whoever cannot be written to can still be handed a draft."""
        unreachable = {_key(each) for each in self._invitees if not each.address}
        self._wanted = self.recipients.ticked | (self._wanted & unreachable)

    def _show_rows(self) -> None:
        by_hand = self.medium.currentData() is CirculationMedium.BY_HAND
        reached = {key for key, each in self._told.items() if each.problem is None}
        done = {_key(each) for each in self._invitees if (each.name, each.address) in reached}
        wanted = self._wanted - done
        self.recipients.show_rows(
            [
                _row(each, self._told, self.look, by_hand=by_hand, ticked=_key(each) in wanted)
                for each in self._invitees
            ]
        )

    def _command(self) -> "CirculateMinutes":
        from liaison_desktop.services.circulating import CirculateMinutes

        by_hand = self.medium.currentData() is CirculationMedium.BY_HAND
        return CirculateMinutes(
            meeting_id=self._meeting.id,
            until=self.until.day or today(),
            chosen=cast("frozenset[tuple[UUID, UUID]]", self.recipients.ticked),
            sender=None if by_hand else self.from_whom,
            language=self.language.currentData(),
        )


def _row(
    invitee: "Invitee",
    told: "dict[tuple[str, str], Delivery]",
    look: Look,
    *,
    by_hand: bool,
    ticked: bool,
) -> CheckRow:
    """A person, and what became of the message."""
    _ = look.catalogue.gettext
    isolate = look.formats.isolate
    about = [isolate(invitee.address)] if invitee.address else []
    if invitee.substitute:
        holder = isolate(invitee.holder)
        about.append(_("stands in for {name}").format(name=holder))
    if not invitee.address and not by_hand:
        about.append(_("no e-mail address: call by other means"))
    delivery = told.get((invitee.name, invitee.address))
    problem = delivery.problem if delivery else None
    if delivery is not None:
        about.append(sentence(problem, look.catalogue) if problem else _("sent just now"))
    possible = by_hand or bool(invitee.address)
    return CheckRow(
        key=_key(invitee),
        title=isolate(invitee.name),
        about=" · ".join(about) or "–",
        ticked=possible and ticked,
        possible=possible,
    )


def _key(invitee: "Invitee") -> tuple[UUID, UUID]:
    return invitee.seat_id, invitee.person_id
