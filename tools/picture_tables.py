"""The assistant that takes tables in, for pictures."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.addresses import Whom
from liaison_desktop.domain.tables import Target
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.labels import LabelsDialog
from liaison_desktop.ui.dialogs.table_import import TableImportDialog

_TABLE = """Nome;Cognome;E-mail;Telefono;Indirizzo;CAP;Città;Lingue;Nazionalità
Amal;Zarrouk;amal@example.org;+39 091 555 12 34;Via Roma 1;90100;Borgolume;arabo, italiano;
Γιώργος;Παπαδόπουλος;giorgos@example.org;;;;;greco;
Zoe;Zuccheri;nessun indirizzo;;;;;;
Rosalba;Cantaluna;;+39 091 555 99 88;;;;;
Amal;Zarrouk;;;;;;;
"""


def tables(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    committee = services.committees.by_ref("borgolume")
    with TemporaryDirectory() as folder:
        path = Path(folder, "soci.csv")
        path.write_text(_TABLE, encoding="utf-8")
        sheet = services.people_work.tables.read(path)

    def columns() -> TableImportDialog:
        return TableImportDialog(path, sheet, Target.PEOPLE, committee, context, window)

    def preview() -> TableImportDialog:
        dialog = columns()
        dialog.advance()
        return dialog

    return {
        "dialog-table-columns": columns,
        "dialog-table-preview": preview,
        "dialog-labels": lambda: LabelsDialog(committee, Whom.MEMBERS, context, window),
    }
