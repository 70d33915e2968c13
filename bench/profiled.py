"""A bot under cProfile: python -m bench.profiled FILE MODULE ARGUMENTS...

Counts from SIGUSR1 to SIGUSR2 and then writes FILE, for `python -m pstats FILE`. Threads that the bot starts are
counted from their start on. Times are CPU seconds of the thread. A call costs two or three times as much under the
profiler: trust the shares, not the times.
"""

import cProfile
import pstats
import runpy
import signal
import sys
import threading
import time
from typing import Any


class Profile(cProfile.Profile):
    """Counts CPU time of its thread, and can be read while that runs."""

    def __init__(self) -> None:
        super().__init__(time.thread_time_ns, 1e-9)

    def create_stats(self) -> None:
        """Without an end to the calls that last: their thread has its own clock."""
        self.snapshot_stats()


def profile_threads(profiles: list[Profile]) -> None:
    """Lets every thread that starts from now on have a profile."""
    run = threading.Thread.run

    def profiled(self: threading.Thread) -> None:
        profile = Profile()
        profiles.append(profile)
        profile.runcall(run, self)

    threading.Thread.run = profiled  # type: ignore[method-assign]


def main() -> None:
    path, module, *arguments = sys.argv[1:]
    profiles = [main_thread := Profile()]
    profile_threads(profiles)

    def begin(*_: Any) -> None:
        main_thread.enable()

    def end(*_: Any) -> None:
        main_thread.disable()
        pstats.Stats(*profiles).dump_stats(path)

    signal.signal(signal.SIGUSR1, begin)
    signal.signal(signal.SIGUSR2, end)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
