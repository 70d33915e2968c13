"""Brings a database to the schema of this release."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import Damaged, NewerSchema, OlderSchema

MIGRATIONS = Path(__file__).with_name("migrations")


def check(connection: Connection) -> None:
    """Raises NewerSchema, OlderSchema when the database is not of this release."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    if _current(connection, scripts) != scripts.get_current_head():
        raise OlderSchema(
            "this database was written by an earlier release, or never: bring it up to date with `db upgrade`"
        )


def upgrade(connection: Connection) -> None:
    """Runs the migrations that the database has not seen, in the caller's transaction.

    On SQLite foreign keys must be off: a table is changed by copying it, and dropping the old one would take the rows
    of other tables along. What they guard is checked afterwards. Raises NewerSchema, Damaged.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    if _current(connection, scripts) == scripts.get_current_head():
        return
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Damaged("a row points at a row that is not there")


def _current(connection: Connection, scripts: ScriptDirectory) -> str | None:
    """The revision that the database is at. Raises NewerSchema for one that this release does not know."""
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise NewerSchema("this database was written by a later release: update the program, or restore a backup")
    return current
