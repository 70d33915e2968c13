import asyncio
import os
import signal
import sys
from datetime import date
from pathlib import Path

import pytest
from specimens import document, file

from vision import eye as eye_module
from vision.eye import Eye, Unseen
from vision.look import NotAPicture
from vision.looking import look_at

needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads /proc")

GOOD = file(document())


@pytest.fixture
async def eye():
    eye = Eye()
    yield eye
    await eye.close()


def worker_of(eye):
    return eye._worker._process.pid


def told(pid, what):
    """What /proc tells about a process."""
    return Path(f"/proc/{pid}/{what}").read_bytes()


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_worker_sees_what_we_would_see(eye):
    """C36"""
    today = date(2026, 11, 20)
    blank = file(document().point(lambda _: 0))
    for data, role in ((GOOD, "document"), (GOOD, "selfie"), (blank, "document")):
        assert await eye.look(data, role=role, today=today) == look_at(data, role, today)


async def test_one_worker_serves_many_pictures_good_and_bad(eye):
    """C36"""
    await eye.look(GOOD, role="document")
    worker = worker_of(eye)
    for data in (b"", b"GIF89a", GOOD[:300]):
        with pytest.raises(NotAPicture):
            await eye.look(data, role="document")
    await eye.look(GOOD, role="document")
    assert worker_of(eye) == worker


async def test_pictures_sent_at_once_each_get_their_own_look(eye):
    """C36"""
    files = [file(document(seed)) for seed in (1, 2, 3, 4)]
    looks = await asyncio.gather(*(eye.look(data, role="document") for data in files))
    assert [look.digest for look in looks] == [look_at(data, "document", None).digest for data in files]


async def test_a_killed_worker_costs_only_its_own_look(eye):
    """O07"""
    await eye.look(GOOD, role="document")
    os.kill(worker_of(eye), signal.SIGSTOP)
    struck = asyncio.ensure_future(eye.look(GOOD, role="document"))
    following = asyncio.ensure_future(eye.look(GOOD, role="document"))
    await asyncio.sleep(0.05)
    os.kill(worker_of(eye), signal.SIGKILL)
    with pytest.raises(Unseen, match="crashed"):
        await struck
    assert (await following).problems == ()


async def test_a_worker_that_died_between_two_pictures_costs_at_most_one_look(eye):
    """O07"""
    await eye.look(GOOD, role="document")
    os.kill(worker_of(eye), signal.SIGKILL)
    with pytest.raises(Unseen, match="crashed"):
        await eye.look(GOOD, role="document")
    assert (await eye.look(GOOD, role="document")).problems == ()


async def test_a_hanging_worker_is_killed_and_costs_only_its_own_look(eye, monkeypatch):
    """O07"""
    await eye.look(GOOD, role="document")
    hanging = worker_of(eye)
    os.kill(hanging, signal.SIGSTOP)
    with monkeypatch.context() as hurry:
        hurry.setattr(eye, "_patience", 0.2)
        with pytest.raises(Unseen, match="late"):
            await eye.look(GOOD, role="document")
    assert not is_running(hanging)
    assert (await eye.look(GOOD, role="document")).problems == ()


async def test_an_abandoned_look_does_not_answer_the_next_one(eye):
    """O07"""
    await eye.look(GOOD, role="document")
    abandoned = asyncio.ensure_future(eye.look(GOOD, role="document"))
    await asyncio.sleep(0.005)
    abandoned.cancel()
    with pytest.raises(asyncio.CancelledError):
        await abandoned
    other = file(document(2))
    assert (await eye.look(other, role="document")).digest == look_at(other, "document", None).digest


async def test_a_worker_that_talks_nonsense_is_not_believed(eye, monkeypatch):
    """O07"""
    for nonsense in (b"\xff" * 64, b"\0\0\0\2\0\0\0\0{}", b"\0\0\0\4\0\0\0\0null", b"\0\0\0\2\0\0\0\0:-"):
        with monkeypatch.context() as swapped:
            swapped.setattr(eye_module, "START", f"import sys; sys.stdout.buffer.write({nonsense!r})")
            with pytest.raises(Unseen, match="crashed"):
                await eye.look(GOOD, role="document")
    assert (await eye.look(GOOD, role="document")).problems == ()


async def test_a_full_queue_sends_the_picture_on_unseen():
    """C36"""
    eye = Eye(queue=1)
    try:
        at_hand, waiting = (asyncio.ensure_future(eye.look(GOOD, role="document")) for _ in range(2))
        await asyncio.sleep(0)
        with pytest.raises(Unseen, match="busy"):
            await eye.look(GOOD, role="document")
        await asyncio.gather(at_hand, waiting)
        assert (await eye.look(GOOD, role="document")).problems == ()
    finally:
        await eye.close()


async def test_a_worker_is_replaced_when_its_shift_is_over():
    """O07"""
    eye = Eye(shift=2)
    try:
        await eye.look(GOOD, role="document")
        first = worker_of(eye)
        await eye.look(GOOD, role="document")
        assert not is_running(first)
        await eye.look(GOOD, role="document")
        assert worker_of(eye) != first
    finally:
        await eye.close()


async def test_a_closed_eye_leaves_no_worker_and_sees_nothing():
    """O07"""
    eye = Eye()
    await eye.look(GOOD, role="document")
    worker = worker_of(eye)
    await eye.close()
    assert not is_running(worker)
    with pytest.raises(Unseen, match="closed"):
        await eye.look(GOOD, role="document")


@needs_proc
async def test_the_worker_knows_no_secret_of_the_bot(eye, monkeypatch):
    """O07"""
    monkeypatch.setenv("BOT_TOKEN", "12345:specimen")
    monkeypatch.setenv("DATA_KEYS", "specimen")
    await eye.look(GOOD, role="document")
    environment = told(worker_of(eye), "environ")
    assert b"specimen" not in environment
    assert {entry.split(b"=")[0].decode() for entry in environment.split(b"\0") if entry} == set(eye_module.ENVIRONMENT)


@needs_proc
async def test_the_worker_is_confined(eye):
    """O07"""
    await eye.look(GOOD, role="document")
    limits = {line[:25].strip(): line[25:].split()[:2] for line in told(worker_of(eye), "limits").decode().splitlines()}
    assert limits["Max address space"] == [str(2 * 1024**3)] * 2
    assert limits["Max file size"] == ["0", "0"]
    assert limits["Max open files"] == ["64", "64"]
    assert limits["Max core file size"] == ["0", "0"]
    assert os.getpriority(os.PRIO_PROCESS, worker_of(eye)) == min(19, os.nice(0) + 10)


@needs_proc
async def test_the_worker_ends_when_the_bot_is_gone(eye):
    """O07"""
    await eye.look(GOOD, role="document")
    worker = eye._worker
    worker._requests.close()
    async with asyncio.timeout(10):
        assert await worker._process.wait() == 0


@needs_proc
async def test_the_worker_is_isolated_from_the_place_it_is_started_in(eye, monkeypatch, tmp_path):
    """O07"""
    (tmp_path / "PIL.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert (await eye.look(GOOD, role="document")).problems == ()
    assert told(worker_of(eye), "cmdline").split(b"\0")[:2] == [sys.executable.encode(), b"-I"]
