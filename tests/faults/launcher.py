"""python -m tests.faults.launcher SOCKET: lives of the bot, begun in a hundredth of the time.

Importing the bot takes seconds. This process does it once, stays single-threaded and opens nothing; for each connection
it forks the process of one life, which then runs what `python -m bot run` runs. The first line on the connection is
JSON: `environment`, `log`, and perhaps `mutant`, `point` and `hits`. The life answers with lines of two words, and the
connection ends when the process does, however it does.
"""

import asyncio
import gc
import json
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from typing import Any

from bot import app, logs
from bot.settings import Wrong, load
from states.dialogue import Dialogue
from tests.faults.mutants import MUTANTS
from tests.faults.points import Trap

FAILED = 1


def main(path: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are buried by the system
    Dialogue().questionnaire.rehearse(app.now())
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        while True:
            connection, _ = door.accept()
            with connection:
                if os.fork() == 0:
                    door.close()
                    live(connection)


def live(connection: socket.socket) -> None:
    """One life; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    code = FAILED
    try:
        asked = json.loads(connection.makefile().readline())
        log = os.open(asked["log"], os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        os.dup2(log, sys.stderr.fileno())
        os.dup2(log, sys.stdout.fileno())
        prepare(asked, connection)
    except Exception:  # noqa: BLE001  a life that was never lived is our own mistake, and told
        connection.sendall(f"broken {json.dumps(traceback.format_exc())}\n".encode())
    else:
        code = run()
    with suppress(OSError):
        connection.sendall(f"ended {code}\n".encode())
    os._exit(code)


def prepare(asked: dict[str, Any], connection: socket.socket) -> None:
    os.environ.clear()
    os.environ.update(asked["environment"])
    trap = Trap(connection, asked.get("point"), asked.get("hits", 1))
    trap.set()
    if mutant := asked.get("mutant"):
        MUTANTS[mutant](trap.reached)
    connection.sendall(f"pid {os.getpid()}\n".encode())


def run() -> int:
    """As the command does; the exit status."""
    logs.set_up()
    try:
        asyncio.run(app.run(load()))
    except Wrong as wrong:
        sys.stderr.write(f"{wrong}\n")
        return FAILED
    except Exception as crash:  # noqa: BLE001
        logs.crashed(crash)
        return FAILED
    return 0


if __name__ == "__main__":
    main(sys.argv[1])
