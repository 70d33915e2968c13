from collections.abc import Callable, Iterator

import pytest

from simulator.client import Person, Simulator, running_simulator
from tests.conversations.living import BotProcess, Customer

GIVEN_NAMES = iter(f"Person{number}" for number in range(1, 10_000))


@pytest.fixture(scope="session")
def sim() -> Iterator[Simulator]:
    with running_simulator(0, "--strict") as running:
        yield running


@pytest.fixture(scope="session")
def bot(sim, tmp_path_factory) -> Iterator[BotProcess]:
    """One bot for all stories; each story has people of its own."""
    process = BotProcess(sim, tmp_path_factory.mktemp("bot"))
    process.start()
    yield process
    process.stop()


@pytest.fixture
def person(sim, bot) -> Callable[..., Person]:
    """Somebody whom the bot never met."""

    def meet(**facts) -> Person:
        return sim.new_user(next(GIVEN_NAMES), **facts)

    return meet


@pytest.fixture
def customer(person) -> Callable[..., Customer]:
    """Somebody who asks to get back in, each into an account of their own."""

    def meet(**answers) -> Customer:
        who = person()
        own = {
            "username": f"{who.facts['first_name'].lower()}@example.com",
            "phone": f"+44 7400 {who.id % 1_000_000:06}",
        }
        return Customer(who, **{**own, **answers})

    return meet


@pytest.fixture
def rita(sim, bot) -> Person:
    return sim.user("Rita")


@pytest.fixture
def rob(sim, bot) -> Person:
    return sim.user("Rob")


@pytest.fixture
def channel(sim):
    return sim.channel("Staff")
