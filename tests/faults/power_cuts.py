"""Simulated power cuts: whatever the bot told the outside is on the disk, at whatever moment the power fails.

`python -m tests.faults.power_cuts --cuts 1000` prints a row of a table: how many cuts there were, how many lost
something that was acknowledged, how many left a database that is damaged or half written. It needs an interpreter that
uses the system's SQLite.
"""

import argparse
import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args

import structlog

from bot import database
from storage.store import SETTINGS, Store, Transaction
from tests.bot.town import settings_of
from tests.faults.power_disk import Disk
from tests.faults.power_life import Effect, Life, State, Told, asked, effect, effects, live, state_of, who_sent
from tests.faults.power_recorder import Step

PEOPLE = range(5001, 5007)
CUTS_IN_A_LIFE = 250
DONE = "SELECT update_id FROM inbox WHERE ended = 'done'"


# --- what is found after a cut


@dataclass(frozen=True, slots=True)
class Cut:
    """A moment at which the power failed, and what was found afterwards."""

    place: int
    """In the log of the life."""
    lost: Sequence[str]
    damaged: Sequence[str]


async def cuts(life: Life, norm: Sequence[Effect], count: int, chance: random.Random) -> AsyncIterator[Cut]:
    """The power fails at so many moments of a life, chosen by chance."""
    places = sorted(chance.choices(range(len(life.log) + 1), k=count))
    disk, told = Disk(), Told()
    inspector = Inspector(told, life.states, norm)
    for before, place in pairwise((0, *places)):
        for at in range(before, place):
            if isinstance(life.log[at], get_args(Step)):
                disk.follow(at, life.log[at])
            else:
                told.hear(life.log[at])
        with TemporaryDirectory() as folder:
            _lay_out(Path(folder), disk.after_a_cut(chance))
            yield await inspector.opens(Path(folder), place)


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


class Inspector:
    """Starts the program on what a cut left, and compares what it finds with what was told."""

    def __init__(self, told: Told, states: Sequence[State], norm: Sequence[Effect]) -> None:
        self._told, self._states, self._norm = told, states, norm
        self._keys = database.keys(settings_of(Path("any")))
        self._questionnaire = database.questionnaire()

    async def opens(self, folder: Path, place: int) -> Cut:
        url = f"sqlite+aiosqlite:///{folder}/regain.db"
        try:
            store = await Store.open(url, self._keys, self._questionnaire)
        except Exception as error:  # noqa: BLE001  whatever it is, the program does not start
            return Cut(place, (), (f"does not open: {error!r}",))
        try:
            async with store.transaction() as tx:
                lost = [thing async for thing in self._lost(tx)]
                damaged = [flaw async for flaw in self._flaws(tx)]
        except Exception as error:  # noqa: BLE001  whatever it is, the program does not work
            return Cut(place, (), (f"does not work: {error!r}",))
        finally:
            await store.close()
        return Cut(place, lost, damaged + self._resurrected(folder))

    async def _lost(self, tx: Transaction) -> AsyncIterator[str]:
        """What Telegram and the people know of, and we do not."""
        if await self._age(tx) == "old":
            yield "transactions that had come back"
        if self._told.forgetting:
            return
        for update in self._told.updates - set(await _numbers("SELECT update_id FROM inbox", tx)):
            yield f"update {update}"
        for chat, calls in self._told.calls.items():
            begun = sum(await _numbers(f"SELECT attempts FROM outbox WHERE chat_id = {chat}", tx))
            if begun < calls:
                yield f"{calls - begun} calls to {chat} that were made"

    async def _age(self, tx: Transaction) -> Literal["current", "old", "never"]:
        """What the database says, it said after the last transaction that came back, or after one under way."""
        state, told = await state_of(tx), self._told
        if told.state < 0 or state in self._states[told.state : told.newest + 1]:
            return "current"
        return "old" if state in self._states[: told.state] else "never"

    async def _flaws(self, tx: Transaction) -> AsyncIterator[str]:
        """What is broken, or done by half."""
        for (verdict,) in await asked("PRAGMA integrity_check(1)", tx):
            if verdict != "ok":
                yield f"integrity: {verdict}"
        if await asked("PRAGMA foreign_key_check", tx):
            yield "a row points at a row that is not there"
        if (broken := await tx.audit.verify()) is not None:
            yield f"the audit chain breaks at {broken}"
        if await self._age(tx) == "never":
            yield "a state that never was"
        if not self._told.forgetting:
            async for half in self._half_done(tx):
                yield half

    async def _half_done(self, tx: Transaction) -> AsyncIterator[str]:
        """Where the effects of the updates dealt with are not what they are undisturbed."""
        done = Counter(who_sent(update) for update in await _numbers(DONE, tx))
        for who in {who_sent(update) for update in self._told.updates}:
            if await effect(who, done[who] - 1, tx) != self._norm[done[who]]:
                yield f"{done[who]} updates of {who} are dealt with by half"

    def _resurrected(self, folder: Path) -> list[str]:
        found = b"".join(file.read_bytes() for file in folder.iterdir())
        return ["a destroyed key is back" for key in self._told.destroyed if key in found]


async def _numbers(question: str, tx: Transaction) -> list[int]:
    return [number for (number,) in await asked(question, tx)]


# --- the command


async def run(count: int, chance: random.Random, settings: tuple[str, ...] = SETTINGS) -> AsyncIterator[Cut]:
    """So many cuts, spread over as many lives as it takes. Raises Unrecordable."""
    with TemporaryDirectory() as folder:
        norm = await effects(Path(folder))
    for done in range(0, count, CUTS_IN_A_LIFE):
        with TemporaryDirectory() as folder:
            life = await live(Path(folder), PEOPLE, norm, settings)
        async for cut in cuts(life, norm, min(CUTS_IN_A_LIFE, count - done), chance):
            yield cut


def with_synchronous(level: str) -> tuple[str, ...]:
    """The store's settings, but for how patiently SQLite waits for the disk."""
    return tuple(f"synchronous = {level}" if each.startswith("synchronous") else each for each in SETTINGS)


async def main() -> int:
    """The exit code: whether anything was lost or damaged."""
    asked = argparse.ArgumentParser(description="Simulated power cuts: what is lost, what is damaged.")
    asked.add_argument("--cuts", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=2041)
    asked.add_argument("--synchronous", default="FULL", help="NORMAL or OFF, to see that losses are found")
    options = asked.parse_args()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    lost = damaged = 0
    async for cut in run(options.cuts, random.Random(options.seed), with_synchronous(options.synchronous)):
        lost, damaged = lost + bool(cut.lost), damaged + bool(cut.damaged)
        if cut.lost or cut.damaged:
            sys.stderr.write(f"{cut}\n")
    sys.stdout.write(f"| power cuts on SQLite's writes | {options.cuts} | {lost} | {damaged} |\n")
    return bool(lost or damaged)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
