"""Whether an SQLite file is whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.errors import Damaged

HEADER_BYTES = 100
SMALLEST_PAGE = 512


def check(file: Path) -> None:
    """Reads all of a file, which takes seconds for gigabytes. Raises Damaged for no database, or one not whole."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as opened:
            said = opened.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        said = None
    if said != ("ok",):
        raise Damaged("the file is no database, or not whole: restore a backup")


def check_copy(file: Path) -> None:
    """The same for a new copy; one that is not whole does not stay, so that nobody takes it for a backup."""
    try:
        check(file)
    except Damaged:
        file.unlink()
        raise


def glance(file: Path) -> None:
    """What can be seen without reading it all: whether its end is missing. Raises Damaged.

    Beside a write-ahead log that says nothing: pages may stand in the log alone.
    """
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:
        return
    with file.open("rb") as opened:
        header = opened.read(HEADER_BYTES)
    page, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    is_told = header[24:28] == header[92:96]  # else an older program wrote it, and did not say
    if is_told and file.stat().st_size < pages * (page if page >= SMALLEST_PAGE else 65_536):
        raise Damaged("the end of the database file is missing: restore a backup")
