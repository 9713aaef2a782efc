"""Exports are whole or not there; imports are undone by a fault anywhere in them."""

from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import Action
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.exports import Export, ExportFormat
from liaison_desktop.services.files import write_file
from liaison_desktop.services.progress import Cancelled
from liaison_desktop.services.services import Services


class StopAt:
    """A user who stops after some steps."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    @property
    def cancelled(self) -> bool:
        return self.steps <= 0

    def step(self, done: int, total: int, what: str) -> None:
        self.steps -= 1


@pytest.mark.parametrize("kind", ExportFormat)
def test_a_stopped_export_leaves_nothing(
    services: Services, tmp_path: Path, kind: ExportFormat
) -> None:
    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        services.exports.export(Export(format=kind, out=out), StopAt(3))
    assert not out.exists()
    assert services.exports.export(Export(format=kind, out=out))


@pytest.mark.parametrize("personal", [False, True])
def test_what_was_said_behind_closed_doors_leaves_with_nobody(
    services: Services, store: Store, tmp_path: Path, personal: bool
) -> None:
    draft = services.meetings.by_ref("borgolume/borgolume-2026-4")
    first, *others = draft.items
    assert first.decision
    told_of = uuid7()
    decision = replace(
        first.decision,
        text="Zzdecided",
        statement="Zzdissent",
        mover="Zzmover",
        seconder="Zzseconder",
        amends_id=told_of,
        supersedes_id=told_of,
    )
    action = Action(
        id=uuid7(), text="Zzaction", seat_id=None, due=None, organisation="Zzorganisation"
    )
    closed = replace(
        first,
        closed=True,
        title="Zztitle",
        discussion="Zzsaid",
        proposer="Zzproposer",
        presenter="Zzpresenter",
        recused=(told_of,),
        continues_id=told_of,
        approves_id=told_of,
        decision=decision,
        actions=(action,),
    )
    with store.write("close", "tester") as work:
        changed = replace(draft, items=(closed, *others))
        work.meetings.put(changed, outcomes(changed))
        work.commit()
    export = Export(format=ExportFormat.CSV, out=tmp_path / "out", personal=personal)
    for file in services.exports.export(export):
        told = file.read_text(encoding="utf-8-sig")
        assert "Zz" not in told
        assert str(told_of) not in told


def test_a_private_folder_stays_private(services: Services, tmp_path: Path) -> None:
    out = tmp_path / "private"
    out.mkdir(mode=0o700)
    services.exports.export(Export(format=ExportFormat.CSV, out=out, personal=True))
    assert out.stat().st_mode & 0o777 == 0o700


def test_one_committee_is_exported_alone(services: Services, tmp_path: Path) -> None:
    committee = services.committees.by_ref("rebenbrunn")
    export = Export(format=ExportFormat.CSV, out=tmp_path / "o", committee_id=committee.id)
    services.exports.export(export)
    for file in (tmp_path / "o").glob("*.csv"):
        if file.stem == "codebook":
            continue
        rows = file.read_text(encoding="utf-8-sig").splitlines()[1:]
        assert not any("borgolume" in row for row in rows)


def test_the_disk_is_full(tmp_path: Path) -> None:
    import resource

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    target = tmp_path / "paper.pdf"
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limit[1]))
    try:
        with pytest.raises(UserError, match="file_not_written"):
            write_file(target, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert list(tmp_path.iterdir()) == []


def test_the_store_tells_its_state(services: Services, store: Store) -> None:
    status = services.store.status()
    assert status.path == store.path
    assert status.last_backup is None
    services.store.backup()
    assert services.store.status().last_backup is not None
    assert services.store.check().sound
