"""An agreement with six parties from draft to signed, its amendments and its commitments."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreement_steps import Standing
from liaison_desktop.domain.agreement_texts import (
    Article,
    Commitment,
    CommitmentStatus,
    Recurrence,
    as_of,
)
from liaison_desktop.domain.agreements import Agreement, AgreementStatus, Renewal
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.paths import resources
from liaison_desktop.services.agreement_forms import EditAgreement, EditAgreementText, PartyTold
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.agreement_steps import (
    AdoptAmendment,
    AdvanceAgreement,
    AmendAgreement,
    DropAmendment,
    SignAmendment,
)
from liaison_desktop.services.agreement_writing import DraftAgreement
from liaison_desktop.services.agreements import AgreementRecord
from liaison_desktop.services.commitments import (
    AddCommitment,
    CommitmentTold,
    DropCommitment,
    EditCommitment,
    KeepCommitment,
)
from liaison_desktop.services.services import Services
from liaison_desktop.services.today import TaskKind
from tests.services.test_minutes import text_of

TODAY = datetime.now().astimezone().date()
DAY = timedelta(days=1)


@pytest.fixture
def committee_id(services: Services) -> UUID:
    return services.committees.by_ref("borgolume").id


@pytest.fixture
def parties(store: Store, committee_id: UUID) -> tuple[PartyTold, ...]:
    with store.read() as reading:
        organisations = reading.people.organisations(committee_id)[:6]
    assert len(organisations) == 6
    return tuple(
        PartyTold(organisation_id=one.id, signatory=f"Signer {n}", capacity="president")
        for n, one in enumerate(organisations, 1)
    )


@pytest.fixture
def drafted(services: Services, committee_id: UUID, parties: tuple[PartyTold, ...]) -> Agreement:
    return services.agreement_work.writing.draft(
        DraftAgreement(committee_id=committee_id, title="Sala dei Mercati", parties=parties)
    )


def decision(services: Services, agreement: Agreement) -> UUID:
    return services.agreements.adoptable(agreement.id)[0].id


def record(services: Services, agreement: Agreement, on: date = TODAY) -> AgreementRecord:
    return services.agreements.record(agreement.id, on)


def advance(services: Services, agreement: Agreement, *steps: AgreementStatus) -> None:
    for to in steps:
        services.agreement_work.steps.advance(
            AdvanceAgreement(
                agreement_id=agreement.id,
                to=to,
                decision_id=decision(services, agreement),
                on=TODAY if to is AgreementStatus.SIGNED else None,
            )
        )


TO_SIGNED = (AgreementStatus.NEGOTIATION, AgreementStatus.APPROVED, AgreementStatus.SIGNED)


def edited(agreement: Agreement, parties: tuple[PartyTold, ...]) -> EditAgreement:
    return EditAgreement(
        agreement_id=agreement.id,
        title="Sala dei Mercati",
        kind="protocollo d’intesa",
        parties=parties,
        duration_months=24,
        renewal=Renewal.TACIT,
        renewal_months=12,
        notice_days=90,
    )


def test_an_agreement_with_six_parties_from_draft_to_signed_to_its_last_day_of_notice(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    services.agreement_work.writing.edit(edited(drafted, parties))
    advance(services, drafted, *TO_SIGNED)
    shown = record(services, drafted)
    assert shown.agreement.status is AgreementStatus.SIGNED
    assert [party.organisation_id for party in shown.agreement.parties] == [
        party.organisation_id for party in parties
    ]
    assert shown.newest.agreed_on == shown.agreement.signed_on == TODAY
    assert shown.newest.decision_id == shown.agreement.decision_id in shown.decisions
    assert shown.notice_until is not None
    assert shown.standing is None
    near = shown.notice_until - 10 * DAY
    assert record(services, drafted, near).standing is Standing.ENDING
    tasks = services.today.overview(drafted.committee_id, near).tasks
    assert [t.due for t in tasks if t.target == drafted.id] == [shown.notice_until]
    (row,) = services.agreements.page(PageRequest(search="Sala dei Mercati"), near).rows
    assert (row.standing, row.notice_until) == (Standing.ENDING, shown.notice_until)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_begins_with_the_usual_articles_of_its_language(
    services: Services, committee_id: UUID, language: str
) -> None:
    drafted = services.agreement_work.writing.draft(
        DraftAgreement(committee_id=committee_id, title="X", language=language)
    )
    text = record(services, drafted).newest
    assert text.language == language
    assert len(text.articles) == 11
    assert len(text.whereas) == 2
    assert all(article.heading and article.text for article in text.articles)
    english = services.agreement_work.writing.template("en")
    assert (text.articles == english.articles) is (language == "en")


def test_a_draft_may_begin_empty_and_each_has_a_name_of_its_own(
    services: Services, committee_id: UUID
) -> None:
    command = DraftAgreement(committee_id=committee_id, title=" A  title ", from_template=False)
    first, second = (services.agreement_work.writing.draft(command) for _ in range(2))
    assert (first.title, first.kind) == ("A title", "Protocollo d’intesa")
    assert first.key != second.key
    assert services.agreements.by_ref(f"borgolume/{second.key}").id == second.id
    assert record(services, first).newest.articles == ()


def refused(code: str) -> "pytest.RaisesExc[UserError]":
    return pytest.raises(UserError, match=rf"^{code}\(")


def test_what_is_wrong_with_a_draft_is_said_and_nothing_is_written(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    good = edited(drafted, parties)
    writing = services.agreement_work.writing
    with refused("agreement_needs_title"):
        writing.draft(DraftAgreement(committee_id=drafted.committee_id, title="  "))
    with refused("agreement_needs_title"):
        writing.edit(replace(good, title=""))
    with refused("agreement_party_twice"):
        writing.edit(replace(good, parties=(*parties, parties[0])))
    with refused("agreement_months"):
        writing.edit(replace(good, duration_months=0))
    with refused("agreement_days"):
        writing.edit(replace(good, notice_days=-1))
    with refused("renewal_needs_months"):
        writing.edit(replace(good, renewal_months=None))
    with refused("notice_longer_than_term"):
        writing.edit(replace(good, duration_months=1, notice_days=40))
    with refused("article_needs_heading"):
        writing.edit_text(
            EditAgreementText(agreement_id=drafted.id, articles=(Article(heading=" ", text="x"),))
        )
    with refused("record_gone"):
        writing.edit(replace(good, parties=(PartyTold(organisation_id=UUID(int=1)),)))
    assert record(services, drafted).agreement.duration_months is None


def test_the_text_is_kept_as_it_was_typed_and_shows_in_the_paper(
    services: Services, drafted: Agreement
) -> None:
    services.agreement_work.writing.edit_text(
        EditAgreementText(
            agreement_id=drafted.id,
            articles=(
                Article(heading="Finalità", text="Si lavora **insieme**."),
                Article(heading=" ", text=""),
            ),
            whereas=(" Ci si conosce. ", " "),
            place="Borgolume",
        )
    )
    text = record(services, drafted).newest
    assert text.articles == (Article(heading="Finalità", text="Si lavora **insieme**."),)
    assert text.whereas == ("Ci si conosce.",)
    assert record(services, drafted).agreement.articles == ("Finalità",)
    pdf = services.agreement_work.papers.preview(drafted.id)
    assert pdf == services.agreement_work.papers.preview(drafted.id)
    printed = " ".join(text_of(pdf).split())
    assert "Finalità" in printed
    assert "Si lavora insieme" in printed


def test_every_step_until_the_signature_can_be_taken_back(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    before = record(services, drafted)
    services.agreement_work.writing.edit(edited(drafted, parties))
    advance(services, drafted, AgreementStatus.NEGOTIATION, AgreementStatus.APPROVED)
    for command in ("advance_agreement", "advance_agreement", "edit_agreement"):
        assert services.undo.next == command
        services.undo.undo()
    assert record(services, drafted) == before
    assert services.undo.next == "draft_agreement"
    services.undo.undo()
    with refused("record_gone"):
        record(services, drafted)


def test_what_is_signed_cannot_be_taken_back_or_changed(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    advance(services, drafted, AgreementStatus.NEGOTIATION)
    services.undo.undo()
    advance(services, drafted, *TO_SIGNED)
    for act in (services.undo.undo, services.undo.redo):
        with refused("undo_empty"):
            act()
    with refused("agreement_signed"):
        services.agreement_work.writing.edit(edited(drafted, parties))
    with refused("agreement_signed"):
        services.agreement_work.writing.edit_text(
            EditAgreementText(agreement_id=drafted.id, articles=())
        )
    with refused("agreement_step_impossible"):
        advance(services, drafted, AgreementStatus.DRAFT)


def test_what_was_adopted_is_changed_only_after_it_was_taken_back(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    advance(services, drafted, AgreementStatus.APPROVED)
    with refused("agreement_adopted"):
        services.agreement_work.writing.edit(edited(drafted, parties))
    advance(services, drafted, AgreementStatus.NEGOTIATION)
    shown = record(services, drafted)
    assert shown.agreement.decision_id is None
    assert shown.newest.decision_id is None
    assert services.agreement_work.writing.edit(edited(drafted, parties))


def test_an_agreement_is_adopted_by_a_decision_of_its_committee(
    services: Services, store: Store, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    steps = services.agreement_work.steps
    adopt = AdvanceAgreement(agreement_id=drafted.id, to=AgreementStatus.APPROVED)
    with refused("agreement_needs_decision"):
        steps.advance(adopt)
    elsewhere = services.committees.by_ref("haselbrueck").id
    rows = services.meetings.decisions(PageRequest(limit=1000)).rows
    other = next(row for row in rows if row.committee_id == elsewhere)
    with refused("record_gone"):
        steps.advance(replace(adopt, decision_id=other.id))
    failed = next(row for row in rows if row.outcome not in (Outcome.ADOPTED, Outcome.NOTED))
    with store.write("test", "tester") as work:
        work.agreements.put(replace(drafted, committee_id=failed.committee_id))
        work.commit()
    with refused("decision_not_adopted"):
        steps.advance(replace(adopt, decision_id=failed.id))
    services.agreement_work.writing.edit(edited(drafted, parties[:1]))
    with refused("agreement_needs_parties"):
        steps.advance(adopt)
    services.agreement_work.writing.edit(edited(drafted, parties))
    services.agreement_work.writing.edit_text(
        EditAgreementText(agreement_id=drafted.id, articles=())
    )
    with refused("agreement_needs_text"):
        steps.advance(adopt)


def test_a_signature_needs_a_day_that_has_come(services: Services, drafted: Agreement) -> None:
    advance(services, drafted, AgreementStatus.APPROVED)
    sign = AdvanceAgreement(agreement_id=drafted.id, to=AgreementStatus.SIGNED)
    with refused("agreement_needs_day"):
        services.agreement_work.steps.advance(sign)
    with refused("day_in_future"):
        services.agreement_work.steps.advance(replace(sign, on=TODAY + DAY))


def test_from_in_force_to_withdrawn_by_a_party(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    services.agreement_work.writing.edit(
        replace(edited(drafted, parties), starts_on=TODAY + DAY, renewal=Renewal.NONE)
    )
    advance(services, drafted, *TO_SIGNED)
    with refused("agreement_begins_later"):
        advance(services, drafted, AgreementStatus.IN_FORCE)
    withdraw = AdvanceAgreement(
        agreement_id=drafted.id,
        to=AgreementStatus.WITHDRAWN,
        on=TODAY + 30 * DAY,
        party=parties[2].organisation_id,
    )
    with refused("not_a_party"):
        services.agreement_work.steps.advance(replace(withdraw, party=UUID(int=1)))
    with refused("agreement_needs_day"):
        services.agreement_work.steps.advance(replace(withdraw, on=None))
    with refused("agreement_ends_before_it_begins"):
        services.agreement_work.steps.advance(replace(withdraw, on=TODAY))
    leaving = [party.organisation_id for party in parties]
    going_on = record(services, drafted).agreement
    for party in leaving[2:]:
        services.agreement_work.steps.advance(replace(withdraw, party=party))
        going_on = record(services, drafted).agreement
        assert going_on.status is AgreementStatus.SIGNED
        assert going_on.withdrawn_by is None
    left = {each.organisation_id: each.left_on for each in going_on.parties}
    assert left[leaving[2]] == TODAY + 30 * DAY
    with refused("not_a_party"):
        services.agreement_work.steps.advance(withdraw)
    told = CommitmentTold(text="Report", organisation_id=leaving[2])
    with refused("not_a_party"):
        services.agreement_work.commitments.add(AddCommitment(agreement_id=drafted.id, told=told))
    services.agreement_work.steps.advance(replace(withdraw, party=leaving[1]))
    shown = record(services, drafted)
    assert shown.agreement.withdrawn_by == leaving[1]
    assert shown.ends_on == TODAY + 30 * DAY
    assert shown.standing is Standing.ENDING
    assert shown.next_steps == ()


def test_an_amendment_changes_parties_and_term_and_older_versions_keep_theirs(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    advance(services, drafted, *TO_SIGNED)
    steps, writing = services.agreement_work.steps, services.agreement_work.writing
    before = record(services, drafted)
    steps.amend(AmendAgreement(agreement_id=drafted.id, reason="One leaves, longer"))
    stay = parties[:2]
    writing.edit(replace(edited(drafted, stay), duration_months=36, renewal=Renewal.EXPRESS))
    under_way = record(services, drafted)
    assert under_way.agreement == before.agreement
    own = as_of(under_way.agreement, under_way.newest)
    assert [party.organisation_id for party in own.parties] == [
        party.organisation_id for party in stay
    ]
    decision = services.agreements.adoptable(drafted.id)[0].id
    steps.adopt_amendment(AdoptAmendment(agreement_id=drafted.id, decision_id=decision))
    filed = services.agreement_work.papers.file(FileAgreement(agreement_id=drafted.id))
    assert filed.fields == ("party-1", "party-2")
    steps.sign_amendment(SignAmendment(agreement_id=drafted.id, on=TODAY))
    after = record(services, drafted)
    assert (after.agreement.duration_months, after.agreement.renewal) == (36, Renewal.EXPRESS)
    gone = {p.organisation_id for p in after.agreement.parties if p.left_on == TODAY}
    assert gone == {party.organisation_id for party in parties[2:]}
    first = as_of(after.agreement, after.versions[0])
    assert first.duration_months == before.agreement.duration_months
    assert first.parties == before.agreement.parties
    with refused("agreement_signed"):
        writing.edit(edited(drafted, parties))


def test_an_agreement_in_force_ends_on_a_day_that_has_come(
    services: Services, drafted: Agreement
) -> None:
    advance(services, drafted, *TO_SIGNED, AgreementStatus.IN_FORCE)
    end = AdvanceAgreement(agreement_id=drafted.id, to=AgreementStatus.EXPIRED)
    with refused("agreement_needs_day"):
        services.agreement_work.steps.advance(end)
    with refused("day_in_future"):
        services.agreement_work.steps.advance(replace(end, on=TODAY + DAY))
    services.agreement_work.steps.advance(replace(end, on=TODAY))
    shown = record(services, drafted)
    assert (shown.agreement.status, shown.ends_on) == (AgreementStatus.EXPIRED, TODAY)
    assert record(services, drafted, TODAY + DAY).standing is Standing.ENDED


def test_what_nobody_signs_is_given_up_without_a_day(
    services: Services, drafted: Agreement
) -> None:
    services.agreement_work.steps.advance(
        AdvanceAgreement(agreement_id=drafted.id, to=AgreementStatus.WITHDRAWN)
    )
    assert record(services, drafted).agreement.ended_on is None


def test_an_amendment_follows_what_was_agreed_and_never_changes_it(
    services: Services, drafted: Agreement
) -> None:
    steps, amend = (
        services.agreement_work.steps,
        AmendAgreement(agreement_id=drafted.id, reason="Why"),
    )
    with refused("agreement_not_running"):
        steps.amend(amend)
    advance(services, drafted, *TO_SIGNED)
    with refused("amendment_needs_reason"):
        steps.amend(replace(amend, reason=" "))
    with refused("amendment_missing"):
        steps.drop_amendment(DropAmendment(agreement_id=drafted.id))
    steps.amend(amend)
    agreed, second = record(services, drafted).versions
    assert (second.number, second.reason, second.agreed_on) == (2, "Why", None)
    with refused("amendment_under_way"):
        steps.amend(amend)
    services.agreement_work.writing.edit_text(
        EditAgreementText(
            agreement_id=drafted.id, articles=(Article(heading="Nuovo", text="Tutto nuovo."),)
        )
    )
    with refused("amendment_not_adopted"):
        steps.sign_amendment(SignAmendment(agreement_id=drafted.id, on=TODAY))
    adopted = AdoptAmendment(agreement_id=drafted.id, decision_id=decision(services, drafted))
    steps.adopt_amendment(adopted)
    with refused("amendment_adopted"):
        services.agreement_work.writing.edit_text(
            EditAgreementText(agreement_id=drafted.id, articles=())
        )
    steps.adopt_amendment(replace(adopted, decision_id=None))
    assert record(services, drafted).amending
    steps.adopt_amendment(adopted)
    before = services.agreement_work.papers.preview(drafted.id, 1)
    steps.sign_amendment(SignAmendment(agreement_id=drafted.id, on=TODAY))
    first, second = record(services, drafted).versions
    assert first == agreed
    assert (second.agreed_on, second.articles[0].heading) == (TODAY, "Nuovo")
    assert record(services, drafted).agreement.signed_on == TODAY
    assert not record(services, drafted).amending
    assert services.agreement_work.papers.preview(drafted.id, 1) == before
    assert "Tutto nuovo." in text_of(services.agreement_work.papers.preview(drafted.id))
    with refused("agreement_signed"):
        services.agreement_work.writing.edit_text(
            EditAgreementText(agreement_id=drafted.id, articles=())
        )
    with refused("version_unknown"):
        services.agreement_work.papers.preview(drafted.id, 3)


def test_an_amendment_can_be_dropped_and_taken_up_again(
    services: Services, drafted: Agreement
) -> None:
    advance(services, drafted, *TO_SIGNED)
    services.agreement_work.steps.amend(AmendAgreement(agreement_id=drafted.id, reason="Why"))
    services.agreement_work.steps.drop_amendment(DropAmendment(agreement_id=drafted.id))
    assert len(record(services, drafted).versions) == 1
    services.undo.undo()
    assert record(services, drafted).newest.reason == "Why"


def test_an_imported_agreement_is_known_by_its_headings_until_it_is_worked_on(
    services: Services,
) -> None:
    imported = services.agreements.page(PageRequest(search="Haselbrück")).rows[0]
    agreement = services.agreements.detail(imported.id)
    shown = record(services, agreement)
    assert [article.heading for article in shown.newest.articles] == list(agreement.articles)
    assert shown.newest.agreed_on == agreement.signed_on is not None
    services.agreement_work.steps.amend(AmendAgreement(agreement_id=agreement.id, reason="Neu"))
    assert [version.number for version in record(services, agreement).versions] == [1, 2]
    services.undo.undo()
    assert record(services, agreement) == shown


def test_a_file_never_turns_back_an_agreement_that_is_worked_on_here(
    services: Services, tmp_path: Path
) -> None:
    imported = services.agreements.page(PageRequest(search="Lingue")).rows[0]
    agreement = services.agreements.detail(imported.id)
    file = resources() / "demo" / "it.json"
    assert services.imports.import_file(file).unchanged
    advance(services, agreement, AgreementStatus.APPROVED)
    adopted = record(services, agreement)
    report = services.imports.import_file(file)
    assert [notice.code for notice in report.notices][-1] == "agreement_kept"
    assert record(services, agreement) == adopted


def test_commitments_come_due_are_kept_and_dropped(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    told = CommitmentTold(
        text=" Report ",
        organisation_id=parties[0].organisation_id,
        due=TODAY - 40 * DAY,
        recurrence=Recurrence.MONTHLY,
    )
    services.agreement_work.commitments.add(AddCommitment(agreement_id=drafted.id, told=told))
    (report,) = record(services, drafted).commitments
    assert (report.text, report.status) == ("Report", CommitmentStatus.OPEN)
    keep = KeepCommitment(commitment_id=report.id, on=TODAY)
    with refused("day_in_future"):
        services.agreement_work.commitments.keep(replace(keep, on=TODAY + DAY))
    assert Kind.COMMITMENT in services.agreement_work.commitments.keep(keep)
    (kept,) = record(services, drafted).commitments
    assert kept.due is not None
    assert told.due is not None
    assert kept.due > told.due
    assert kept.kept_on == (TODAY,)
    once = replace(told, text="Room", recurrence=Recurrence.ONCE)
    services.agreement_work.commitments.edit(EditCommitment(commitment_id=report.id, told=once))
    services.agreement_work.commitments.keep(keep)
    with refused("commitment_closed"):
        services.agreement_work.commitments.keep(keep)
    with refused("commitment_closed"):
        services.agreement_work.commitments.drop(DropCommitment(commitment_id=report.id))
    with refused("commitment_closed"):
        services.agreement_work.commitments.edit(EditCommitment(commitment_id=report.id, told=once))
    services.undo.undo()
    services.agreement_work.commitments.drop(DropCommitment(commitment_id=report.id))
    assert [one.status for one in record(services, drafted).commitments] == [
        CommitmentStatus.DROPPED
    ]


def test_what_is_wrong_with_a_commitment_is_said(services: Services, drafted: Agreement) -> None:
    def add(**told: object) -> None:
        services.agreement_work.commitments.add(
            AddCommitment(
                agreement_id=drafted.id,
                told=CommitmentTold(**told),  # type: ignore[arg-type]  # of its own fields
            )
        )

    with refused("commitment_needs_text"):
        add(text=" ")
    with refused("commitment_needs_day"):
        add(text="Report", recurrence=Recurrence.YEARLY)
    with refused("not_a_party"):
        add(text="Report", organisation_id=UUID(int=1))


def test_a_commitment_that_is_due_waits_on_the_first_screen(
    services: Services, drafted: Agreement
) -> None:
    def waiting() -> list[tuple[str, date | None]]:
        tasks = services.today.overview(drafted.committee_id, TODAY).tasks
        return [(t.subject, t.due) for t in tasks if t.kind is TaskKind.COMMITMENT_DUE]

    for text, due in (("Late", TODAY - DAY), ("Soon", TODAY + DAY), ("Far", TODAY + 90 * DAY)):
        told = CommitmentTold(text=text, due=due)
        services.agreement_work.commitments.add(AddCommitment(agreement_id=drafted.id, told=told))
    assert waiting() == []
    advance(services, drafted, *TO_SIGNED)
    assert waiting() == [("Late", TODAY - DAY), ("Soon", TODAY + DAY)]
    late: Commitment = record(services, drafted).commitments[0]
    services.agreement_work.commitments.keep(KeepCommitment(commitment_id=late.id, on=TODAY))
    assert waiting() == [("Soon", TODAY + DAY)]


def test_a_refusal_is_one_sentence(services: Services, drafted: Agreement) -> None:
    with refused("agreement_step_impossible") as caught:
        advance(services, drafted, AgreementStatus.EXPIRED)
    assert sentence(caught.value, Catalogue("en")) == (
        "“Sala dei Mercati” is “Draft” and cannot become “Expired”."
    )
