"""Three signatures on minutes of 30 pages, and their verification, beside the library's own calls.

Ours does more than the library is asked for here: it opens the file with a time limit, draws what
the signature shows, and looks at what a reader would see differently. Both sides read the same key
files, sign the same fields of the same file, and verify the same file by the same anchors, in
turns, so that a busy machine is unkind to both alike.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from benchmarks.minutes import long_minutes
from liaison_desktop.domain.committees import SignatoryRule
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.appearance import signature_appearance
from liaison_desktop.pdf.typesetter import typeset
from liaison_desktop.services.signing import FieldToSign, SigningService, WithKey
from liaison_desktop.signing.keys import create_committee_key
from liaison_desktop.signing.verify import verify_pdf
from tests.signing.pki import PASSPHRASE, holder

RUNS = 7
PAGES = 30
FIELDS = ("chair", "secretary", "member-1")
SIGNER = "Ottavia Belcampo"


@dataclass(frozen=True)
class Case:
    """A key file, the certificate that is trusted because of it, and what signatures show."""

    name: str
    key: Path
    anchor: Path
    picture: Path


@dataclass
class Figures:
    """Seconds of each run."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        ratio = statistics.median(
            ours / bare for ours, bare in zip(self.ours, self.bare, strict=True)
        )
        ours, bare = statistics.median(self.ours), statistics.median(self.bare)
        return f"{ours:.2f} s, the bare library {bare:.2f} s (×{ratio:.2f})"


def report() -> Iterator[str]:
    """One line each for signing and for verifying, with a key of each kind."""
    pdf = typeset(long_minutes(PAGES, SignatoryRule.ONE_MORE_MEMBER))
    with tempfile.TemporaryDirectory() as name:
        for case in _cases(Path(name)):
            signing, verifying = _measured(pdf, case)
            yield f"three signatures on {PAGES} pages, {case.name}: {signing}"
            yield f"verifying the three, {case.name}: {verifying}"


def _measured(pdf: bytes, case: Case) -> tuple[Figures, Figures]:
    """Both in turns; the first round is not counted."""
    signing, verifying = Figures(), Figures()
    for run in range(RUNS + 1):
        into = (signing, verifying) if run else (Figures(), Figures())
        signed = _timed(partial(_signed, pdf, case), into[0].ours)
        _timed(partial(_signed_bare, pdf, case), into[0].bare)
        _timed(partial(_verify, signed, case), into[1].ours)
        _timed(partial(_verify_bare, signed, case), into[1].bare)
    return signing, verifying


def _timed(act: Callable[[], bytes], into: list[float]) -> bytes:
    start = time.perf_counter()
    result = act()
    into.append(time.perf_counter() - start)
    return result


def _signed(pdf: bytes, case: Case) -> bytes:
    signing = SigningService(cache(Catalogue))
    for name in FIELDS:
        wanted = FieldToSign(
            field=name,
            key=WithKey(path=case.key, secret=PASSPHRASE),
            function="Presidente",
            reason="Verbale approvato",
            language="it",
        )
        pdf = signing.sign(pdf, wanted).content
    return pdf


def _signed_bare(pdf: bytes, case: Case) -> bytes:
    for name in FIELDS:
        signer = SimpleSigner.load_pkcs12(  # type: ignore[no-untyped-call]  # untyped there
            case.key, passphrase=PASSPHRASE.encode()
        )
        metadata = PdfSignatureMetadata(
            field_name=name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=name == FIELDS[0],
            docmdp_permissions=MDPPerm.FILL_FORMS,
            name=SIGNER,
            reason="Verbale approvato",
        )
        style = StaticStampStyle.from_pdf_file(case.picture, border_width=0)
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        signed = PdfSigner(metadata, signer, stamp_style=style).sign_pdf(
            writer, existing_fields_only=True
        )
        pdf = signed.getvalue()
    return pdf


def _verify(pdf: bytes, case: Case) -> bytes:
    verification = verify_pdf(pdf, [case.anchor.read_bytes()])
    assert verification.valid
    assert len(verification.signatures) == len(FIELDS)
    return pdf


def _verify_bare(pdf: bytes, case: Case) -> bytes:
    anchors = list(load_certs_from_pemder([case.anchor]))  # type: ignore[no-untyped-call]  # too
    for signature in PdfFileReader(BytesIO(pdf)).embedded_signatures:
        context = ValidationContext(trust_roots=anchors, allow_fetching=False)
        assert validate_pdf_signature(signature, context).bottom_line
    return pdf


def _cases(folder: Path) -> Iterator[Case]:
    """A key of a trust service, and one that is made by the program itself."""
    picture = folder / "picture.pdf"
    lines = (SIGNER, "Presidente", "Firmato digitalmente il 1 gennaio 2026, 10:00 UTC")
    picture.write_bytes(signature_appearance(lines, "it", 200, 48))
    root = holder("Prova Root", ca=True)
    anchor = folder / "root.pem"
    anchor.write_bytes(root.pem)
    private_key = rsa.generate_private_key(65537, 3072)
    issued = holder(SIGNER, root, private_key=private_key).save(folder / "issued.p12", root)
    yield Case("PKCS#12 file", issued, anchor, picture)
    own = folder / "own.p12"
    create_committee_key(SIGNER, "Borgolume", PASSPHRASE, own)
    yield Case("built-in key", own, own.with_suffix(".pem"), picture)


if __name__ == "__main__":
    for line in report():
        print(line, flush=True)
