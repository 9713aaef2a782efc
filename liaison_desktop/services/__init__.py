"""The use cases: one module per subject, one method per use case."""
