from datetime import timedelta

from storage_samples import NOW, later

MINUTE = timedelta(minutes=1)


async def counted(store, now, subject="7001", kind="messages", first=5):
    async with store.transaction() as tx:
        tally = await tx.tallies.count(kind, subject, first=first, period=MINUTE, now=now)
    return tally.count, tally.until


async def test_a_count_goes_on_until_its_period_is_over_and_begins_anew(store):
    """O11: counted where a restart does not forget it."""
    assert await counted(store, NOW) == (5, later(minutes=1))
    assert await counted(store, later(seconds=59)) == (6, later(minutes=1))
    assert await counted(store, later(seconds=60)) == (5, later(seconds=120))


async def test_everybody_and_everything_is_counted_apart(store):
    """O11"""
    await counted(store, NOW)
    assert (await counted(store, NOW, subject="7002"))[0] == 5
    assert (await counted(store, NOW, kind="photos"))[0] == 5
    async with store.reading() as tx:
        assert await tx.tallies.of("messages", "7001", now=NOW) == 5
        assert await tx.tallies.of("messages", "7001", now=later(seconds=60)) == 0
        assert await tx.tallies.of("messages", "7003", now=NOW) == 0


async def test_a_count_names_nobody_and_goes_with_its_period(store, rows):
    """O11, O10"""
    await counted(store, NOW)
    assert b"7001" not in rows("SELECT digest FROM tallies")[0][0]
    async with store.transaction() as tx:
        assert await tx.tallies.prune(later(seconds=59)) == 0
        assert await tx.tallies.prune(later(seconds=60)) == 1
    assert rows("SELECT count(*) FROM tallies") == [(0,)]
