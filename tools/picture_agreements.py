"""An agreement between six parties to be looked at: written, approved, signed by the first."""

from datetime import timedelta
from uuid import UUID

from liaison_desktop.domain.agreement_texts import Recurrence
from liaison_desktop.domain.agreements import AgreementStatus, Renewal
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.services.agreement_forms import EditAgreement, PartyTold
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.agreement_steps import AdvanceAgreement
from liaison_desktop.services.agreement_writing import DraftAgreement
from liaison_desktop.services.commitments import AddCommitment, CommitmentTold
from liaison_desktop.services.keys import CreateKey
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import WithKey
from liaison_desktop.ui.wording import today

_TITLE = "Sala dei Mercati: uso comune e apertura serale"
_PASSPHRASE = "only for pictures"  # noqa: S105 - a key made for one picture
_PROMISES = (
    ("Apre la sala il giovedì sera", -3, Recurrence.MONTHLY),
    ("Relazione al comitato", 20, Recurrence.QUARTERLY),
    ("Traduce il regolamento della sala in arabo e in romeno", 60, Recurrence.ONCE),
)


def written_agreement(services: Services) -> UUID:
    """A draft with six parties and what they promise; gives back its id."""
    work, committee = services.agreement_work, services.committees.by_ref("borgolume")
    rows = services.people.organisations(PageRequest(committee_id=committee.id)).rows[:6]
    parties = tuple(PartyTold(organisation_id=row.id) for row in rows)
    drafted = work.writing.draft(
        DraftAgreement(committee_id=committee.id, title=_TITLE, parties=parties)
    )
    first = PartyTold(
        organisation_id=rows[0].id, signatory="Rosalba Cantaluna", capacity="presidente"
    )
    work.writing.edit(
        EditAgreement(
            agreement_id=drafted.id,
            title=_TITLE,
            kind=drafted.kind,
            parties=(first, *parties[1:]),
            duration_months=24,
            renewal=Renewal.TACIT,
            renewal_months=12,
            notice_days=90,
        )
    )
    for text, days, recurrence in _PROMISES:
        told = CommitmentTold(
            text=text,
            organisation_id=rows[0].id,
            due=today() + timedelta(days=days),
            recurrence=recurrence,
        )
        work.commitments.add(AddCommitment(agreement_id=drafted.id, told=told))
    return drafted.id


def sign_first(services: Services, agreement_id: UUID) -> None:
    """Approve a draft and let the first party sign it."""
    work = services.agreement_work
    decision = services.agreements.adoptable(agreement_id)[0]
    work.steps.advance(
        AdvanceAgreement(
            agreement_id=agreement_id, to=AgreementStatus.APPROVED, decision_id=decision.id
        )
    )
    paper = work.papers.file(FileAgreement(agreement_id=agreement_id))
    key = services.keys.create(
        CreateKey(
            name="Rosalba Cantaluna (accordo)", organisation="Comitato", passphrase=_PASSPHRASE
        )
    )
    services.register.sign(
        SignPaper(
            paper_id=paper.id, field=paper.fields[0], key=WithKey(path=key.path, secret=_PASSPHRASE)
        )
    )
