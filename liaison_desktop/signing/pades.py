"""The parts of a PAdES signature that the library lets us bring along: the key and the visible
stamp.

Imports pyHanko; import it inside functions only.
"""

from io import BytesIO

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.pdf_utils.content import PdfContent, RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfSigner, Signer
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from liaison_desktop.signing.certificates import as_library_reads
from liaison_desktop.signing.endurance import Endurance, run
from liaison_desktop.signing.keys import Key
from liaison_desktop.signing.opening import BoundedReader

DIGEST = "sha256"


class KeySigner(Signer):
    """Signs with a key in memory.

    The library's own signer decodes and checks the private key anew for each signature, which takes
    longer than the signature itself.
    """

    def __init__(self, key: Key) -> None:
        chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # untyped there
        chain.register_multiple(as_library_reads(certificate) for certificate in key.chain)
        super().__init__(signing_cert=as_library_reads(key.certificate), cert_registry=chain)
        self._private_key = key.private_key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature value over the signed attributes."""
        if digest_algorithm != DIGEST:
            raise ValueError(digest_algorithm)
        if isinstance(self._private_key, ec.EllipticCurvePrivateKey):
            return self._private_key.sign(data, ec.ECDSA(SHA256()))
        return self._private_key.sign(data, PKCS1v15(), SHA256())


class StampPage(PdfContent):
    """The first page of a PDF in memory, as it stands."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._source = PdfFileReader(BytesIO(pdf))

    def render(self) -> bytes:
        """Content that draws the page; its fonts and pictures come along as resources."""
        page = self._ensure_writer.import_page_as_xobject(self._source)
        left, bottom, right, top = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        self.resources.xobject["/Stamp"] = page
        return b"/Stamp Do"


def stamp_style(appearance: bytes | None) -> StaticStampStyle:
    """How the signature looks: the given page in the whole field, or nothing.

    Nothing instead of the library's default, whose font is not embedded and would end the paper's
    PDF/A.
    """
    content = RawContent(b"") if appearance is None else StampPage(appearance)
    return StaticStampStyle(
        border_width=0,
        background=content,
        background_layout=SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID),
    )


def append_signature(reader: BoundedReader, signer: PdfSigner, endurance: Endurance) -> bytes:
    """The reader's file and the signature behind it.

    Raises ``pdf_terms_unmet`` where the file's own conditions (seed values, hybrid
    cross-references) cannot be met; what asking others raises, see ``endurance.run``.
    """
    update = IncrementalPdfFileWriter.from_reader(reader)
    work = signer.async_sign_pdf(update, existing_fields_only=True)
    signed = run(work, endurance, signer.signature_meta.validation_context)
    return bytes(signed.getvalue())
