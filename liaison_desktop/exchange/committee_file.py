"""Committee files ("icc-demo/1"): read whole, checked, turned into records of the domain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.committees import Committee, RulesVersion
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.numbering import read_number
from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.domain.seats import Membership, Seat
from liaison_desktop.exchange.agreement_records import read_agreements
from liaison_desktop.exchange.claims import meeting_notices
from liaison_desktop.exchange.committee_records import read_committee, read_rules, rules_version
from liaison_desktop.exchange.json_document import load_json
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.meeting_records import Body, read_meeting, read_summaries
from liaison_desktop.exchange.people_records import Roll, read_roll
from liaison_desktop.exchange.places import Place
from liaison_desktop.exchange.uniqueness import Distinct

SCHEMA = "icc-demo/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeFile:
    """Everything a committee file holds.

    Its ids follow from its keys, so that reading the same file again gives equal records.

    Attributes:
        memberships: of holders and substitutes, for the committee's term.
        notices: unknown keys, claims the rules do not confirm, what had to be assumed.
    """

    committee: Committee
    rules: RulesVersion
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    seats: tuple[Seat, ...]
    memberships: tuple[Membership, ...]
    meetings: tuple[Meeting, ...]
    agreements: tuple[Agreement, ...]
    notices: tuple[Notice, ...]


def read_committee_file(path: Path) -> CommitteeFile:
    """Read and check a committee file.

    Raises:
        UserError: the file cannot be read, is no JSON, or says something impossible; the parameters
            ``file`` and ``place`` tell where (``meeting.items[3].decision.for[2]``).
    """
    place = Place(path.name)
    value = load_json(path)
    if not isinstance(value, dict):
        raise UserError("json_not_one_object", file=path.name)
    root = JsonObject(value, place)
    if root.text("schema") != SCHEMA:
        raise place.key("schema").error("schema_unknown", schema=SCHEMA)
    return _committee_file(root)


def _committee_file(root: JsonObject) -> CommitteeFile:
    _read_unused(root)
    committee = read_committee(root)
    entry = root.child("committee")
    rules = read_rules(entry)
    roll = read_roll(root, committee)
    notices = list(_seat_notices(entry, committee, roll))
    body = Body(committee=committee, rules=rules, roll=roll)
    meetings = _meetings(root, body, notices)
    agreements = read_agreements(_entries(root, "agreement", "agreements"), committee, roll)
    notices.extend(Notice("unknown_key", place.path) for place in root.unknown())
    members = roll.members.values()
    return CommitteeFile(
        committee=_with_patterns(committee, meetings),
        rules=rules_version(committee, rules, _valid_from(root, committee, meetings)),
        organisations=tuple(roll.organisations.values()),
        people=tuple(person for member in members for person in member.people()),
        seats=tuple(member.seat for member in members),
        memberships=tuple(m for member in members for m in member.memberships(committee)),
        meetings=meetings,
        agreements=agreements,
        notices=tuple(notices),
    )


def _read_unused(root: JsonObject) -> None:
    """``fictional`` says in a word what ``notice`` says in a sentence; the sentence is kept."""
    if "fictional" in root:
        root.flag("fictional")


def _seat_notices(entry: JsonObject, committee: Committee, roll: Roll) -> Iterator[Notice]:
    voting = sum(member.seat.voting for member in roll.members.values())
    if voting > committee.seat_count:
        yield Notice(
            "more_members_than_seats",
            entry.place.key("seats").path,
            {"members": voting, "seats": committee.seat_count},
        )


def _entries(root: JsonObject, single: str, several: str) -> tuple[JsonObject, ...]:
    """The object under one key and those of the list under the other."""
    alone = (root.child(single),) if single in root else ()
    return alone + root.children(several)


def _meetings(root: JsonObject, body: Body, notices: list[Notice]) -> tuple[Meeting, ...]:
    entries = _entries(root, "meeting", "meetings")
    summaries = read_summaries(root)
    seen = Distinct("key_twice")
    numbers = Distinct("meeting_number_twice")
    meetings = []
    for entry in entries:
        meeting = read_meeting(entry, body, notices)
        seen.add(meeting.key, entry.place.key("id"))
        if meeting.number:
            numbers.add(f"{meeting.number}/{meeting.year}", entry.place.key("number"))
        notices.extend(meeting_notices(entry, meeting))
        meetings.append(meeting)
    if len(meetings) == 1:
        return (replace(meetings[0], summaries=meetings[0].summaries + summaries),)
    notices.extend(
        Notice("summary_of_no_meeting", root.place.key(f"summary_{summary.language}").path)
        for summary in summaries
    )
    return tuple(meetings)


def _valid_from(root: JsonObject, committee: Committee, meetings: Iterable[Meeting]) -> date:
    """The first day the rules are known to hold."""
    first = committee.established_on or committee.term_start
    first = first or min((meeting.date for meeting in meetings), default=None)
    if first is None:
        raise root.place.key("committee").key("established_on").error("json_missing")
    return first


def _with_patterns(committee: Committee, meetings: Iterable[Meeting]) -> Committee:
    """The committee with the patterns by which its decisions and actions are numbered."""
    items = [item for meeting in meetings for item in meeting.items]
    decisions = (item.decision.number for item in items if item.decision)
    actions = (action.number for item in items for action in item.actions)
    return replace(
        committee,
        decision_pattern=_pattern(decisions) or committee.decision_pattern,
        action_pattern=_pattern(actions) or committee.action_pattern,
    )


def _pattern(numbers: Iterable[str]) -> str | None:
    """The pattern of the first number that is built like one."""
    return next((read.pattern for read in map(read_number, numbers) if read), None)
