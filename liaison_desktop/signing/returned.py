"""A file that was sent out to be signed, and what came back.

What came back begins with every byte that was sent, so it is the same document; what was added may
only be signatures, time stamps and validation data. Who signed need not be trusted here: that is
told, and judged by whoever verifies.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import SignatureKind, SignatureProblem, SignatureReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from liaison_desktop.signing.opening import BoundedReader, FoundField


_BROKEN = frozenset({SignatureProblem.UNREADABLE, SignatureProblem.UNSUPPORTED})


@dataclass(frozen=True, slots=True)
class AddedSignature:
    """A signature that was not there when the file was sent.

    Attributes:
        field: the signature field; empty = a time stamp over the whole file.
        signer: name in the certificate.
        content: the file up to this signature, a whole file by itself.
    """

    field: str
    signer: str
    signed_at: datetime | None
    content: bytes


def added_signatures(sent: bytes, returned: bytes) -> tuple[AddedSignature, ...]:
    """What was added, in the order in which it was.

    Raises:
        UserError: ``returned_unchanged``, ``returned_other_document``,
            ``returned_changed_otherwise`` with ``LaterChange`` values, ``returned_not_signed``,
            ``returned_field_unknown``, ``returned_signature_broken``; what opening a PDF raises.
    """
    from liaison_desktop.signing.opening import Deadline, open_pdf, signature_fields
    from liaison_desktop.signing.verify import verify_pdf

    if returned == sent:
        raise UserError("returned_unchanged")
    if not returned.startswith(sent):
        raise UserError("returned_other_document")
    before = open_pdf(sent, Deadline(sent))
    after = open_pdf(returned, Deadline(returned))
    _require_additions(before, after)
    known = {field.name: field.value is not None for field in signature_fields(before)}
    new = [field for field in signature_fields(after) if field.value and not known.get(field.name)]
    if not new:
        raise UserError("returned_not_signed")
    reports = {report.field: report for report in verify_pdf(returned, ()).signatures}
    return tuple(_added(new, known, reports, returned))


def _require_additions(before: "BoundedReader", after: "BoundedReader") -> None:
    from liaison_desktop.signing.opening import telling_damage
    from liaison_desktop.signing.revisions import History

    with telling_damage():
        followed = History(after).after(before.xrefs.total_revisions - 1)
    if not followed.allowed:
        raise UserError("returned_changed_otherwise", changes=followed.changes)


def _added(
    new: "Sequence[FoundField]",
    known: dict[str, bool],
    reports: dict[str, SignatureReport],
    returned: bytes,
) -> "Iterator[AddedSignature]":
    from liaison_desktop.signing.checks import shown, signing_order

    ordered = sorted(new, key=signing_order)
    for place, field in enumerate(ordered):
        report = reports[shown(field.name)]
        stamp = report.kind is SignatureKind.TIME_STAMP
        if not report.intact or report.problem in _BROKEN:
            raise UserError("returned_signature_broken", field=shown(field.name))
        if not stamp and field.name not in known:
            raise UserError("returned_field_unknown", field=shown(field.name))
        last = place == len(ordered) - 1
        yield AddedSignature(
            field="" if stamp else field.name,
            signer=report.signer,
            signed_at=report.signed_at,
            content=returned if last else returned[: signing_order(field)],
        )
