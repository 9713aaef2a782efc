"""One paper, three computers: each signs with a key that never leaves it, and only files travel."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper, sha256_of
from liaison_desktop.domain.signatures import LaterChange, Modification
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes, FinaliseMinutes
from liaison_desktop.services.outside import TakeBack
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services, compose_services
from liaison_desktop.services.signing import SignFile, WithKey
from liaison_desktop.services.verification import VerifiedFile
from tests.pdf.reading import run
from tests.signing.changing import appended, other_text
from tests.signing.pki import PASSPHRASE, holder

pytestmark = pytest.mark.skipif(
    shutil.which("pdfsig") is None or shutil.which("qpdf") is None,
    reason="needs poppler-utils and qpdf",
)
CHAIR, SECRETARY, AUTHORITY = "Rosalba Cantaluna", "Elisa Cartabianca", "Assessora Prova"
DRAFT = "borgolume/borgolume-2026-4"


@dataclass
class Journey:
    """A paper on its way, and its file after each step.

    Attributes:
        files: by the name of the step.
        certificates: of the three keys, as their holders handed them out.
    """

    secretary: Services
    chair: Services
    authority: Services
    paper: Paper
    folder: Path
    certificates: list[Path] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)

    def keep(self, step: str) -> Path:
        """Write the newest file of the secretary's register to where it can be sent from."""
        self.files[step] = self.secretary.register.save_copy(
            self.paper.id, self.folder / f"{step}.pdf"
        )
        return self.files[step]

    def take_back(self, file: Path) -> None:
        """Take a file into the secretary's register."""
        outside = self.secretary.archive_work.outside
        self.paper = outside.take_back(TakeBack(paper_id=self.paper.id, path=file))


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Services]]:
    """Use cases over stores of their own, each with a data folder of its own."""
    opened: list[Store] = []

    def desk(name: str) -> Services:
        folder = tmp_path_factory.mktemp(name)
        opened.append(Store.open(folder / "store.sqlite3", create=True))
        return compose_services(opened[-1], folder / "data", name, cache(Catalogue))

    yield desk
    for store in opened:
        store.close()


@pytest.fixture(scope="module")
def journey(desks: Callable[[str], Services], tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole way: out to the chair and back, signed here, out to the authority and back."""
    folder = tmp_path_factory.mktemp("sent")
    secretary, chair, authority = (desks(name) for name in ("secretary", "chair", "authority"))
    meeting_id = _committee(secretary, folder)
    secretary.minutes.finalise(FinaliseMinutes(meeting_id=meeting_id))
    paper = secretary.minutes.file(FileMinutes(meeting_id=meeting_id))
    going = Journey(secretary, chair, authority, paper, folder)
    sent = going.keep("unsigned")
    _sign_as_chair(going, sent)
    going.take_back(going.files["chair"])
    _sign_as_secretary(going)
    sent = going.keep("secretary")
    key = _own_key(authority, AUTHORITY)
    going.files["authority"] = authority.signing_work.signing.sign_file(
        SignFile(path=sent, field="authority", key=key, out=folder / "authority.pdf")
    )
    going.take_back(going.files["authority"])
    own = secretary.keys.copy_certificates(folder)
    going.certificates += [*own, *authority.keys.copy_certificates(folder)]
    return going


def _committee(services: Services, folder: Path) -> UUID:
    """The Italian committee by rules that also want the authority's signature; gives a meeting
    whose minutes are a draft.
    """
    told = json.loads((resources() / "demo" / "it.json").read_text("utf-8"))
    told["committee"]["rules"]["signatories"].append("local_authority")
    file = folder / "committee.json"
    file.write_text(json.dumps(told), "utf-8")
    services.imports.import_file(file)
    return services.meetings.by_ref(DRAFT).id


def _sign_as_chair(going: Journey, sent: Path) -> None:
    """With a key that a trust service gave out."""
    root = holder("Prova Root", ca=True)
    private_key = rsa.generate_private_key(65537, 3072)
    path = holder(CHAIR, root, private_key=private_key).save(going.folder / "chair.p12", root)
    anchor = going.folder / "root.pem"
    anchor.write_bytes(root.pem)
    going.certificates.append(anchor)
    going.files["chair"] = going.chair.signing_work.signing.sign_file(
        SignFile(
            path=sent,
            field="chair",
            key=WithKey(path=path, secret=PASSPHRASE),
            out=going.folder / "chair.pdf",
        )
    )


def _sign_as_secretary(going: Journey) -> None:
    key = _own_key(going.secretary, SECRETARY)
    going.paper = going.secretary.register.sign(
        SignPaper(paper_id=going.paper.id, field="secretary", key=key)
    )


def _own_key(services: Services, name: str) -> WithKey:
    made = services.keys.create(CreateKey(name=name, organisation="", passphrase=PASSPHRASE))
    return WithKey(path=made.path, secret=PASSPHRASE)


def verified(journey: Journey, step: str) -> VerifiedFile:
    """What the secretary's store says of a file, given the certificates of all three."""
    return journey.secretary.verification.verify(journey.files[step], journey.certificates)


STEPS = [("chair", 1), ("secretary", 2), ("authority", 3)]


@pytest.mark.parametrize(("step", "signatures"), STEPS)
def test_each_step_holds_before_every_judge(journey: Journey, step: str, signatures: int) -> None:
    file = journey.files[step]
    told = run("pdfsig", "-nocert", file)
    assert told.count("Signature Validation: Signature is Valid.") == signatures
    assert told.count("The signature form field is not signed.") == len(STEPS) - signatures
    assert told.count("- Total document signed") == 1
    run("qpdf", "--check", file)
    found = verified(journey, step)
    assert found.verification.valid
    assert [one.field for one in found.verification.signatures] == [
        s for s, _ in STEPS[:signatures]
    ]
    last = signatures - 1
    for place, one in enumerate(found.verification.signatures):
        assert one.intact
        assert one.modified_after is (Modification.NONE if place == last else Modification.ALLOWED)
        assert one.later == (() if place == last else (LaterChange.SIGNATURE,))


@pytest.mark.parametrize("step", ["unsigned", "chair", "secretary", "authority"])
def test_each_step_is_in_the_register_of_the_secretary_alone(journey: Journey, step: str) -> None:
    paper = verified(journey, step).paper
    assert paper is not None
    assert paper.id == journey.paper.id
    for stranger in (journey.chair, journey.authority):
        assert stranger.verification.verify(journey.files[step]).paper is None


def test_the_register_tells_who_signed_and_keeps_every_file(journey: Journey) -> None:
    states = journey.secretary.register.paper(journey.paper.id).files
    assert [(one.field, one.signer) for one in states] == [
        ("", ""),
        ("chair", CHAIR),
        ("secretary", SECRETARY),
        ("authority", AUTHORITY),
    ]
    digests = [sha256_of(file.read_bytes()) for file in journey.files.values()]
    assert [one.sha256 for one in states] == digests
    assert not journey.paper.unsigned_fields


def test_nothing_but_additions_was_made(journey: Journey) -> None:
    contents = [file.read_bytes() for file in journey.files.values()]
    for before, after in pairwise(contents):
        assert after.startswith(before)


@pytest.fixture
def another(journey: Journey) -> Journey:
    """The minutes of an earlier meeting, as they are sent to the chair."""
    secretary = journey.secretary
    meeting_id = secretary.meetings.by_ref("borgolume/3-2026").id
    paper = secretary.minutes.file(FileMinutes(meeting_id=meeting_id))
    going = Journey(secretary, journey.chair, journey.authority, paper, journey.folder)
    going.keep("another")
    return going


def refused(going: Journey, content: bytes) -> UserError:
    """Why a file is not taken back; the register stays as it was."""
    file = going.folder / "refused.pdf"
    file.write_bytes(content)
    before = going.secretary.register.paper(going.paper.id)
    with pytest.raises(UserError) as caught:
        going.take_back(file)
    assert going.secretary.register.paper(going.paper.id) == before
    problem = caught.value.parameters["problem"]
    assert isinstance(problem, UserError)
    return problem


def signed(going: Journey, content: bytes) -> bytes:
    """A file as the chair gives it back."""
    path, key = going.folder / "given.pdf", going.folder / "chair.p12"
    path.write_bytes(content)
    signing = going.chair.signing_work.signing
    command = SignFile(path=path, field="chair", key=WithKey(path=key, secret=PASSPHRASE), out=path)
    return signing.sign_file(command).read_bytes()


def test_a_page_that_was_changed_is_refused(another: Journey) -> None:
    sent = another.files["another"].read_bytes()
    before_signing = refused(another, signed(another, appended(sent, other_text)))
    after_signing = refused(another, appended(signed(another, sent), other_text))
    for error in (before_signing, after_signing):
        assert error.code == "returned_changed_otherwise"
        assert str(LaterChange.PAGE_CONTENT) in str(error.parameters["changes"])
    place = sent.index(b"stream") + 20
    flipped = sent[:place] + bytes([sent[place] ^ 1]) + sent[place + 1 :]
    assert refused(another, flipped).code == "returned_other_document"


def test_another_paper_is_refused(journey: Journey, another: Journey) -> None:
    other = signed(another, another.files["another"].read_bytes())
    assert refused(journey, other).code == "returned_other_document"
    chairs = journey.files["chair"].read_bytes()
    assert refused(another, chairs).code == "returned_other_document"


def test_an_older_file_is_not_taken_twice(journey: Journey) -> None:
    for step in ("unsigned", "chair", "secretary"):
        older = journey.files[step].read_bytes()
        assert refused(journey, older).code == "returned_known_already", step
    newest = journey.files["authority"].read_bytes()
    assert refused(journey, newest).code == "returned_unchanged"
