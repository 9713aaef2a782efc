"""Verification of every signature in a PDF, from the file and the given anchors alone."""

from typing import TYPE_CHECKING

from liaison_desktop.domain.signatures import Verification

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison_desktop.signing.trust import Anchors


def verify_pdf(pdf: bytes, anchors: "Sequence[bytes] | Anchors") -> Verification:
    """The facts on each signature in the file, in the order they were made, and on the fields still
    empty.

    Nothing is fetched from the network: whether certificates were withdrawn is known as far as the
    file itself brings the answers along. A file that is made to keep the program busy is given up
    after some seconds, and counts as not valid.

    Args:
        anchors: certificates the reader trusts, each PEM (one or more) or DER; for every purpose
            unless they come as ``Anchors``.

    Raises:
        UserError: ``anchor_unreadable``, ``not_a_pdf``, ``pdf_damaged``, ``pdf_encrypted``,
            ``pdf_too_complex``.
    """
    from liaison_desktop.signing.checks import Known, check_signatures, shown, signing_order
    from liaison_desktop.signing.evidence import stored
    from liaison_desktop.signing.judgement import judges_of
    from liaison_desktop.signing.liveliness import cautions, with_cautions
    from liaison_desktop.signing.opening import Deadline, open_pdf, signature_fields, telling_damage
    from liaison_desktop.signing.revisions import History

    deadline = Deadline(pdf)
    judges = judges_of(anchors, deadline)
    reader = open_pdf(pdf, deadline)
    fields = signature_fields(reader)
    signed = sorted((field for field in fields if field.value is not None), key=signing_order)
    with telling_damage():
        known = Known(reader, judges, History(reader), stored(reader))
        found = cautions(reader)
    return Verification(
        signatures=with_cautions(check_signatures(signed, known), found),
        unsigned_fields=tuple(shown(field.name) for field in fields if field.value is None),
        cautions=found,
    )
