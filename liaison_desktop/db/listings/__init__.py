"""Lists that people scroll through: plain queries that return rows, in keyset pages."""
