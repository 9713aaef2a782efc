"""The call to a meeting: drafts, a real mail server, proof, changes, answers, forecast."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.calling import Answer, AnswerSource, Medium, Purpose
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import MailAccount, MailSecurity
from liaison_desktop.domain.meetings import Meeting, MeetingMode, MeetingState
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.answering import NoteReply
from liaison_desktop.services.calling import Called
from liaison_desktop.services.invitations import Invitations
from liaison_desktop.services.letters import CallMembers
from liaison_desktop.services.people_writing import EditPerson, PersonProfile
from liaison_desktop.services.planning import EditPlan, MeetingPlan, NoteConvocation, PlanMeeting
from liaison_desktop.services.progress import Unheard
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from tests.services.mail_server import PASSWORD, SENDER, Pki, Postmaster, make_pki, serving

# The server hears of its own encryption only where STARTTLS is asked for.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

TODAY = datetime.now(UTC).astimezone().date()
PLAN = MeetingPlan(
    date=TODAY + timedelta(days=2),
    starts=time(17),
    ends=time(19),
    place="Biblioteca civica",
    mode=MeetingMode.HYBRID,
    link="https://meet.example.org/borgolume",
)


@pytest.fixture
def meeting(services: Services) -> Meeting:
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    planned = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=PLAN))
    secret = ItemPlan(title="Nomina riservata", kind=ItemKind.ELECTION, closed=True)
    work.agenda.add(AddItem(meeting_id=planned.meeting_id, plan=secret))
    return services.meetings.by_ref(str(planned.meeting_id))


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return make_pki(tmp_path_factory.mktemp("pki"))


@pytest.fixture
def trusted(pki: Pki, monkeypatch: pytest.MonkeyPatch) -> Pki:
    monkeypatch.setenv("SSL_CERT_FILE", str(pki.certificate))
    return pki


def view(services: Services, meeting: Meeting) -> Invitations:
    return services.calling_work.invitations.of_meeting(meeting.id)


def members(services: Services, meeting: Meeting) -> list[str]:
    """Addresses of those who hold a seat."""
    recipients = view(services, meeting).recipients
    return [one.invitee.address for one in recipients if not one.invitee.substitute]


def everybody(services: Services, meeting: Meeting) -> CallMembers:
    chosen = frozenset(
        (one.invitee.seat_id, one.invitee.person_id)
        for one in view(services, meeting).pending
        if not one.invitee.substitute
    )
    return CallMembers(meeting_id=meeting.id, chosen=chosen, sender=SENDER)


def seat_of(services: Services, meeting: Meeting, address: str) -> tuple[object, object]:
    found = (one.invitee for one in view(services, meeting).recipients)
    (one,) = (one for one in found if one.address == address)
    return one.seat_id, one.person_id


def send(
    services: Services, meeting: Meeting, account: MailAccount, password: str = PASSWORD
) -> Called:
    command = everybody(services, meeting)
    return services.calling_work.calling.send(command, account, password, Unheard())


def draft(services: Services, meeting: Meeting, folder: Path) -> list[EmailMessage]:
    called = services.calling_work.calling.draft(everybody(services, meeting), folder)
    read = []
    for each in called.deliveries:
        assert each.path is not None
        message = message_from_bytes(each.path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        read.append(message)
    return read


def calendar_in(message: EmailMessage) -> Any:
    (part,) = (p for p in message.walk() if p.get_content_type() == "text/calendar")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return Calendar.from_ical(content)


def event_in(message: EmailMessage) -> Any:
    (event,) = calendar_in(message).walk("VEVENT")
    return event


def read_again(services: Services, meeting: Meeting) -> Meeting:
    return services.meetings.by_ref(str(meeting.id))


def test_a_draft_names_one_person_and_carries_calendar_and_convocation(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    messages = draft(services, meeting, tmp_path / "drafts")
    addresses = members(services, meeting)
    assert len(messages) == len(addresses) > 6
    for message, address in zip(messages, addresses, strict=True):
        assert message["To"].addresses[0].addr_spec == address
        assert message["X-Unsent"] == "1"
        calendar = calendar_in(message)
        assert calendar["METHOD"] == "REQUEST"
        (event,) = calendar.walk("VEVENT")
        assert str(event["ATTENDEE"]) == f"mailto:{address}"
        assert event["SEQUENCE"] == 0
        assert "VTIMEZONE" not in calendar.to_ical().decode()
        assert message.get_content_type() == "multipart/mixed"
        (pdf,) = (p for p in message.walk() if p.get_content_type() == "application/pdf")
        assert pdf.get_content().startswith(b"%PDF")
        everything = message.as_bytes() + calendar.to_ical()
        others = set(addresses) - {address}
        assert not [other for other in others if other.encode() in everything]


def test_the_hour_is_that_of_the_committees_country(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    from zoneinfo import ZoneInfo

    event = event_in(draft(services, meeting, tmp_path)[0])
    starts = event["DTSTART"].dt.astimezone(ZoneInfo("Europe/Rome"))
    assert (starts.date(), starts.time()) == (PLAN.date, time(17))
    assert event["DTSTART"].to_ical().endswith(b"Z")


def test_titles_behind_closed_doors_stay_out_of_calendars(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    message = draft(services, meeting, tmp_path)[0]
    assert "Nomina riservata" not in event_in(message)["DESCRIPTION"]
    body = message.get_body(("plain",))
    assert body is not None
    assert "Nomina riservata" in body.get_content()


def test_what_went_out_is_proved_by_digests(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    draft(services, meeting, tmp_path)
    letters = view(services, meeting).letters
    paths = sorted(tmp_path.glob("*.eml"))
    assert [each.digest for each in letters] == [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    ]
    message = message_from_bytes(paths[0].read_bytes())
    (pdf,) = (p for p in message.walk() if p.get_content_type() == "application/pdf")
    content = pdf.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert letters[0].paper_digest == hashlib.sha256(content).hexdigest()
    assert {each.medium for each in letters} == {Medium.DRAFT}
    after = read_again(services, meeting)
    assert after.state is MeetingState.CONVENED
    assert after.convocation.sent_on == TODAY
    assert after.convocation.medium


def test_a_change_is_an_update_and_a_cancelling_takes_it_back(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    first = event_in(draft(services, meeting, tmp_path / "1")[0])
    assert not view(services, meeting).outdated
    assert all(one.invitee.substitute for one in view(services, meeting).pending)
    changed = MeetingPlan(date=PLAN.date, starts=time(18), place=PLAN.place)
    services.meeting_work.planning.edit(EditPlan(meeting_id=meeting.id, plan=changed))
    assert view(services, meeting).outdated
    second = event_in(draft(services, meeting, tmp_path / "2")[0])
    assert (second["UID"], second["SEQUENCE"]) == (first["UID"], 1)
    assert read_again(services, meeting).sequence == 1
    services.meeting_work.planning.cancel(meeting.id)
    assert view(services, meeting).outdated
    cancelling = draft(services, meeting, tmp_path / "3")[0]
    assert calendar_in(cancelling)["METHOD"] == "CANCEL"
    event = event_in(cancelling)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (first["UID"], 2, "CANCELLED")
    assert not [p for p in cancelling.walk() if p.get_content_type() == "application/pdf"]
    purposes = {letter.sequence: letter.purpose for letter in view(services, meeting).letters}
    assert purposes == {0: Purpose.REQUEST, 1: Purpose.UPDATE, 2: Purpose.CANCEL}
    assert read_again(services, meeting).state is MeetingState.CANCELLED


def test_a_change_undone_is_out_of_date_no_more(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    draft(services, meeting, tmp_path)
    item = ItemPlan(title="Bilancio", kind=ItemKind.DECISION)
    services.meeting_work.agenda.add(AddItem(meeting_id=meeting.id, plan=item))
    assert view(services, meeting).outdated
    services.undo.undo()
    assert not view(services, meeting).outdated


def test_the_day_of_the_call_stays_while_day_hour_and_place_do(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    early = TODAY - timedelta(days=3)
    services.meeting_work.planning.note_convocation(
        NoteConvocation(meeting_id=meeting.id, sent_on=early, medium="per posta")
    )
    draft(services, meeting, tmp_path / "1")
    convocation = read_again(services, meeting).convocation
    assert convocation.sent_on == early
    assert convocation.medium.startswith("per posta, ")
    item = ItemPlan(title="Bilancio", kind=ItemKind.DECISION)
    services.meeting_work.agenda.add(AddItem(meeting_id=meeting.id, plan=item))
    draft(services, meeting, tmp_path / "2")
    assert read_again(services, meeting).convocation.sent_on == early
    moved = MeetingPlan(date=PLAN.date + timedelta(days=1), starts=time(17), place=PLAN.place)
    services.meeting_work.planning.edit(EditPlan(meeting_id=meeting.id, plan=moved))
    draft(services, meeting, tmp_path / "3")
    assert read_again(services, meeting).convocation.sent_on == TODAY


@pytest.mark.parametrize("security", list(MailSecurity))
def test_mail_goes_out_over_each_kind_of_way(
    services: Services, meeting: Meeting, trusted: Pki, security: MailSecurity
) -> None:
    postmaster = Postmaster()
    with serving(postmaster, security, trusted) as account:
        called = send(services, meeting, account)
    assert called.reached == len(postmaster.taken) > 6
    letters = view(services, meeting).letters
    assert [letter.address for letter in letters] == postmaster.recipients
    assert [letter.digest for letter in letters] == [
        hashlib.sha256(content).hexdigest() for _to, content in postmaster.taken
    ]
    assert "X-Unsent" not in postmaster.messages[0]
    assert postmaster.messages[0]["From"].addresses[0].addr_spec == SENDER.address
    assert f"<{letters[0].message_id}>" == postmaster.messages[0]["Message-ID"]


@pytest.mark.parametrize("security", [MailSecurity.TLS, MailSecurity.STARTTLS])
def test_a_server_that_nobody_vouches_for_gets_nothing(
    services: Services, meeting: Meeting, pki: Pki, security: MailSecurity
) -> None:
    postmaster = Postmaster()
    with (
        serving(postmaster, security, pki) as account,
        pytest.raises(UserError, match="mail_server_untrusted"),
    ):
        send(services, meeting, account)
    assert not postmaster.taken
    assert not view(services, meeting).letters
    assert read_again(services, meeting).state is MeetingState.PLANNED


def test_a_wrong_password_is_said_and_never_repeated(
    services: Services, meeting: Meeting, trusted: Pki, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = "Apfelstrudel-9"
    with (
        serving(Postmaster(), MailSecurity.TLS, trusted) as account,
        pytest.raises(UserError, match="mail_login_refused") as refused,
    ):
        send(services, meeting, account, wrong)
    assert wrong not in str(refused.value)
    assert wrong not in caplog.text


def test_without_encryption_only_this_computer_is_spoken_to(
    services: Services, meeting: Meeting
) -> None:
    account = MailAccount(
        server="mail.example.org", port=25, security=MailSecurity.NONE, user="", sender=SENDER
    )
    with pytest.raises(UserError, match="mail_not_protected"):
        send(services, meeting, account)


def test_a_server_that_offers_no_protection_gets_no_password(
    services: Services, meeting: Meeting
) -> None:
    with serving(Postmaster(), MailSecurity.NONE) as plain:
        account = MailAccount(
            server=plain.server,
            port=plain.port,
            security=MailSecurity.STARTTLS,
            user="office",
            sender=SENDER,
        )
        with pytest.raises(UserError, match="mail_server_without_tls"):
            send(services, meeting, account)


def test_a_server_that_is_not_there_is_said(services: Services, meeting: Meeting) -> None:
    with serving(Postmaster(), MailSecurity.NONE) as account:
        pass
    with pytest.raises(UserError, match="mail_server_unreachable"):
        send(services, meeting, account)


def test_who_is_refused_is_told_and_the_others_get_theirs(
    services: Services, meeting: Meeting
) -> None:
    addresses = members(services, meeting)
    postmaster = Postmaster(refused=frozenset({addresses[2]}))
    with serving(postmaster, MailSecurity.NONE) as account:
        called = send(services, meeting, account)
        (failed,) = (each for each in called.deliveries if each.problem)
        assert failed.address == addresses[2]
        assert failed.problem is not None
        assert "No such user here" in str(failed.problem)
        assert postmaster.recipients == [a for a in addresses if a != addresses[2]]
        left = everybody(services, meeting).chosen
        assert left == {seat_of(services, meeting, addresses[2])}
        postmaster.refused = frozenset()
        send(services, meeting, account)
    assert sorted(postmaster.recipients) == sorted(addresses)
    assert {letter.sequence for letter in view(services, meeting).letters} == {0}


def test_going_on_after_the_connection_was_lost_writes_to_nobody_twice(
    services: Services, meeting: Meeting
) -> None:
    addresses = members(services, meeting)
    with serving(Postmaster(hang_up_after=3), MailSecurity.NONE) as account:
        called = send(services, meeting, account)
    assert called.reached == 2
    assert called.left == len(addresses) - 3
    assert called.deliveries[-1].problem is not None
    assert called.deliveries[-1].problem.code == "mail_connection_lost"
    second = Postmaster()
    with serving(second, MailSecurity.NONE) as account:
        send(services, meeting, account)
    assert second.recipients == addresses[2:]


def test_it_stops_between_two_messages_when_asked(services: Services, meeting: Meeting) -> None:
    class Impatient:
        cancelled = False

        def step(self, done: int, _total: int, _what: str) -> None:
            self.cancelled = done == 1

    postmaster = Postmaster()
    command = everybody(services, meeting)
    with serving(postmaster, MailSecurity.NONE) as account:
        called = services.calling_work.calling.send(command, account, "", Impatient())
    assert called.reached == len(postmaster.taken) == len(view(services, meeting).letters) == 2
    assert called.left == len(command.chosen) - 2


def test_nobody_can_be_called_without_agenda_or_too_late(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    for item in meeting.items:
        services.meeting_work.agenda.remove(meeting.id, item.id)
    with pytest.raises(UserError, match="agenda_empty"):
        draft(services, meeting, tmp_path)
    nobody = CallMembers(meeting_id=meeting.id, chosen=frozenset(), sender=SENDER)
    budget = ItemPlan(title="Bilancio", kind=ItemKind.DECISION)
    services.meeting_work.agenda.add(AddItem(meeting_id=meeting.id, plan=budget))
    with pytest.raises(UserError, match="call_nobody"):
        services.calling_work.calling.draft(nobody, tmp_path)
    session = services.meeting_work.session
    session.begin_roll_call(meeting.id)
    seat = services.meetings.record(meeting.id).meeting.attendees[0].seat_id
    session.mark(MarkSeat(meeting_id=meeting.id, seat_id=seat, mark=Mark.PRESENT, at=time(17)))
    session.open(meeting.id, time(17), chair_seat_id=seat)
    with pytest.raises(UserError, match="meeting_begun"):
        draft(services, meeting, tmp_path)


def test_an_address_that_would_smuggle_in_another_is_refused(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    command = everybody(services, meeting)
    evil = type(SENDER)(name="x", address="a@b.cc\r\nBcc: all@evil.example")
    smuggled = CallMembers(meeting_id=meeting.id, chosen=command.chosen, sender=evil)
    with pytest.raises(UserError, match="mail_address_malformed"):
        services.calling_work.calling.draft(smuggled, tmp_path)
    assert not list(tmp_path.glob("*.eml"))


Answering = Callable[..., Path]


@pytest.fixture
def answer(services: Services, meeting: Meeting, tmp_path: Path) -> Answering:
    """Answers a draft as a calendar program does."""
    messages = {m["To"].addresses[0].addr_spec: m for m in draft(services, meeting, tmp_path)}

    def answered(
        address: str, partstat: str, to: str = "", name: str = "", wrapped: bool = False
    ) -> Path:
        calendar = calendar_in(messages[address])
        calendar["METHOD"] = "REPLY"
        (event,) = calendar.walk("VEVENT")
        event["ATTENDEE"].params["PARTSTAT"] = partstat
        if to:
            event["ATTENDEE"].params["DELEGATED-TO"] = f"mailto:{to}"
        path = tmp_path / f"{name or address}.ics"
        path.write_bytes(calendar.to_ical())
        if wrapped:
            message = EmailMessage()
            message["From"] = f"Somebody <{address}>"
            message.set_content("Ja")
            message.add_alternative(
                calendar.to_ical(), maintype="text", subtype="calendar", params={"method": "REPLY"}
            )
            path = path.with_suffix(".eml")
            path.write_bytes(message.as_bytes())
        return path

    return answered


def test_answers_of_calendars_are_taken_in_and_counted(
    services: Services, meeting: Meeting, answer: Answering
) -> None:
    seats = [one for one in view(services, meeting).seats if one.holder.voting]
    a, b, c, d = (one.holder.address for one in seats[:4])
    taken = services.calling_work.answering.take_in(
        [
            answer(a, "ACCEPTED"),
            answer(b, "DECLINED", wrapped=True),
            answer(c, "TENTATIVE"),
            answer(d, "DELEGATED", to="nour@example.org"),
        ]
    )
    assert not taken.refused
    assert [one.reply.answer for one in taken.taken] == [
        Answer.ACCEPTED,
        Answer.DECLINED,
        Answer.TENTATIVE,
        Answer.DELEGATED,
    ]
    assert {one.reply.source for one in taken.taken} == {AnswerSource.ICALENDAR}
    assert taken.taken[3].reply.substitute == "nour@example.org"
    outlook = view(services, meeting).forecast
    assert (outlook.coming, outlook.declined, outlook.tentative) == (2, 1, 1)
    assert outlook.least == 2
    assert outlook.most == len([s for s in view(services, meeting).seats if s.holder.voting]) - 1
    assert services.today.overview(meeting.committee_id, TODAY).forecast == outlook
    services.undo.undo()
    assert not view(services, meeting).forecast.answered


def test_answers_of_strangers_and_other_files_are_refused_one_by_one(
    services: Services, meeting: Meeting, answer: Answering, tmp_path: Path
) -> None:
    known = view(services, meeting).seats[0].holder.address
    good = answer(known, "ACCEPTED")
    stranger = tmp_path / "stranger.ics"
    stranger.write_bytes(good.read_bytes().replace(known.encode(), b"mallory@example.org"))
    other = tmp_path / "other.ics"
    other.write_bytes(good.read_bytes().replace(str(meeting.id).encode(), b"outlook-4711"))
    junk = tmp_path / "junk.eml"
    junk.write_bytes(b"\x00\xff\x00")
    question = tmp_path / "question.ics"
    question.write_bytes(good.read_bytes().replace(b"REPLY", b"REQUEST"))
    paths = [stranger, other, junk, question, tmp_path / "missing.ics", good]
    taken = services.calling_work.answering.take_in(paths)
    assert [problem.code for _path, problem in taken.refused] == [
        "reply_from_stranger",
        "reply_other_program",
        "reply_unreadable",
        "reply_none",
        "file_missing",
    ]
    assert [one.path for one in taken.taken] == [good]


def test_an_older_answer_does_not_replace_a_newer_one(
    services: Services, meeting: Meeting, answer: Answering
) -> None:
    seat = view(services, meeting).seats[0].holder
    file = answer(seat.address, "ACCEPTED")
    services.calling_work.answering.note(
        NoteReply(meeting_id=meeting.id, seat_id=seat.seat_id, answer=Answer.DECLINED)
    )
    taken = services.calling_work.answering.take_in([file])
    assert [problem.code for _path, problem in taken.refused] == ["reply_overtaken"]


def test_an_answer_from_before_a_change_is_marked(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    draft(services, meeting, tmp_path / "1")
    seat = view(services, meeting).seats[0].holder
    services.calling_work.answering.note(
        NoteReply(meeting_id=meeting.id, seat_id=seat.seat_id, answer=Answer.ACCEPTED)
    )
    moved = MeetingPlan(date=PLAN.date, starts=time(9), place=PLAN.place)
    services.meeting_work.planning.edit(EditPlan(meeting_id=meeting.id, plan=moved))
    draft(services, meeting, tmp_path / "2")
    assert view(services, meeting).seats[0].overtaken


def test_a_substitute_named_in_advance_counts_as_coming(
    services: Services, meeting: Meeting
) -> None:
    seat = next(one.holder for one in view(services, meeting).seats if one.holder.voting)
    answering = services.calling_work.answering
    with pytest.raises(UserError, match="substitute_without_name"):
        answering.note(
            NoteReply(meeting_id=meeting.id, seat_id=seat.seat_id, answer=Answer.DELEGATED)
        )
    answering.note(
        NoteReply(
            meeting_id=meeting.id,
            seat_id=seat.seat_id,
            answer=Answer.DELEGATED,
            substitute="Ada Fabbri",
        )
    )
    assert view(services, meeting).forecast.coming == 1
    answering.note(NoteReply(meeting_id=meeting.id, seat_id=seat.seat_id, answer=None))
    assert view(services, meeting).forecast.coming == 0


def test_the_roll_call_begins_with_what_was_announced(services: Services, meeting: Meeting) -> None:
    first, second = (one.holder.seat_id for one in view(services, meeting).seats[:2])
    for seat, given in ((first, Answer.DECLINED), (second, Answer.ACCEPTED)):
        services.calling_work.answering.note(
            NoteReply(meeting_id=meeting.id, seat_id=seat, answer=given)
        )
    services.meeting_work.session.begin_roll_call(meeting.id)
    begun = read_again(services, meeting)
    assert begun.attendee(first).status is AttendanceStatus.EXCUSED
    assert begun.attendee(second).status is AttendanceStatus.ABSENT


def test_who_has_no_address_is_listed_and_left_out(
    services: Services, meeting: Meeting, tmp_path: Path
) -> None:
    person_id = view(services, meeting).recipients[0].invitee.person_id
    silent = PersonProfile(given_name="Nadia", family_name="Silente")
    services.people_work.writing.edit_person(EditPerson(person_id=person_id, profile=silent))
    now = view(services, meeting)
    assert now.recipients[0].invitee.address == ""
    assert len(draft(services, meeting, tmp_path)) == len(now.seats) - 1


def test_tasks_and_meetings_go_into_calendars(services: Services, meeting: Meeting) -> None:
    calendars = services.calling_work.calendars
    tasks: Any = Calendar.from_ical(calendars.open_tasks(meeting.committee_id)).walk("VTODO")
    assert tasks
    for task in tasks:
        assert task["STATUS"] == "NEEDS-ACTION"
        assert str(task["RELATED-TO"]).endswith("@liaison-desktop")
    (event,) = Calendar.from_ical(calendars.meeting(meeting.id)).walk("VEVENT")
    assert event["STATUS"] == "TENTATIVE"
    assert "ATTENDEE" not in event
    with pytest.raises(UserError, match="tasks_none"):
        calendars.tasks_of_meeting(meeting.id)
