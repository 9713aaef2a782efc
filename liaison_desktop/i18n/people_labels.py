"""The words for the values of people, seats, privacy, skills and agreements."""

from collections.abc import Mapping
from enum import Enum

from liaison_desktop.domain.addresses import LabelFormat, Whom
from liaison_desktop.domain.agreement_steps import Standing
from liaison_desktop.domain.agreement_texts import CommitmentStatus, Recurrence
from liaison_desktop.domain.agreements import AgreementStatus, Renewal
from liaison_desktop.domain.appointments import Obstacle
from liaison_desktop.domain.composition import Concern
from liaison_desktop.domain.duplicates import Likeness
from liaison_desktop.domain.people import Constituency, ContactKind, ContactPurpose, Gender
from liaison_desktop.domain.privacy import DeletionReason, LegalBasis, Purpose
from liaison_desktop.domain.seats import Capacity, EndReason, Role
from liaison_desktop.domain.skill_map import SkillState
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.domain.tables import Column, RowState, Target
from liaison_desktop.i18n.marking import N_

_Labels = dict[type[Enum], Mapping[Enum, str]]

PEOPLE: _Labels = {
    Constituency: {
        Constituency.LOCAL_AUTHORITY: N_("Local authority"),
        Constituency.CSO: N_("Civil-society organisation"),
        Constituency.MIGRANT_ASSOCIATION: N_("Migrant association"),
        Constituency.MUSLIM_COMMUNITY: N_("Muslim community"),
        Constituency.COMMUNITY_LEADER: N_("Community leader"),
        Constituency.SECRETARIAT: N_("Secretariat"),
    },
    Gender: {
        Gender.FEMALE: N_("Female"),
        Gender.MALE: N_("Male"),
        Gender.OTHER: N_("Other gender"),
    },
    Role: {
        Role.CHAIR: N_("Chair"),
        Role.VICE_CHAIR: N_("Vice-chair"),
        Role.SECRETARY: N_("Secretary"),
        Role.MEMBER: N_("Member"),
    },
    Capacity: {
        Capacity.HOLDER: N_("Holder of the seat"),
        Capacity.SUBSTITUTE: N_("Substitute"),
    },
    EndReason: {
        EndReason.TERM_OVER: N_("Term of office over"),
        EndReason.RESIGNED: N_("Resigned"),
        EndReason.RECALLED: N_("Recalled"),
        EndReason.ROLE_CHANGED: N_("Took another office"),
        EndReason.SEAT_CLOSED: N_("Seat closed"),
        EndReason.DECEASED: N_("Deceased"),
    },
    Obstacle: {
        Obstacle.TERM_REVERSED: N_("Ends before it begins"),
        Obstacle.SEAT_TAKEN: N_("Seat taken"),
        Obstacle.SEATED_ELSEWHERE: N_("Holds another seat"),
        Obstacle.ROLE_TAKEN: N_("Office taken"),
        Obstacle.SUBSTITUTE_IN_OFFICE: N_("Substitutes hold no office"),
    },
    Concern: {
        Concern.TOO_FEW_MEMBERS: N_("Too few members"),
        Concern.TOO_FEW_SEATS: N_("Too few seats"),
        Concern.TOO_MANY_SEATS: N_("Too many seats"),
        Concern.OUT_OF_BALANCE: N_("Out of balance"),
        Concern.VACANT: N_("Vacant seat"),
        Concern.TERM_ENDING: N_("Term ends soon"),
        Concern.NO_CHAIR: N_("No chair"),
        Concern.NO_SECRETARY: N_("No secretary"),
    },
    ContactKind: {
        ContactKind.EMAIL: N_("E-mail"),
        ContactKind.PHONE: N_("Telephone"),
        ContactKind.ADDRESS: N_("Postal address"),
        ContactKind.WEBSITE: N_("Website"),
    },
    ContactPurpose: {
        ContactPurpose.CONVOCATION: N_("For convocations"),
        ContactPurpose.COMMITTEE_WORK: N_("For committee work"),
        ContactPurpose.PUBLIC: N_("May be published"),
    },
    Likeness: {
        Likeness.SAME_EMAIL: N_("Same e-mail address"),
        Likeness.SAME_PHONE: N_("Same telephone number"),
        Likeness.SAME_NAME: N_("Same name"),
        Likeness.SAME_NATIVE_NAME: N_("Same name in its own script"),
        Likeness.NEAR_NAME: N_("Nearly the same name"),
    },
    Whom: {
        Whom.MEMBERS: N_("Members and substitutes"),
        Whom.EVERYBODY: N_("Everybody in the register"),
        Whom.ORGANISATIONS: N_("Organisations"),
    },
    LabelFormat: {
        LabelFormat.SMALL_24: N_("24 labels of 70 × 36 mm"),
        LabelFormat.SMALL_24_TALL: N_("24 labels of 70 × 37 mm"),
        LabelFormat.LARGE_12: N_("12 labels of 105 × 48 mm"),
    },
    Target: {
        Target.PEOPLE: N_("People"),
        Target.ORGANISATIONS: N_("Organisations"),
    },
    Column: {
        Column.GIVEN_NAME: N_("Given name"),
        Column.FAMILY_NAME: N_("Family name"),
        Column.FULL_NAME: N_("Given and family name"),
        Column.NAME: N_("Name of the organisation"),
        Column.NATIVE_NAME: N_("Name in its own script"),
        Column.FORM_OF_ADDRESS: N_("Form of address"),
        Column.EMAIL: N_("E-mail"),
        Column.PHONE: N_("Telephone"),
        Column.ADDRESS: N_("Street and number"),
        Column.POSTCODE: N_("Postcode"),
        Column.TOWN: N_("Town"),
        Column.WEBSITE: N_("Website"),
        Column.LANGUAGES: N_("Languages"),
        Column.CONSTITUENCY: N_("Constituency"),
        Column.REGISTRATION: N_("Number in a public register"),
    },
    RowState: {
        RowState.NEW: N_("New"),
        RowState.KNOWN: N_("Known already"),
        RowState.TWICE: N_("Twice in the table"),
        RowState.WRONG: N_("Cannot be taken in"),
    },
    Purpose: {
        Purpose.MEMBERSHIP: N_("Membership in the committee"),
        Purpose.CONTACT: N_("Contact data"),
        Purpose.NAME_IN_MINUTES: N_("Name in the minutes"),
        Purpose.NAME_IN_PUBLIC: N_("Name in published papers"),
        Purpose.PHOTO: N_("Photographs"),
        Purpose.SKILLS: N_("Skill map"),
    },
    LegalBasis: {
        LegalBasis.CONSENT: N_("Consent (GDPR art. 6(1)(a))"),
        LegalBasis.EXPLICIT_CONSENT: N_("Explicit consent (GDPR art. 9(2)(a))"),
        LegalBasis.LEGAL_OBLIGATION: N_("Legal obligation (GDPR art. 6(1)(c))"),
        LegalBasis.PUBLIC_TASK: N_("Task in the public interest (GDPR art. 6(1)(e))"),
        LegalBasis.MADE_PUBLIC: N_("Made public by the person (GDPR art. 9(2)(e))"),
    },
    DeletionReason: {
        DeletionReason.ON_REQUEST: N_("At the person’s request"),
        DeletionReason.RETENTION_OVER: N_("Time of keeping over"),
        DeletionReason.CONSENT_WITHDRAWN: N_("Consent withdrawn"),
    },
    SkillState: {
        SkillState.MATCH: N_("Match"),
        SkillState.GAP: N_("Nobody offers it"),
        SkillState.UNUSED: N_("Nobody seeks it"),
    },
    SkillDirection: {
        SkillDirection.OFFERED: N_("Offered"),
        SkillDirection.SOUGHT: N_("Sought"),
    },
}

AGREEMENTS: _Labels = {
    AgreementStatus: {
        AgreementStatus.DRAFT: N_("Draft"),
        AgreementStatus.NEGOTIATION: N_("In negotiation"),
        AgreementStatus.APPROVED: N_("Approved"),
        AgreementStatus.SIGNED: N_("Signed"),
        AgreementStatus.IN_FORCE: N_("In force"),
        AgreementStatus.EXPIRED: N_("Expired"),
        AgreementStatus.WITHDRAWN: N_("Withdrawn"),
    },
    Standing: {
        Standing.ENDING: N_("Ends soon"),
        Standing.RENEWED: N_("Renewed"),
        Standing.ENDED: N_("Ended"),
    },
    Renewal: {
        Renewal.NONE: N_("No renewal"),
        Renewal.EXPRESS: N_("Renewed by agreement"),
        Renewal.TACIT: N_("Renews itself"),
    },
    Recurrence: {
        Recurrence.ONCE: N_("Once"),
        Recurrence.MONTHLY: N_("Every month"),
        Recurrence.QUARTERLY: N_("Every quarter"),
        Recurrence.YEARLY: N_("Every year"),
    },
    CommitmentStatus: {
        CommitmentStatus.OPEN: N_("To be kept"),
        CommitmentStatus.KEPT: N_("Kept"),
        CommitmentStatus.DROPPED: N_("Dropped"),
    },
}
