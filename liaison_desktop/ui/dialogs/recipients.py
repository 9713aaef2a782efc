"""Who can be written to, ticked where it is time to; with what became of each message."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.check_list import CheckList, CheckRow
from liaison_desktop.ui.wording import day_and_time

if TYPE_CHECKING:
    from liaison_desktop.services.invitations import Invitations, Recipient
    from liaison_desktop.services.posting import Delivery


class RecipientList(CheckList):
    """The holders of seats and who may stand in.

    Ticked are at first the holders who have not got what is to go out; whoever stands in is told
    only where somebody wants that.
    """

    def __init__(self, view: "Invitations", look: Look) -> None:
        super().__init__(look.catalogue.gettext("Who gets it"))
        self._look = look
        cancelled = view.meeting.state is MeetingState.CANCELLED
        shown = [one for one in view.recipients if one.called or not cancelled]
        self._recipients = shown
        self._pending = frozenset(_key(one) for one in view.pending)
        self.show_rows([self._row(one, None) for one in shown])

    def show_deliveries(self, deliveries: "Sequence[Delivery]") -> None:
        """Say what became of each message; those that did not go out stay ticked."""
        chosen = self.ticked
        told = {(each.name, each.address): each for each in deliveries}
        rows = []
        for one in self._recipients:
            delivery = told.get((one.invitee.name, one.invitee.address))
            if delivery is not None and delivery.problem is None:
                self._pending -= {_key(one)}
            row = self._row(one, delivery)
            done = delivery is not None and delivery.problem is None
            rows.append(
                CheckRow(
                    row.key, row.title, row.about, _key(one) in chosen and not done, row.possible
                )
            )
        self.show_rows(rows)
        missed = {_key(one) for one in self._recipients if _failed(told, one)}
        self.go_to(next((row.key for row in rows if row.key in missed), None))

    def _row(self, one: "Recipient", delivery: "Delivery | None") -> CheckRow:
        isolate = self._look.formats.isolate
        invitee = one.invitee
        holds = not invitee.substitute or one.called
        return CheckRow(
            key=_key(one),
            title=isolate(invitee.name),
            about=" · ".join(filter(None, (isolate(invitee.address), *self._told(one, delivery)))),
            ticked=holds and _key(one) in self._pending,
            possible=bool(invitee.address),
        )

    def _told(self, one: "Recipient", delivery: "Delivery | None") -> list[str]:
        _ = self._look.catalogue.gettext
        invitee = one.invitee
        told = []
        if invitee.substitute:
            holder = self._look.formats.isolate(invitee.holder)
            told.append(_("stands in for {name}").format(name=holder))
        if not invitee.address:
            told.append(_("no e-mail address: call by other means"))
        elif delivery is not None and delivery.problem is not None:
            told.append(sentence(delivery.problem, self._look.catalogue))
        elif delivery is not None:
            told.append(_("sent just now"))
        elif one.reached is not None:
            when = day_and_time(one.reached.sent_at, self._look)
            told.append(_("sent {when}").format(when=when))
        return told


def _failed(told: "dict[tuple[str, str], Delivery]", one: "Recipient") -> bool:
    delivery = told.get((one.invitee.name, one.invitee.address))
    return delivery is not None and delivery.problem is not None


def _key(one: "Recipient") -> tuple[object, object]:
    return one.invitee.seat_id, one.invitee.person_id
