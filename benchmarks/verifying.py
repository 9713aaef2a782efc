"""Thirty pages with three signatures, verified by the program and by the library it uses alone.

In turns, in one process, so that a busy machine is unkind to both. The library is asked once for
each signature, which is what its own command line does; it comes to know less (no history of the
file in words, no judgement of what a signature leaves open, no time at which a certificate counts).
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from benchmarks.minutes import ITEMS, long_minutes
from liaison_desktop.pdf.blocks import SignatureField, SignatureGrid
from liaison_desktop.pdf.typesetter import typeset
from liaison_desktop.signing.keys import certificate_pem, create_committee_key, load_key
from liaison_desktop.signing.sign import sign_pdf
from liaison_desktop.signing.verify import verify_pdf

RUNS = 9
_FIELDS = ("first", "second", "third")
_PASSPHRASE = "only for measuring"


def report() -> Iterator[str]:
    """How long both take, and their ratio run by run."""
    with tempfile.TemporaryDirectory() as name:
        pdf, anchors = _signed(Path(name))
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(RUNS):
        ours.append(_seconds(lambda: verify_pdf(pdf, anchors).valid))
        bare.append(_seconds(lambda: _by_the_library(pdf, anchors)))
    ratio = median(one / other for one, other in zip(ours, bare, strict=True))
    yield (
        f"Verifying three signatures on 30 pages ({len(pdf) / 1000:.0f} kB): {median(ours):.2f} s,"
        f" the library alone {median(bare):.2f} s (×{ratio:.2f})."
    )


def _seconds(work: Callable[[], bool]) -> float:
    started = time.perf_counter()
    assert work()
    return time.perf_counter() - started


def _by_the_library(pdf: bytes, anchors: list[bytes]) -> bool:
    roots = [one for each in anchors for one in load_certs_from_pemder_data(each)]
    reader = PdfFileReader(BytesIO(pdf))
    return all(
        validate_pdf_signature(
            signature, ValidationContext(trust_roots=roots, allow_fetching=False)
        ).bottom_line
        for signature in reader.embedded_signatures
    )


def _signed(folder: Path) -> tuple[bytes, list[bytes]]:
    ITEMS.setdefault(30, ITEMS[20] * 3 // 2)
    document = long_minutes(30)
    fields = tuple(SignatureField(name=one, label=one, caption=(one,)) for one in _FIELDS)
    pdf = typeset(replace(document, blocks=(*document.blocks, SignatureGrid(fields=fields))))
    anchors = []
    for place, field in enumerate(_FIELDS):
        path = folder / f"{field}.p12"
        create_committee_key(field, "Benchmark", _PASSPHRASE, path)
        key = load_key(path, _PASSPHRASE)
        anchors.append(certificate_pem(key))
        pdf = sign_pdf(
            pdf,
            key,
            field=field,
            reason="",
            signer_name=field,
            appearance=None,
            certify=place == 0,
        )
    return pdf, anchors
