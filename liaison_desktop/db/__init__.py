"""The store: tables, repositories, unit of work, migrations, audit log, backup.

Only the domain's frozen dataclasses leave it.
"""
