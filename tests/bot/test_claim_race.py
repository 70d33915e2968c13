"""Two at once: presses on one button, workers at one inbox. On PostgreSQL each is as a process of its own."""

import asyncio

import pytest

from bot import database
from storage.errors import Stale
from tests.bot.desks import RITA, ROB, press, sends, the_case
from tests.bot.town import Town, settings_of

TIMES = 20
NAMED = {RITA: "Rita", ROB: "Rob"}


@pytest.fixture
async def on_postgresql(postgresql):
    return {"database_url": postgresql.url(await postgresql.create())}


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, file):
    """Of one installation; its database is new."""
    where = request.getfixturevalue("on_postgresql") if request.param == "postgresql" else {}
    return settings_of(file, reviewer_ids=f"{RITA},{ROB}", **where)


@pytest.fixture
async def towns(settings, clock):
    """Two of the bot's processes on one database; on SQLite, which is for one process, two workers of one."""
    async with database.writing(settings) as ours:
        if database.file_of(settings):
            yield Town(ours, settings, clock), Town(ours, settings, clock)
            return
        async with database.writing(settings) as theirs:
            yield Town(ours, settings, clock), Town(theirs, settings, clock)


async def waiting(town):
    """The updates in the inbox, ready to be dealt with."""
    async with town.store.reading() as tx:
        return (await town.worker._look(tx)).ready


async def deal_with(town, ready):
    """Deals with one update in a transaction of its own; what pops up where the button was pressed. Whoever comes too
    late looks again, as the next round does.
    """
    try:
        async with town.store.transaction() as tx:
            work = await town.worker._deal_with(ready, tx)
    except Stale:
        return await deal_with(town, ready)
    ((_, params),) = work.afterwards
    return params["text"]


async def happened(town, case, kind):
    """Who did it, as the record of the case has it."""
    async with town.store.reading() as tx:
        return [event.actor for event in await tx.audit.timeline(case.id) if event.kind == kind]


async def test_of_two_claims_at_the_same_instant_one_wins_and_the_other_is_told_who(towns):
    """R02"""
    for time in range(TIMES):
        case = await sends(towns[0], 6000 + time, f"person{time}@example.org")
        await towns[0].receives(*(press(who, f"r:{case.id}:1:claim") for who in (RITA, ROB)))
        ready = await waiting(towns[0])
        said = await asyncio.gather(*(deal_with(*each) for each in zip(towns, ready[:: (-1) ** time], strict=True)))
        case = await the_case(towns[0], case)
        assert case.claimed_by in NAMED
        winner = NAMED[case.claimed_by]
        assert sorted(text.split(case.ref)[0] for text in said) == sorted(["You have ", f"{winner} has "])
        assert await happened(towns[0], case, "claim") == [str(case.claimed_by)]
    async with towns[1].store.reading() as tx:
        assert await tx.audit.verify() is None


async def test_two_workers_at_one_inbox_deal_with_each_update_once(towns):
    """O12"""
    for time in range(TIMES):
        person = 6000 + time
        case = await sends(towns[0], person, f"person{time}@example.org")
        await towns[0].receives(press(RITA, f"r:{case.id}:1:claim"), press(RITA, f"r:{case.id}:1:timeline"))
        await asyncio.gather(*(town.works() for town in towns))
        assert await happened(towns[1], case, "claim") == [str(RITA)]
    answers = [call for town in towns for call in town.telegram.calls if call.__api_method__ == "answerCallbackQuery"]
    assert len(answers) == 2 * TIMES
