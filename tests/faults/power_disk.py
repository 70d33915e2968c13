"""What a disk may hold after the power failed, by what SQLite did to its files until then.

What was synced is there. Of what was done since, a disk keeps what it likes: writes in any order, half of a write, a
file grown to its new size with nothing or rubbish in it, a name without its file's contents.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.faults.power_recorder import FOLDER, Link, Step, Sync, Truncate, Unlink, Write

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""
LIKELIHOODS = (0.0, 0.2, 0.5, 0.9, 1.0)
"""How much of what it was not told to keep a disk keeps: some nothing, some all."""


@dataclass(slots=True)
class _Contents:
    """A file: what is certainly on the disk, and what was done to it since."""

    settled: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, Write | Truncate]] = field(default_factory=list)
    """With their places in the log."""

    def settle(self, covered: int) -> None:
        done = [step for place, step in self.pending if place < covered]
        self.pending = self.pending[len(done) :]
        for step in done:
            _apply(step, self.settled)


class Disk:
    """Follows a log, step by step, and says at any time what would be left if the power failed now."""

    def __init__(self) -> None:
        self._files: dict[int, _Contents] = {}
        self._names: dict[str, int] = {}
        self._renamings: list[tuple[int, Link | Unlink]] = []
        """What was done to the names since the folder was synced, with places in the log."""

    def follow(self, place: int, step: Step) -> None:
        match step:
            case Write(file) | Truncate(file):
                self._files[file].pending.append((place, step))
            case Link(_, file):
                self._files[file] = _Contents()
                self._renamings.append((place, step))
            case Unlink():
                self._renamings.append((place, step))
            case Sync(file, covers) if file == FOLDER:
                self._settle_names(covers)
            case Sync(file, covers):
                self._files[file].settle(covers)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """One of the ways in which the files may be found, by name."""
        likelihood = chance.choice(LIKELIHOODS)
        kept = [step for _, step in self._renamings if chance.random() < likelihood]
        names = _renamed(self._names, kept)
        return {name: self._found(self._files[file], chance) for name, file in names.items()}

    def _settle_names(self, covered: int) -> None:
        done = [step for place, step in self._renamings if place < covered]
        self._renamings = self._renamings[len(done) :]
        self._names = _renamed(self._names, done)

    def _found(self, contents: _Contents, chance: random.Random) -> bytes:
        found = bytearray(contents.settled)
        steps = [step for _, step in contents.pending]
        likelihood = chance.choice(LIKELIHOODS)
        for step in steps:
            for part in _torn(step, chance):
                if chance.random() < likelihood:
                    _apply(part, found)
        size = max((step.offset + len(step.data) for step in steps if isinstance(step, Write)), default=0)
        if size > len(found) and chance.random() < likelihood:
            missing = size - len(found)
            found += chance.choice((bytes(missing), chance.randbytes(missing)))
        return bytes(found)


def _apply(step: Write | Truncate, content: bytearray) -> None:
    if isinstance(step, Truncate):
        del content[step.size :]
        return
    content.extend(bytes(max(0, step.offset - len(content))))
    content[step.offset : step.offset + len(step.data)] = step.data


def _torn(step: Write | Truncate, chance: random.Random) -> Sequence[Write | Truncate]:
    """The parts of a step that reach the disk by themselves: now and then a write is torn between two sectors."""
    if isinstance(step, Truncate) or chance.random() < 0.5:
        return [step]
    end = step.offset + len(step.data)
    cuts = [step.offset, *range((step.offset // SECTOR + 1) * SECTOR, end, SECTOR), end]
    return [
        Write(step.file, start, step.data[start - step.offset : stop - step.offset]) for start, stop in pairwise(cuts)
    ]


def _renamed(names: dict[str, int], steps: Iterable[Link | Unlink]) -> dict[str, int]:
    names = dict(names)
    for step in steps:
        if isinstance(step, Link):
            names[step.name] = step.file
        else:
            names.pop(step.name, None)
    return names
