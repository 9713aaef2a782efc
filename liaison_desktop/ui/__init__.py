"""The window: PySide6 and nothing of the store; the only room that knows Qt."""
