"""The register of a year and what goes with a paper in it, on a real store."""

from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from tests.pdf.reading import run

PASSPHRASE = "a passphrase nobody keeps"


@pytest.fixture
def final(services: Services) -> Meeting:
    return services.meetings.by_ref("borgolume/3-2026")


@pytest.fixture
def filed(services: Services, final: Meeting) -> Paper:
    return services.minutes.file(FileMinutes(meeting_id=final.id))


def signed(services: Services, paper: Paper) -> Paper:
    key = services.keys.create(
        CreateKey(name="Rosalba Cantaluna", organisation="", passphrase=PASSPHRASE)
    )
    return services.register.sign(
        SignPaper(paper_id=paper.id, field="chair", key=WithKey(path=key.path, secret=PASSPHRASE))
    )


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return run("pdftotext", "-layout", path, "-")


def test_the_register_shows_what_is_filed_signed_and_missing(
    services: Services, store: Store, filed: Paper, tmp_path: Path
) -> None:
    paper = signed(services, filed)
    text = text_of(services.archive_work.book.of_year(paper.committee_id, 2026, "en"), tmp_path)
    assert "Register of papers 2026" in text
    assert paper.newest.sha256 in text
    assert filed.newest.sha256 not in text
    assert "Signed: Rosalba Cantaluna" in text
    assert "Not yet signed: Elisa Cartabianca" in text
    assert "Not in the register no. 1, 2" in " ".join(text.split())
    with store.read() as reading:
        *_, newest = reading.audit.entries(paper.committee_id)
    assert f"No. {newest.sequence} of " in text
    assert newest.digest in text


def test_the_same_store_gives_the_same_register(services: Services, filed: Paper) -> None:
    first = services.archive_work.book.of_year(filed.committee_id, 2026)
    assert first == services.archive_work.book.of_year(filed.committee_id, 2026)


def test_a_year_without_meetings_has_no_register(services: Services) -> None:
    committee = services.committees.by_ref("borgolume")
    with pytest.raises(UserError, match="register_empty"):
        services.archive_work.book.of_year(committee.id, 1999)


def test_the_slip_tells_what_the_file_is(services: Services, filed: Paper, tmp_path: Path) -> None:
    copy = services.register.save_copy(filed.id, tmp_path / "minutes.pdf")
    pages = run("pdfinfo", copy).partition("Pages:")[2].split()[0]
    slip = services.register.transmittal_slip(filed.id, "en", "Comune di Borgolume")
    assert slip == services.register.transmittal_slip(filed.id, "en", "Comune di Borgolume")
    text = text_of(slip, tmp_path)
    assert filed.register_number in text
    assert filed.newest.sha256 in text
    assert f"{pages} pages, {copy.stat().st_size:,} bytes" in text
    assert "Comune di Borgolume" in text
    assert "nobody" in text


def test_a_paper_is_found_by_what_people_type(
    services: Services, final: Meeting, filed: Paper
) -> None:
    public = services.minutes.file(FileMinutes(meeting_id=final.id, edition=Edition.PUBLIC))
    find = services.register.by_ref
    assert find(str(filed.id)) == find(filed.register_number.lower()) == filed
    assert find("borgolume/3-2026") == filed
    assert find(public.register_number) == public
    for unknown in ("borgolume/1-2026", "CCI-BGL-9999999", str(final.committee_id)):
        with pytest.raises(UserError, match="paper_unknown"):
            find(unknown)
