"""A simulator in its own process, a bot that speaks raw HTTP to it, and people."""

import pytest

from simulator.client import running_simulator
from tests.simulator.raw import RawBot, drawn


@pytest.fixture(scope="session")
def running():
    with running_simulator(0, "--strict") as sim:
        yield sim


@pytest.fixture
def sim(running, socket_enabled):
    running.reset()
    running.answer_awaited = 3.0
    return running


@pytest.fixture
def bot(sim):
    """A bot that has called once, with no webhook and Telegram's default kinds of updates."""
    raw = RawBot(sim.base_url)
    raw("deleteWebhook", drop_pending_updates=True)
    raw("getUpdates", allowed_updates=[])
    return raw


@pytest.fixture
def ann(sim, bot):
    """A customer who has started the bot; her updates are confirmed."""
    person = sim.user("Ann")
    person.says("/start")
    bot.updates()
    return person


@pytest.fixture
def rita(sim):
    return sim.user("Rita")


@pytest.fixture
def staff(sim, bot):
    return sim.channel("Staff")


@pytest.fixture
def photo():
    return drawn()
