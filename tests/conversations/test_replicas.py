"""Three of the bot's processes on one PostgreSQL: killed, stopped, and nobody notices."""

import asyncio
import http.client
import json
import time

import pytest

from bot import database, settings
from simulator.client import running_simulator
from storage.seal import Keys
from tests.conversations.living import QUESTIONS, BotProcess, Customer, Reviewer, card_of, free_port
from tests.faults.lives import launching

WIDTH = 4
"""Messages that a kill may repeat at the most."""
PATIENCE = 20.0


class Replica:
    """One of the processes, and what it says of itself."""

    def __init__(self, launcher, environment, log) -> None:
        self.port = free_port()
        self.life = launcher.begin({**environment, "WATCH_LISTEN": f"127.0.0.1:{self.port}"}, log)

    def leads(self) -> bool:
        """As its readiness tells it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return bool(json.loads(connection.getresponse().read()).get("leading"))
        except OSError:
            return False
        finally:
            connection.close()


class Replicas:
    """Those that still live."""

    def __init__(self, replicas) -> None:
        self.living = replicas

    def leader(self) -> Replica:
        """The one that leads, as soon as there is one."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if leading := [each for each in self.living if each.leads()]:
                (leader,) = leading
                return leader
            time.sleep(0.05)
        raise AssertionError("nobody leads")

    def kill_the_leader(self) -> None:
        leader = self.leader()
        self.living.remove(leader)
        leader.life.kill()

    def stop_the_leader(self) -> None:
        leader = self.leader()
        self.living.remove(leader)
        leader.life.terminate()
        assert leader.life.wait(PATIENCE)
        assert leader.life.code == 0


@pytest.fixture
def sim():
    with running_simulator(0, "--strict") as running:
        yield running


@pytest.fixture
def environment(sim, postgresql, tmp_path):
    """What the three have in common."""
    url = postgresql.url(asyncio.run(postgresql.create()))
    return BotProcess(sim, tmp_path, DATABASE_URL=url, DATA_KEYS=Keys.new(), SEND_LIMITS="off").environment


@pytest.fixture
def replicas(environment, tmp_path):
    with launching() as launcher:
        begun = [Replica(launcher, environment, tmp_path / f"{number}.log") for number in range(3)]
        for each in begun:
            each.life.wait_until_running(PATIENCE)
        yield Replicas(begun)
        for each in begun:
            each.life.kill()


async def broken_row(environment):
    """The first event at which the chain does not hold."""
    given = {name.lower(): value for name, value in environment.items() if name.isupper() and "PATH" not in name}
    async with database.looking(settings.load(**given)) as reader, reader.reading() as tx:
        return await tx.audit.verify()


def test_a_case_goes_from_start_to_approval_while_its_leaders_are_killed_and_stopped(sim, replicas, environment):
    """C16, O12: one leader is killed between two answers, the next is stopped before the decision."""
    rita, channel = sim.user("Rita"), sim.channel("Staff")
    rita.says("/queue")
    rita.hears()
    ann = Customer.of(sim.new_user("Ann1"))
    ann.begins()
    ann.answers_until("birth_date")
    replicas.kill_the_leader()
    ann.answers_step("birth_date")
    ann.person.hears(QUESTIONS["transactions"], timeout=PATIENCE)
    assert "Marta Kowalska" in ann.answers_until("check", since="transactions").text
    ref = ann.submits()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    replicas.stop_the_leader()
    reviewer.approves(dossier, ref)
    assert ann.person.hears(f"{ref} is approved", timeout=PATIENCE)
    sim.settle()
    assert "APPROVED" in card_of(ref, channel).text
    story = ann.person.transcript()
    asked = [story.count(question) for question in QUESTIONS.values()]
    assert all(asked)
    assert sum(asked) <= len(asked) + WIDTH
    first = [story.index(question) for question in QUESTIONS.values()]
    assert first == sorted(first)
    assert asyncio.run(broken_row(environment)) is None
