"""Minutes through their whole life, by the buttons of the window."""

from pathlib import Path

from liaison_desktop.domain.archive import DispatchMedium
from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.ui.dialogs.approve import ApproveDialog
from liaison_desktop.ui.dialogs.hand_over import HandOverDialog
from liaison_desktop.ui.dialogs.objections import RulingDialog
from liaison_desktop.ui.dialogs.paper_story import FilingDialog, ReceiptDialog
from liaison_desktop.ui.dialogs.revise import ReviseDialog
from tests.pdf.reading import run
from tests.ui.conftest import DRAFT, Bench
from tests.ui.test_approving import hand_out, object_to
from tests.ui.test_main_job import answer, chips, open_minutes, sign, verified


def test_from_the_draft_to_the_archive_of_the_authority(bench: Bench, tmp_path: Path) -> None:
    view = open_minutes(bench, DRAFT)
    bring_to_approval(bench)
    answer(accept=True)
    bench.press("Make final")
    sign(bench, "Sign as chair")
    sign(bench, "Sign as secretary")
    assert chips(bench).count("Valid") == 2
    hand_over(bench, tmp_path)
    view.panel.story.note_filing()
    bench.settle()
    filing = bench.part(FilingDialog)
    filing.number.setText("0000123")
    bench.press("Note", filing)
    assert view.stepper.accessibleName().startswith(
        "Done: Draft, Circulated, Approved, Signed, Filed."
    )
    (paper,) = tmp_path.rglob("CCI-BGL-???????.pdf")
    assert run("pdfsig", str(paper)).count("Signature is Valid") == 2
    assert "Valid" in verified(bench, paper)


def bring_to_approval(bench: Bench) -> None:
    """Send it out, change it on an objection, and let the committee approve it."""
    hand_out(bench)
    object_to(bench, "Erano sette.")
    bench.press("Change text …")
    revising = bench.part(ReviseDialog)
    revising.text.textCursor().insertText("Erano sette.")
    bench.press("Save", revising)
    bench.press("Decide …")
    ruling = bench.part(RulingDialog)
    ruling.ruling.choose(Ruling.ACCEPTED)
    bench.press("Keep", ruling)
    bench.press("Approved …")
    bench.press("Approve", bench.part(ApproveDialog))


def hand_over(bench: Bench, folder: Path) -> None:
    """Write paper and slip for one authority, and note that it confirmed them."""
    bench.press("Hand over …")
    dialog = bench.part(HandOverDialog)
    for line in tuple(dialog.recipients.rows)[1:]:
        dialog.recipients.remove_row(line)
    dialog.medium.choose(DispatchMedium.FOLDER)
    dialog.write_drafts(folder)
    bench.settle()
    bench.press("Receipt …")
    receipt = bench.part(ReceiptDialog)
    receipt.receipt.setText("Prot. 7")
    bench.press("Note", receipt)
