"""Every table of the store, one module per subject."""

from liaison_desktop.db.tables.agreements import (
    agreement,
    agreement_party,
    agreement_version,
    commitment,
)
from liaison_desktop.db.tables.approving import approval, circulation, objection
from liaison_desktop.db.tables.archive import (
    dispatch,
    filing,
    hand_signature,
    refusal,
    trust_anchor,
)
from liaison_desktop.db.tables.attachments import attachment
from liaison_desktop.db.tables.audit import audit_entry, store
from liaison_desktop.db.tables.base import metadata
from liaison_desktop.db.tables.calling import letter, reply
from liaison_desktop.db.tables.committees import committee, rules_version
from liaison_desktop.db.tables.corrections import correction
from liaison_desktop.db.tables.meetings import attendee, guest, meeting, presence_interval
from liaison_desktop.db.tables.minutes import action, agenda_item, decision, vote
from liaison_desktop.db.tables.papers import paper, paper_file
from liaison_desktop.db.tables.people import membership, organisation, person, seat
from liaison_desktop.db.tables.privacy import consent, deletion
from liaison_desktop.db.tables.skills import skill
from liaison_desktop.db.tables.templates import meeting_template, text_module
from liaison_desktop.db.tables.writing import private_note, text_version, typed

__all__ = [
    "action",
    "agenda_item",
    "agreement",
    "agreement_party",
    "agreement_version",
    "approval",
    "attachment",
    "attendee",
    "audit_entry",
    "circulation",
    "commitment",
    "committee",
    "consent",
    "correction",
    "decision",
    "deletion",
    "dispatch",
    "filing",
    "guest",
    "hand_signature",
    "letter",
    "meeting",
    "meeting_template",
    "membership",
    "metadata",
    "objection",
    "organisation",
    "paper",
    "paper_file",
    "person",
    "presence_interval",
    "private_note",
    "refusal",
    "reply",
    "rules_version",
    "seat",
    "skill",
    "store",
    "text_module",
    "text_version",
    "trust_anchor",
    "typed",
    "vote",
]
