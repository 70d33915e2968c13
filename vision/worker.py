"""The process in which untrusted pictures are opened: frames in on standard input, frames out on standard output.

It is expected to be killed; it holds nothing.
"""

import os
import resource
import signal
import sys
from contextlib import suppress

from PIL import Image

from vision import wire
from vision.look import NotAPicture
from vision.looking import look_at
from vision.thresholds import THRESHOLDS

GIGABYTE = 1024**3
LIMITS = {
    resource.RLIMIT_AS: 2 * GIGABYTE,
    resource.RLIMIT_FSIZE: 0,  # it writes no file
    resource.RLIMIT_NOFILE: 64,
    resource.RLIMIT_CORE: 0,  # a core dump would hold a person's document
}
LAST_CALL = 60
"""Seconds after which a worker that hangs ends itself, should there be no bot left to end it."""


def main() -> None:
    # A library that prints must not break a frame: only we know where the answers go.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    confine()
    while (request := wire.read_from(sys.stdin.buffer)) is not None:
        signal.alarm(LAST_CALL)
        answers.write(wire.packed(*answer(*request)))
        answers.flush()
        signal.alarm(0)


def confine() -> None:
    """Give up what looking at a picture does not need."""
    Image.MAX_IMAGE_PIXELS = THRESHOLDS.max_pixels
    os.nice(10)
    for limit, most in LIMITS.items():
        with suppress(ValueError, OSError):  # macOS knows no limit of the address space
            resource.setrlimit(limit, (most, most))


def answer(header: wire.Header, body: bytes) -> wire.Frame:
    try:
        return wire.seen(look_at(*wire.question_in(header, body)))
    except NotAPicture as refusal:
        return wire.refused(refusal)


if __name__ == "__main__":
    main()
