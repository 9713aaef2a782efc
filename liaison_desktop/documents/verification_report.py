"""The report on the verification of a file: what its signatures prove, for somebody who was not
there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.signatures import SignatureKind, SignatureReport, Verification
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.signatures import SignatureSentences
from liaison_desktop.pdf.blocks import (
    Block,
    Callout,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Span,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import Document

PROGRAM = "LIAISON Desktop"
_GROUP = 8
_GROUPS_ON_A_LINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What is reported of a file.

    Attributes:
        size: in bytes.
        register_number: of the paper in the register whose file it is, or empty.
        register_known: whether there is a register to look in.
    """

    name: str
    size: int
    sha256: str
    verified_at: datetime
    verification: Verification
    register_number: str = ""
    register_known: bool = True


def compose_verification_report(
    reported: Reported, catalogue: Catalogue, *, committee: Committee | None
) -> Document:
    """The report in the catalogue's language; the same input gives an equal document.

    Args:
        committee: on whose behalf it was verified; ``None`` = the program speaks for itself.
    """
    writer = Writer(catalogue, catalogue.language)
    heading = catalogue.pgettext("paper", "Verification report")
    issuer = Issuer.of_committee(committee) if committee else Issuer(name=PROGRAM, city=PROGRAM)
    frame = Frame(
        issuer=issuer,
        title=heading,
        subject=writer.formats.isolate(reported.name),
        created=reported.verified_at,
    )
    report = _Report(reported, writer)
    return framed(frame, (Heading(text=heading, level=1), *report.blocks()), writer)


def grouped(
    digest: str, writer: Writer, size: int = _GROUP, on_a_line: int = _GROUPS_ON_A_LINE
) -> Text:
    """A digest in groups, to be compared by eye."""
    groups = wrap(digest, size)
    lines = (groups[at : at + on_a_line] for at in range(0, len(groups), on_a_line))
    shown = "\n".join(writer.formats.isolate(" ".join(line)) for line in lines)
    return (Span(shown, code=True),)


class _Report:
    """The parts of one report."""

    def __init__(self, reported: Reported, writer: Writer) -> None:
        self._reported = reported
        self._writer = writer
        self.pgettext = writer.catalogue.pgettext
        self._sentences = SignatureSentences(writer.catalogue, writer.formats, universal=True)

    def blocks(self) -> Iterator[Block]:
        """The verdict first, then the file, each signature, and what was not looked at."""
        verification = self._reported.verification
        yield Callout(blocks=(Paragraph(text=self._verdict(), tone=Tone.LEAD),))
        yield Heading(text=self.pgettext("paper", "What was verified"), level=2)
        yield Facts(pairs=tuple(self._file()))
        if verification.cautions:
            told = [self._sentences.caution(each) for each in verification.cautions]
            yield ListBlock(entries=tuple((Paragraph(text=each),) for each in told))
        for number, report in enumerate(verification.signatures, 1):
            yield from self._signature(number, report)
        if verification.unsigned_fields:
            yield from self._unsigned(verification.unsigned_fields)
        yield Heading(text=self.pgettext("paper", "How it was verified"), level=2)
        yield Paragraph(text=self._method())

    def _verdict(self) -> str:
        return self._sentences.verdict(self._reported.verification)

    def _file(self) -> Iterator[tuple[Text, Text]]:
        pgettext, formats, reported = self.pgettext, self._writer.formats, self._reported
        yield pgettext("paper", "File"), formats.isolate(reported.name)
        size = pgettext("paper", "{size} bytes").format(size=formats.number(reported.size))
        yield pgettext("paper", "Size"), size
        yield pgettext("paper", "Digest (SHA-256)"), grouped(reported.sha256, self._writer)
        yield pgettext("paper", "Verified on"), formats.moment(reported.verified_at)
        if reported.register_number:
            number = formats.isolate(reported.register_number)
            found = pgettext("paper", "in the register as {number}").format(number=number)
            yield pgettext("paper", "Register"), found
        elif reported.register_known:
            yield pgettext("paper", "Register"), pgettext("paper", "not a paper of the register")

    def _signature(self, number: int, report: SignatureReport) -> Iterator[Block]:
        stamp = report.kind is SignatureKind.TIME_STAMP
        words = (
            self.pgettext("paper", "{number}. Time stamp: {name}")
            if stamp
            else self.pgettext("paper", "{number}. Signature: {name}")
        )
        name = self._writer.formats.isolate(report.signer) or "–"
        heading = Heading(text=words.format(number=number, name=name), level=2)
        sentences = " ".join((*self._sentences.describe(report), *self._sentences.proofs(report)))
        yield Together(blocks=(heading, Paragraph(text=sentences)))
        yield Facts(pairs=tuple(self._facts(report)))

    def _facts(self, report: SignatureReport) -> Iterator[tuple[Text, Text]]:
        pgettext, isolate = self.pgettext, self._writer.formats.isolate
        yield pgettext("paper", "Verdict"), self._sentences.soundness(report)
        beside = pgettext("paper", "in a file beside it (.p7m)")
        yield pgettext("paper", "Field"), isolate(report.field) or beside
        if report.reason:
            yield pgettext("paper", "Reason given"), isolate(report.reason)
        level = self._sentences.level(report)
        if level:
            yield pgettext("paper", "Level (PAdES)"), level
        if report.subject:
            yield pgettext("paper", "Certificate"), isolate(report.subject)
        if report.issuer and not report.self_issued:
            yield pgettext("paper", "Issued by"), isolate(report.issuer)

    def _unsigned(self, fields: tuple[str, ...]) -> Iterator[Block]:
        yield Heading(text=self.pgettext("paper", "Fields not signed yet"), level=2)
        yield Paragraph(text=self._writer.formats.list(fields))

    def _method(self) -> str:
        return self.pgettext(
            "paper",
            "Verified by {program} on this computer from the file alone, without asking anybody. "
            "Whether a certificate was withdrawn is known as far as the file holds the answer of "
            "its issuer. Trusted are the certificates that were chosen by whoever verified.",
        ).format(program=PROGRAM)
