"""A PostgreSQL server of the tests' own, from the machine's package: made when it is asked for, gone afterwards."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from storage.store import bring_up_to_date
from storage.tables import metadata

SETTINGS = {
    "listen_addresses": "",  # a socket in its own folder: no port to find, nobody else who comes in
    "fsync": "off",  # what is in it need not outlive the machine
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "50",
    "autovacuum": "off",  # what it learns of a table, and when, would change plans between two runs
}
"""What differs from a server as it is installed. `synchronous_commit` does not: it is part of the order of commits."""


def programs() -> Path | None:
    """Where the server's programs lie, the newest release's; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: float(file.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@dataclass
class Server:
    """A running server. Databases are addressed as in DATABASE_URL."""

    folder: Path
    crash: Callable[[], None]
    """Lets it die at once, whatever is under way, and start again; returns when it answers."""
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://regain@/{name}?host={self.folder}"

    async def create(self) -> str:
        """The name of a new database of the present schema, without rows."""
        name = await self.create_blank()
        await bring_up_to_date(self.url(name))
        return name

    async def create_blank(self) -> str:
        """The name of a new database without tables."""
        name = f"regain_{next(self._numbers)}"
        await self.execute("postgres", f"CREATE DATABASE {name}")
        return name

    async def empty(self, name: str) -> None:
        """As after the migrations: all rows gone, also those that a trigger keeps, and numbers from 1 again."""
        tables = ", ".join(table for table in metadata.tables)
        await self.execute(name, f"SET session_replication_role = replica; TRUNCATE {tables} RESTART IDENTITY")

    async def execute(self, name: str, sql: str) -> None:
        """Past all of our code."""
        connection = await asyncpg.connect(host=str(self.folder), user="regain", database=name)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()


@contextmanager
def serving(bin_: Path) -> Iterator[Server]:
    with TemporaryDirectory(prefix="regain-postgresql-") as name:
        folder = Path(name)
        data, user = folder / "data", _user()
        if user:
            shutil.chown(folder, user)
        _run(user, bin_ / "initdb", "-D", data, "-U", "regain", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        control = (bin_ / "pg_ctl", "-D", data, "-w")
        start = partial(_run, user, *control, "-l", folder / "log", "-o", f"-k {folder} {settings}", "start")
        stop = partial(_run, user, *control, "-m", "immediate", "stop")

        def crash() -> None:
            stop()
            start()

        start()
        try:
            yield Server(folder, crash)
        finally:
            stop()


def _user() -> str | None:
    """As whom the server runs: it refuses root. None for who we are."""
    if os.geteuid() != 0:
        return None
    return "postgres" if "postgres" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"


def _run(user: str | None, *command: str | Path) -> None:
    """Raises CalledProcessError. Output to a pipe would keep us waiting for the server itself."""
    group = pwd.getpwnam(user).pw_gid if user else None
    rights = {"user": user, "group": group, "extra_groups": []} if user else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **rights)
