"""Everything that is held on one person, to be read by that person (GDPR, article 15)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from liaison_desktop.documents.data_protection import HOW_LONG, RECEIVERS, RIGHTS, told
from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.held_archive import (
    drafts_and_objections,
    signatures_and_dispatches,
)
from liaison_desktop.documents.held_letters import held_part, letters_and_answers
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.access import HeldData, HeldMeeting, HeldTerm
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.seats import Capacity
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.pdf.blocks import Block, Facts, Heading, Paragraph, Text
from liaison_desktop.pdf.document import Attachment, Document

_DIGEST = 16
"""Letters of a digest that are printed; the JSON inside the paper holds it whole."""


def compose_data_report(
    held: HeldData, committee: Committee, catalogue: Catalogue, *, machine_readable: bytes
) -> Document:
    """The report; the same data for programs are inside the file."""
    report = _Report(held, Writer(catalogue, committee.language), Labels(catalogue))
    title = catalogue.pgettext("paper", "What is held on {name}").format(
        name=report.isolate(held.person.full_name)
    )
    attachment = Attachment(
        name="person.json",
        mime="application/json",
        content=machine_readable,
        description=catalogue.pgettext("paper", "The same data for programs"),
    )
    blocks = (
        *report.blocks(),
        Heading(text=catalogue.pgettext("paper", "Data protection"), level=2),
        *told((RECEIVERS, HOW_LONG, RIGHTS), report.writer),
    )
    return dated(
        title,
        blocks,
        committee,
        report.writer,
        on=held.on,
        created=datetime.combine(held.on, time(), UTC),
        attachments=(attachment,),
    )


class _Report:
    """The parts of one report."""

    def __init__(self, held: HeldData, writer: Writer, labels: Labels) -> None:
        self.held = held
        self.writer = writer
        self.labels = labels
        self.isolate = writer.formats.isolate

    def blocks(self) -> Iterator[Block]:
        """Every part; one that holds nothing says so."""
        pgettext = self.writer.catalogue.pgettext
        yield Heading(text=pgettext("paper", "The person"), level=2)
        yield Facts(pairs=tuple(self._person()))
        yield from self._part(
            pgettext("paper", "Seats and terms"),
            (
                pgettext("paper", "Organisation"),
                pgettext("paper", "Office"),
                pgettext("paper", "Term of office"),
                pgettext("paper", "Appointed by"),
            ),
            [self._term(term) for term in self.held.terms],
        )
        yield from self._bases()
        yield from self._part(
            pgettext("paper", "Skills"),
            (
                pgettext("paper", "Skill"),
                pgettext("paper", "Offered or sought"),
                pgettext("paper", "Note"),
            ),
            [
                (
                    self.writer.quote(each.name),
                    self.labels.label(each.direction),
                    self.isolate(each.note) or "–",
                )
                for each in self.held.skills
            ],
        )
        yield from self._meetings()
        yield from self._papers()
        for part in (letters_and_answers, drafts_and_objections, signatures_and_dispatches):
            yield from part(self.held, self.writer, self.labels)
        yield from self._log()

    def _bases(self) -> Iterator[Block]:
        pgettext = self.writer.catalogue.pgettext
        return self._part(
            pgettext("paper", "Legal bases"),
            (
                pgettext("paper", "Purpose"),
                pgettext("paper", "Basis"),
                pgettext("paper", "Text"),
                pgettext("paper", "From, until"),
            ),
            [
                (
                    self.labels.label(each.purpose),
                    self.labels.label(each.basis),
                    self.isolate(each.text_version),
                    self._span(each.given_on, each.withdrawn_on),
                )
                for each in self.held.consents
            ],
        )

    def _meetings(self) -> Iterator[Block]:
        pgettext = self.writer.catalogue.pgettext
        return self._part(
            pgettext("paper", "Meetings"),
            (
                pgettext("paper", "Minutes"),
                pgettext("paper", "Attendance"),
                pgettext("paper", "Votes by name"),
                pgettext("paper", "Actions"),
            ),
            [self._meeting(each) for each in self.held.meetings],
        )

    def _papers(self) -> Iterator[Block]:
        pgettext = self.writer.catalogue.pgettext
        return self._part(
            pgettext("paper", "Papers in the register"),
            (
                pgettext("paper", "Number"),
                pgettext("paper", "Paper"),
                pgettext("paper", "Digest (SHA-256)"),
            ),
            [
                (
                    self.isolate(each.register_number),
                    self.writer.quote(each.title),
                    self.isolate(f"{each.sha256[:_DIGEST]} …"),
                )
                for each in self.held.papers
            ],
        )

    def _part(
        self, title: str, header: tuple[str, ...], rows: Sequence[tuple[Text, ...]]
    ) -> Iterator[Block]:
        return held_part(title, header, rows, self.writer)

    def _person(self) -> Iterator[tuple[Text, Text]]:
        pgettext, person = self.writer.catalogue.pgettext, self.held.person
        yield pgettext("paper", "Name"), self.isolate(person.full_name)
        if person.name_native is not None:
            yield (
                pgettext("paper", "Name in its own script"),
                self.isolate(person.name_native.text),
            )
        for name, value in (
            (pgettext("paper", "Form of address"), self.isolate(person.form_of_address)),
            (
                pgettext("paper", "Grammatical gender"),
                self.labels.label(person.gender) if person.gender else "",
            ),
            (pgettext("paper", "Age range"), self.isolate(person.age_range or "")),
            (pgettext("paper", "E-mail"), self.isolate(person.email)),
        ):
            if value:
                yield name, value
        for point in person.contacts:
            purpose = self.labels.label(point.purpose)
            yield self.labels.label(point.kind), f"{self.isolate(point.value)} ({purpose})"
        if person.languages:
            formats = self.writer.formats
            spoken = formats.list(formats.language_name(each) for each in person.languages)
            yield pgettext("paper", "Languages spoken"), spoken
        if person.note:
            yield pgettext("paper", "Notes of the secretary"), self.isolate(person.note)

    def _term(self, term: HeldTerm) -> tuple[Text, ...]:
        whose = self.writer.quote(term.organisation) if term.organisation else "–"
        substitute = term.capacity is Capacity.SUBSTITUTE
        span = self._span(term.start, term.end)
        reason = self.labels.label(term.end_reason) if term.end_reason else ""
        by = (self.isolate(term.appointed_by), self.isolate(term.appointment_paper))
        return (
            whose,
            self.labels.label(term.capacity if substitute else term.role),
            "\n".join(filter(None, (span, reason))),
            "\n".join(filter(None, by)) or "–",
        )

    def _span(self, start: date | None, end: date | None) -> str:
        date_of = self.writer.formats.date
        return " – ".join(date_of(day) if day else "…" for day in (start, end))

    def _meeting(self, meeting: HeldMeeting) -> tuple[Text, ...]:
        votes = "\n".join(
            f"{vote.item}: {self.labels.label(vote.choice)}" for vote in meeting.votes
        )
        day = self.writer.formats.date(meeting.date)
        return (
            f"{self.isolate(meeting.label)} ({day})",
            "\n".join(
                filter(None, (self.labels.label(meeting.status), self.isolate(meeting.note)))
            ),
            votes or "–",
            self.writer.quote("\n".join(meeting.actions)) if meeting.actions else "–",
        )

    def _log(self) -> Iterator[Block]:
        """How often the record was written; the log holds no more than that."""
        catalogue = self.writer.catalogue
        count = len(self.held.log)
        words = catalogue.npgettext(
            "paper",
            "The log tells of {count} change of the record: when, by whom and by which command,"
            " and a digest of it; not what it said.",
            "The log tells of {count} changes of the record: when, by whom and by which command,"
            " and a digest of each; not what they said.",
            count,
        )
        yield Heading(text=catalogue.pgettext("paper", "Log"), level=2)
        yield Paragraph(text=words.format(count=count))
