"""Official papers: the register and every state of their files. Nothing here is ever rewritten."""

import hashlib
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.papers import file_of, file_values, paper_of, paper_values
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import paper as paper_table
from liaison_desktop.db.tables import paper_file as file_table
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper, PaperFile, PaperKind

_FILE_WITHOUT_CONTENT = [column for column in file_table.c if column.name != "content"]


class PaperReader(Reader):
    """Finds papers and their files."""

    def get(self, paper_id: UUID) -> Paper | None:
        """The paper with this id."""
        query = sa.select(paper_table).where(paper_table.c.id == paper_id)
        return self._first(query, self._with_files)

    def minutes_of(self, meeting_id: UUID) -> tuple[Paper, ...]:
        """A meeting's minutes, in the order of the register."""
        return self._about(meeting_id, PaperKind.MINUTES)

    def notes_of(self, meeting_id: UUID) -> tuple[Paper, ...]:
        """The papers that correct a meeting's minutes, in the order of the register."""
        return self._about(meeting_id, PaperKind.CORRECTION_NOTE)

    def of_agreement(self, agreement_id: UUID) -> tuple[Paper, ...]:
        """An agreement's papers, those of its amendments too, in the order of the register."""
        return self._in_order(paper_table.c.agreement_id == agreement_id)

    def of_committee(self, committee_id: UUID) -> tuple[Paper, ...]:
        """A committee's papers, in the order of the register."""
        return self._in_order(paper_table.c.committee_id == committee_id)

    def by_digest(self, sha256: str) -> Paper | None:
        """The paper of which this is the digest of a file, in any of its states."""
        query = (
            sa.select(paper_table)
            .join(file_table, file_table.c.paper_id == paper_table.c.id)
            .where(file_table.c.sha256 == sha256)
        )
        return self._first(query, self._with_files)

    def content(self, file_id: UUID) -> bytes:
        """The bytes of one state of a file.

        Raises:
            LookupError: there is no such file.
        """
        query = sa.select(file_table.c.content).where(file_table.c.id == file_id)
        content = self._first(query, lambda row: bytes(row.content))
        if content is None:
            raise LookupError(file_id)
        return content

    def _about(self, meeting_id: UUID, kind: PaperKind) -> tuple[Paper, ...]:
        about = sa.and_(paper_table.c.meeting_id == meeting_id, paper_table.c.kind == kind)
        return self._in_order(about)

    def _in_order(self, condition: sa.ColumnElement[bool]) -> tuple[Paper, ...]:
        query = sa.select(paper_table).where(condition).order_by(paper_table.c.register_position)
        return self._all(query, self._with_files)

    def _with_files(self, row: sa.Row[Any]) -> Paper:
        query = (
            sa.select(*_FILE_WITHOUT_CONTENT)
            .where(file_table.c.paper_id == row.id)
            .order_by(file_table.c.sequence)
        )
        return paper_of(row, self._all(query, file_of))


class PaperRepository(PaperReader):
    """Finds papers, adds new ones and new states of their files."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def add(self, paper: Paper, content: bytes) -> None:
        """Enter a new paper into its committee's register, with its first file.

        Raises:
            ValueError: the paper has not exactly one file, or it is not the one described.
        """
        if len(paper.files) != 1:
            raise ValueError("a new paper has exactly one file")
        target = self._target(paper)
        values = paper_values(paper, self._next_position(paper.committee_id))
        self._recorder.write(target, None, paper, values)
        self._recorder.touch(Kind.REGISTER_ENTRY, paper.id)
        self._insert_file(paper.files[0], paper, content)

    def add_file(self, file: PaperFile, content: bytes) -> None:
        """Add the next state of a paper's file.

        Raises:
            UserError: ``paper_signed_meanwhile``, somebody else added a state since.
            LookupError: there is no such paper.
            ValueError: the file is not the one described.
        """
        before = self.get(file.paper_id)
        if before is None:
            raise LookupError(file.paper_id)
        if file.sequence != len(before.files):
            raise UserError("paper_signed_meanwhile", paper=before.register_number)
        self._insert_file(file, before, content)
        after = replace(before, files=(*before.files, file))
        self._recorder.log(self._target(before), before, after)

    def _target(self, paper: Paper) -> Target:
        return Target(Kind.PAPER, paper_table, paper.committee_id)

    def _insert_file(self, file: PaperFile, paper: Paper, content: bytes) -> None:
        described = (file.sha256, file.size)
        if described != (hashlib.sha256(content).hexdigest(), len(content)):
            raise ValueError("digest or size of the file is not that of its content")
        self._connection.execute(sa.insert(file_table).values(**file_values(file, paper, content)))

    def _next_position(self, committee_id: UUID) -> int:
        query = sa.select(sa.func.max(paper_table.c.register_position)).where(
            paper_table.c.committee_id == committee_id
        )
        return (self._connection.scalar(query) or 0) + 1
