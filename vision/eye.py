"""Looks at untrusted pictures, in a process of its own: what a picture breaks there costs its own look only."""

import asyncio
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from vision import wire
from vision.look import Look, NotAPicture
from vision.thresholds import Role

START = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_module('vision.worker', run_name='__main__')"
"""Python's isolated mode looks for modules neither in the working directory nor where the environment says."""
HOUSE = Path(__file__).resolve().parent.parent
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""All that the worker is told: no token, no key."""

PATIENCE = 20.0
"""Seconds for one picture."""
QUEUE = 50
"""Pictures that may wait; the next one goes on unseen."""
SHIFT = 200
"""Pictures after which a worker is replaced: decoders leak."""

BROKEN = (OSError, EOFError, ValueError, TypeError, KeyError)
"""What talking to a worker raises that has died or answers nonsense."""


class Unseen(Exception):  # noqa: N818  it names an outcome
    """Nobody looked: `why` is busy, late, crashed or closed. The picture may be fine; go on with "not checked"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Worker:
    """A running worker process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  both are pipes
        self._process = process
        self._requests = process.stdin
        self._answers = process.stdout
        self.looks = 0
        self.sound = True
        """False while an answer is due; what ends then without one is no longer to be trusted."""

    @classmethod
    async def start(cls) -> "Worker":
        return cls(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-c", START, str(HOUSE)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=ENVIRONMENT,
                start_new_session=True,  # Ctrl-C is for the bot, which then closes its eye
            )
        )

    async def look(self, data: bytes, role: Role, today: date | None) -> Look:
        """Raises NotAPicture, or one of BROKEN."""
        self.looks += 1
        self.sound = False
        self._requests.write(wire.packed(*wire.asked(role, today, data)))
        await self._requests.drain()
        answer = wire.answer_in(*await wire.receive_from(self._answers))
        self.sound = True
        if isinstance(answer, NotAPicture):
            raise answer
        return answer

    async def end(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        self._requests.close()
        await self._process.wait()


class Eye:
    """Looks at one picture after the other. Close it."""

    def __init__(self, *, patience: float = PATIENCE, queue: int = QUEUE, shift: int = SHIFT) -> None:
        self._patience = patience
        self._queue = queue
        self._shift = shift
        self._turn = asyncio.Lock()
        self._pending = 0
        self._worker: Worker | None = None
        self._closed = False

    async def look(self, data: bytes, *, role: Role, today: date | None = None) -> Look:
        """What can be seen in a file; its capture date is judged where `today` is given.

        Raises NotAPicture where nothing can be seen, Unseen where nobody looked.
        """
        if self._pending > self._queue:
            raise Unseen("busy")
        self._pending += 1
        try:
            async with self._turn:
                return await self._look(data, role, today)
        finally:
            self._pending -= 1

    async def close(self) -> None:
        """Finish the picture at hand, refuse those that wait, end the worker."""
        self._closed = True
        async with self._turn:
            await self._dismiss()

    async def _look(self, data: bytes, role: Role, today: date | None) -> Look:
        if self._closed:
            raise Unseen("closed")
        try:
            async with asyncio.timeout(self._patience):
                worker = await self._awake()
                return await worker.look(data, role, today)
        except TimeoutError:
            raise Unseen("late") from None
        except BROKEN:
            raise Unseen("crashed") from None
        finally:
            if self._worker and (not self._worker.sound or self._worker.looks >= self._shift):
                await self._dismiss()

    async def _awake(self) -> Worker:
        if self._worker is None:
            self._worker = await Worker.start()
        return self._worker

    async def _dismiss(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            await worker.end()
