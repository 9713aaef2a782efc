"""What a message says that brings a paper: a draft to object to, or a paper to keep."""

from collections.abc import Iterable
from datetime import date

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats


class PaperText:
    """The words around a paper, in the language of the catalogue."""

    def __init__(self, catalogue: Catalogue, committee: str) -> None:
        """``committee``: what it is called in the catalogue's language."""
        self._catalogue = catalogue
        self._formats = Formats(catalogue.language)
        self._committee = committee

    def draft_subject(self, held: date) -> str:
        """The subject line of a draft that is circulated."""
        return self._catalogue.pgettext("paper", "Draft minutes: {committee}, {date}").format(
            committee=self._formats.isolate(self._committee), date=self._formats.long_date(held)
        )

    def draft_body(
        self, name: str, held: date, until: date, digest: str, sender: str, *, again: bool
    ) -> str:
        """``again``: an earlier draft went out, which this one replaces."""
        asked = self._catalogue.pgettext(
            "paper",
            "attached is the draft of the minutes of the meeting of {date}. If something in it is"
            " wrong or missing, please say so by {until}: simply reply to this message, with the"
            " item it is about.",
        ).format(date=self._formats.long_date(held), until=self._formats.full_date(until))
        parts = [self._dear(name), asked]
        if again:
            parts.append(
                self._catalogue.pgettext("paper", "It replaces the draft that you got before.")
            )
        return self._closed([*parts, self._digest(digest)], sender)

    def handover_subject(self, title: str, number: str) -> str:
        """The subject line of a paper that is handed over."""
        return self._catalogue.pgettext("paper", "{paper}, register no. {number}").format(
            paper=title, number=number
        )

    def handover_body(self, name: str, title: str, number: str, digest: str, sender: str) -> str:
        """The message with a paper and its slip."""
        told = self._catalogue.pgettext(
            "paper",
            "attached is the following paper of the committee {committee}, with its transmittal"
            " slip: {paper}, register no. {number}.",
        ).format(
            committee=self._formats.isolate(self._committee),
            paper=self._formats.isolate(title),
            number=self._formats.isolate(number),
        )
        asked = self._catalogue.pgettext(
            "paper",
            "Please confirm the receipt by a short reply, with your own number if it has got one.",
        )
        return self._closed([self._dear(name), told, self._digest(digest), asked], sender)

    def _dear(self, name: str) -> str:
        return self._catalogue.pgettext("paper", "Dear {name},").format(
            name=self._formats.isolate(name)
        )

    def _digest(self, digest: str) -> str:
        words = self._catalogue.pgettext(
            "paper", "The digest of the attached file (SHA-256) is {digest}."
        )
        return words.format(digest=self._formats.isolate(digest))

    def _closed(self, parts: Iterable[str], sender: str) -> str:
        kind = self._catalogue.pgettext("paper", "Kind regards,")
        return "\n\n".join((*parts, kind)) + f"\n{self._formats.isolate(sender)}\n"
