"""Verification of every signature in a PDF, from the file and the given anchors alone."""

from collections.abc import Sequence

from liaison_desktop.domain.signatures import Verification


def verify_pdf(pdf: bytes, anchors: Sequence[bytes]) -> Verification:
    """The facts on each signature in the file, in the order they were made, and on the fields still
    empty.

    Nothing is fetched from the network, so revocation is not asked. A file that is made to keep the
    program busy is given up after some seconds, and counts as not valid.

    Args:
        anchors: certificates the reader trusts, each PEM (one or more) or DER.

    Raises:
        UserError: ``anchor_unreadable``, ``not_a_pdf``, ``pdf_damaged``, ``pdf_encrypted``,
            ``pdf_too_complex``.
    """
    from liaison_desktop.signing.checks import check_signature, shown, signing_order
    from liaison_desktop.signing.opening import Deadline, open_pdf, signature_fields
    from liaison_desktop.signing.trust import Trust

    deadline = Deadline(pdf)
    trust = Trust(anchors, deadline)
    reader = open_pdf(pdf, deadline)
    fields = signature_fields(reader)
    signed = sorted((field for field in fields if field.value is not None), key=signing_order)
    return Verification(
        signatures=tuple(check_signature(reader, field, trust) for field in signed),
        unsigned_fields=tuple(shown(field.name) for field in fields if field.value is None),
    )
