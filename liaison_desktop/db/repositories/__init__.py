"""Records by subject: readers for every transaction, repositories for a unit of work."""
