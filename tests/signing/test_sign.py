from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.sign import sign_pdf
from tests.signing.conftest import World
from tests.signing.papers import paper, with_field_entry


def refused(
    world: World, pdf: bytes, field: str = "chair", *, key: Key | None = None, certify: bool = False
) -> UserError:
    with pytest.raises(UserError) as caught:
        world.sign(pdf, field, key=key, certify=certify)
    return caught.value


def test_signing_only_appends(unsigned: bytes, signed_once: bytes, signed_twice: bytes) -> None:
    assert signed_once.startswith(unsigned)
    assert signed_twice.startswith(signed_once)
    assert len(unsigned) < len(signed_once) < len(signed_twice)


def test_it_is_a_pades_signature_that_certifies(signed_twice: bytes) -> None:
    with pikepdf.open(BytesIO(signed_twice)) as pdf:
        chair, secretary = (field.V for field in pdf.Root.AcroForm.Fields)
        for signature in (chair, secretary):
            assert signature.SubFilter == pikepdf.Name("/ETSI.CAdES.detached")
            assert str(signature.Reason) == "Verbale approvato"
        assert str(chair.Name) == "Ottavia Belcampo"
        assert str(secretary.Name) == "Bianca D’Àvalos"
        assert pdf.Root.Perms.DocMDP.objgen == chair.objgen
        assert chair.Reference[0].TransformParams.P == 2
        assert "/Reference" not in secretary


def test_it_shows_the_appearance_in_its_field(world: World, unsigned: bytes) -> None:
    def ink(pdf: bytes) -> int:
        with pypdfium2.PdfDocument(pdf) as document:
            document.init_forms()
            picture = document[1].render(may_draw_forms=True).to_pil().convert("L")
        field = picture.crop((72, 842 - 162, 302, 842 - 100))
        return sum(count for shade, count in enumerate(field.histogram()) if shade < 128)

    shown = world.sign(unsigned, "chair")
    hidden = sign_pdf(
        unsigned,
        world.chair,
        field="chair",
        reason="",
        signer_name="Ottavia Belcampo",
        appearance=None,
        certify=True,
    )
    assert ink(shown) > 50
    assert ink(hidden) == 0


def test_what_is_no_pdf_is_not_signed(world: World, unsigned: bytes) -> None:
    for content in (b"", b"PK\x03\x04 a word file", b"\n" + unsigned):
        assert refused(world, content).code == "not_a_pdf"
    for length in (9, 200, len(unsigned) // 2, len(unsigned) - 20):
        assert refused(world, unsigned[:length]).code == "pdf_damaged"


def test_a_file_with_a_password_is_not_signed(world: World, unsigned: bytes) -> None:
    for password in ("", "geheim"):
        locked = BytesIO()
        with pikepdf.open(BytesIO(unsigned)) as pdf:
            pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=password))
        assert refused(world, locked.getvalue()).code == "pdf_encrypted"


def test_the_field_must_be_there_and_empty(world: World, signed_once: bytes) -> None:
    missing = refused(world, signed_once, "mayor")
    assert missing.code == "signature_field_missing"
    assert missing.parameters == {"field": "mayor", "fields": "chair, secretary"}
    assert refused(world, signed_once, "chair").code == "signature_field_taken"
    assert refused(world, paper(fields=())).code == "signature_field_none"


def test_only_the_first_signature_can_certify(world: World, signed_once: bytes) -> None:
    error = refused(world, signed_once, "secretary", certify=True)
    assert error.code == "certification_not_first"


INCLUDE = pikepdf.Name.Include


@pytest.mark.parametrize("certify", [False, True])
@pytest.mark.parametrize(
    ("lock", "locked"),
    [
        ({"/Action": pikepdf.Name.All}, True),
        ({"/Action": INCLUDE, "/Fields": pikepdf.Array(["secretary"])}, True),
        ({"/Action": INCLUDE, "/Fields": pikepdf.Array(["chair"]), "/P": 1}, True),
        ({"/Action": INCLUDE, "/Fields": pikepdf.Array(["chair"])}, False),
    ],
)
def test_a_field_that_an_earlier_signature_locks_stays_empty(
    world: World, lock: dict[str, pikepdf.Object], locked: bool, certify: bool
) -> None:
    locking = with_field_entry(paper(), Lock=pikepdf.Dictionary(lock))
    signed = world.sign(locking, "chair", certify=certify)
    if locked:
        assert refused(world, signed, "secretary").code == "pdf_locked"
    else:
        assert world.sign(signed, "secretary").startswith(signed)


def test_terms_of_the_field_that_cannot_be_met(world: World, unsigned: bytes) -> None:
    terms = pikepdf.Dictionary(
        Type=pikepdf.Name.SV, Ff=8, Reasons=pikepdf.Array([pikepdf.String("I am the author")])
    )
    assert refused(world, with_field_entry(unsigned, SV=terms)).code == "pdf_terms_unmet"


def test_a_key_that_went_out_of_force_since_it_was_read(world: World, unsigned: bytes) -> None:
    now = datetime.now(UTC)
    old = replace(world.chair, info=replace(world.chair.info, not_after=now - timedelta(hours=1)))
    new = replace(world.chair, info=replace(world.chair.info, not_before=now + timedelta(hours=1)))
    assert refused(world, unsigned, key=old).code == "key_expired"
    assert refused(world, unsigned, key=new).code == "key_not_yet_valid"
