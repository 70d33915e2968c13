"""One bot, lived again and again: begun by the launcher, killed by us."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
IMPORTS_SECONDS = 60.0
LONGEST_LINE = 65536


class Launcher:
    """The process that forks the lives."""

    def __init__(self, door: Path) -> None:
        self._door = door

    def begin(self, environment: Mapping[str, str], log: Path, **trap: str | int | None) -> "Life":
        """A new life; `mutant`, `point` and `hits` may be given."""
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(str(self._door))
        asked = {"environment": dict(environment), "log": str(log), **trap}
        connection.sendall(json.dumps(asked).encode() + b"\n")
        return Life(connection)


@contextmanager
def launching() -> Iterator[Launcher]:
    """A launcher that has imported the bot."""
    with TemporaryDirectory(prefix="regain-lives-") as folder:
        door = Path(folder) / "door"
        command = [sys.executable, "-m", "tests.faults.launcher", str(door)]
        with subprocess.Popen(command, cwd=ROOT) as process:
            try:
                until = time.monotonic() + IMPORTS_SECONDS
                while not door.exists():
                    if process.poll() is not None or time.monotonic() > until:
                        raise RuntimeError("the launcher does not start")
                    time.sleep(0.05)
                yield Launcher(door)
            finally:
                process.kill()


class Life:
    """A process of the bot, from its beginning to its end."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._heard = b""
        self.point: str | None = None
        """Where it killed itself."""
        self.code: int | None = None
        """Its exit status, where it ended by itself."""
        self.ended = False
        self.pid = self._born()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended by then."""
        until = time.monotonic() + seconds
        while not self.ended and (left := until - time.monotonic()) > 0:
            self._listen(left)
        return self.ended

    def wait_until_running(self, seconds: float) -> None:
        """Returns once it deals with updates, or has ended."""
        until = time.monotonic() + seconds
        while not self.ended and self._said("running") is None and (left := until - time.monotonic()) > 0:
            self._listen(left)

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up. Returns when it is gone."""
        self._signal(signal.SIGKILL)
        self.wait(IMPORTS_SECONDS)

    def terminate(self) -> None:
        """SIGTERM, as an operator stops it."""
        self._signal(signal.SIGTERM)

    def blind(self) -> bool:
        """Kills the process that looks at pictures, where there is one."""
        with suppress(OSError):
            children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
            for child in children:
                os.kill(int(child), signal.SIGKILL)
            return bool(children)
        return False

    def _born(self) -> int:
        while b"pid" not in self._heard:
            if not self._listen(IMPORTS_SECONDS):
                raise RuntimeError("a life did not begin")
        return int(self._said("pid") or 0)

    def _signal(self, number: int) -> None:
        if not self.ended:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def _listen(self, seconds: float) -> bool:
        """Whether it said anything. Raises RuntimeError for a life that was never lived."""
        self._connection.settimeout(seconds)
        try:
            said = self._connection.recv(LONGEST_LINE)
        except (TimeoutError, ConnectionResetError):
            return False
        self._heard += said
        if broken := self._said("broken"):
            raise RuntimeError(json.loads(broken))
        if not said:
            self.ended = True
            self.point = self._said("at")
            self.code = int(code) if (code := self._said("ended")) else None
            self._connection.close()
        return bool(said)

    def _said(self, word: str) -> str | None:
        lines = self._heard.decode().splitlines()
        return next((line.partition(" ")[2] for line in lines if line.startswith(f"{word} ")), None)
