"""How each kind of record that is one row is stored."""

from liaison_desktop.db import tables
from liaison_desktop.db.mapping.agreements import (
    commitment_of,
    commitment_values,
    version_of,
    version_values,
)
from liaison_desktop.db.mapping.approving import circulation_of, circulation_values
from liaison_desktop.db.mapping.calling import letter_of, letter_values, reply_of, reply_values
from liaison_desktop.db.mapping.people import (
    membership_of,
    membership_values,
    organisation_of,
    organisation_values,
    person_of,
    person_values,
    seat_of,
    seat_values,
)
from liaison_desktop.db.mapping.privacy import (
    consent_of,
    consent_values,
    deletion_of,
    deletion_values,
)
from liaison_desktop.db.mapping.skills import skill_of, skill_values
from liaison_desktop.db.mapping.templates import (
    module_of,
    module_values,
    template_of,
    template_values,
)
from liaison_desktop.db.mapping.values import plain_record, plain_values
from liaison_desktop.db.mapping.writing import (
    note_of,
    note_values,
)
from liaison_desktop.db.mapping.writing import version_of as text_version_of
from liaison_desktop.db.mapping.writing import version_values as text_version_values
from liaison_desktop.db.repositories.records import RowRecords
from liaison_desktop.domain.archive import Dispatch, Filing, HandSignature, Refusal
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.minutes import Approval, Objection
from liaison_desktop.domain.trust_anchors import TrustAnchor

AGREEMENT_VERSIONS = RowRecords(
    Kind.AGREEMENT_VERSION,
    tables.agreement_version,
    version_values,
    version_of,
    (tables.agreement_version.c.agreement_id, tables.agreement_version.c.number),
)
COMMITMENTS = RowRecords(
    Kind.COMMITMENT,
    tables.commitment,
    commitment_values,
    commitment_of,
    (tables.commitment.c.due.nulls_last(),),
)
CONSENTS = RowRecords(
    Kind.CONSENT, tables.consent, consent_values, consent_of, (tables.consent.c.given_on,)
)
DELETIONS = RowRecords(
    Kind.DELETION, tables.deletion, deletion_values, deletion_of, (tables.deletion.c.on,)
)
SKILLS = RowRecords(Kind.SKILL, tables.skill, skill_values, skill_of, (tables.skill.c.sort_key,))
TEXT_VERSIONS = RowRecords(
    Kind.TEXT_VERSION,
    tables.text_version,
    text_version_values,
    text_version_of,
    (tables.text_version.c.saved_at, tables.text_version.c.id),
)
PRIVATE_NOTES = RowRecords(Kind.PRIVATE_NOTE, tables.private_note, note_values, note_of)
LETTERS = RowRecords(
    Kind.LETTER, tables.letter, letter_values, letter_of, (tables.letter.c.sent_at,)
)
REPLIES = RowRecords(Kind.REPLY, tables.reply, reply_values, reply_of)
MEETING_TEMPLATES = RowRecords(
    Kind.MEETING_TEMPLATE,
    tables.meeting_template,
    template_values,
    template_of,
    (tables.meeting_template.c.name,),
)
TEXT_MODULES = RowRecords(
    Kind.TEXT_MODULE,
    tables.text_module,
    module_values,
    module_of,
    (tables.text_module.c.language, tables.text_module.c.name),
)
CIRCULATIONS = RowRecords(
    Kind.CIRCULATION,
    tables.circulation,
    circulation_values,
    circulation_of,
    (tables.circulation.c.circulated_at,),
)
OBJECTIONS = RowRecords(
    Kind.OBJECTION,
    tables.objection,
    plain_values,
    plain_record(Objection),
    (tables.objection.c.raised_on,),
)
APPROVALS = RowRecords(Kind.APPROVAL, tables.approval, plain_values, plain_record(Approval))
REFUSALS = RowRecords(
    Kind.REFUSAL,
    tables.refusal,
    plain_values,
    plain_record(Refusal),
    (tables.refusal.c.refused_on,),
)
HAND_SIGNATURES = RowRecords(
    Kind.HAND_SIGNATURE,
    tables.hand_signature,
    plain_values,
    plain_record(HandSignature),
    (tables.hand_signature.c.signed_on,),
)
FILINGS = RowRecords(
    Kind.FILING, tables.filing, plain_values, plain_record(Filing), (tables.filing.c.filed_on,)
)
DISPATCHES = RowRecords(
    Kind.DISPATCH,
    tables.dispatch,
    plain_values,
    plain_record(Dispatch),
    (tables.dispatch.c.sent_at,),
)
TRUST_ANCHORS = RowRecords(
    Kind.TRUST_ANCHOR,
    tables.trust_anchor,
    plain_values,
    plain_record(TrustAnchor),
    (tables.trust_anchor.c.name,),
)

ORGANISATIONS = RowRecords(
    Kind.ORGANISATION, tables.organisation, organisation_values, organisation_of
)
PEOPLE = RowRecords(Kind.PERSON, tables.person, person_values, person_of)
SEATS = RowRecords(Kind.SEAT, tables.seat, seat_values, seat_of)
MEMBERSHIPS = RowRecords(Kind.MEMBERSHIP, tables.membership, membership_values, membership_of)
