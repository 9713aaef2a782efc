"""Six parties sign an agreement one after the other, and what that makes of it."""

from datetime import datetime
from pathlib import Path

import pytest

from liaison_desktop.domain.agreements import Agreement, AgreementStatus
from liaison_desktop.domain.archive import Recipient
from liaison_desktop.domain.papers import Paper, PaperKind, sha256_of
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.agreement_steps import (
    AdoptAmendment,
    AdvanceAgreement,
    AmendAgreement,
    DropAmendment,
)
from liaison_desktop.services.archiving import RefuseSignature, SignedByHand
from liaison_desktop.services.distributing import HandOver
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.progress import Cancelled
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from liaison_desktop.services.today import TaskKind
from tests.pdf.reading import run
from tests.services.test_agreements import (
    TODAY,
    advance,
    committee_id,
    decision,
    drafted,
    parties,
    record,
    refused,
)
from tests.services.test_minutes import Stop

__all__ = ["committee_id", "drafted", "parties"]

PASSPHRASE = "an oak, a river and a gate"
FIELDS = tuple(f"party-{number}" for number in range(1, 7))


@pytest.fixture
def key(services: Services) -> Path:
    return services.keys.create(
        CreateKey(name="Rosalba Cantaluna", organisation="Comitato", passphrase=PASSPHRASE)
    ).path


@pytest.fixture
def adopted(services: Services, drafted: Agreement) -> Agreement:
    advance(services, drafted, AgreementStatus.APPROVED)
    return drafted


def filed(services: Services, agreement: Agreement) -> Paper:
    return services.agreement_work.papers.file(FileAgreement(agreement_id=agreement.id))


def sign(services: Services, paper: Paper, key: Path, *fields: str) -> Paper:
    for field in fields:
        paper = services.register.sign(
            SignPaper(paper_id=paper.id, field=field, key=WithKey(path=key, secret=PASSPHRASE))
        )
    return paper


def test_when_the_last_of_six_parties_has_signed_the_agreement_is_signed(
    services: Services, adopted: Agreement, key: Path, tmp_path: Path
) -> None:
    paper = filed(services, adopted)
    assert (paper.kind, paper.fields, paper.title) == (
        PaperKind.AGREEMENT,
        FIELDS,
        "Sala dei Mercati",
    )
    paper = sign(services, paper, key, *FIELDS[:5])
    shown = record(services, adopted)
    assert shown.agreement.status is AgreementStatus.APPROVED
    assert shown.newest.agreed_on is None
    assert shown.paper == paper
    paper = sign(services, paper, key, FIELDS[5])
    shown = record(services, adopted)
    assert shown.agreement.status is AgreementStatus.SIGNED
    assert shown.agreement.signed_on == shown.newest.agreed_on == TODAY
    copy = services.register.save_copy(paper.id, tmp_path / "copy.pdf")
    verified = services.verification.verify(copy)
    assert verified.verification.valid
    assert [report.field for report in verified.verification.signatures] == list(FIELDS)
    assert verified.paper == paper
    printed = run("pdftotext", copy, "-")
    assert printed.count("Rosalba Cantaluna") == 6
    # Among the parties, beneath each place to sign, and in each signature.
    assert printed.count("president") == 3 * 6


def test_an_agreement_is_filed_once_as_long_as_it_stays_the_same(
    services: Services, adopted: Agreement
) -> None:
    paper = filed(services, adopted)
    assert filed(services, adopted) == paper
    assert sha256_of(services.register.content(paper.id)) == paper.newest.sha256
    advance(services, adopted, AgreementStatus.NEGOTIATION)
    with refused("agreement_not_adopted"):
        filed(services, adopted)
    last = services.agreements.adoptable(adopted.id)[-1].id
    services.agreement_work.steps.advance(
        AdvanceAgreement(agreement_id=adopted.id, to=AgreementStatus.APPROVED, decision_id=last)
    )
    anew = filed(services, adopted)
    assert anew.register_number == paper.register_number
    assert [file.sequence for file in anew.files] == [0, 1]
    assert anew.signatures == ()
    assert record(services, adopted).paper == anew
    assert filed(services, adopted) == anew


def test_what_a_party_has_signed_is_not_taken_back(
    services: Services, adopted: Agreement, key: Path
) -> None:
    advance(services, adopted, AgreementStatus.NEGOTIATION)
    services.undo.undo()
    paper = filed(services, adopted)
    with refused("undo_empty"):
        services.undo.undo()
    advance(services, adopted, AgreementStatus.NEGOTIATION)
    services.undo.undo()
    sign(services, paper, key, FIELDS[2])
    for act in (services.undo.undo, services.undo.redo):
        with refused("undo_empty"):
            act()
    with refused("agreement_signing_begun"):
        advance(services, adopted, AgreementStatus.DRAFT)
    assert filed(services, adopted).newest.field == FIELDS[2]


def test_a_stopped_filing_leaves_nothing(services: Services, adopted: Agreement) -> None:
    with pytest.raises(Cancelled):
        services.agreement_work.papers.file(FileAgreement(agreement_id=adopted.id), Stop())
    assert record(services, adopted).papers == ()


def test_an_amendment_is_signed_by_all_like_the_agreement(
    services: Services, adopted: Agreement, key: Path
) -> None:
    sign(services, filed(services, adopted), key, *FIELDS)
    services.agreement_work.steps.amend(
        AmendAgreement(agreement_id=adopted.id, reason="Una biblioteca")
    )
    with refused("agreement_not_adopted"):
        filed(services, adopted)
    adopt = AdoptAmendment(agreement_id=adopted.id, decision_id=decision(services, adopted))
    services.agreement_work.steps.adopt_amendment(adopt)
    paper = filed(services, adopted)
    assert (paper.agreement_version, paper.title) == (2, "Modifica n. 1 a «Sala dei Mercati»")
    sign(services, paper, key, FIELDS[0])
    with refused("agreement_signing_begun"):
        services.agreement_work.steps.drop_amendment(DropAmendment(agreement_id=adopted.id))
    with refused("agreement_signing_begun"):
        services.agreement_work.steps.adopt_amendment(
            AdoptAmendment(agreement_id=adopted.id, decision_id=None)
        )
    sign(services, paper, key, *FIELDS[1:])
    shown = record(services, adopted)
    assert shown.newest.agreed_on == TODAY
    assert [paper.agreement_version for paper in shown.papers] == [1, 2]


def test_what_was_signed_by_hand_keeps_its_day_when_the_fields_are_filled_later(
    services: Services, adopted: Agreement, key: Path
) -> None:
    paper = filed(services, adopted)
    day = datetime(2026, 1, 5).astimezone().date()
    services.agreement_work.steps.advance(
        AdvanceAgreement(agreement_id=adopted.id, to=AgreementStatus.SIGNED, on=day)
    )
    sign(services, paper, key, *FIELDS)
    assert record(services, adopted).agreement.signed_on == day


def test_an_agreement_that_waits_for_signatures_is_on_the_first_screen(
    services: Services, adopted: Agreement, key: Path
) -> None:
    sign(services, filed(services, adopted), key, FIELDS[0])
    tasks = services.today.overview(adopted.committee_id, TODAY).tasks
    (task,) = (task for task in tasks if task.kind is TaskKind.AGREEMENT_TO_SIGN)
    assert (task.target, task.detail) == (adopted.id, {"signed": "1", "required": "6"})


def test_an_agreement_is_handed_over_with_who_signed_by_hand_and_who_would_not(
    services: Services, adopted: Agreement, key: Path, tmp_path: Path
) -> None:
    paper = sign(services, filed(services, adopted), key, FIELDS[0])
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    archive, today = services.archive_work, datetime.now().astimezone().date()
    archive.archiving.signed_by_hand(
        SignedByHand(paper_id=paper.id, signed_on={FIELDS[1]: today}, scan=scan)
    )
    archive.archiving.refuse(
        RefuseSignature(
            paper_id=paper.id, field=FIELDS[2], reason="Nessuna copertura", refused_on=today
        )
    )
    town = Recipient(name="Comune di Borgolume")
    done = archive.distributing.into_folder(
        HandOver(paper_id=paper.id, recipients=(town,)), tmp_path / "out"
    )
    (slip,) = (tmp_path / "out").rglob(f"{paper.register_number} *.pdf")
    text = " ".join(run("pdftotext", "-raw", str(slip), "-").split())
    parties = [party.name for party in record(services, adopted).agreement.parties]
    assert done.reached == 1
    assert f"Firmato a mano {parties[1]}" in text
    assert f"Firma rifiutata {parties[2]}" in text
    assert "Nessuna copertura" in text
    assert parties[3] in text


def test_what_a_party_has_signed_by_hand_is_not_taken_back(
    services: Services, adopted: Agreement, tmp_path: Path
) -> None:
    paper = filed(services, adopted)
    by_hand(services, paper, tmp_path, FIELDS[0])
    with refused("agreement_signing_begun"):
        advance(services, adopted, AgreementStatus.NEGOTIATION)


def test_an_agreement_waits_for_those_who_have_not_signed_in_any_way(
    services: Services, adopted: Agreement, tmp_path: Path
) -> None:
    by_hand(services, filed(services, adopted), tmp_path, *FIELDS[:5])
    tasks = services.today.overview(adopted.committee_id, TODAY).tasks
    (task,) = (task for task in tasks if task.kind is TaskKind.AGREEMENT_TO_SIGN)
    assert task.detail == {"signed": "5", "required": "6"}


def by_hand(services: Services, paper: Paper, folder: Path, *fields: str) -> None:
    scan = folder / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    days = dict.fromkeys(fields, datetime.now().astimezone().date())
    services.archive_work.archiving.signed_by_hand(
        SignedByHand(paper_id=paper.id, signed_on=days, scan=scan)
    )
