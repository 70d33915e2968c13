from collections.abc import Callable, Iterator

import pytest

from simulator.client import Person, Room, Simulator, running_simulator
from tests.conversations.living import BotProcess, Customer

NAMES = iter(f"Person{number}" for number in range(1, 10_000))


@pytest.fixture(scope="session")
def sim() -> Iterator[Simulator]:
    with running_simulator(0, "--strict") as running:
        yield running


@pytest.fixture(scope="session")
def bot(sim, tmp_path_factory) -> Iterator[BotProcess]:
    """One bot for all stories; each story has people of its own."""
    process = BotProcess(sim, tmp_path_factory.mktemp("bot"))
    process.start()
    for reviewer in ("Rita", "Rob", "Lea"):
        person = sim.user(reviewer)
        person.says("/queue")
        person.hears()
    yield process
    process.stop()


@pytest.fixture
def person(sim, bot) -> Callable[..., Person]:
    """Somebody whom the bot never met."""

    def meet(**facts) -> Person:
        return sim.new_user(next(NAMES), **facts)

    return meet


@pytest.fixture
def customer(person) -> Callable[..., Customer]:
    """Somebody who asks to get back in, each into an account of their own."""

    def meet(**answers) -> Customer:
        return Customer.of(person(), **answers)

    return meet


@pytest.fixture
def rita(sim, bot) -> Person:
    return sim.user("Rita")


@pytest.fixture
def rob(sim, bot) -> Person:
    return sim.user("Rob")


@pytest.fixture
def sam(sim, bot) -> Person:
    """A member of the staff channel who is no reviewer."""
    return sim.user("Sam")


@pytest.fixture
def channel(sim) -> Room:
    return sim.channel("Staff")
