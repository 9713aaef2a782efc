"""Files that were sent out to be signed, and what came back."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import PdfObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import LaterChange
from liaison_desktop.signing.pades import KeySigner
from liaison_desktop.signing.returned import added_signatures
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.conftest import World
from tests.signing.papers import paper


def signed_by_another_program(
    pdf: bytes, world: World, field: str, box: tuple[int, int, int, int] | None = None
) -> bytes:
    """Signed without us, in a field that is there or in a new one."""
    spec = SigFieldSpec(field, box=box) if box else None
    signer = PdfSigner(
        PdfSignatureMetadata(field_name=field, md_algorithm="sha256"),
        KeySigner(world.chair),
        new_field_spec=spec,
    )
    return bytes(signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue())


def with_update(pdf: bytes, entries: dict[str, PdfObject]) -> bytes:
    """The file with an update behind it that changes the catalog."""
    writer: Any = IncrementalPdfFileWriter(BytesIO(pdf))
    for name, value in entries.items():
        writer.root[name] = value
    writer.update_root()
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_each_signature_is_a_state_of_its_own(
    world: World, unsigned: bytes, signed_once: bytes, signed_twice: bytes
) -> None:
    chair, secretary = added_signatures(unsigned, signed_twice)
    assert (chair.field, secretary.field) == ("chair", "secretary")
    assert (chair.signer, secretary.signer) == (world.chair.info.name, world.secretary.info.name)
    assert (chair.content, secretary.content) == (signed_once, signed_twice)
    (second,) = added_signatures(signed_once, signed_twice)
    assert second.content == signed_twice
    assert verify_pdf(chair.content, world.anchors).valid


def test_another_program_may_have_signed(world: World, unsigned: bytes) -> None:
    returned = signed_by_another_program(unsigned, world, "chair")
    (added,) = added_signatures(unsigned, returned)
    assert (added.field, added.content) == ("chair", returned)


def test_the_same_file_has_no_signature_more(signed_once: bytes) -> None:
    with pytest.raises(UserError, match="returned_unchanged"):
        added_signatures(signed_once, signed_once)


@pytest.mark.parametrize("place", [0, 40, -1])
def test_another_file_is_refused(unsigned: bytes, signed_once: bytes, place: int) -> None:
    sent = bytearray(unsigned)
    sent[place] ^= 1
    with pytest.raises(UserError, match="returned_other_document"):
        added_signatures(bytes(sent), signed_once)
    with pytest.raises(UserError, match="returned_other_document"):
        added_signatures(unsigned, paper(pages=2) if place else unsigned[:-1])


def test_a_field_of_their_own_is_refused(world: World, unsigned: bytes) -> None:
    returned = signed_by_another_program(unsigned, world, "mine", (10, 10, 60, 40))
    with pytest.raises(UserError, match="returned_changed_otherwise") as raised:
        added_signatures(unsigned, returned)
    assert str(LaterChange.FIELD_ADDED) in str(raised.value.parameters["changes"])


def test_a_file_written_anew_is_another_one(unsigned: bytes, signed_once: bytes) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(signed_once)) as pdf:
        pdf.save(target)
    with pytest.raises(UserError, match="returned_other_document"):
        added_signatures(unsigned, target.getvalue())


def test_a_setting_changed_before_the_signature_is_refused(world: World, unsigned: bytes) -> None:
    changed = with_update(unsigned, {"/Lang": TextStringObject("xx")})
    returned = world.sign(changed, "chair", certify=True)
    with pytest.raises(UserError, match="returned_changed_otherwise"):
        added_signatures(unsigned, returned)


def test_a_broken_signature_is_refused(unsigned: bytes, signed_once: bytes) -> None:
    broken = bytearray(signed_once)
    start = broken.index(b"/Contents <", len(unsigned))
    value = broken[start : broken.index(b">", start)].rstrip(b"0")
    place = start + len(value) - 40
    broken[place] = ord("0") if broken[place] != ord("0") else ord("1")
    with pytest.raises(UserError, match="returned_signature_broken"):
        added_signatures(unsigned, bytes(broken))


def test_something_added_without_a_signature_is_refused(unsigned: bytes) -> None:
    with pytest.raises(UserError, match="returned_not_signed"):
        added_signatures(unsigned, with_update(unsigned, {}))
