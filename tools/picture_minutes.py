"""Minutes on their way to approval, and the dialogs about it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.archive import Recipient
from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.domain.papers import Edition
from liaison_desktop.services.approving import RaiseObjection, RuleOnObjection
from liaison_desktop.services.archiving import FileWithAuthority, RefuseSignature, SignedByHand
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.distributing import HandOver, NoteReceipt
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.services.writing import WriteDiscussion
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.approve import ApproveDialog
from liaison_desktop.ui.dialogs.circulate import CirculateDialog
from liaison_desktop.ui.dialogs.hand_over import HandOverDialog
from liaison_desktop.ui.dialogs.objections import ObjectionDialog, RulingDialog
from liaison_desktop.ui.dialogs.paper_story import FilingDialog, RefusalDialog, SignedByHandDialog
from liaison_desktop.ui.dialogs.revise import ReviseDialog
from liaison_desktop.ui.dialogs.sign import Signer
from liaison_desktop.ui.wording import today

CIRCULATED = "haselbrueck/haselbrueck-2026-3"
ARCHIVED = "rebenbrunn/1-2026"
_RAISED = date(2026, 11, 20)


def circulate_minutes(services: Services) -> None:
    """A draft went out; one objection is decided on, one is not, and the text was changed."""
    meeting = services.meetings.by_ref(CIRCULATED)
    work = services.minutes_work
    people = work.circulating.recipients(meeting.id)
    work.circulating.by_hand(
        CirculateMinutes(
            meeting_id=meeting.id,
            until=today() + timedelta(days=14),
            chosen=frozenset((one.seat_id, one.person_id) for one in people),
        )
    )
    for place, text in ((1, "Es waren sieben Stände, nicht sechs."), (2, "Mein Antrag fehlt.")):
        work.approving.object(
            RaiseObjection(
                meeting_id=meeting.id,
                seat_id=meeting.attendees[place].seat_id,
                item_id=meeting.items[place].id,
                text=text,
                raised_on=_RAISED,
            )
        )
    first = work.approving.way(meeting.id).objections[0]
    work.approving.rule(
        RuleOnObjection(
            objection_id=first.id,
            ruling=Ruling.ACCEPTED,
            answer="Im Text geändert.",
            ruled_on=_RAISED,
        )
    )
    item = meeting.items[1]
    text = f"{item.discussion}\n\nEs waren sieben Stände."
    work.approving.revise(WriteDiscussion(meeting_id=meeting.id, item_id=item.id, text=text))


def archive_paper(services: Services) -> UUID:
    """Minutes signed by hand and refused, filed and handed over; the id of their meeting."""
    meeting = services.meetings.by_ref(ARCHIVED)
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    work, first, *others = services.archive_work, *paper.fields
    with TemporaryDirectory() as folder:
        scan = Path(folder, "scan.png")
        scan.write_bytes(b"\x89PNG")
        if not work.archiving.story(paper.id).dispatches:
            signed = dict.fromkeys([first, *others[1:]], today())
            command = SignedByHand(paper_id=paper.id, signed_on=signed, scan=scan)
            work.archiving.signed_by_hand(command)
            work.archiving.refuse(
                RefuseSignature(
                    paper_id=paper.id,
                    field=others[0],
                    reason="Punkt 3 ist nicht so beschlossen worden.",
                    refused_on=today(),
                )
            )
            work.archiving.file(
                FileWithAuthority(
                    paper_id=paper.id,
                    authority="Gemeinde Rebenbrunn",
                    number="0000123",
                    filed_on=today(),
                )
            )
            recipients = (
                Recipient(name="Gemeinde Rebenbrunn"),
                Recipient(name="Gemeindebibliothek", edition=Edition.PUBLIC),
            )
            work.distributing.into_folder(
                HandOver(paper_id=paper.id, recipients=recipients), Path(folder)
            )
            (dispatch,) = work.archiving.story(paper.id).dispatches
            work.distributing.note_receipt(
                NoteReceipt(dispatch_id=dispatch.id, received_on=today(), receipt="Zl. 123/2026")
            )
    return meeting.id


def archiving(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    meeting = services.meetings.by_ref("borgolume/2-2026")
    paper = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    signers = [
        Signer(field=one.field, name=one.name, office=context.look.labels.label(one.function))
        for one in services.meetings.record(meeting.id).signatories
    ]
    known = services.archive_work.distributing.known(paper.id)
    return {
        "dialog-refused": lambda: RefusalDialog(paper, signers, context, window),
        "dialog-by-hand": lambda: SignedByHandDialog(paper, signers, context, window),
        "dialog-filed": lambda: FilingDialog(paper, ["Comune"], context, window),
        "dialog-hand-over": lambda: HandOverDialog(paper, known, context, window),
    }


def approving(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    meeting = services.meetings.by_ref(CIRCULATED)
    way = services.minutes_work.approving.way(meeting.id)
    return {
        "dialog-circulate": lambda: CirculateDialog(meeting, context, window),
        "dialog-objection": lambda: ObjectionDialog(meeting, context, window),
        "dialog-ruling": lambda: RulingDialog(way.objections[1], context, window),
        "dialog-approve": lambda: ApproveDialog(meeting, (), context, window),
        "dialog-revise": lambda: ReviseDialog(
            meeting, context, window, item_id=meeting.items[1].id
        ),
    }
