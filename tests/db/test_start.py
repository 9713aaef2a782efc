"""Opening the store of this release must not load what only a migration needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_opening_a_store_loads_neither_alembic_nor_the_orm(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from liaison_desktop.db.store import Store\n"
        "store = Store.open(Path(sys.argv[1]), create=True)\n"
        "with store.read() as reading: reading.committees.all()\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'alembic', 'mako'}))\n"
        "print('sqlalchemy.orm' in sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "store.liaison")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert result.stdout.split("\n")[:2] == ["[]", "False"], result.stderr
