"""Questions the window asks before it goes on."""
