"""Places to sign: who signs in which function, with room for the date."""

from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.assessment import Signatory
from liaison_desktop.pdf.blocks import SignatureField, Text

BLANK = "." * 28
"""Room to write by hand."""


def signature_field(signatory: Signatory, writer: Writer) -> SignatureField:
    """The place for one signature; below it name, function and the room for the date."""
    pgettext = writer.catalogue.pgettext
    name = writer.formats.isolate(signatory.name)
    function = writer.phrases.function(signatory.function)
    caption: list[Text] = [name, function]
    if signatory.substitute_for:
        holder = writer.formats.isolate(signatory.substitute_for)
        caption.append(pgettext("paper", "Substitute for {name}").format(name=holder))
    caption.append(" ".join((pgettext("paper", "Date"), BLANK)))
    label = pgettext("paper", "Signature of {name}, {function}")
    return SignatureField(
        name=signatory.field,
        label=label.format(name=name, function=function),
        caption=tuple(caption),
    )
