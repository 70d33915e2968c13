"""How often the disk is waited for until somebody is answered."""

import asyncio

import pytest

from storage.direct import Direct
from tests.bot.town import ANN, message


@pytest.fixture
def commits(monkeypatch):
    """One entry for each time that the disk was waited for."""
    done, commit = [], Direct._in_thread

    async def noted(*args):
        done.append(args)
        return await commit(*args)

    monkeypatch.setattr(Direct, "_in_thread", noted)
    return done


async def test_one_commit_does_for_what_comes_in_what_comes_of_it_and_the_call(town, commits, monkeypatch):
    """C16, O12: nobody is told anything before it; another one notes the end of the call."""
    called, call = asyncio.Event(), town.telegram.call
    before_the_call = []

    async def noted(*args, **kwargs):
        before_the_call.append(len(commits))
        called.set()
        return await call(*args, **kwargs)

    monkeypatch.setattr(town.telegram, "call", noted)
    working = asyncio.ensure_future(town.worker.run(town.courier.spoke))
    sending = asyncio.ensure_future(town.courier.run())
    await asyncio.sleep(0.1)  # both have found nothing to do
    commits.clear()
    await town.receives(message(ANN, text="/start"))
    await called.wait()
    town.worker.stop()
    town.courier.stop()
    await asyncio.gather(working, sending)
    assert before_the_call == [1]
    assert len(commits) == 2
