"""One module per place of the window."""
