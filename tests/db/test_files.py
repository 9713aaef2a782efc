"""Files appear whole, in their own place, and never over those of somebody else."""

import subprocess
import sys
from pathlib import Path

import pytest

from liaison_desktop.db.files import create_part, publish_new
from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "store.liaison"
    part = create_part(path)
    path.write_text("somebody else's", encoding="utf-8")
    with pytest.raises(FileExistsError):
        publish_new(part, path)
    assert path.read_text(encoding="utf-8") == "somebody else's"


def test_a_file_without_a_second_name_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_paths: Path) -> None:
        raise PermissionError("no second names on a memory stick")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    publish_new(create_part(tmp_path / "store.liaison"), tmp_path / "store.liaison")
    assert [file.name for file in tmp_path.iterdir()] == ["store.liaison"]


def test_many_processes_make_one_store(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from liaison_desktop.db.store import Store; "
        "print(Store.open(Path(sys.argv[1]), create=True)._origin)"
    )
    path = tmp_path / "store.liaison"
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    origins = {process.communicate(timeout=60)[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    assert len(origins) == 1
    assert not list(tmp_path.glob("*.part*"))


def test_a_backup_does_not_take_a_folder_s_place(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(UserError) as refused:
        store.backup(folder)
    assert refused.value.code == "file_is_folder"
    assert list(folder.iterdir()) == []
