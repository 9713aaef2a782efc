"""Between rows and records: ``..._values`` write a record down, ``..._of`` read it back."""
