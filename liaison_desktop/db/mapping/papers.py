"""Papers and the states of their files, between row and record."""

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.papers import Paper, PaperFile


def paper_values(paper: Paper, register_position: int) -> Values:
    """The row of a paper, at its place in the register."""
    return {
        "id": paper.id,
        "committee_id": paper.committee_id,
        "meeting_id": paper.meeting_id,
        "kind": paper.kind,
        "edition": paper.edition,
        "language": paper.language,
        "title": paper.title,
        "register_number": paper.register_number,
        "register_position": register_position,
        "fields": list(paper.fields),
        "correction_id": paper.correction_id,
        "agreement_id": paper.agreement_id,
        "agreement_version": paper.agreement_version,
    }


def paper_of(row: Row, files: tuple[PaperFile, ...]) -> Paper:
    """The paper of its row and its files."""
    return Paper(
        id=row.id,
        committee_id=row.committee_id,
        meeting_id=row.meeting_id,
        kind=row.kind,
        edition=row.edition,
        language=row.language,
        title=row.title,
        register_number=row.register_number,
        fields=tuple(row.fields),
        files=files,
        correction_id=row.correction_id,
        agreement_id=row.agreement_id,
        agreement_version=row.agreement_version,
    )


def file_values(file: PaperFile, paper: Paper, content: bytes) -> Values:
    """The row of one state of a paper's file, with its bytes."""
    return {
        "id": file.id,
        "committee_id": paper.committee_id,
        "paper_id": file.paper_id,
        "sequence": file.sequence,
        "sha256": file.sha256,
        "size": file.size,
        "created_at": file.created_at,
        "field": file.field,
        "signer": file.signer,
        "content": content,
    }


def file_of(row: Row) -> PaperFile:
    """One state of a paper's file, without its bytes."""
    return PaperFile(
        id=row.id,
        paper_id=row.paper_id,
        sequence=row.sequence,
        sha256=row.sha256,
        size=row.size,
        created_at=row.created_at,
        field=row.field,
        signer=row.signer,
    )
