"""Minutes from the draft to their approval: sent out, objected to, changed, approved, final."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.decisions import Method
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.mail_account import MailSecurity
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.minutes import STEPS, CirculationMedium, MinutesStep, Ruling, may
from liaison_desktop.domain.papers import sha256_of
from liaison_desktop.paths import resources
from liaison_desktop.services.approving import (
    ApproveMinutes,
    RaiseObjection,
    RuleOnObjection,
    WayToApproval,
)
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.minutes import FinaliseMinutes
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.progress import Unheard
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.services.writing import WriteDiscussion
from tests.services.mail_server import SENDER, Postmaster, serving

TODAY = datetime.now().astimezone().date()
UNTIL = TODAY + timedelta(days=10)


@pytest.fixture
def draft(services: Services) -> Meeting:
    """The newest Italian meeting, whose minutes are a draft."""
    return services.meetings.by_ref("borgolume/borgolume-2026-4")


def circulate(
    meeting: Meeting, services: Services, sender: Mailbox | None = None
) -> CirculateMinutes:
    invitees = services.minutes_work.circulating.recipients(meeting.id)
    return CirculateMinutes(
        meeting_id=meeting.id,
        until=UNTIL,
        chosen=frozenset((one.seat_id, one.person_id) for one in invitees if not one.substitute),
        sender=sender,
    )


def state_of(services: Services, meeting: Meeting) -> MinutesState:
    return services.meetings.record(meeting.id).meeting.minutes_state


def way(services: Services, meeting: Meeting) -> WayToApproval:
    return services.minutes_work.approving.way(meeting.id)


def circulated(services: Services, meeting: Meeting) -> Meeting:
    services.minutes_work.circulating.by_hand(circulate(meeting, services))
    return services.meetings.record(meeting.id).meeting


def object_to(services: Services, meeting: Meeting, text: str = "It was seven, not six.") -> None:
    services.minutes_work.approving.object(
        RaiseObjection(
            meeting_id=meeting.id,
            seat_id=meeting.attendees[0].seat_id,
            item_id=meeting.items[1].id,
            text=text,
            raised_on=TODAY,
        )
    )


def rule(services: Services, meeting: Meeting, ruling: Ruling, answer: str = "") -> None:
    (objection,) = way(services, meeting).objections
    services.minutes_work.approving.rule(
        RuleOnObjection(objection_id=objection.id, ruling=ruling, answer=answer, ruled_on=TODAY)
    )


def approve(services: Services, meeting: Meeting, words: str = "Seduta n. 5/2026") -> None:
    services.minutes_work.approving.approve(
        ApproveMinutes(meeting_id=meeting.id, approved_on=TODAY, words=words)
    )


def test_a_draft_goes_to_each_member_with_deadline_and_digest(
    services: Services, draft: Meeting, tmp_path: Path
) -> None:
    command = circulate(draft, services, SENDER)
    done = services.minutes_work.circulating.draft(command, tmp_path / "drafts")
    (kept,) = way(services, draft).circulations
    assert (kept.medium, kept.until) == (CirculationMedium.DRAFT, UNTIL)
    assert kept.digest == sha256_of(services.minutes.preview(draft.id))
    assert services.attachments.content(kept.file_id) == services.minutes.preview(draft.id)
    assert len(kept.addressees) == done.reached == len(command.chosen)
    for delivery, addressee in zip(done.deliveries, kept.addressees, strict=True):
        assert delivery.path is not None
        content = delivery.path.read_bytes()
        message = message_from_bytes(content, policy=policy.default)
        assert addressee.digest == sha256_of(content)
        assert message["To"].addresses[0].addr_spec == addressee.address
        (pdf,) = message.iter_attachments()
        assert sha256_of(pdf.get_content()) == kept.digest
        body = message.get_body()
        assert body is not None
        assert kept.digest in body.get_content()
    assert state_of(services, draft) is MinutesState.CIRCULATED


def test_a_draft_sent_by_a_server_is_one_thing_to_take_back(
    services: Services, draft: Meeting
) -> None:
    postmaster = Postmaster(hang_up_after=3)
    command = circulate(draft, services, SENDER)
    with serving(postmaster, MailSecurity.NONE) as account:
        sent = services.minutes_work.circulating.send(command, account, "", Unheard())
    (kept,) = way(services, draft).circulations
    assert [one.address for one in kept.addressees] == postmaster.recipients[:2]
    assert sent.reached == len(kept.addressees) == 2
    assert sent.reached + sent.left + 1 == len(command.chosen)
    services.undo.undo()
    assert way(services, draft).circulations == ()
    assert state_of(services, draft) is MinutesState.DRAFT


def test_each_step_to_the_approval_can_be_taken_back(services: Services, draft: Meeting) -> None:
    meeting = circulated(services, draft)
    object_to(services, meeting)
    rule(services, meeting, Ruling.WITHDRAWN)
    approve(services, meeting)
    states = [state_of(services, meeting)]
    for _step in range(4):
        services.undo.undo()
        states.append(state_of(services, meeting))
    assert states == [
        MinutesState.APPROVED,
        MinutesState.CIRCULATED,
        MinutesState.CIRCULATED,
        MinutesState.CIRCULATED,
        MinutesState.DRAFT,
    ]
    assert way(services, meeting) == WayToApproval(
        circulations=(), objections=(), approval=None, found=()
    )


def test_nothing_is_taken_back_once_minutes_are_final(services: Services, draft: Meeting) -> None:
    meeting = circulated(services, draft)
    object_to(services, meeting)
    rule(services, meeting, Ruling.REJECTED, "The sheet says six.")
    approve(services, meeting)
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    with pytest.raises(UserError, match="undo_empty"):
        services.undo.undo()
    assert state_of(services, meeting) is MinutesState.FINAL
    assert way(services, meeting).approval is not None


def test_minutes_with_open_objections_are_neither_approved_nor_final(
    services: Services, draft: Meeting
) -> None:
    meeting = circulated(services, draft)
    object_to(services, meeting)
    with pytest.raises(UserError, match="objections_open"):
        approve(services, meeting)
    with pytest.raises(UserError, match="objections_open"):
        services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    with pytest.raises(UserError, match="ruling_without_reason"):
        rule(services, meeting, Ruling.REJECTED)
    rule(services, meeting, Ruling.ACCEPTED)
    approve(services, meeting)


def test_a_text_changed_on_an_objection_is_approved_as_corrected(
    services: Services, draft: Meeting
) -> None:
    meeting = circulated(services, draft)
    approving = services.minutes_work.approving
    (sent,) = way(services, meeting).circulations
    assert not approving.changed_since(sent)
    item = meeting.items[1]
    approving.revise(
        WriteDiscussion(meeting_id=meeting.id, item_id=item.id, text="Seven were there.")
    )
    assert approving.changed_since(sent)
    approve(services, meeting)
    approval = way(services, meeting).approval
    assert approval is not None
    assert approval.corrected
    with pytest.raises(UserError, match="minutes_approved"):
        approving.revise(
            WriteDiscussion(meeting_id=meeting.id, item_id=item.id, text="Eight were there.")
        )


def test_a_meeting_does_not_go_on_once_its_draft_went_out(
    services: Services, draft: Meeting
) -> None:
    meeting = circulated(services, draft)
    with pytest.raises(UserError, match="minutes_went_out"):
        services.meeting_work.session.reopen(meeting.id)


def test_unchanged_minutes_are_approved_as_they_were(services: Services, draft: Meeting) -> None:
    meeting = circulated(services, draft)
    approve(services, meeting)
    approval = way(services, meeting).approval
    assert approval is not None
    assert not approval.corrected


def test_minutes_that_are_final_can_still_be_approved(services: Services) -> None:
    meeting = services.meetings.by_ref("borgolume/3-2026")
    approve(services, meeting)
    assert state_of(services, meeting) is MinutesState.FINAL
    with pytest.raises(UserError, match="minutes_approved_already"):
        approve(services, meeting)


def test_the_meeting_that_approves_is_found_before_and_after_it_decides(
    services: Services, draft: Meeting
) -> None:
    work = services.meeting_work
    plan = MeetingPlan(date=draft.date + timedelta(days=60), starts=time(17))
    planned = work.planning.plan(PlanMeeting(committee_id=draft.committee_id, plan=plan))
    (found,) = way(services, draft).found
    assert (found.meeting.id, found.approved) == (planned.meeting_id, False)
    work.session.begin_roll_call(planned.meeting_id)
    for attendee in services.meetings.record(planned.meeting_id).meeting.attendees:
        mark = Mark.PRESENT
        work.session.mark(
            MarkSeat(
                meeting_id=planned.meeting_id, seat_id=attendee.seat_id, mark=mark, at=time(17)
            )
        )
    work.session.open(planned.meeting_id, time(17))
    motion = Motion(text="Il verbale è approvato.", method=Method.CONSENSUS)
    work.deciding.put_motion(
        PutMotion(meeting_id=planned.meeting_id, item_id=found.item.id, motion=motion)
    )
    work.session.close(planned.meeting_id, time(18))
    (found,) = way(services, draft).found
    assert found.approved
    assert found.decision_id is not None


def test_objections_say_who_and_what(services: Services, draft: Meeting) -> None:
    with pytest.raises(UserError, match="minutes_step_not_now"):
        object_to(services, draft)
    meeting = circulated(services, draft)
    with pytest.raises(UserError, match="objection_without_text"):
        object_to(services, meeting, "  ")
    object_to(services, meeting)
    (objection,) = way(services, meeting).objections
    assert objection.name == meeting.attendees[0].present_name


def test_a_draft_goes_out_with_a_day_to_come_and_to_somebody(
    services: Services, draft: Meeting
) -> None:
    past = CirculateMinutes(
        meeting_id=draft.id,
        until=TODAY - timedelta(days=1),
        chosen=circulate(draft, services).chosen,
    )
    with pytest.raises(UserError, match="circulation_until_past"):
        services.minutes_work.circulating.by_hand(past)
    nobody = CirculateMinutes(meeting_id=draft.id, until=UNTIL, chosen=frozenset())
    with pytest.raises(UserError, match="circulation_nobody"):
        services.minutes_work.circulating.by_hand(nobody)


@pytest.mark.parametrize("step", MinutesStep)
def test_steps_that_cannot_be_taken_back_come_after_those_that_can(step: MinutesStep) -> None:
    rule_of = STEPS[step]
    assert rule_of.undoable == (MinutesState.FINAL not in rule_of.states) or (
        step is MinutesStep.FINALISE
    )


def test_no_step_before_the_meeting_was_held(services: Services) -> None:
    rows = services.meetings.page(PageRequest(limit=100)).rows
    planned = next(row.id for row in rows if row.minutes_state is MinutesState.NONE)
    meeting = services.meetings.record(planned).meeting
    assert not any(may(meeting, step) for step in MinutesStep)


@pytest.mark.parametrize("act", [circulated, approve])
def test_a_committee_file_read_again_leaves_minutes_on_their_way(
    services: Services, draft: Meeting, act: Callable[[Services, Meeting], object]
) -> None:
    act(services, draft)
    before = services.meetings.record(draft.id).meeting
    report = services.imports.import_file(resources() / "demo" / "it.json")
    assert services.meetings.record(draft.id).meeting == before
    assert "meeting_kept" in {notice.code for notice in report.notices}


def test_what_went_out_before_minutes_were_final_is_neither_undone_nor_redone(
    services: Services, draft: Meeting
) -> None:
    circulated(services, draft)
    circulated(services, draft)
    services.minutes.finalise(FinaliseMinutes(meeting_id=draft.id))
    with pytest.raises(UserError, match="undo_empty"):
        services.undo.undo()
    assert len(way(services, draft).circulations) == 2
