"""Histories of the schema for tests: the program's own, and one with a step more."""

import shutil
from pathlib import Path

from liaison_desktop.db.schema import HISTORY, SchemaHistory

STEP = f"{int(HISTORY.newest) + 1:04}"
"""The revision of the step more."""

_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down_revision}"


def upgrade() -> None:
    with op.batch_alter_table("committee", recreate="always") as batch:
        batch.add_column(sa.Column("website", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("paper_file", recreate="always") as batch:
        batch.add_column(sa.Column("remark", sa.Text(), nullable=False, server_default=""))
    {then}


def downgrade() -> None:
    with op.batch_alter_table("paper_file", recreate="always") as batch:
        batch.drop_column("remark")
    with op.batch_alter_table("committee", recreate="always") as batch:
        batch.drop_column("website")
"""


def history_with_a_step_more(folder: Path, then: str = "pass") -> SchemaHistory:
    """The program's history and a batch migration of tables with rows, references and triggers.

    ``then``: a statement that the step ends with.
    """
    scripts = folder / "migrations"
    shutil.copytree(HISTORY.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    step = _STEP.format(revision=STEP, down_revision=HISTORY.newest, then=then)
    (scripts / "versions" / f"v{STEP}_step.py").write_text(step)
    return SchemaHistory(revisions=(*HISTORY.revisions, STEP), scripts=scripts)
