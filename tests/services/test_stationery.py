"""Papers on a committee's own stationery, from the record to the page."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from liaison_desktop.db.store import Store
from liaison_desktop.domain.attachments import Attachment
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.papers import sha256_of
from liaison_desktop.domain.people import NativeText
from liaison_desktop.services.services import Services
from tests.pdf.house_check import faults, structure
from tests.pdf.reading import run

DAY = date(2026, 11, 25)


def picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (120, 60), (11, 106, 106)).save(written, "PNG")
    return written.getvalue()


def dressed(store: Store, services: Services) -> None:
    committee = services.committees.by_ref("borgolume")
    logo = picture()
    attachment = Attachment(
        id=uuid7(),
        committee_id=committee.id,
        name="logo.png",
        media_type="image/png",
        sha256=sha256_of(logo),
        size=len(logo),
        added_at=datetime(2026, 11, 25, tzinfo=UTC),
    )
    with store.write("test", "tester") as work:
        work.attachments.add(attachment, logo)
        work.committees.put(
            replace(
                committee,
                names=(NativeText(language="de", text="Bürgerkomitee Borgolume"),),
                address="Via dei Tintori 11\n00000 Borgolume",
                funding="Con il contributo della Fondazione Valdiluma",
                logo_id=attachment.id,
            )
        )
        work.commit()
    assert store.health().sound


def words(paper: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(paper)
    assert faults(paper) == []
    return run("pdftotext", "-layout", path, "-")


def test_the_letterhead_has_logo_address_and_who_pays(
    store: Store, services: Services, tmp_path: Path
) -> None:
    committee = services.committees.by_ref("borgolume")
    bare = services.papers.member_list(committee.id, DAY)
    assert ("Document", "Div", "Figure") not in structure(bare)
    dressed(store, services)
    meeting = services.meetings.by_ref("borgolume/3-2026")
    for paper in (
        services.papers.member_list(committee.id, DAY),
        services.minutes.preview(meeting.id),
        services.papers.convocation(meeting.id),
    ):
        told = words(paper, tmp_path)
        assert "Via dei Tintori 11" in told
        assert "Con il contributo della Fondazione Valdiluma" in told
        assert ("Document", "Div", "Figure") in structure(paper)


def test_the_name_is_that_of_the_papers_language(
    store: Store, services: Services, tmp_path: Path
) -> None:
    dressed(store, services)
    meeting = services.meetings.by_ref("borgolume/3-2026")
    german = words(services.minutes.preview(meeting.id, "de"), tmp_path)
    assert german.lstrip().startswith("Bürgerkomitee Borgolume")
    # In the running heads of the pages behind the first, too.
    assert german.count("Bürgerkomitee Borgolume ·") >= 3
    italian = words(services.minutes.preview(meeting.id), tmp_path)
    assert "Bürgerkomitee" not in italian
