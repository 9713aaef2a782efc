"""Drafts, objections, signatures and papers of one person, in the report on what is held."""

from collections.abc import Iterator

from liaison_desktop.documents.held_letters import held_part
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.access import (
    HeldData,
    HeldDispatch,
    HeldDraft,
    HeldObjection,
    HeldSignature,
)
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.pdf.blocks import Block, Text


def drafts_and_objections(held: HeldData, writer: Writer, labels: Labels) -> Iterator[Block]:
    """Which drafts of minutes the person was sent, and what the person found wrong with them."""
    pgettext = writer.catalogue.pgettext
    yield from held_part(
        pgettext("paper", "Drafts of minutes"),
        (
            pgettext("paper", "Meeting"),
            pgettext("paper", "Sent"),
            pgettext("paper", "To"),
            pgettext("paper", "Objections until"),
        ),
        [_draft(each, writer, labels) for each in held.drafts],
        writer,
    )
    yield from held_part(
        pgettext("paper", "Objections to minutes"),
        (
            pgettext("paper", "Meeting"),
            pgettext("paper", "Objection"),
            pgettext("paper", "Ruling"),
        ),
        [_objection(each, writer, labels) for each in held.objections],
        writer,
    )


def signatures_and_dispatches(held: HeldData, writer: Writer, labels: Labels) -> Iterator[Block]:
    """What the person signed by hand or would not sign, and was handed."""
    pgettext = writer.catalogue.pgettext
    yield from held_part(
        pgettext("paper", "Signatures by hand and refusals"),
        (pgettext("paper", "Number"), pgettext("paper", "Signature"), pgettext("paper", "Reason")),
        [_signature(each, writer) for each in held.signatures],
        writer,
    )
    yield from held_part(
        pgettext("paper", "Papers handed over"),
        (
            pgettext("paper", "Number"),
            pgettext("paper", "Sent"),
            pgettext("paper", "To"),
            pgettext("paper", "Receipt"),
        ),
        [_dispatch(each, writer, labels) for each in held.dispatches],
        writer,
    )


def _draft(draft: HeldDraft, writer: Writer, labels: Labels) -> tuple[Text, ...]:
    isolate, formats = writer.formats.isolate, writer.formats
    return (
        isolate(draft.meeting),
        f"{formats.moment(draft.circulated_at)}\n{labels.label(draft.medium)}",
        isolate(draft.address) or "–",
        formats.date(draft.until),
    )


def _objection(objection: HeldObjection, writer: Writer, labels: Labels) -> tuple[Text, ...]:
    formats = writer.formats
    ruled_on = formats.date(objection.ruled_on) if objection.ruled_on else ""
    ruling = (labels.label(objection.ruling), ruled_on, formats.isolate(objection.answer))
    return (
        f"{formats.isolate(objection.meeting)}\n{formats.date(objection.raised_on)}",
        writer.quote(objection.text),
        "\n".join(filter(None, ruling)),
    )


def _signature(signature: HeldSignature, writer: Writer) -> tuple[Text, ...]:
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    refused = pgettext("paper", "Refused on {day}")
    words = refused if signature.refused else pgettext("paper", "Signed by hand on {day}")
    return (
        formats.isolate(signature.register_number),
        words.format(day=formats.date(signature.on)),
        formats.isolate(signature.reason) or "–",
    )


def _dispatch(dispatch: HeldDispatch, writer: Writer, labels: Labels) -> tuple[Text, ...]:
    formats = writer.formats
    received = formats.date(dispatch.received_on) if dispatch.received_on else ""
    return (
        f"{formats.isolate(dispatch.register_number)}\n{labels.label(dispatch.edition)}",
        f"{formats.moment(dispatch.sent_at)}\n{labels.label(dispatch.medium)}",
        formats.isolate(dispatch.address) or "–",
        "\n".join(filter(None, (received, formats.isolate(dispatch.receipt)))) or "–",
    )
