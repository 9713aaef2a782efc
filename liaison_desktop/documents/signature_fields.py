"""Places to sign: who signs in which function, with room for the date."""

from liaison_desktop.documents.writer import Writer, spans
from liaison_desktop.domain.assessment import Signatory, SignatoryFunction
from liaison_desktop.pdf.blocks import (
    SignatureField,
    Text,
)

BLANK = "." * 28
"""Room to write by hand."""


def signature_field(
    writer: Writer,
    *,
    field: str,
    name: str,
    function: SignatoryFunction,
    substitute_for: str = "",
    dated: bool = True,
) -> SignatureField:
    """The place for one signature; below it name, function and, if ``dated``, room for the date.

    Who is not known yet has room to write the name.
    """
    pgettext = writer.catalogue.pgettext
    signer = writer.formats.isolate(name)
    office = writer.phrases.function(function)
    caption: list[Text] = [signer if name else BLANK, office]
    if substitute_for:
        holder = writer.formats.isolate(substitute_for)
        caption.append(pgettext("paper", "Substitute for {name}").format(name=holder))
    if dated:
        caption.append(room_for_the_date(writer))
    label = pgettext("paper", "Signature of {name}, {function}")
    return SignatureField(
        name=field,
        label=label.format(name=signer, function=office) if name else office,
        caption=tuple(caption),
    )


def signatorys_field(signatory: Signatory, writer: Writer) -> SignatureField:
    """The place for the signature of somebody on the sheet of the meeting."""
    return signature_field(
        writer,
        field=signatory.field,
        name=signatory.name,
        function=signatory.function,
        substitute_for=signatory.substitute_for,
    )


def room_for_the_date(writer: Writer) -> Text:
    """The last line below a signature, to be filled in by hand."""
    return spans(writer.catalogue.pgettext("paper", "Date"), " ", BLANK)
