"""A table is taken in by the window: columns, preview, what was left out."""

from pathlib import Path

from liaison_desktop.domain.addresses import LabelFormat, Whom
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.tables import Column, RowState, Target
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.labels import LabelsDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.table_import import TableImportDialog, TakenInDialog
from liaison_desktop.ui.screens.people import PeopleScreen
from tests.ui.conftest import Bench

TABLE = """Nome;Cognome;E-mail;Indirizzo;Religione
Amal;Zarrouk;amal@example.org;Via Roma 1, 90100 Palermo;
Zoe;Zuccheri;no address;;
"""


def opened(bench: Bench, tmp_path: Path) -> TableImportDialog:
    path = tmp_path / "soci.csv"
    path.write_text(TABLE, encoding="utf-8")
    bench.window.go(Place.PEOPLE)
    bench.settle()
    committee = bench.services.committees.by_ref("borgolume")
    bench.part(PeopleScreen).register.read_table(path, committee)
    bench.settle()
    return bench.part(TableImportDialog)


def test_a_table_goes_from_columns_to_preview_to_the_register(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, tmp_path)
    assert dialog.columns.mapping == (
        Column.GIVEN_NAME,
        Column.FAMILY_NAME,
        Column.EMAIL,
        Column.ADDRESS,
        None,
    )
    assert not dialog.columns.choices[-1].isEnabled()
    bench.press("Preview", dialog)
    assert [dialog.preview.count(state) for state in RowState] == [1, 0, 0, 1]
    dialog.preview.only_left_out.setChecked(True)
    assert dialog.preview.model.rowCount() == 1
    told = dialog.preview.model.index(0, 3).data()
    assert told == "no address is not an e-mail address."
    bench.press("Back", dialog)
    dialog.columns.choices[2].choose(None)
    bench.press("Preview", dialog)
    bench.press("Take in 2 rows", dialog)
    bench.press("Close", bench.part(TakenInDialog))
    rows = bench.services.people.page(PageRequest(search="zarrouk")).rows
    assert [row.name for row in rows] == ["Amal Zarrouk"]
    bench.window.undo()
    bench.settle()
    assert "Undone: taking in a table." in bench.window.frame.notice.sentence
    assert not bench.services.people.page(PageRequest(search="zarrouk")).rows


def test_what_was_left_out_is_saved_with_its_reason(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, tmp_path)
    bench.press("Preview", dialog)
    bench.press("Take in 1 row", dialog)
    done = bench.part(TakenInDialog)
    done.save(tmp_path / "left.csv")
    bench.settle()
    written = (tmp_path / "left.csv").read_text(encoding="utf-8-sig")
    assert "3;no address is not an e-mail address.;Zoe" in written


def test_a_table_of_organisations_offers_other_columns(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, tmp_path)
    dialog.targets.chosen.emit(1)
    dialog.targets.choose(1)
    dialog.targets.chosen.emit(1)
    assert dialog.target is Target.ORGANISATIONS
    assert dialog.columns.mapping[0] is Column.NAME
    assert dialog.columns.constituency.isVisible()


def test_cards_labels_and_list_are_saved(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, tmp_path)
    bench.press("Preview", dialog)
    bench.press("Take in 1 row", dialog)
    bench.press("Close", bench.part(TakenInDialog))
    committee = bench.services.committees.by_ref("borgolume")
    register = bench.part(PeopleScreen).register
    register.save_cards(committee, tmp_path / "all.vcf")
    bench.settle()
    assert b"Zarrouk;Amal" in (tmp_path / "all.vcf").read_bytes()
    register.open_labels(committee)
    bench.settle()
    labels = bench.part(LabelsDialog)
    assert labels.whom.currentData() is Whom.MEMBERS
    labels.save(tmp_path / "labels.pdf")
    bench.settle()
    assert labels.error == "No postal address is known of any of them."
    labels.whom.choose(Whom.EVERYBODY)
    labels.format.choose(LabelFormat.LARGE_12)
    labels.save(tmp_path / "labels.pdf")
    bench.settle()
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
    register.open_list(committee)
    bench.settle()
    wanted = bench.part(SavePaperDialog)
    wanted.save(tmp_path / "list.pdf")
    bench.settle()
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
