"""What committees trust is kept, logged, can be taken back, and counts when files are verified."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import SignatureKind, SignatureProblem
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import SignFile, WithKey
from liaison_desktop.services.trust import AddAnchors
from tests.signing.lists import CA, CLOCK, GRANTED, trusted_list
from tests.signing.papers import paper
from tests.signing.pki import PASSPHRASE, Holder, holder


@pytest.fixture(scope="module")
def root() -> Holder:
    return holder("Prova Root", ca=True)


@pytest.fixture
def signed(services: Services, root: Holder, tmp_path: Path) -> Path:
    """A stranger's paper, signed by somebody the root vouches for."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper())
    key = holder("Ottavia", root).save(tmp_path / "key.p12")
    return services.signing_work.signing.sign_file(
        SignFile(path=file, field="chair", key=WithKey(path=key, secret=PASSPHRASE), out=file)
    )


def offered_file(folder: Path, root: Holder) -> Path:
    path = folder / "root.crt"
    path.write_bytes(root.certificate.public_bytes(Encoding.DER))
    return path


def added(services: Services, folder: Path, root: Holder, committee: str = "borgolume") -> None:
    committee_id = services.committees.by_ref(committee).id
    found = services.signing_work.trust.read(offered_file(folder, root), committee_id)
    services.signing_work.trust.add(
        AddAnchors(committee_id=committee_id, offers=found.offers, source=found.path.name)
    )


def test_a_certificate_is_kept_and_logged(services: Services, root: Holder, tmp_path: Path) -> None:
    committee_id = services.committees.by_ref("borgolume").id
    added(services, tmp_path, root)
    (anchor,) = services.signing_work.trust.of_committee(committee_id)
    assert (anchor.name, anchor.source, anchor.purpose) == (
        "Prova Root",
        "root.crt",
        AnchorPurpose.BOTH,
    )
    assert anchor.certificate.encode() == root.pem
    assert services.undo.next == "add_anchors"
    found = services.signing_work.trust.read(offered_file(tmp_path, root), committee_id)
    assert found.known == {anchor.fingerprint}
    with pytest.raises(UserError, match="anchor_known"):
        added(services, tmp_path, root)
    with pytest.raises(UserError, match="anchors_not_chosen"):
        services.signing_work.trust.add(
            AddAnchors(committee_id=committee_id, offers=(), source="x")
        )


def test_it_counts_until_it_is_taken_back(
    services: Services, root: Holder, signed: Path, tmp_path: Path
) -> None:
    def valid() -> bool:
        return services.verification.verify(signed).verification.valid

    assert not valid()
    added(services, tmp_path, root)
    assert valid()
    services.undo.undo()
    assert not valid()
    services.undo.redo()
    (anchor,) = services.signing_work.trust.of_committee(services.committees.by_ref("borgolume").id)
    services.signing_work.trust.remove(anchor.id)
    assert not valid()
    services.undo.undo()
    assert valid()


def test_whose_trust_counts(services: Services, root: Holder, signed: Path, tmp_path: Path) -> None:
    """The trust of the committee that is chosen; of any for a stranger's file."""
    added(services, tmp_path, root, "borgolume")
    ours, theirs = (services.committees.by_ref(ref).id for ref in ("borgolume", "galanopoli"))
    verify = services.verification.verify
    assert verify(signed).verification.valid
    assert verify(signed, committee_id=ours).verification.valid
    assert not verify(signed, committee_id=theirs).verification.valid
    assert verify(signed, [offered_file(tmp_path, root)], committee_id=theirs).verification.valid


def test_certificates_of_a_trusted_list(
    services: Services, root: Holder, signed: Path, tmp_path: Path
) -> None:
    operator = holder("Scheme Operator", starts=timedelta(days=-60))
    path, signer = tmp_path / "list.xml", tmp_path / "operator.pem"
    path.write_bytes(
        trusted_list([(CA, GRANTED, "Prova", root), (CLOCK, GRANTED, "Prova", root)], operator)
    )
    signer.write_bytes(operator.pem)
    committee_id = services.committees.by_ref("borgolume").id
    with pytest.raises(UserError) as refused:
        services.signing_work.trust.read(path, committee_id)
    assert "trusted_list_signer_missing" in str(refused.value)
    found = services.signing_work.trust.read(path, committee_id, [signer])
    assert len(found.offers) == 2
    services.signing_work.trust.add(
        AddAnchors(committee_id=committee_id, offers=found.offers, source="list.xml")
    )
    (anchor,) = services.signing_work.trust.of_committee(committee_id)
    assert (anchor.name, anchor.purpose) == ("Prova Root (IT)", AnchorPurpose.BOTH)
    assert services.verification.verify(signed).verification.valid


def test_who_is_trusted_may_sign_the_list(services: Services, root: Holder, tmp_path: Path) -> None:
    operator = holder("Scheme Operator", starts=timedelta(days=-60))
    added(services, tmp_path, operator)
    path = tmp_path / "list.xml"
    path.write_bytes(trusted_list([(CA, GRANTED, "Prova", root)], operator))
    found = services.signing_work.trust.read(path, services.committees.by_ref("borgolume").id)
    assert [offer.name for offer in found.offers] == ["Prova Root"]


def test_the_report_is_on_the_committees_stationery(services: Services, signed: Path) -> None:
    verified = services.verification.verify(signed)
    assert verified.size == signed.stat().st_size
    committee_id = services.committees.by_ref("borgolume").id
    plain = services.signing_work.papers.report(verified, "en")
    theirs = services.signing_work.papers.report(verified, "it", committee_id=committee_id)
    assert plain.startswith(b"%PDF-1.7")
    assert plain != theirs


def test_a_sheet_is_for_a_key_made_here(services: Services) -> None:
    committee_id = services.committees.by_ref("borgolume").id
    with pytest.raises(UserError, match="key_unknown"):
        services.signing_work.papers.certificate_sheet(Path("nobody"), committee_id)


def test_a_signature_beside_the_file(services: Services, root: Holder, tmp_path: Path) -> None:
    """Whichever of the two is given; it can stand beside any file."""
    added(services, tmp_path, root)
    verify = services.verification.verify
    key = WithKey(path=holder("Ottavia", root).save(tmp_path / "key.p12"), secret=PASSPHRASE)
    for name, content in (("paper.pdf", paper()), ("list.csv", b"1;2;3")):
        file, beside = tmp_path / name, tmp_path / f"{name}.p7m"
        file.write_bytes(content)
        services.signing_work.signing.sign_detached(file, key, beside)
        for given in (file, beside):
            verified = verify(given)
            (report,) = verified.verification.signatures
            assert verified.path == file
            assert (report.kind, report.signer, report.sound) == (
                SignatureKind.BESIDE,
                "Ottavia",
                True,
            )
        file.write_bytes(content + b"\n")
        (report,) = verify(beside).verification.signatures
        assert report.problem is SignatureProblem.ALTERED
        file.unlink()
        with pytest.raises(UserError, match="file_missing"):
            verify(beside)


def test_signatures_inside_and_beside(
    services: Services, root: Holder, signed: Path, tmp_path: Path
) -> None:
    added(services, tmp_path, root)
    key = WithKey(path=tmp_path / "key.p12", secret=PASSPHRASE)
    services.signing_work.signing.sign_detached(signed, key, tmp_path / "paper.pdf.p7m")
    verification = services.verification.verify(signed).verification
    assert [report.kind for report in verification.signatures] == [
        SignatureKind.SIGNATURE,
        SignatureKind.BESIDE,
    ]
    assert verification.valid
    assert verification.unsigned_fields == ("secretary",)
