"""One process for each SQLite file: two would each think that the queue is theirs."""

import fcntl
import os
from functools import partial
from pathlib import Path

from storage.errors import Busy


class Lock:
    """Holds `<file>.lock` from construction until `release`, or until the process ends, however it ends."""

    def __init__(self, database: Path) -> None:
        """Raises Busy when another process, or another store of this one, holds it."""
        self._file = open(f"{database}.lock", "a", opener=partial(os.open, mode=0o600))  # noqa: SIM115  held
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise Busy(f"another process works on {database.name}") from None

    def release(self) -> None:
        self._file.close()
