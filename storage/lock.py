"""One process for each SQLite file: two would each think that the queue is theirs."""

import fcntl
import os
from pathlib import Path

from storage.errors import Busy


class Lock:
    """Holds `<file>.lock` from construction until `release`, or until the process ends, however it ends."""

    def __init__(self, database: Path) -> None:
        """Raises Busy when another process, or another store of this one, holds it."""
        self._file = os.open(f"{database}.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._file)
            raise Busy(f"another process works on {database.name}") from None

    def release(self) -> None:
        os.close(self._file)
