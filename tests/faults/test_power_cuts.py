"""A power that fails at any moment, over a real conversation; and proof that the check can fail."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.power_cuts import Cut, cuts, with_synchronous
from tests.faults.power_disk import Disk
from tests.faults.power_life import Effect, effects, live
from tests.faults.power_recorder import Link, Sync, Unrecordable, Write

CUTS = 60
ANN, BEN = 5001, 5002


@pytest.fixture(scope="module")
def norm(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Effect]:
    return asyncio.run(effects(tmp_path_factory.mktemp("undisturbed")))


async def power_fails(
    folder: Path, norm: Sequence[Effect], people: Sequence[int], synchronous: str, until: str
) -> list[Cut]:
    """The cuts until the first that did what is asked about."""
    try:
        life = await live(folder, people, norm, with_synchronous(synchronous))
    except Unrecordable as reason:
        pytest.skip(str(reason))
    found = []
    async for cut in cuts(life, norm, CUTS, random.Random(2041)):
        found.append(cut)
        if getattr(cut, until):
            break
    return found


async def test_what_was_told_survives_a_power_cut_and_nothing_is_half_done(tmp_path, norm):
    """C16, O12: accepted updates, stored answers, calls made, in every state whole; no destroyed key comes back."""
    found = await power_fails(tmp_path, norm, (BEN, ANN), "FULL", until="lost")
    assert [cut for cut in found if cut.lost or cut.damaged] == []
    assert len(found) == CUTS


async def test_commits_that_do_not_wait_for_the_disk_are_found_missing(tmp_path, norm):
    found = await power_fails(tmp_path, norm[:8], (ANN,), "NORMAL", until="lost")
    assert found[-1].lost


async def test_a_database_that_never_waits_for_the_disk_is_found_damaged(tmp_path, norm):
    found = await power_fails(tmp_path, norm[:8], (ANN,), "OFF", until="damaged")
    assert found[-1].damaged


def after_cuts(*steps):
    disk = Disk()
    for place, step in enumerate(steps):
        disk.follow(place, step)
    chance = random.Random(1)
    return [disk.after_a_cut(chance) for _ in range(200)]


def test_a_disk_keeps_what_was_synced():
    found = after_cuts(Link("a", 1), Write(1, 0, b"old"), Sync(1, 2), Sync(0, 2))
    assert found == [{"a": b"old"}] * 200


def test_a_disk_keeps_what_it_likes_of_the_rest():
    new = b"n" * 1024
    found = after_cuts(Link("a", 1), Sync(0, 1), Write(1, 0, b"o" * 1024), Sync(1, 3), Write(1, 0, new), Link("b", 2))
    contents = {files["a"] for files in found}
    torn = {b"n" * 512 + b"o" * 512, b"o" * 512 + b"n" * 512}
    assert contents == {b"o" * 1024, new} | torn
    assert {"b" in files for files in found} == {True, False}
