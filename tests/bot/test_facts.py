"""The account system beside the answers, and the owner's way to stop a request; the system itself is played."""

import itertools
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.facts import demo
from bot.facts.enquirer import LONGEST_PAUSE, PATIENCE, Enquirer
from bot.facts.http import MOST_BYTES, HttpAccountFacts
from bot.facts.port import NotReached
from handlers.owner import FACTS
from states.case import Case
from states.desk import OnFile
from storage.timers import Timer
from tests.bot.town import ANN, BEN, STAFF, Town, photo, settings_of

TOKEN = "s3cret"
MARTA = "marta.k@example.com"
FILED = {"full_name": "Marta Kowalska", "birth_date": "1985-03-23", "address": "1 High Street", "banks": "Barclays"}
STARTED = "?start="


class AccountSystem:
    """The demo's system with one account; answers with `failing` instead while that is set."""

    def __init__(self) -> None:
        self.accounts: dict[str, dict[str, str]] = {MARTA: dict(FILED)}
        self.sent: list[tuple[str, str]] = []
        self.asked = 0
        self.failing: web.Response | None = None

    def app(self) -> web.Application:
        made = demo.app(self.accounts, TOKEN, lambda username, text: self.sent.append((username, text)))
        made.middlewares.insert(0, self._perhaps)
        return made

    @web.middleware
    async def _perhaps(self, request: web.Request, handler) -> web.StreamResponse:
        self.asked += 1
        if self.failing is not None:
            return web.Response(status=self.failing.status, body=self.failing.body, headers=self.failing.headers)
        return await handler(request)

    @property
    def link(self) -> str:
        """The payload of the link in the last notice."""
        return self.sent[-1][1].split(STARTED)[1].split()[0]


@pytest.fixture
def system() -> AccountSystem:
    return AccountSystem()


@pytest_asyncio.fixture
async def port(system: AccountSystem) -> AsyncIterator[HttpAccountFacts]:
    async with TestServer(system.app()) as server, ClientSession() as session:
        yield HttpAccountFacts(session, str(server.make_url("")).rstrip("/"), TOKEN)


@pytest.fixture
def town(store, file, clock) -> Town:
    """A town whose operator connected the account system."""
    address = {"account_facts_url": "http://127.0.0.1:9", "account_facts_token": TOKEN}
    return Town(store, settings_of(file, **address), clock)


@pytest.fixture
def enquirer(town: Town, port: HttpAccountFacts) -> Enquirer:
    return Enquirer(town.store, town.house, port, town.clock)


async def submits(town: Town, who: int = ANN) -> None:
    await town.draft(who, "nothing else")
    for _ in range(2):
        await town.receives(photo(who))
        await town.works()
    await town.hears(who, "Send my request")
    assert "Your reference is" in town.said(who)[-1]


async def case_of(town: Town, ref: str = "R-2041") -> Case:
    async with town.store.reading() as tx:
        case = await tx.cases.by_ref(ref)
    assert case
    return case


async def enquiries(town: Town) -> list[Timer]:
    """Those that are still to be made, now or later."""
    async with town.store.reading() as tx:
        return await tx.timers.due(town.clock() + timedelta(days=3), 9, kind=FACTS)


# --- the adapter


async def test_the_adapter_brings_what_is_on_file_and_sends_a_notice(port, system):
    """R09"""
    filed = await port.facts(MARTA)
    assert filed == OnFile(values=FILED)
    assert await port.tell_owner(MARTA, "Stop it")
    assert system.sent == [(MARTA, "Stop it")]


@pytest.mark.parametrize("username", ["nobody@example.com", "../marta.k@example.com/facts?", "a b/c"])
async def test_an_account_that_does_not_exist_is_no_failure(port, system, username):
    """R09: and no username leads to another path of the system."""
    assert await port.facts(username) is None
    assert not await port.tell_owner(username, "Stop it")
    assert system.sent == []


@pytest.mark.parametrize(
    "failing",
    [
        web.Response(status=500),
        web.Response(status=302, headers={"Location": "/elsewhere"}),
        web.Response(status=200, body=b"<html>"),
        web.Response(status=200, body=b'{"values": {"full_name": 5}}'),
        web.Response(status=200, body=b" " * (MOST_BYTES + 1)),
    ],
)
async def test_what_is_not_as_agreed_is_to_be_asked_again_and_tells_nothing(port, system, failing):
    """R09: the address holds the username and the body what is on file; no failure quotes them."""
    system.failing = failing
    with pytest.raises(NotReached) as failed:
        await port.facts(MARTA)
    assert str(failed.value) == ""
    assert failed.value.__suppress_context__ or failed.value.__context__ is None


async def test_a_wrong_token_is_a_failure(system):
    """R09: nothing is on file for whoever cannot say the token."""
    async with TestServer(system.app()) as server, ClientSession() as session:
        port = HttpAccountFacts(session, str(server.make_url("")).rstrip("/"), "wrong")
        with pytest.raises(NotReached):
            await port.facts(MARTA)


# --- beside the answers


async def test_what_is_on_file_stands_beside_the_answers_and_differences_are_counted(town, enquirer, system, rows):
    """R09: only what was asked is kept; free texts are for a person to compare."""
    system.accounts[MARTA]["shoe_size"] = "38"
    await submits(town)
    heard = town.said(ANN)
    assert await enquirer.tick() == 1
    on_file = (await case_of(town)).desk.on_file
    assert on_file
    assert on_file.values == FILED
    assert on_file.agrees == {"full_name": True, "birth_date": False}
    assert on_file.told is True
    await town.sends()
    assert "Answers that differ from the account: 1" in town.said(STAFF)[-1]
    assert town.said(ANN) == heard
    kinds = [kind for (kind,) in rows("SELECT kind FROM events ORDER BY id")]
    assert kinds[-2:] == ["compared", "owner_told"]
    assert await enquirer.tick() == 0


async def test_an_account_that_is_not_on_file_is_a_flag(town, enquirer, system):
    """R09"""
    system.accounts.clear()
    await submits(town)
    await enquirer.tick()
    await town.sends()
    assert "No account with this username" in town.said(STAFF)[-1]
    assert await enquiries(town) == []


async def test_a_system_that_is_out_is_asked_again_ever_more_rarely_and_given_up_after_a_day(town, enquirer, system):
    """R09: the request goes its way meanwhile."""
    system.failing = web.Response(status=503)
    await submits(town)
    asked_at = []
    while timers := await enquiries(town):
        town.clock.now = max(town.clock(), timers[0].due_at)
        await enquirer.tick()
        asked_at.append(town.clock())
    gaps = [later - earlier for earlier, later in itertools.pairwise(asked_at)]
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(seconds=30)
    assert gaps[-1] == LONGEST_PAUSE
    assert PATIENCE < asked_at[-1] - asked_at[0] <= PATIENCE + LONGEST_PAUSE
    assert (await case_of(town)).desk.on_file is None


async def test_the_clock_leaves_the_enquiries_to_the_enquirer(town, enquirer):
    """R09: what must be fetched is not dealt with in a transaction."""
    await submits(town)
    town.clock.passes(minutes=5)
    await town.timers.tick()
    assert len(await enquiries(town)) == 1
    assert await enquirer.tick() == 1


async def test_without_an_account_system_nothing_of_it_exists(store, settings, clock):
    """R09: no enquiry, no column."""
    town = Town(store, settings, clock)
    await submits(town)
    assert await enquiries(town) == []
    assert (await case_of(town)).desk.on_file is None


# --- the owner


async def test_the_owner_stops_the_request_by_the_link(town, enquirer, system, rows):
    """C51: at once; customer and staff are told, and the link works for whoever holds it."""
    await submits(town)
    await enquirer.tick()
    assert "Somebody asked to turn off 2FA on your CEX.IO account: request R-2041" in system.sent[0][1]
    await town.hears(BEN, f"/start {system.link}")
    case = await case_of(town)
    assert (case.stage, case.closed_at) == ("halted", town.clock())
    for person in (ANN, BEN):
        assert "We have stopped request R-2041" in town.said(person)[-1]
    assert any("R-2041 was stopped by the owner of the account" in said for said in town.said(STAFF))
    assert any("STOPPED BY THE OWNER" in said for said in town.said(STAFF))
    assert rows("SELECT actor, kind FROM events ORDER BY id DESC LIMIT 1") == [("owner", "halted")]

    await town.hears(BEN, f"/start {system.link}")
    assert "Request R-2041 is closed: it cannot be stopped here" in town.said(BEN)[-1]


@pytest.mark.parametrize("payload", ["halt_", "halt_AAAAAAAAAAAAAAAAAAAAAA", "halt_R-2041", "halt_halt_"])
async def test_a_wrong_link_is_an_ordinary_welcome(town, enquirer, payload):
    """C51: it learns nothing and stops nothing."""
    await submits(town)
    await enquirer.tick()
    await town.hears(BEN, "/start")
    await town.hears(5003, f"/start {payload}")
    assert town.said(5003) == town.said(BEN)
    assert (await case_of(town)).closed_at is None


async def test_the_link_is_nowhere_in_the_database(town, enquirer, system, file):
    """C51: only its keyed hash is; and username and phone are found as before."""
    await submits(town)
    await enquirer.tick()
    token = system.link.removeprefix("halt_").encode()
    assert not any(token in path.read_bytes() for path in file.parent.iterdir() if path.is_file())
    async with town.store.reading() as tx:
        assert await tx.cases.find("username", MARTA) == ["R-2041"]
        assert await tx.cases.find("halt", token.decode()) == ["R-2041"]


async def test_an_owner_without_a_contact_is_not_tried_for_ever(town, port, rows):
    """C51"""

    class NoContacts:
        facts = port.facts

        async def tell_owner(self, username: str, text: str) -> bool:  # noqa: ARG002
            return False

    await submits(town)
    await Enquirer(town.store, town.house, NoContacts(), town.clock).tick()
    assert rows("SELECT kind FROM events ORDER BY id DESC LIMIT 1") == [("owner_without_contact",)]
    assert await enquiries(town) == []
