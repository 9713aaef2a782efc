"""Entering a paper of any kind in its committee's register."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind, sha256_of
from liaison_desktop.domain.register import register_number
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A paper to be entered in the register; see ``Paper``."""

    committee_id: UUID
    kind: PaperKind
    title: str
    language: str
    edition: Edition = Edition.FULL
    fields: tuple[str, ...] = ()
    meeting_id: UUID | None = None
    correction_id: UUID | None = None
    agreement_id: UUID | None = None
    agreement_version: int | None = None


def enter(work: UnitOfWork, new: NewPaper, typeset: Callable[[str], bytes]) -> Paper:
    """Give a paper the next number of the register and keep its file.

    ``typeset`` makes the file with the number, as printed, in it.
    """
    committee = required(work.committees.get(new.committee_id))
    number = register_number(committee.register_prefix, committee.register_next)
    content = typeset(number)
    paper_id = uuid7()
    paper = Paper(
        id=paper_id,
        committee_id=committee.id,
        meeting_id=new.meeting_id,
        kind=new.kind,
        edition=new.edition,
        language=new.language,
        title=new.title,
        register_number=number,
        fields=new.fields,
        files=(state_of(paper_id, 0, content),),
        correction_id=new.correction_id,
        agreement_id=new.agreement_id,
        agreement_version=new.agreement_version,
    )
    work.papers.add(paper, content)
    work.committees.put(replace(committee, register_next=committee.register_next + 1))
    return paper


def state_of(
    paper_id: UUID, sequence: int, content: bytes, *, field: str = "", signer: str = ""
) -> PaperFile:
    """What the register says of one state of a paper's file, made now."""
    return PaperFile(
        id=uuid7(),
        paper_id=paper_id,
        sequence=sequence,
        sha256=sha256_of(content),
        size=len(content),
        created_at=datetime.now(UTC),
        field=field,
        signer=signer,
    )


def add_state(
    work: UnitOfWork, paper: Paper, content: bytes, *, field: str = "", signer: str = ""
) -> Paper:
    """The paper with a further state of its file; the states before stay as they were."""
    sequence = paper.newest.sequence + 1
    file = state_of(paper.id, sequence, content, field=field, signer=signer)
    work.papers.add_file(file, content)
    return replace(paper, files=(*paper.files, file))
