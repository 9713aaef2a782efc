"""Alembic's environment: runs on the connection it is given, in the transaction that has begun."""

from alembic import context

from liaison_desktop.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
