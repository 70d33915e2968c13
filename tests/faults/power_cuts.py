"""Simulated power cuts: whatever the bot told the outside is on the disk, at whatever moment the power fails.

`python -m tests.faults.power_cuts --cuts 1000` prints a row of a table: how many cuts there were, how many lost
something that was acknowledged, how many left a database that is damaged or half written. It needs an interpreter that
uses the system's SQLite.
"""

import argparse
import asyncio
import random
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import structlog

from bot import database
from storage.store import SETTINGS, Store, Transaction
from tests.bot.town import settings_of
from tests.faults.power_disk import Disk
from tests.faults.power_life import Effect, Life, State, Told, effect, effects, live, number, state_of
from tests.faults.power_recorder import Step

PEOPLE = range(5001, 5007)
CUTS_IN_A_LIFE = 250


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
    for before, place in pairwise((0, *places)):
        for at in range(before, place):
            if isinstance(life.log[at], get_args(Step)):
                disk.follow(at, life.log[at])
            else:
                told.hear(life.log[at])
        with TemporaryDirectory() as folder:
            _lay_out(Path(folder), disk.after_a_cut(chance))
            yield await _examined(Path(folder), place, told, life.states, norm)


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


async def _examined(folder: Path, place: int, told: Told, states: Sequence[State], norm: Sequence[Effect]) -> Cut:
    lost: list[str] = []
    damaged: list[str] = []
    settings = settings_of(folder / "regain.db")
    try:
        store = await Store.open(settings.database_url, database.keys(settings), database.questionnaire())
    except Exception as error:  # noqa: BLE001  whatever it is, the program does not start
        return Cut(place, (), (f"does not open: {error!r}",))
    try:
        async with store.reading() as tx:
            damaged += [flaw async for flaw in _flaws(tx)]
            if told.state >= 0:
                await _compare(await tx._connection.run_sync(state_of), told, states, lost, damaged)
            if not told.forgetting:
                lost += [thing async for thing in _missing(told, tx)]
                damaged += [thing async for thing in _half_done(told, norm, tx)]
        async with store.transaction():
            pass  # it works on
        damaged += ["a destroyed key is back" for key in told.destroyed if key in _bytes_in(folder)]
    except Exception as error:  # noqa: BLE001  whatever it is, the program does not work
        damaged.append(f"does not work: {error!r}")
    finally:
        await store.close()
    return Cut(place, lost, damaged)


async def _flaws(tx: Transaction) -> AsyncIterator[str]:
    """What the database itself says of its health."""
    verdict = (await tx._connection.exec_driver_sql("PRAGMA integrity_check(1)")).scalar()
    if verdict != "ok":
        yield f"integrity: {verdict}"
    if (await tx._connection.exec_driver_sql("PRAGMA foreign_key_check")).first():
        yield "a row points at a row that is not there"
    if (broken := await tx.audit.verify()) is not None:
        yield f"the audit chain breaks at {broken}"


async def _compare(state: State, told: Told, states: Sequence[State], lost: list[str], damaged: list[str]) -> None:
    """The database says what it said after some transaction: the last that came back, or one under way."""
    if state in states[told.state : told.newest + 1]:
        return
    if state in states:
        lost.append(f"{told.state - states.index(state)} transactions that had come back")
    else:
        damaged.append("a state that never was")


async def _missing(told: Told, tx: Transaction) -> AsyncIterator[str]:
    """What Telegram and the people know of, and we do not."""
    for update in told.updates:
        if not await number(f"SELECT count(*) FROM inbox WHERE update_id = {update}", tx):
            yield f"update {update}"
    for chat, calls in told.calls.items():
        begun = await number(f"SELECT coalesce(sum(attempts), 0) FROM outbox WHERE chat_id = {chat}", tx)
        if begun < calls:
            yield f"{calls - begun} calls to {chat} that were made"


async def _half_done(told: Told, norm: Sequence[Effect], tx: Transaction) -> AsyncIterator[str]:
    """Where the effects of an update differ from what it does undisturbed."""
    for who in {update // 100 for update in told.updates}:
        dealt_with = await number(
            f"SELECT count(*) FROM inbox WHERE ended = 'done' AND update_id / 100 = {who}",
            tx,
        )
        if await effect(who, dealt_with - 1, tx) != norm[dealt_with]:
            yield f"{dealt_with} updates of {who} are dealt with by half"


def _bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


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
