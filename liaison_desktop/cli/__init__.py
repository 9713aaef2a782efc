"""The command line: everything the window can do that makes sense without one."""
