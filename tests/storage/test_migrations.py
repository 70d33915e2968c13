import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from storage_samples import FakeCodec

from storage import Damaged, Store
from storage.tables import metadata


async def test_an_empty_file_becomes_the_schema_that_the_tables_describe(tmp_path, keys):
    file = tmp_path / "regain.db"
    await (await Store.open(f"sqlite+aiosqlite:///{file}", keys, FakeCodec())).close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


async def test_indexes_and_numbering_are_those_that_the_tables_describe(tmp_path, rows):
    """Their conditions too, which alembic does not compare: by its words a partial index is used or not."""
    engine = create_engine(f"sqlite:///{tmp_path}/described.db")
    metadata.create_all(engine)
    engine.dispose()
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    described = sqlite3.connect(tmp_path / "described.db")
    assert rows(wanted) == described.execute(wanted).fetchall()
    counted = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name"
    assert rows(counted) == described.execute(counted).fetchall()
    described.close()


async def test_rows_that_point_nowhere_stop_a_migration(url, keys, rows):
    """Migrations run with foreign keys off, so what those guard is checked afterwards."""
    rows("PRAGMA foreign_keys = OFF")
    rows("INSERT INTO timers VALUES ('x', 99, 'x', 0)")
    rows("DROP TABLE events")
    rows("DELETE FROM alembic_version")
    for (table,) in rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
        if table not in ("timers", "alembic_version"):
            rows(f"DROP TABLE {table}")
    rows("ALTER TABLE timers RENAME TO older_timers")
    rows("DROP INDEX timers_due")
    rows("DROP INDEX timers_of")
    with pytest.raises(Damaged, match="not there"):
        await Store.open(url, keys, FakeCodec())
    assert rows("SELECT name FROM sqlite_master WHERE name = 'events'") == [], "and nothing of it was done"
