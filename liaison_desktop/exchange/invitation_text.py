"""What a message says that calls somebody to a meeting, in plain words and in the paper's language.

Titles of items behind closed doors stand in the message, which goes to members alone, but not in
the calendar, which is often shared.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from liaison_desktop.domain.calling import Purpose
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.i18n.phrases import Phrases

_SUBJECTS: Final[Mapping[Purpose, str]] = {
    Purpose.REQUEST: NP_("paper", "Convocation: {committee}, {date}"),
    Purpose.UPDATE: NP_("paper", "Changed convocation: {committee}, {date}"),
    Purpose.CANCEL: NP_("paper", "Cancelled: {committee}, {date}"),
}

_SUBJECTS_IN_WRITING: Final[Mapping[Purpose, str]] = {
    Purpose.REQUEST: NP_("paper", "Vote in writing: {committee}, until {date}"),
    Purpose.UPDATE: NP_("paper", "Changed vote in writing: {committee}, until {date}"),
    Purpose.CANCEL: NP_("paper", "Cancelled vote in writing: {committee}, until {date}"),
}

_LEADS: Final[Mapping[Purpose, str]] = {
    Purpose.REQUEST: NP_("paper", "you are called to this meeting of the committee:"),
    Purpose.UPDATE: NP_(
        "paper",
        "something has changed about this meeting of the committee. This message replaces the"
        " earlier one:",
    ),
    Purpose.CANCEL: NP_("paper", "this meeting of the committee will not take place:"),
}

_LEADS_IN_WRITING: Final[Mapping[Purpose, str]] = {
    Purpose.REQUEST: NP_("paper", "you are asked for your vote in writing on these motions:"),
    Purpose.UPDATE: NP_(
        "paper",
        "something has changed about this vote in writing. This message replaces the earlier one:",
    ),
    Purpose.CANCEL: NP_("paper", "this vote in writing will not take place:"),
}

_INDENT: Final = "   "


class InvitationText:
    """The words about one meeting.

    Attributes:
        catalogue: of the language they are in.
    """

    def __init__(self, meeting: Meeting, committee: str, catalogue: Catalogue) -> None:
        """``committee``: what it is called in the catalogue's language."""
        self.catalogue = catalogue
        self._meeting = meeting
        self._committee = committee
        self._formats = Formats(catalogue.language)
        self._phrases = Phrases(catalogue)

    @property
    def title(self) -> str:
        """How a calendar names the meeting."""
        words = self.catalogue.pgettext("paper", "Meeting: {committee}")
        if self._meeting.in_writing:
            words = self.catalogue.pgettext("paper", "Last day for votes: {committee}")
        return words.format(committee=self._formats.isolate(self._committee))

    def subject(self, purpose: Purpose) -> str:
        """The subject line."""
        subjects = _SUBJECTS_IN_WRITING if self._meeting.in_writing else _SUBJECTS
        return self.catalogue.pgettext("paper", subjects[purpose]).format(
            committee=self._formats.isolate(self._committee),
            date=self._formats.full_date(self._meeting.date),
        )

    def body(self, purpose: Purpose, addressee: str, sender: str) -> str:
        """The whole message to one person; ``addressee`` with the form of address."""
        pgettext = self.catalogue.pgettext
        isolate = self._formats.isolate
        leads = _LEADS_IN_WRITING if self._meeting.in_writing else _LEADS
        parts = [
            pgettext("paper", "Dear {name},").format(name=isolate(addressee)),
            pgettext("paper", leads[purpose]),
            "\n".join(self._facts()),
        ]
        if purpose is not Purpose.CANCEL:
            parts += [*self._agenda(closed=True), *self._requests()]
        parts.append(pgettext("paper", "Kind regards,"))
        body = "\n\n".join(parts) + f"\n{isolate(sender)}\n"
        return f"{body}\n-- \n{self._meeting.notice}\n" if self._meeting.notice else body

    def description(self) -> str:
        """What the calendar says under the title."""
        return "\n\n".join(self._agenda(closed=False))

    def _facts(self) -> Iterator[str]:
        pgettext, isolate = self.catalogue.pgettext, self._formats.isolate
        meeting = self._meeting
        yield isolate(self._committee)
        if meeting.in_writing:
            until = self._formats.full_date(meeting.date)
            yield self._line(pgettext("paper", "Votes until"), until)
            return
        yield self._phrases.meeting(meeting)
        if meeting.starts:
            clocks = [self._phrases.clock(at) for at in (meeting.starts, meeting.ends) if at]
            yield self._line(pgettext("paper", "Time"), isolate(" – ".join(clocks)))
        mode = self._phrases.mode(meeting.mode)
        place = f"{isolate(meeting.place)} · {mode}" if meeting.place else mode
        yield self._line(pgettext("paper", "Place"), place)
        if meeting.link:
            yield self._line(pgettext("paper", "Link"), isolate(meeting.link))

    def _agenda(self, *, closed: bool) -> Iterator[str]:
        """``closed``: with the titles of what is dealt with behind closed doors."""
        pgettext = self.catalogue.pgettext
        heading = pgettext("paper", "Agenda")
        if self._meeting.in_writing:
            heading = pgettext("paper", "Motions")
        lines = [f"{heading}:"]
        behind = pgettext("paper", "Behind closed doors")
        for item in self._meeting.items:
            title = self._formats.isolate(item.title)
            if item.closed:
                title = f"{title} ({behind})" if closed else behind
            lines.append(f"{_INDENT * item.depth}{item.number}. {title}")
        if self._meeting.items:
            yield "\n".join(lines)

    def _requests(self) -> Iterator[str]:
        pgettext = self.catalogue.pgettext
        if self._meeting.in_writing:
            yield pgettext(
                "paper",
                "Please write of each motion whether you vote for it, vote against it or abstain."
                " Simply reply to this message; your vote has to arrive by {date}. Whoever does"
                " not answer does not take part. The motions are attached as a PDF.",
            ).format(date=self._formats.full_date(self._meeting.date))
            return
        yield pgettext(
            "paper",
            "If you cannot attend, please tell the secretary in good time and send your"
            " substitute.",
        )
        yield pgettext(
            "paper",
            "You can answer with the buttons of your calendar, or by simply replying to this"
            " message. The convocation is attached as a PDF.",
        )

    def _line(self, name: str, value: str) -> str:
        return self.catalogue.pgettext("paper", "{name}: {value}").format(name=name, value=value)
