"""An agreement between organisations (memorandum of understanding) as an official paper."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from liaison_desktop.documents.agreement_provisions import (
    article_texts,
    articles,
    legal_nature,
    provisions,
)
from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.signature_fields import BLANK, room_for_the_date
from liaison_desktop.documents.writer import Writer, between, bold, spans
from liaison_desktop.domain.agreement_texts import AgreementVersion, as_of
from liaison_desktop.domain.agreements import Agreement, AgreementStatus, AgreementTerms, Party
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.marking import NP_
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    SignatureField,
    SignatureGrid,
    Span,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)

_MARKS: Final[Mapping[AgreementStatus, str]] = {
    AgreementStatus.DRAFT: NP_("paper", "Draft, not approved"),
    AgreementStatus.NEGOTIATION: NP_("paper", "Draft, not approved"),
    AgreementStatus.EXPIRED: NP_("paper", "Expired"),
    AgreementStatus.WITHDRAWN: NP_("paper", "Withdrawn"),
}

_UNFINISHED = frozenset({AgreementStatus.DRAFT, AgreementStatus.NEGOTIATION})
_SIGNED = frozenset({AgreementStatus.APPROVED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE})


def compose_agreement(
    agreement: Agreement,
    terms: AgreementTerms,
    committee: Committee,
    catalogue: Catalogue,
    *,
    register_number: str,
    created: datetime,
    version: AgreementVersion | None = None,
) -> Document:
    """The agreement in the catalogue's language; the same input gives an equal document.

    A draft, and what is no longer in force, has no place to sign. Without a version, or where it
    has no texts, only the headings of the articles are printed.
    """
    writer = Writer(catalogue, version.language if version else committee.language)
    if version is not None:
        agreement = as_of(agreement, version)
    in_full = version is not None and any(article.text for article in version.articles)
    status = agreement.status
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=agreement_title(agreement, version, catalogue),
        subject=catalogue.pgettext("paper", "Memorandum of understanding"),
        created=created,
        register_number=register_number,
        marks=(catalogue.pgettext("paper", _MARKS[status]),) if status in _MARKS else (),
        watermark=(catalogue.pgettext("paper", "Draft") if status in _UNFINISHED else ""),
    )
    said = in_full and not terms.legal_nature
    last = () if said else legal_nature(terms, writer)
    blocks = (
        *_head(agreement, terms, version, writer),
        *_parties(agreement, terms, writer),
        *_whereas(terms, version, writer),
        *_articles(agreement, version, writer, in_full=in_full),
        *provisions(agreement, terms, writer, in_full=in_full),
        *_end(agreement, terms, committee, last, writer),
    )
    return framed(frame, blocks, writer)


def _articles(
    agreement: Agreement, version: AgreementVersion | None, writer: Writer, *, in_full: bool
) -> Iterator[Block]:
    if version is None:
        return articles(agreement.articles, writer)
    if in_full:
        return article_texts(version.articles, writer)
    return articles([article.heading for article in version.articles], writer)


def _amends(version: AgreementVersion | None) -> bool:
    return version is not None and version.number > 1


def agreement_title(
    agreement: Agreement, version: AgreementVersion | None, catalogue: Catalogue
) -> str:
    """What the paper is called; the first amendment is the second version of the text."""
    if version is None or not _amends(version):
        return agreement.title
    words = catalogue.pgettext("paper", "Amendment no. {number} to “{title}”")
    title = Formats(catalogue.language).isolate(agreement.title)
    return words.format(number=version.number - 1, title=title)


def _head(
    agreement: Agreement,
    terms: AgreementTerms,
    version: AgreementVersion | None,
    writer: Writer,
) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    title = agreement_title(agreement, version, writer.catalogue)
    yield Heading(text=title if _amends(version) else writer.quote(title), level=1)
    kind = _kind(agreement, writer)
    if kind:
        yield Paragraph(text=kind, tone=Tone.LEAD)
    pairs: list[tuple[Text, Text]] = []
    if terms.approved_by:
        pairs.append((pgettext("paper", "Approved by"), writer.quote(terms.approved_by)))
    if agreement.signed_on:
        signed_on = writer.formats.long_date(agreement.signed_on)
        pairs.append((pgettext("paper", "Signed on"), signed_on))
    if version is not None and version.reason:
        reason = pgettext("paper", "Reason for the amendment")
        pairs.append((reason, writer.quote(version.reason)))
    if pairs:
        yield Facts(pairs=tuple(pairs))


def _kind(agreement: Agreement, writer: Writer) -> str:
    """What kind of paper it is, unless the title says so."""
    if not writer.writes_the_records_language:
        return writer.catalogue.pgettext("paper", "Memorandum of understanding")
    said = agreement.title.casefold().startswith(agreement.kind.casefold())
    return "" if said else agreement.kind[:1].upper() + agreement.kind[1:]


def _parties(agreement: Agreement, terms: AgreementTerms, writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    if not agreement.parties:
        return
    yield Heading(text=pgettext("paper", "Parties"), level=2)
    yield Paragraph(
        text=pgettext("paper", "This memorandum is concluded between"), keep_with_next=True
    )
    yield ListBlock(
        entries=tuple((Paragraph(text=_party(p, terms, writer)),) for p in agreement.parties),
        ordered=True,
    )
    yield Paragraph(text=pgettext("paper", "hereinafter referred to as “the Parties”."))


def _party(party: Party, terms: AgreementTerms, writer: Writer) -> Text:
    """The party by its name; who signs for it where that is known."""
    (name,) = _name(party.name, writer)
    emphasised = (Span(name.text, bold=True, language=name.language),)
    representative = terms.representative(party)
    if representative is None:
        return emphasised
    who = writer.catalogue.pgettext("paper", "represented by {name}").format(
        name=writer.formats.isolate(representative.name)
    )
    capacity = _name(representative.capacity, writer) if representative.capacity else ""
    return between(writer.formats.comma, (emphasised, who, capacity))


def _name(text: str, writer: Writer) -> tuple[Span, ...]:
    """A name, which may be in another script than the record."""
    if writer.writes_the_records_language:
        return (Span(writer.formats.isolate(text)),)
    return writer.quote(text)


def _whereas(
    terms: AgreementTerms, version: AgreementVersion | None, writer: Writer
) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    if terms.whereas:
        yield Heading(text=pgettext("paper", "Whereas"), level=2)
        reasons = ListBlock(entries=tuple((Paragraph(text=why),) for why in terms.whereas))
        yield from writer.quote_blocks(reasons)
    agree = pgettext("paper", "The Parties agree as follows:")
    if _amends(version):
        agree = pgettext("paper", "The Parties agree that their memorandum shall read as follows:")
    yield Paragraph(text=bold(agree), tone=Tone.LEAD, keep_with_next=True)


def _end(
    agreement: Agreement,
    terms: AgreementTerms,
    committee: Committee,
    last: tuple[Block, ...],
    writer: Writer,
) -> Iterator[Block]:
    """The last clause and, kept with it so that nobody signs a page without one, who signs."""
    if agreement.status not in _SIGNED or not agreement.parties:
        if last:
            yield Together(blocks=last)
        return
    pgettext = writer.catalogue.pgettext
    day = writer.formats.long_date(agreement.signed_on) if agreement.signed_on else BLANK
    place_and_date = spans(writer.quote(terms.place or committee.city), writer.formats.comma, day)
    fields = tuple(
        _field(f"party-{number}", party, terms, writer)
        for number, party in enumerate(agreement.parties, 1)
    )
    yield Together(
        blocks=(
            *last,
            Heading(text=pgettext("paper", "Signatures of the Parties"), level=2),
            Facts(pairs=((pgettext("paper", "Place and date"), place_and_date),)),
            SignatureGrid(fields=fields[:2]),
        )
    )
    if fields[2:]:
        yield SignatureGrid(fields=fields[2:])


def _field(field: str, party: Party, terms: AgreementTerms, writer: Writer) -> SignatureField:
    """The place for a party's signature; what is not known of who signs is written by hand."""
    pgettext = writer.catalogue.pgettext
    representative = terms.representative(party)
    by_hand: tuple[Text, ...] = (
        spans(pgettext("paper", "Name"), " ", BLANK),
        spans(pgettext("paper", "Capacity"), " ", BLANK),
    )
    if representative is None:
        signer = by_hand
    else:
        capacity = representative.capacity
        signer = (
            writer.formats.isolate(representative.name),
            _name(capacity, writer) if capacity else by_hand[1],
        )
    label = pgettext("paper", "Signature for {party}")
    return SignatureField(
        name=field,
        label=label.format(party=writer.formats.isolate(party.name)),
        caption=(_name(party.name, writer), *signer, room_for_the_date(writer)),
    )
