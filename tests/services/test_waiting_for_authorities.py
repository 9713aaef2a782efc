"""While an authority thinks about a time stamp, the store belongs to everybody."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.papers import Paper
from liaison_desktop.services.archiving import RefuseSignature
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.progress import Cancelled, Unheard
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import Lasting, WithKey
from tests.services.conftest import composed
from tests.signing.authorities import STAMP_KIND, Authorities, answering
from tests.signing.pki import PASSPHRASE


@pytest.fixture(scope="module")
def authorities() -> Iterator[Authorities]:
    with answering() as found:
        yield found


@pytest.fixture
def key(authorities: Authorities, tmp_path: Path) -> WithKey:
    path = authorities.issued("Rosalba Cantaluna").save(tmp_path / "key.p12", authorities.root)
    return WithKey(path=path, secret=PASSPHRASE)


@pytest.fixture
def paper(services: Services) -> Paper:
    meeting = services.meetings.by_ref("borgolume/3-2026")
    return services.minutes.file(FileMinutes(meeting_id=meeting.id))


@pytest.fixture
def others(paper: Paper, tmp_path: Path) -> Iterator[Services]:
    """The same store, opened by somebody else."""
    assert paper.files
    opened = Store.open(tmp_path / "store.sqlite3")
    yield composed(opened, tmp_path / "others")
    opened.close()


def test_others_write_meanwhile(
    services: Services, others: Services, paper: Paper, key: WithKey, authorities: Authorities
) -> None:
    refusal = RefuseSignature(
        paper_id=paper.id,
        field="secretary",
        reason="No.",
        refused_on=datetime.now().astimezone().date(),
    )

    def thinking(request: bytes) -> tuple[str, bytes]:
        if not others.archive_work.archiving.story(paper.id).refusals:
            others.archive_work.archiving.refuse(refusal)
        return STAMP_KIND, authorities.stamp(request)

    authorities.instead["/tsa"] = thinking
    services.register.sign(stamped(paper, "chair", key, authorities))
    story = services.archive_work.archiving.story(paper.id)
    assert [one.field for one in services.register.paper(paper.id).signatures] == ["chair"]
    assert [one.field for one in story.refusals] == ["secretary"]


def test_who_signed_meanwhile_is_not_overwritten(
    services: Services, others: Services, paper: Paper, key: WithKey, authorities: Authorities
) -> None:
    def thinking(request: bytes) -> tuple[str, bytes]:
        if not others.register.paper(paper.id).signatures:
            others.register.sign(SignPaper(paper_id=paper.id, field="secretary", key=key))
        return STAMP_KIND, authorities.stamp(request)

    authorities.instead["/tsa"] = thinking
    with pytest.raises(UserError, match="paper_signed_meanwhile"):
        services.register.sign(stamped(paper, "chair", key, authorities))
    after = services.register.paper(paper.id)
    assert [one.field for one in after.signatures] == ["secretary"]


def test_who_would_not_wait_has_signed_nothing(
    services: Services, paper: Paper, key: WithKey, authorities: Authorities
) -> None:
    class Impatient(Unheard):
        @property
        def cancelled(self) -> bool:  # type: ignore[override]  # found out while it waits
            return "/tsa" in authorities.asked

    authorities.asked.clear()
    authorities.instead.clear()
    with pytest.raises(Cancelled):
        services.register.sign(stamped(paper, "chair", key, authorities), Impatient())
    assert services.register.paper(paper.id) == paper


def stamped(paper: Paper, field: str, key: WithKey, authorities: Authorities) -> SignPaper:
    lasting = Lasting(level=Level.B_T, authority=authorities.stamp_address)
    return SignPaper(paper_id=paper.id, field=field, key=key, lasting=lasting)
