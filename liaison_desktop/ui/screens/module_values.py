"""What a meeting puts into the placeholders of a text module, in the meeting's own language."""

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.ui.wording import now


def module_values(meeting: Meeting, item: AgendaItem) -> dict[str, str]:
    """A value for each placeholder that is known; see ``domain.text_modules``."""
    formats = Formats(meeting.language)
    names = {one.seat_id: one.present_name for one in meeting.attendees}
    chair, secretary = meeting.chair_at(item.no), meeting.secretary_seat_id
    found = {
        "present": str(len(present_voters(meeting, item.no))),
        "time": formats.time(now()),
        "date": formats.long_date(meeting.date),
        "place": meeting.place,
        "chair": names.get(chair, "") if chair else "",
        "secretary": names.get(secretary, "") if secretary else "",
        "item": item.title,
    }
    return {name: value for name, value in found.items() if value}
