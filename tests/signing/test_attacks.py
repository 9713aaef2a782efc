"""No file that shows something else than what was signed is ever called valid; why is told."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import (
    Caution,
    LaterChange,
    Modification,
    SignatureProblem,
    Verification,
)
from liaison_desktop.signing.pades import KeySigner, stamp_style
from liaison_desktop.signing.verify import verify_pdf
from tests.signing import attacks, changing
from tests.signing.conftest import World
from tests.signing.papers import stamp, with_field_entry

CHANGED = SignatureProblem.CHANGED_AFTERWARDS


@pytest.fixture(scope="module")
def shadowed(world: World) -> bytes:
    """Signed by the chair, who saw none of what is hidden in it."""
    return world.sign(attacks.prepared(), "chair")


def problems(verification: Verification) -> list[SignatureProblem | None]:
    assert not verification.valid
    return [report.problem for report in verification.signatures]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (attacks.note_over_the_text, LaterChange.ANNOTATION),
        (attacks.stamp_over_the_text, LaterChange.ANNOTATION),
        (attacks.link_elsewhere, LaterChange.ANNOTATION),
        (attacks.page_content_replaced, LaterChange.PAGE_CONTENT),
        (attacks.stream_of_a_page_overwritten, LaterChange.PAGE_CONTENT),
        (attacks.font_replaced, LaterChange.PAGE_CONTENT),
        (attacks.page_added, LaterChange.PAGES),
        (changing.page_removed, LaterChange.PAGES),
        (attacks.program_on_opening, LaterChange.SETTINGS),
        (changing.other_language, LaterChange.SETTINGS),
        (attacks.title_changed, LaterChange.SETTINGS),
        (attacks.field_added, LaterChange.FIELD_ADDED),
        (attacks.empty_signature_field_added, LaterChange.FIELD_ADDED),
        (attacks.field_moved, LaterChange.SIGNATURE_CHANGED),
        (attacks.picture_of_a_signature_replaced, LaterChange.SIGNATURE_CHANGED),
        (changing.signature_removed, LaterChange.SIGNATURE_CHANGED),
    ],
)
@pytest.mark.parametrize("certified", [True, False], ids=["certified", "approved"])
def test_what_is_appended_is_told(
    world: World, unsigned: bytes, change: changing.Change, told: LaterChange, certified: bool
) -> None:
    signed = world.sign(world.sign(unsigned, "chair", certify=certified), "secretary")
    verification = verify_pdf(changing.appended(signed, change), world.anchors)
    assert not verification.valid
    for report in verification.signatures:
        assert report.problem in {CHANGED, SignatureProblem.CHANGEABLE}
        assert report.modified_after is Modification.NOT_ALLOWED
        assert told in report.later
        assert report.intact


def test_another_catalog(world: World, signed_twice: bytes) -> None:
    verification = verify_pdf(attacks.another_catalog(signed_twice), world.anchors)
    assert set(problems(verification)) == {CHANGED}
    assert LaterChange.SETTINGS in verification.signatures[0].later


def test_the_signature_of_one_in_the_field_of_another(world: World, signed_once: bytes) -> None:
    twice = changing.appended(signed_once, attacks.signature_used_twice)
    assert set(problems(verify_pdf(twice, world.anchors))) == {CHANGED}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (attacks.value_filled_in, LaterChange.FIELD_VALUE),
        (attacks.picture_of_a_field_replaced, LaterChange.FIELD_VALUE),
        (attacks.value_drawn_anew, LaterChange.FIELD_VALUE),
        (attacks.cover_taken_away, LaterChange.ANNOTATION),
        (attacks.layer_switched, LaterChange.SETTINGS),
        (attacks.hidden_page_shown, LaterChange.PAGES),
    ],
)
def test_what_was_hidden_and_is_shown_now(
    world: World, shadowed: bytes, change: changing.Change, told: LaterChange
) -> None:
    before = verify_pdf(shadowed, world.anchors)
    assert before.valid
    assert before.cautions == (Caution.LAYERS,)
    verification = verify_pdf(changing.appended(shadowed, change), world.anchors)
    assert problems(verification) == [CHANGED]
    assert told in verification.signatures[0].later


def test_shown_by_the_table_of_objects_alone(world: World, shadowed: bytes) -> None:
    """Nothing but a cross-reference section is appended: one page's text is where another's was."""
    with pikepdf.open(BytesIO(shadowed)) as pdf:
        shown = pdf.pages[0].obj.Contents.objgen[0]
        hidden = pdf.Root.Hidden.Kids[0].Contents.objgen[0]
        size, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
    place = shadowed.index(b"\n%d 0 obj" % hidden) + 1
    previous = shadowed[shadowed.rindex(b"startxref") + 10 :].split()[0]
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (shown, place, size, root, previous, len(shadowed))
    try:
        assert set(problems(verify_pdf(shadowed + table, world.anchors))) <= {
            CHANGED,
            SignatureProblem.UNREADABLE,
        }
    except UserError as error:
        assert error.code == "pdf_damaged"  # noqa: PT017 - either is well


@pytest.mark.parametrize(
    "entry", [b"/ByteRange", b"/Contents <", b"/SubFilter", b"/Filter /Adobe"], ids=str
)
def test_a_signature_with_a_part_missing(world: World, signed_once: bytes, entry: bytes) -> None:
    (problem,) = problems(verify_pdf(attacks.without(signed_once, entry), world.anchors))
    assert problem in {
        SignatureProblem.UNREADABLE,
        SignatureProblem.UNSUPPORTED,
        SignatureProblem.ALTERED,
    }


@pytest.mark.parametrize("value", [b"null", b"()", b"<>", b"<00>", b"12 0 R", b"[]", b"/Name"])
def test_a_signature_value_of_another_kind(world: World, signed_once: bytes, value: bytes) -> None:
    start = signed_once.index(b"/Contents <") + len(b"/Contents ")
    end = signed_once.index(b">", start) + 1
    other = signed_once[:start] + value.ljust(end - start) + signed_once[end:]
    assert problems(verify_pdf(other, world.anchors)) == [SignatureProblem.UNREADABLE]


def test_a_signature_wrapped_around_something_else(world: World, signed_once: bytes) -> None:
    try:
        (problem,) = problems(verify_pdf(attacks.wrapped(signed_once), world.anchors))
        assert problem is not None
    except UserError as error:
        assert error.code == "pdf_damaged"  # noqa: PT017 - either is well


def foreign(
    pdf: bytes, world: World, *, field: str, permits: MDPPerm | None = None, new: bool = False
) -> bytes:
    """Signed by a program that knows no better."""
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=permits is not None,
        docmdp_permissions=permits or MDPPerm.FILL_FORMS,
    )
    signer = PdfSigner(
        metadata, KeySigner(world.chair), stamp_style=stamp_style(stamp("All is refused."))
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if new:
        append_signature_field(writer, SigFieldSpec(field, box=(60, 700, 500, 800), on_page=0))
    return bytes(signer.sign_pdf(writer).getvalue())


def test_comments_that_a_certification_permits(world: World, unsigned: bytes) -> None:
    """Evil annotations: what is laid over the text is "permitted", and hides it nevertheless."""
    certified = foreign(unsigned, world, field="chair", permits=MDPPerm.ANNOTATE)
    assert verify_pdf(certified, world.anchors).valid
    for change in (attacks.note_over_the_text, attacks.stamp_over_the_text, changing.painted_over):
        changed = verify_pdf(changing.appended(certified, change), world.anchors)
        assert problems(changed) == [CHANGED]
        assert LaterChange.ANNOTATION in changed.signatures[0].later


def test_values_that_a_signature_permits(world: World) -> None:
    certified = foreign(attacks.prepared(), world, field="chair", permits=MDPPerm.FILL_FORMS)
    assert verify_pdf(certified, world.anchors).valid
    filled = verify_pdf(changing.appended(certified, attacks.value_filled_in), world.anchors)
    assert problems(filled) == [CHANGED]


@pytest.mark.parametrize("permits", [MDPPerm.FILL_FORMS, None], ids=["certified", "approved"])
def test_a_signature_that_shows_something_in_a_place_of_its_own(
    world: World, unsigned: bytes, permits: MDPPerm | None
) -> None:
    """Sneaky signatures: a new field with a picture that reads like a part of the text."""
    signed = foreign(unsigned, world, field="chair", permits=permits)
    sneaky = foreign(signed, world, field="mayor", new=True)
    verification = verify_pdf(sneaky, world.anchors)
    assert problems(verification) == [CHANGED, None]
    assert LaterChange.FIELD_ADDED in verification.signatures[0].later


def test_a_signature_whose_picture_hides_the_page(world: World, unsigned: bytes) -> None:
    whole_page = pikepdf.Array([0, 0, 595, 842])

    def enlarge(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[1].Rect = whole_page

    signed = world.sign(attacks.edited(enlarge, unsigned), "chair", certify=True)
    assert verify_pdf(signed, world.anchors).valid
    assert problems(verify_pdf(world.sign(signed, "secretary"), world.anchors)) == [CHANGED, None]


def test_a_field_lock_that_was_broken(
    world: World, unsigned: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = pikepdf.Dictionary(Action=pikepdf.Name.All)
    signed = world.sign(with_field_entry(unsigned, Lock=lock), "chair")
    monkeypatch.setattr("liaison_desktop.signing.sign._is_locked", lambda *_: False)
    verification = verify_pdf(world.sign(signed, "secretary"), world.anchors)
    assert problems(verification) == [CHANGED, None]


@pytest.mark.parametrize(
    ("edit", "caution"),
    [
        (
            lambda pdf: pdf.Root.__setattr__(
                "OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="this.x = 1")
            ),
            Caution.SCRIPTS,
        ),
        (
            lambda pdf: pdf.pages[0].obj.__setattr__(
                "AA", pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.SetOCGState))
            ),
            Caution.SCRIPTS,
        ),
        (
            lambda pdf: pdf.Root.AcroForm.__setattr__("XFA", pikepdf.String("<xdp/>")),
            Caution.DYNAMIC_FORM,
        ),
        (
            lambda pdf: pdf.pages[0].obj.Resources.__setattr__(
                "XObject", pikepdf.Dictionary(X=_outside(pdf))
            ),
            Caution.OUTSIDE_CONTENT,
        ),
    ],
)
def test_what_changes_by_itself(
    world: World, edit: Callable[[pikepdf.Pdf], None], caution: Caution
) -> None:
    signed = world.sign(attacks.edited(edit), "chair", certify=True)
    verification = verify_pdf(signed, world.anchors)
    assert verification.cautions == (caution,)
    assert problems(verification) == [SignatureProblem.CHANGEABLE]


def _outside(pdf: pikepdf.Pdf) -> pikepdf.Object:
    stream = pdf.make_stream(b"")
    stream.F = pikepdf.String("other.bin")
    return stream


def test_an_object_that_is_there_twice(world: World, signed_once: bytes) -> None:
    """Some readers take the last definition in the file, whatever its table says."""
    again = b"4 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    for changed in (signed_once + again, signed_once + again + b"startxref\n0\n%%EOF\n"):
        try:
            assert set(problems(verify_pdf(changed, world.anchors))) == {CHANGED}
        except UserError as error:
            assert error.code == "pdf_damaged"  # noqa: PT017 - either is well


def test_tables_of_objects_in_a_ring(world: World, signed_once: bytes) -> None:
    last = int(signed_once[signed_once.rindex(b"startxref") + 10 :].split()[0])
    ring = signed_once + (
        b"xref\n0 0\ntrailer\n<< /Size 99 /Root 2 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(signed_once), len(signed_once))
    )
    assert last < len(signed_once)
    with pytest.raises(UserError, match="pdf_damaged"):
        verify_pdf(ring, world.anchors)


def test_two_tables_for_two_kinds_of_readers(world: World, signed_once: bytes) -> None:
    """A hybrid file shows old readers other objects than new ones."""
    previous = int(signed_once[signed_once.rindex(b"startxref") + 10 :].split()[0])
    with pikepdf.open(BytesIO(signed_once)) as pdf:
        size, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
    stream_place = len(signed_once)
    entry = b"\x01" + stream_place.to_bytes(4, "big") + b"\x00"
    stream = (
        b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Index [%d 1] /Root %d 0 R /Length 6 >>\n"
        b"stream\n%s\nendstream\nendobj\n" % (size, size + 1, size, root, entry)
    )
    table_place = stream_place + len(stream)
    table = (
        b"xref\n0 0\ntrailer\n<< /Size %d /Root %d 0 R /Prev %d /XRefStm %d >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size + 1, root, previous, stream_place, table_place)
    )
    try:
        (problem,) = problems(verify_pdf(signed_once + stream + table, world.anchors))
        assert problem in {CHANGED, SignatureProblem.UNREADABLE}
    except UserError as error:
        assert error.code == "pdf_damaged"  # noqa: PT017 - either is well
