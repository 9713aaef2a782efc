"""A thing that waits for the secretary, and the button that leads to where it is solved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.today import Task

_SIGNS = {
    "minutes_to_finalise": (Icon.FINAL, Tone.ACCENT, Place.MINUTES),
    "minutes_to_approve": (Icon.MINUTES, Tone.ACCENT, Place.MINUTES),
    "minutes_to_file": (Icon.FILE, Tone.ACCENT, Place.MINUTES),
    "minutes_to_sign": (Icon.SIGN, Tone.ACCENT, Place.MINUTES),
    "action_overdue": (Icon.OVERDUE, Tone.WRONG, Place.MEETINGS),
    "agreement_to_sign": (Icon.SIGN, Tone.ACCENT, Place.AGREEMENTS),
    "commitment_due": (Icon.ACTION, Tone.CARE, Place.AGREEMENTS),
    "agreement_notice": (Icon.AGREEMENTS, Tone.CARE, Place.AGREEMENTS),
    "seat_vacant": (Icon.VACANT, Tone.CARE, Place.PEOPLE),
    "term_ending": (Icon.TERM, Tone.NEUTRAL, Place.PEOPLE),
    "data_to_erase": (Icon.PRIVACY, Tone.CARE, Place.DATA_PROTECTION),
}


_OF_COMMITTEE = (Place.PEOPLE, Place.DATA_PROTECTION)
"""Places where the committee is the record."""


class TaskLine(QFrame):
    """One line of the list."""

    def __init__(self, task: "Task", context: Context, *, city: bool) -> None:
        super().__init__()
        look = context.look
        icon, tone, place = _SIGNS[task.kind.value]
        target = task.target if place not in _OF_COMMITTEE else None
        open_it = button(_verb(task, look), lambda: context.desk.go(place, target), look)
        title = _title(task, look)
        open_it.setAccessibleName(f"{open_it.text().replace('&', '')}: {title}")
        about = [look.formats.isolate(task.city)] if city else []
        about += _about(task, look)
        words = column(label(title, TextKind.STRONG, wrap=True), gap=1)
        if about:
            words.addWidget(label(" · ".join(about), TextKind.QUIET, wrap=True))
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 11, 16, 11)
        box.setSpacing(12)
        box.addWidget(_sign(icon, tone, look))
        box.addLayout(words, 1)
        box.addWidget(open_it)


def _sign(icon: Icon, tone: Tone, look: Look) -> QFrame:
    sign = QFrame()
    sign.setFixedSize(32, 32)
    sign.setStyleSheet(
        f"background: {look.tokens.ground_of(tone)}; border: none; border-radius: 8px;"
    )
    inner = QHBoxLayout(sign)
    inner.setContentsMargins(0, 0, 0, 0)
    drawn = label("")
    drawn.setAlignment(Qt.AlignmentFlag.AlignCenter)
    drawn.setPixmap(look.icons.pixmap(icon, look.tokens.ink_of(tone)))
    inner.addWidget(drawn)
    return sign


def _verb(task: "Task", look: Look) -> str:
    _ = look.catalogue.gettext
    verbs = {
        "minutes_to_finalise": _("Review"),
        "minutes_to_approve": _("Review"),
        "minutes_to_file": _("Enter in the register"),
        "minutes_to_sign": _("Sign"),
        "action_overdue": _("Review"),
        "agreement_to_sign": _("Sign"),
        "commitment_due": _("Review"),
        "agreement_notice": _("Decide"),
        "seat_vacant": _("See seats"),
        "term_ending": _("See seats"),
        "data_to_erase": _("Review"),
    }
    return verbs[task.kind.value]


def _title(task: "Task", look: Look) -> str:
    _ = look.catalogue.gettext
    if task.kind.value == "seat_vacant":
        return _vacancy(task, look)
    if task.kind.value == "data_to_erase":
        return _erasure(task, look)
    sentences = {
        "minutes_to_finalise": _("{subject}: still a draft"),
        "minutes_to_approve": _("{subject}: circulated, to be approved"),
        "minutes_to_file": _("{subject}: to be entered in the register"),
        "minutes_to_sign": _("{subject}: waits for a signature"),
        "action_overdue": _("Overdue: {subject}"),
        "agreement_to_sign": _("{subject}: waits for a signature"),
        "commitment_due": _("Overdue promise: {subject}")
        if task.detail.get("overdue")
        else _("Promised: {subject}"),
        "agreement_notice": _("Agreement “{subject}” ends soon"),
        "term_ending": _("The term of {subject} ends soon"),
    }
    subject = task.subject or _("The minutes")
    return sentences[task.kind.value].format(subject=look.formats.isolate(subject))


def _vacancy(task: "Task", look: Look) -> str:
    vacant = int(task.detail["seats"]) - int(task.detail["filled"])
    sentence = look.catalogue.ngettext(
        "{count} seat is vacant in {subject}", "{count} seats are vacant in {subject}", vacant
    )
    return sentence.format(count=vacant, subject=look.formats.isolate(task.subject))


def _erasure(task: "Task", look: Look) -> str:
    count = int(task.detail["people"])
    sentence = look.catalogue.ngettext(
        "Contact data of {count} person are due to be erased",
        "Contact data of {count} people are due to be erased",
        count,
    )
    return sentence.format(count=count)


def _about(task: "Task", look: Look) -> list[str]:
    _ = look.catalogue.gettext
    parts = []
    detail = task.detail
    if responsible := detail.get("responsible"):
        parts.append(look.formats.isolate(responsible))
    if task.kind.value in ("minutes_to_sign", "agreement_to_sign"):
        parts.append(
            _("{signed} of {required} signatures").format(
                signed=detail["signed"], required=detail["required"]
            )
        )
    if int(detail.get("objections", "0")):
        count = int(detail["objections"])
        parts.append(
            look.catalogue.ngettext(
                "{count} open objection", "{count} open objections", count
            ).format(count=count)
        )
    if "filled" in detail:
        parts.append(
            _("{filled} of {seats} seats filled").format(
                filled=detail["filled"], seats=detail["seats"]
            )
        )
    if task.due is not None:
        parts.append(_due(task, look))
    return parts


def _due(task: "Task", look: Look) -> str:
    _ = look.catalogue.gettext
    day = look.formats.long_date(task.due) if task.due else ""
    patterns = {
        "minutes_to_approve": _("objections until {day}"),
        "action_overdue": _("due {day}"),
        "commitment_due": _("due {day}"),
        "agreement_notice": _("decide by {day}"),
        "term_ending": _("on {day}"),
        "data_to_erase": _("due since {day}"),
    }
    return patterns.get(task.kind.value, _("meeting of {day}")).format(day=day)
