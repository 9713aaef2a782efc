"""The look of an editor in which something is wrong."""

from PySide6.QtWidgets import QWidget


def mark(editor: QWidget, *, wrong: bool) -> None:
    """Frame an editor in the colour of what is wrong, or no longer."""
    editor.setProperty("wrong", wrong)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
