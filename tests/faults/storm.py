"""A bot under load, killed again and again while Telegram has bad moments; then calm, and the damage is counted."""

import asyncio
import itertools
import random
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from simulator.client import Simulator, SimulatorError, running_simulator
from storage.store import bring_up_to_date
from tests.conversations.living import TOKEN, BotProcess, free_port
from tests.faults.lives import Launcher, Life
from tests.faults.mutants import DEADLY
from tests.faults.people import Applicant, Desk, Scene, begin
from tests.faults.points import POINTS, SELDOM
from tests.faults.recorder import Recorder
from tests.faults.verdict import Stored, Verdict, judge, unfinished
from tests.postgresql import Server

REVIEWERS = ("Rita", "Rob")
FAULTS = ("429", "502", "reset_before", "reset_after", "delay")
FAULTY = ("sendMessage", "editMessageReplyMarkup", "editMessageText", "getFile", "file", "getUpdates")
"""What goes wrong. Not getMe: a life that cannot even ask its name would only wait."""
DELAY_SECONDS = 0.05
"""Less than a life takes to begin: a call that is only slow must not arrive after the next life made it again."""
OUTAGE_SECONDS = 0.4
BEGIN_SECONDS = 5.0
LONGEST_WAIT = 75.0
"""Seconds after which nobody waits, whatever the bot has to do: it never puts anything off for longer."""
TRIES = 5
"""How often a point is tried again that was not come to: a life may have had nothing to do there."""
STOP_SECONDS = 15.0


@dataclass(frozen=True)
class Plan:
    """What is done to the bot."""

    seed: int
    random_kills: int = 0
    point_kills: int = 0
    points: tuple[str, ...] = POINTS
    hits: tuple[int, ...] = (1, 1, 2, 3, 5)
    """At which hit of its point a life ends, by chance one of them."""
    crashes: int = 0
    """Of the database server."""
    replicas: int = 1
    """Processes at once; more than one need PostgreSQL."""
    transport: Literal["polling", "webhook"] = "polling"
    people: int = 14
    faulty: bool = True
    mutant: str | None = None
    trap_seconds: float = 3.0
    """How long a life may take to come to the point where it is to die."""
    patience: float = 3.0
    """Seconds without a step of anybody after which nobody waits any more, unless the bot still has something to do."""

    @property
    def is_deadly(self) -> bool:
        return bool(self.random_kills or self.point_kills or self.crashes)


def mutant_plan(mutant: str, seed: int) -> Plan:
    """A few kills where a wrong way to build the bot shows soonest. Not all at once: a button that is dealt with twice
    does no harm, and people begin with buttons.
    """
    points, hits = DEADLY[mutant], (2, 3, 5, 8)
    return Plan(seed, point_kills=8, points=points, hits=hits, people=6, faulty=False, mutant=mutant, patience=1.5)


@dataclass
class Result:
    """What was done, and what came of it."""

    plan: Plan
    random_kills: int = 0
    killed_at: Counter[str] = field(default_factory=Counter)
    blinded: int = 0
    """Kills of the process that looks at pictures."""
    outages: int = 0
    crashes: int = 0
    """Of the database server."""
    stops: int = 0
    """Lives that were told to end, and did."""
    fell: int = 0
    """Lives that ended by themselves."""
    faults: int = 0
    customers: int = 0
    requests: int = 0
    decisions: int = 0
    seconds: float = 0
    verdict: Verdict = field(default_factory=Verdict)

    @property
    def kills(self) -> int:
        return self.random_kills + self.killed_at.total()


class Storm:
    def __init__(
        self, launcher: Launcher, sim: Simulator, folder: Path, plan: Plan, server: Server | None = None
    ) -> None:
        self._launcher, self._sim, self._plan, self._server = launcher, sim, plan, server
        settings = _webhook() if plan.transport == "webhook" else {}
        if server:
            settings["DATABASE_URL"] = asyncio.run(_new_database(server))
        self._chance = random.Random(plan.seed)
        self._recorder = Recorder(sim)
        self._bot = BotProcess(sim, folder, SEND_LIMITS="off", **settings)
        self._scene = Scene(sim)
        self._applicants: list[Applicant] = []
        self._desks: list[Desk] = []
        self._seeds = itertools.count(plan.seed)
        self.result = Result(plan)

    def run(self) -> Result:
        """Until all people are served, or nothing more can be expected."""
        began = time.monotonic()
        seats, desks = self._let_people_in()
        if self._plan.replicas > 1:
            self._kill_one_of_several()
        else:
            self._kill_again_and_again()
        self._sim.clear_faults()
        self._scene.full.set()
        if self._plan.is_deadly:
            self._scene.closing.set()
        self._live_on(seats, desks)
        self._recorder.finish()
        self._count_the_damage()
        self.result.seconds = time.monotonic() - began
        return self.result

    # --- people

    def _let_people_in(self) -> tuple[list[threading.Thread], list[threading.Thread]]:
        channel = self._sim.channel("Staff")
        self._desks = [Desk(self._scene, self._sim.user(name), channel, next(self._seeds)) for name in REVIEWERS]
        return [begin(self._serve) for _ in range(self._plan.people)], [begin(desk.run) for desk in self._desks]

    def _serve(self) -> None:
        """One customer after the other, and at least one."""
        while not self._scene.hopeless.is_set():
            seed = next(self._seeds)
            applicant = Applicant(self._scene, self._sim.new_user(f"Person{seed}"), seed)
            self._applicants.append(applicant)
            applicant.run()
            if self._scene.full.is_set():
                return

    # --- lives

    def _kill_again_and_again(self) -> None:
        """One life after the other."""
        plan = self._plan
        at_points = itertools.islice(itertools.cycle(plan.points), plan.point_kills)
        deaths = [partial(self._live_until, point) for point in at_points]
        deaths += [self._live_for_a_while] * plan.random_kills
        deaths += [self._live_through_a_crash] * plan.crashes
        self._chance.shuffle(deaths)
        for death in deaths:
            if plan.mutant and self._nothing_will_come():
                return
            if plan.faulty:
                self._make_trouble()
            death()
        for point in self._missed() * TRIES:
            if point in self._missed():
                self._live_until(point)

    def _missed(self) -> list[str]:
        """The points that were asked for, and that no life has come to."""
        asked = self._plan.points[: self._plan.point_kills]
        return [] if self._plan.mutant else [point for point in asked if not self.result.killed_at[point]]

    def _kill_one_of_several(self) -> None:
        """All live at once; again and again one of them is killed, and another begins."""
        self._scene.daylight.set()
        lives = [self._begin() for _ in range(self._plan.replicas)]
        for _ in range(self._plan.random_kills):
            if self._plan.faulty:
                self._make_trouble()
            time.sleep(self._chance.uniform(0, 1))
            number = self._chance.randrange(len(lives))
            self._end(lives[number])
            lives[number] = self._begin()
            self._scene.daylight.set()
        for life in lives:
            self._end(life)

    def _begin(self, **trap: str | int | None) -> Life:
        return self._launcher.begin(self._bot.environment, self._bot.log, mutant=self._plan.mutant, **trap)

    def _live_until(self, point: str) -> None:
        if "picture" in point:
            self._scene.daylight.set()
        life = self._begin(point=point, hits=1 if point in SELDOM else self._chance.choice(self._plan.hits))
        life.wait(self._plan.trap_seconds)
        self._end(life)

    def _live_for_a_while(self) -> None:
        """Most lives end soon after they have begun to work, some before, and some have time to look at a picture."""
        longest = self._chance.choices((0.1, 0.3, 2), (50, 40, 10))[0]
        if longest > 1:
            self._scene.daylight.set()
        life = self._begin()
        if self._chance.random() < 0.8:
            life.wait_until_running(BEGIN_SECONDS)
        life.wait(self._chance.uniform(0, longest))
        if longest > 1 and self._chance.random() < 0.5:
            self.result.blinded += life.blind()
            life.wait(self._chance.uniform(0, 0.5))
        if self._chance.random() < 0.05:
            life.terminate()
            life.wait(self._chance.uniform(0, 0.3))
        self._end(life)

    def _live_through_a_crash(self) -> None:
        """The database server dies under it, and is back at once."""
        assert self._server is not None
        life = self._begin()
        life.wait_until_running(BEGIN_SECONDS)
        life.wait(self._chance.uniform(0, 0.5))
        self._server.crash()
        self.result.crashes += 1
        life.wait(self._chance.uniform(0, 1))
        self._end(life)

    def _end(self, life: Life) -> None:
        self._scene.daylight.clear()
        if life.ended:
            self._note_end(life)
        else:
            life.kill()
            self.result.random_kills += 1

    def _note_end(self, life: Life) -> None:
        if life.point:
            self.result.killed_at[life.point] += 1
        elif life.code:
            self.result.fell += 1
        else:
            self.result.stops += 1

    # --- bad moments of Telegram's

    def _make_trouble(self) -> None:
        if self._chance.random() < 0.3:
            kind, (method,) = self._chance.choice(FAULTS), self._chance.choices(FAULTY, (9, 3, 3, 2, 1, 1))
            self._sim.fault(kind, method=method, times=self._chance.randint(1, 2), seconds=DELAY_SECONDS)
        if self._chance.random() < 0.1:
            self._deliver_twice()
        if self._chance.random() < 0.02:
            self._cut_off()

    def _deliver_twice(self) -> None:
        with suppress(SimulatorError):  # there is nothing yet to be delivered
            self._sim.duplicate()

    def _cut_off(self) -> None:
        """For a while nobody reaches Telegram."""
        self.result.outages += 1
        self._sim.fault("reset_before", times=100_000)
        threading.Timer(OUTAGE_SECONDS, self._sim.clear_faults).start()

    # --- calm

    def _live_on(self, seats: list[threading.Thread], desks: list[threading.Thread]) -> None:
        """Lives that are left alone until everybody is served, or nobody gets any further."""
        lives = [self._begin() for _ in range(self._plan.replicas)]
        self._scene.daylight.set()
        self._scene.last_step = time.monotonic()
        while any(thread.is_alive() for thread in (*seats, *desks)):
            if not any(seat.is_alive() for seat in seats):
                self._scene.served.set()
            if self._nothing_will_come():
                self._scene.hopeless.set()
            for number, life in enumerate(lives):
                if life.wait(0.05):
                    self._note_end(life)
                    lives[number] = self._begin()
        until = time.monotonic() + LONGEST_WAIT
        while self._unfinished() and time.monotonic() < until:
            time.sleep(0.1)
        for life in lives:
            life.terminate()
            if not life.wait(STOP_SECONDS):
                life.kill()

    def _nothing_will_come(self) -> bool:
        quiet = time.monotonic() - self._scene.last_step
        return quiet > LONGEST_WAIT or (quiet > self._plan.patience and not self._unfinished())

    def _unfinished(self) -> int:
        """Updates at Telegram, in the inbox, and calls in the outbox."""
        environment = self._bot.environment
        stored = asyncio.run(unfinished(environment["DATABASE_URL"], environment["DATA_KEYS"]))
        return stored + int(self._sim.queue()["pending"])

    def _count_the_damage(self) -> None:
        environment = self._bot.environment
        stored = asyncio.run(Stored.read(environment["DATABASE_URL"], environment["DATA_KEYS"]))
        self.result.verdict = judge(self._applicants, self._desks, self._recorder, stored)
        self.result.customers = len(self._applicants)
        self.result.requests = sum(bool(each.ref) for each in self._applicants)
        self.result.decisions = sum(len(desk.decided) for desk in self._desks)
        self.result.faults = self._recorder.faults.total()


def _webhook() -> dict[str, str]:
    port = free_port()
    return {
        "TRANSPORT": "webhook",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": "a-secret_of-ours",
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }


async def _new_database(server: Server) -> str:
    """Its address, with the schema of this release in it."""
    url = server.url(await server.create())
    await bring_up_to_date(url)
    return url


def raised(launcher: Launcher, folder: Path, plan: Plan, server: Server | None = None) -> Result:
    """A storm over a simulator of its own."""
    with running_simulator(0, "--strict") as sim:
        sim.answer_awaited = 0
        sim.get(f"/bot{TOKEN}/getMe")  # from now on the simulator knows the bot
        return Storm(launcher, sim, folder, plan, server).run()
