"""A bot as a process of its own: started on a core of its own, and what it costs."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
STOP_SECONDS = 20
CORES = sorted(os.sched_getaffinity(0))
BOT_CORE, DRIVER_CORE = ({CORES[0]}, {CORES[1]}) if len(CORES) > 1 else (set(CORES), set(CORES))
"""The bot has one core to itself and the driver another, where there are two."""


class BotProcess:
    """A bot that runs until `stop`; what it prints goes into a file."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as out, pinned(BOT_CORE):
            self._process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], **environment},
                stdout=out,
                stderr=out,
            )

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def cpu_seconds(self) -> float:
        """User and system time of the process and its children until now, ended children too."""
        return sum(sum(map(int, _stat(pid)[11:15])) for pid in self._family()) / TICKS

    def rss_mb(self) -> float:
        """Resident memory of the process and its children, in MB of 2**20 bytes."""
        pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._family())
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def stop(self) -> None:
        """SIGTERM; SIGKILL where that does not help."""
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _family(self) -> list[int]:
        """The process and those that descend from it."""
        parents = {pid: int(_stat(pid)[1]) for pid in _pids()}
        family = [self._process.pid]
        for member in family:
            family.extend(pid for pid, parent in parents.items() if parent == member)
        return family


@contextmanager
def pinned(cores: set[int]) -> Iterator[None]:
    """Only these cores, for this process and for those that it starts meanwhile."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _pids() -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            pid = int(folder.name)
            if _stat(pid):
                yield pid


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name, from the state on; none where the process is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
