"""Agreements on the command line: listed, shown, printed, entered in the register."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreement_texts import Recurrence
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import store_file
from liaison_desktop.services.agreement_forms import EditAgreement, PartyTold
from liaison_desktop.services.agreement_steps import AdvanceAgreement, AmendAgreement
from liaison_desktop.services.agreement_writing import DraftAgreement
from liaison_desktop.services.commitments import AddCommitment, CommitmentTold
from liaison_desktop.services.services import Services, compose_services
from tests.cli.conftest import Command
from tests.pdf.gates import complaints
from tests.pdf.reading import run

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def written(portochiaro: Command, tmp_path: Path) -> Command:
    """An agreement between two organisations, adopted by the committee, with a promise in it."""
    store = Store.open(portochiaro_store(tmp_path))
    services = compose_services(store, tmp_path / "data", "tester", cache(Catalogue))
    write(services)
    store.close()
    return portochiaro


def portochiaro_store(tmp_path: Path) -> Path:
    return store_file(None, tmp_path / "profile")


def write(services: Services) -> None:
    work = services.agreement_work
    committee = services.committees.by_ref("it")
    rows = services.people.organisations(PageRequest(committee_id=committee.id)).rows
    parties = tuple(PartyTold(organisation_id=row.id) for row in rows[:2])
    drafted = work.writing.draft(
        DraftAgreement(committee_id=committee.id, title="Sala di lettura", parties=parties)
    )
    work.writing.edit(
        EditAgreement(
            agreement_id=drafted.id,
            title=drafted.title,
            kind=drafted.kind,
            parties=parties,
            duration_months=1,
            notice_days=5,
        )
    )
    told = CommitmentTold(text="Apre la sala", due=TODAY, recurrence=Recurrence.MONTHLY)
    work.commitments.add(AddCommitment(agreement_id=drafted.id, told=told))
    decision = services.agreements.adoptable(drafted.id)[0]
    work.steps.advance(
        AdvanceAgreement(
            agreement_id=drafted.id, to=AgreementStatus.APPROVED, decision_id=decision.id
        )
    )


def sign_by_hand(tmp_path: Path) -> None:
    store = Store.open(portochiaro_store(tmp_path))
    services = compose_services(store, tmp_path / "data", "tester", cache(Catalogue))
    agreement = services.agreements.by_ref("it/a1")
    services.agreement_work.steps.advance(
        AdvanceAgreement(agreement_id=agreement.id, to=AgreementStatus.SIGNED, on=TODAY)
    )
    services.agreement_work.steps.amend(
        AmendAgreement(agreement_id=agreement.id, reason="Orari nuovi")
    )
    store.close()


def shown(liaison: Command) -> Any:
    return json.loads(liaison("show", "agreement", "it/a1", "--json").out)


def test_an_agreement_is_shown_with_texts_promises_and_papers(written: Command) -> None:
    told = shown(written)
    assert (told["status"], told["standing"]) == ("approved", None)
    (version,) = told["versions"]
    assert [article["heading"] for article in version["articles"]][:2] == told["articles"][:2]
    (promise,) = told["commitments"]
    assert (promise["text"], promise["overdue"]) == ("Apre la sala", False)
    assert told["papers"] == []
    outline = written("show", "agreement", "it/a1").out
    assert "Finalità e oggetto" in outline
    assert "Apre la sala" in outline


def test_its_standing_and_day_of_notice_are_listed(written: Command, tmp_path: Path) -> None:
    sign_by_hand(tmp_path)
    rows = written("list", "agreements").out.splitlines()
    assert rows[0].split() == ["city", "status", "standing", "notice_until", "ends_on", "title"]
    (row,) = (row for row in rows if "Sala di lettura" in row)
    assert "Ends soon" in row
    told = shown(written)
    assert told["standing"] == "ending"
    assert told["notice_until"] < told["ends_on"]


def test_the_newest_text_is_printed_or_the_one_asked_for(written: Command, tmp_path: Path) -> None:
    sign_by_hand(tmp_path)
    out = tmp_path / "newest.pdf"
    assert written("agreement", "it/a1", "--out", out).status == 0
    assert complaints(out) == []
    assert "Orari nuovi" in run("pdftotext", out, "-")
    assert written("agreement", "it/a1", "--out", out, "--version", 1).status == 0
    assert "Orari nuovi" not in run("pdftotext", out, "-")
    missing = written("agreement", "it/a1", "--out", out, "--version", 3)
    assert (missing.status, missing.err) == (2, "“Sala di lettura” has no version 3 of its text.\n")


def test_what_was_adopted_is_entered_in_the_register_once(written: Command, tmp_path: Path) -> None:
    out = tmp_path / "filed.pdf"
    first = written("agreement", "it/a1", "--out", out, "--file")
    assert first.status == 0, first.err
    assert written("agreement", "it/a1", "--out", out, "--file").out == first.out
    (paper,) = shown(written)["papers"]
    assert paper["sha256"] in first.out
    assert paper["unsigned"] == ["party-1", "party-2"]


def test_what_was_not_adopted_is_not(portochiaro: Command, tmp_path: Path) -> None:
    rows = json.loads(portochiaro("list", "agreements", "--json").out)
    result = portochiaro("agreement", rows[0]["id"], "--out", tmp_path / "x.pdf", "--file")
    assert result.status == 2
    assert "is not adopted" in result.err
    assert not (tmp_path / "x.pdf").exists()
