"""Withdrawals, changed parties and merges, and what they leave of agreements and of undo."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreement_texts import as_of
from liaison_desktop.domain.agreements import Agreement, AgreementStatus
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, Person
from liaison_desktop.domain.seats import Capacity, EndReason
from liaison_desktop.services.access import held_on
from liaison_desktop.services.agreement_forms import EditAgreement, PartyTold
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.agreement_steps import (
    AdoptAmendment,
    AdvanceAgreement,
    AmendAgreement,
    SignAmendment,
)
from liaison_desktop.services.agreement_writing import DraftAgreement
from liaison_desktop.services.merging import MergeOrganisations
from liaison_desktop.services.people_writing import (
    AddOrganisation,
    AddPerson,
    OrganisationProfile,
    PersonProfile,
)
from liaison_desktop.services.seats import AddSeats, Appoint, CloseSeat, EndMembership
from liaison_desktop.services.services import Services
from tests.services.test_agreements import TO_SIGNED, TODAY, advance, decision, edited, record

TOWN = "borgolume"


@pytest.fixture
def parties(services: Services, store: Store) -> tuple[PartyTold, ...]:
    committee = services.committees.by_ref(TOWN)
    with store.read() as reading:
        found = reading.people.organisations(committee.id)[:4]
    return tuple(PartyTold(organisation_id=each.id, signatory="X", capacity="Y") for each in found)


@pytest.fixture
def drafted(services: Services, parties: tuple[PartyTold, ...]) -> Agreement:
    committee = services.committees.by_ref(TOWN)
    return services.agreement_work.writing.draft(
        DraftAgreement(committee_id=committee.id, title="Patto", parties=parties)
    )


def ada(services: Services) -> Person:
    profile = PersonProfile(given_name="Ada", family_name="Fabbri")
    committee_id = services.committees.by_ref(TOWN).id
    return services.people_work.writing.add_person(
        AddPerson(committee_id=committee_id, profile=profile)
    )


def merge(kept_id: UUID, gone_id: UUID) -> MergeOrganisations:
    profile = OrganisationProfile(name="Vera", constituency=Constituency.CSO)
    return MergeOrganisations(kept_id=kept_id, gone_id=gone_id, profile=profile)


def withdraws(services: Services, agreement: Agreement, party: PartyTold, on: date) -> None:
    services.agreement_work.steps.advance(
        AdvanceAgreement(
            agreement_id=agreement.id,
            to=AgreementStatus.WITHDRAWN,
            party=party.organisation_id,
            on=on,
        )
    )


def test_a_paper_with_other_parties_is_made_anew(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    writing = services.agreement_work.writing
    writing.edit(edited(drafted, parties[:2]))
    advance(services, drafted, AgreementStatus.NEGOTIATION, AgreementStatus.APPROVED)
    papers = services.agreement_work.papers
    first = papers.file(FileAgreement(agreement_id=drafted.id))
    assert first.fields == ("party-1", "party-2")
    advance(services, drafted, AgreementStatus.NEGOTIATION)
    writing.edit(edited(drafted, parties[:3]))
    advance(services, drafted, AgreementStatus.APPROVED)
    second = papers.file(FileAgreement(agreement_id=drafted.id))
    assert second.fields == ("party-1", "party-2", "party-3")
    assert second.register_number != first.register_number
    assert papers.file(FileAgreement(agreement_id=drafted.id)).id == second.id


def test_who_withdraws_is_no_party_to_an_amendment_under_way(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    advance(services, drafted, *TO_SIGNED)
    steps = services.agreement_work.steps
    steps.amend(AmendAgreement(agreement_id=drafted.id, reason="Longer"))
    longer: EditAgreement = replace(edited(drafted, parties), duration_months=48)
    services.agreement_work.writing.edit(longer)
    last = TODAY + timedelta(days=90)
    withdraws(services, drafted, parties[0], last)
    steps.adopt_amendment(
        AdoptAmendment(agreement_id=drafted.id, decision_id=decision(services, drafted))
    )
    told = record(services, drafted)
    before = [each.organisation_id for each in as_of(told.agreement, told.newest).parties]
    assert before == [each.organisation_id for each in parties[1:]]
    steps.sign_amendment(SignAmendment(agreement_id=drafted.id, on=TODAY))
    told = record(services, drafted)
    left = {each.organisation_id: each.left_on for each in told.agreement.parties}
    assert left[parties[0].organisation_id] == last
    after = [each.organisation_id for each in as_of(told.agreement, told.newest).parties]
    assert after == before


def test_a_merged_organisation_is_the_party_of_an_amendment(
    services: Services, drafted: Agreement, parties: tuple[PartyTold, ...]
) -> None:
    committee = services.committees.by_ref(TOWN)
    double = services.people_work.writing.add_organisation(
        AddOrganisation(
            committee_id=committee.id,
            profile=OrganisationProfile(name="Doppia", constituency=Constituency.CSO),
        )
    )
    advance(services, drafted, *TO_SIGNED)
    services.agreement_work.steps.amend(AmendAgreement(agreement_id=drafted.id, reason="One more"))
    told = PartyTold(organisation_id=double.id, signatory="Z", capacity="W")
    services.agreement_work.writing.edit(edited(drafted, (*parties[:2], told)))
    with pytest.raises(UserError, match="merge_both_parties"):
        services.people_work.merging.organisations(merge(parties[0].organisation_id, double.id))
    kept = services.people_work.writing.add_organisation(
        AddOrganisation(
            committee_id=committee.id,
            profile=OrganisationProfile(name="Vera", constituency=Constituency.CSO),
        )
    )
    services.people_work.merging.organisations(merge(kept.id, double.id))
    found = record(services, drafted)
    assert as_of(found.agreement, found.newest).parties[-1].organisation_id == kept.id
    with pytest.raises(UserError, match="merge_with_itself"):
        services.people_work.merging.organisations(merge(double.id, kept.id))


def test_a_seat_that_is_closed_keeps_nobody(services: Services) -> None:
    committee = services.committees.by_ref(TOWN)
    seats = services.seats
    seats.add(AddSeats(committee_id=committee.id, constituency=Constituency.CSO, count=1))
    seat = seats.composition(committee.id, TODAY).roster[-1]
    person = ada(services)
    start = TODAY + timedelta(days=30)
    seats.appoint(Appoint(seat_id=seat.seat_id, person_id=person.id, start=start))
    seats.close(CloseSeat(seat_id=seat.seat_id, on=TODAY + timedelta(days=10)))
    assert services.people.detail(person.id).memberships == ()
    with pytest.raises(UserError, match="seat_closed_then"):
        seats.appoint(
            Appoint(
                seat_id=seat.seat_id,
                person_id=person.id,
                start=TODAY,
                capacity=Capacity.HOLDER,
            )
        )


def test_a_term_is_not_made_longer_than_the_next_allows(services: Services, store: Store) -> None:
    committee = services.committees.by_ref(TOWN)
    with store.read() as reading:
        memberships = reading.people.memberships(committee.id)
    holder = next(m for m in memberships if m.capacity is Capacity.HOLDER and m.runs_on(TODAY))
    last = TODAY + timedelta(days=20)
    end = EndMembership(membership_id=holder.id, on=last, reason=EndReason.RESIGNED)
    services.seats.end(end)
    person = ada(services)
    services.seats.appoint(
        Appoint(seat_id=holder.seat_id, person_id=person.id, start=last + timedelta(days=1))
    )
    with pytest.raises(UserError, match="seat_taken"):
        services.seats.end(replace(end, on=last + timedelta(days=60)))


def test_the_report_tells_nothing_of_who_stood_in(services: Services, store: Store) -> None:
    committee = services.committees.by_ref(TOWN)
    with store.read() as reading:
        people = reading.people.seated(committee.id)
        told = {person.full_name: held_on(reading, person.id, TODAY) for person in people}
        substituted = [
            (attendee.full_name, attendee.substitute)
            for meeting_id in reading.meetings.of_committee(committee.id)
            if (meeting := reading.meetings.get(meeting_id))
            for attendee in meeting.attendees
            if attendee.substitute
        ]
    assert substituted
    for holder, substitute in substituted:
        held = told[holder].meetings
        assert held
        assert substitute not in {each.name for each in held}
        assert substitute in {each.name for each in told[substitute].meetings}


def test_undo_behind_a_filed_paper_is_refused_in_words(
    services: Services, drafted: Agreement
) -> None:
    committee = services.committees.by_ref(TOWN)
    added = [
        services.people_work.writing.add_organisation(
            AddOrganisation(
                committee_id=committee.id,
                profile=OrganisationProfile(name=name, constituency=Constituency.CSO),
            )
        )
        for name in ("Una", "Due")
    ]
    told = tuple(PartyTold(organisation_id=o.id, signatory="X", capacity="Y") for o in added)
    agreement = services.agreement_work.writing.draft(
        DraftAgreement(committee_id=committee.id, title="Nuovo", parties=told)
    )
    advance(services, agreement, AgreementStatus.NEGOTIATION, AgreementStatus.APPROVED)
    services.agreement_work.papers.file(FileAgreement(agreement_id=agreement.id))
    with pytest.raises(UserError, match="undo_impossible"):
        services.undo.undo()
