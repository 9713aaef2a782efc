"""Founding a committee and changing what it is and by which rules it decides."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee, Rules, RulesVersion, SeatQuota
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import format_number
from liaison_desktop.domain.people import NativeText
from liaison_desktop.domain.presets import preset_of
from liaison_desktop.services.attachments import attach, read_attachment
from liaison_desktop.services.files import naming
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

_NOT_IN_KEYS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeProfile:
    """What a committee is, as somebody fills it in.

    Attributes:
        names: what it is called in other languages than its own.
        term_start, term_end: of the present term of office.
        quotas: how many seats each constituency has.
    """

    name: str
    city: str
    country: str
    language: str
    seat_count: int
    abbreviation: str = ""
    names: tuple[NativeText, ...] = ()
    languages: tuple[str, ...] = ()
    address: str = ""
    funding: str = ""
    notice: str = ""
    established_on: date | None = None
    term_start: date | None = None
    term_end: date | None = None
    quotas: tuple[SeatQuota, ...] = ()
    minutes_pattern: str = "{n}/{year}"
    decision_pattern: str = "{n}/{year}"
    action_pattern: str = "{n}/{year}"
    correction_pattern: str = "{n}/{year}"
    register_prefix: str = ""
    evidence_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommittee:
    """Set up a committee that decides by the rules of a preset until it has its own.

    Attributes:
        preset: key of the preset.
        valid_from: the day from which the rules hold.
    """

    profile: CommitteeProfile
    preset: str
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCommittee:
    """Change what a committee is; meetings that were held keep what it was."""

    committee_id: UUID
    profile: CommitteeProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRules:
    """Decide by other rules from a day on; older meetings keep theirs.

    Attributes:
        preset: key of the preset they were taken from; empty = of none, or of the same as before.
    """

    committee_id: UUID
    valid_from: date
    rules: Rules
    preset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropRules:
    """Take back a version of the rules under which nothing was held."""

    version_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogo:
    """Put a picture (PNG or JPEG) into the letterhead; ``None`` takes it out."""

    committee_id: UUID
    path: Path | None


class CommitteeSetupService:
    """Use cases that set a committee up."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def found(self, command: FoundCommittee) -> Committee:
        """Set up a committee with the rules of a preset.

        Raises:
            UserError: ``preset_unknown`` and what ``edit`` raises.
        """
        preset = preset_of(command.preset)
        if preset is None:
            raise UserError("preset_unknown", preset=command.preset)
        _require_sound(command.profile)
        with self._store.write("found_committee", self._actor) as work:
            committee_id = uuid7()
            committee = _filled_in(
                Committee(
                    id=committee_id,
                    key=_free_key(work, command.profile.city),
                    name="",
                    abbreviation="",
                    city="",
                    country="",
                    language="",
                    seat_count=0,
                    preset=preset.key,
                ),
                command.profile,
            )
            work.committees.put(committee)
            work.committees.put_rules(
                RulesVersion(
                    id=uuid7(),
                    committee_id=committee_id,
                    valid_from=command.valid_from,
                    rules=preset.rules,
                )
            )
            self._undo.commit(work, "found_committee")
            return committee

    def edit(self, command: EditCommittee) -> Changes:
        """Change what a committee is.

        Raises:
            UserError: ``committee_needs_name``, ``committee_needs_city``,
                ``committee_needs_country``, ``committee_needs_seats``, ``number_pattern_invalid``,
                ``membership_reversed``, ``quota_reversed``.
        """
        _require_sound(command.profile)
        with self._store.write("edit_committee", self._actor) as work:
            committee = required(work.committees.get(command.committee_id))
            work.committees.put(_filled_in(committee, command.profile))
            return self._undo.commit(work, "edit_committee")

    def set_rules(self, command: SetRules) -> Changes:
        """Give the committee a version of rules from a day on, or change that day's version.

        Raises:
            UserError: ``rules_in_use``, a meeting was held under the version of that day;
                ``rules_need_signatory``.
        """
        if not command.rules.signatories:
            raise UserError("rules_need_signatory")
        with self._store.write("set_rules", self._actor) as work:
            versions = work.committees.rules_versions(command.committee_id)
            there = next((v for v in versions if v.valid_from == command.valid_from), None)
            if there and _in_use(work, there, versions):
                raise UserError("rules_in_use", day=command.valid_from)
            version = there or RulesVersion(
                id=uuid7(),
                committee_id=command.committee_id,
                valid_from=command.valid_from,
                rules=command.rules,
            )
            work.committees.put_rules(replace(version, rules=command.rules))
            if command.preset:
                committee = required(work.committees.get(command.committee_id))
                work.committees.put(replace(committee, preset=command.preset))
            return self._undo.commit(work, "set_rules")

    def drop_rules(self, command: DropRules) -> Changes:
        """Take a version of the rules back; the one before holds on.

        Raises:
            UserError: ``rules_in_use``, a meeting was held under it; ``rules_only``, there would be
                none.
        """
        with self._store.write("drop_rules", self._actor) as work:
            version = required(work.committees.rules_version(command.version_id))
            versions = work.committees.rules_versions(version.committee_id)
            if _in_use(work, version, versions):
                raise UserError("rules_in_use", day=version.valid_from)
            if len(versions) == 1:
                raise UserError("rules_only")
            work.committees.remove_rules(version)
            return self._undo.commit(work, "drop_rules")

    def set_logo(self, command: SetLogo) -> Changes:
        """Put a picture into the letterhead, or take it out.

        Raises:
            UserError: ``in_file`` around ``unreadable_picture``; ``attachment_too_large`` and what
                reading a file raises.
        """
        content = _picture(command.path) if command.path else b""
        with self._store.write("set_logo", self._actor) as work:
            committee = required(work.committees.get(command.committee_id))
            logo = attach(work, committee.id, command.path, content) if command.path else None
            work.committees.put(replace(committee, logo_id=logo))
            return self._undo.commit(work, "set_logo")


def _picture(path: Path) -> bytes:
    from liaison_desktop.pdf.figures import require_picture

    content = read_attachment(path)
    with naming(path):
        require_picture(content)
    return content


def profile_of(committee: Committee) -> CommitteeProfile:
    """What a committee is, to be changed and handed back."""
    return CommitteeProfile(
        **{name: getattr(committee, name) for name in CommitteeProfile.__dataclass_fields__}
    )


def _filled_in(committee: Committee, profile: CommitteeProfile) -> Committee:
    told = {name: getattr(profile, name) for name in CommitteeProfile.__dataclass_fields__}
    return replace(committee, **told)


def _require_sound(profile: CommitteeProfile) -> None:
    for code, told in (
        ("committee_needs_name", profile.name),
        ("committee_needs_city", profile.city),
        ("committee_needs_country", profile.country),
    ):
        if not told.strip():
            raise UserError(code)
    if profile.seat_count < 1:
        raise UserError("committee_needs_seats")
    for pattern in (
        profile.minutes_pattern,
        profile.decision_pattern,
        profile.action_pattern,
        profile.correction_pattern,
    ):
        format_number(pattern, 1, 2000)
    if profile.term_start and profile.term_end and profile.term_end < profile.term_start:
        raise UserError("membership_reversed")
    for quota in profile.quotas:
        if quota.maximum is not None and quota.maximum < quota.minimum:
            raise UserError("quota_reversed", constituency=quota.constituency)


def _free_key(work: UnitOfWork, city: str) -> str:
    wanted = _NOT_IN_KEYS.sub("-", city.casefold()).strip("-")[:36] or "committee"
    taken = {committee.key for committee in work.committees.all()}
    number = 2
    key = wanted
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _in_use(
    reading: "Reading | UnitOfWork", version: RulesVersion, versions: tuple[RulesVersion, ...]
) -> bool:
    later = [other.valid_from for other in versions if other.valid_from > version.valid_from]
    until = min(later, default=date.max)
    days = reading.history.dates(version.committee_id)
    return any(version.valid_from <= day < until for day in days)
