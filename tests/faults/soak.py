"""python -m tests.faults.soak: the long run, and its table for docs/figures.md.

1,000 kills at random, 1,000 at named points, 20 crashes of PostgreSQL, three replicas of which one after the other is
killed, each wrong way to build the bot, and power cuts. Every storm has a simulator and a database of its own; seeds
count up from `--seed`.
"""

import argparse
import itertools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.lives import ROOT, Launcher, launching
from tests.faults.mutants import MUTANTS
from tests.faults.points import POINTS
from tests.faults.storm import Plan, Result, mutant_plan, raised
from tests.postgresql import Server, programs, serving

KILLS_OF_A_STORM = 125
SHOWN = 10
TRIES = 3
"""Storms for a mutant: a few kills may all miss."""
COLUMNS = (
    "run",
    "kills",
    "at points",
    "faults",
    "server crashes",
    "updates",
    "answers",
    "lost",
    "doubled",
    "never sent",
    "out of order",
    "repeats",
    "per kill",
)


@dataclass
class Row:
    """The storms of one kind together."""

    name: str
    results: list[Result]

    def cells(self) -> list[str]:
        verdicts = [result.verdict for result in self.results]
        kills = sum(result.kills for result in self.results)
        repeats = sum(verdict.repeats for verdict in verdicts)
        numbers = (
            kills,
            sum(result.killed_at.total() for result in self.results),
            sum(result.faults for result in self.results),
            sum(result.crashes for result in self.results),
            sum(verdict.updates for verdict in verdicts),
            sum(verdict.answers for verdict in verdicts),
            sum(len(verdict.lost) + len(verdict.broken) for verdict in verdicts),
            sum(len(verdict.doubled) for verdict in verdicts),
            sum(len(verdict.never_sent) for verdict in verdicts),
            sum(len(verdict.inversions) for verdict in verdicts),
            repeats,
        )
        return [self.name, *(f"{number:,}" for number in numbers), f"{repeats / kills:.2f}" if kills else ""]


def main() -> int:
    asked = _arguments()
    seeds = itertools.count(asked.seed)
    rows, wrong = [], 0
    _tell(_line(COLUMNS))
    _tell(_line(["---"] + ["---:"] * (len(COLUMNS) - 1)))
    with launching() as launcher:
        for row in _rows(asked, lambda plan, server=None: _storm(launcher, plan, server), seeds):
            rows.append(row)
            _tell(_line(row.cells()))
            wrong += sum(bool(result.verdict.wrong) for result in row.results)
        _tell(_caught(launcher, seeds))
    _tell(_points(rows))
    return int(bool(wrong)) or _power_cuts(asked.cuts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 1_000_000 * 1000)
    parser.add_argument("--kills", type=int, default=1000, help="at random, and as many at points")
    parser.add_argument("--webhook", type=int, default=250, help="kills at random where Telegram calls the bot")
    parser.add_argument("--crashes", type=int, default=20, help="of PostgreSQL")
    parser.add_argument("--replicas", type=int, default=300, help="kills of one of three processes")
    parser.add_argument("--cuts", type=int, default=1000, help="power cuts")
    return parser.parse_args()


def _rows(asked: argparse.Namespace, storm: Callable[..., Result], seeds: Iterator[int]) -> Iterator[Row]:
    yield Row("no kill, no fault", [storm(Plan(next(seeds), faulty=False))])
    at_random = [storm(Plan(next(seeds), random_kills=kills)) for kills in _portions(asked.kills)]
    yield Row("killed at random", at_random)
    at_points = [
        storm(Plan(next(seeds), point_kills=kills, points=_rotated(number)))
        for number, kills in enumerate(_portions(asked.kills))
    ]
    yield Row("killed at points", at_points)
    by_webhook = [
        storm(Plan(next(seeds), random_kills=kills, transport="webhook")) for kills in _portions(asked.webhook)
    ]
    yield Row("killed at random, by webhook", by_webhook)
    found = programs()
    if found is None:
        return
    with serving(found) as server:
        plan = Plan(next(seeds), random_kills=2 * asked.crashes, crashes=asked.crashes)
        yield Row("PostgreSQL", [storm(plan, server)])
        storms = [
            storm(Plan(next(seeds), random_kills=kills, replicas=3), server) for kills in _portions(asked.replicas)
        ]
        yield Row("PostgreSQL, three replicas", storms)


def _storm(launcher: Launcher, plan: Plan, server: Server | None) -> Result:
    with TemporaryDirectory(prefix="regain-storm-") as folder:
        result = raised(launcher, Path(folder), plan, server)
    wrong = result.verdict.wrong
    sys.stderr.write(f"seed {plan.seed}: {result.kills} kills in {result.seconds:.0f} s, {len(wrong)} wrong\n")
    for each in wrong[:SHOWN]:
        sys.stderr.write(f"    {each}\n")
    return result


def _portions(kills: int) -> list[int]:
    whole, rest = divmod(kills, KILLS_OF_A_STORM)
    return [KILLS_OF_A_STORM] * whole + [rest] * bool(rest)


def _rotated(number: int) -> tuple[str, ...]:
    """All points, in another order each time, so that a portion that ends early hits others first."""
    start = number * KILLS_OF_A_STORM % len(POINTS)
    return (*POINTS[start:], *POINTS[:start])


def _caught(launcher: Launcher, seeds: Iterator[int]) -> str:
    caught = [name for name in MUTANTS if _is_caught(launcher, name, seeds)]
    return f"\nCaught of the {len(MUTANTS)} wrong ways to build it: {', '.join(caught) or 'none'}."


def _is_caught(launcher: Launcher, mutant: str, seeds: Iterator[int]) -> bool:
    return any(_storm_finds(launcher, mutant_plan(mutant, next(seeds))) for _ in range(TRIES))


def _storm_finds(launcher: Launcher, plan: Plan) -> bool:
    with TemporaryDirectory(prefix="regain-storm-") as folder:
        return bool(raised(launcher, Path(folder), plan).verdict.wrong)


def _points(rows: Sequence[Row]) -> str:
    hit = {point for row in rows for result in row.results for point in result.killed_at}
    missed = sorted(set(POINTS) - hit)
    return f"{len(hit)} of {len(POINTS)} points were hit{': not ' + ', '.join(missed) if missed else ''}."


def _power_cuts(count: int) -> int:
    command = [sys.executable, "-m", "tests.faults.power_cuts", "--cuts", str(count)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
