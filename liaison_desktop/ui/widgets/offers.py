"""What hangs below a line while somebody types."""

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QCompleter, QStyledItemDelegate


def completer_of(model: QStringListModel, parent: QObject) -> QCompleter:
    """A completer over these words that looks like the other lists of choices."""
    completer = QCompleter(model, parent)
    popup = completer.popup()
    assert popup is not None  # noqa: S101 - a completer that pops up has one
    popup.setObjectName("offers")
    # The completer's own delegate knows nothing of the style sheet.
    popup.setItemDelegate(QStyledItemDelegate(popup))
    return completer
