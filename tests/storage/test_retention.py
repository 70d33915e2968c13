from datetime import timedelta

import pytest
from storage_samples import NOW, answered, everything_on_disk, later, line, new_case

from storage import Gone
from storage.retention import AT_ONCE, Periods, sweep


async def closed_case(store, person, closed_at):
    case = new_case(person, answers={"phone": answered("+442079460000")}, stage="approved", decided_by=51)
    case.submitted_at, case.decided_at, case.closed_at, case.reason = NOW, closed_at, closed_at, "approved"
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
        await tx.cases.index(case, phone="+442079460000")
        photo = await tx.photos.add(case, "document", b"picture", b"copy", digest="d", now=NOW)
        await tx.audit.record(case.id, actor=51, kind="approved", now=closed_at)
    return case, photo


async def swept(store, now, **periods):
    async with store.transaction() as tx:
        return await sweep(tx, now=now, periods=Periods(**periods) if periods else None)


async def test_pictures_go_first_and_their_going_is_an_event(store):
    """O08"""
    case, photo = await closed_case(store, 1, NOW)
    assert await swept(store, later(days=29)) == 0
    assert await swept(store, later(days=31)) == 1
    assert await swept(store, later(days=32)) == 0
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).value("phone") == "+442079460000"
        with pytest.raises(Gone):
            await tx.photos.view(photo)
        event = (await tx.audit.timeline(case.id))[-1]
        assert (event.actor, event.kind, event.details) == ("retention", "photos_purged", {"photos": 1})


async def test_what_a_closed_case_collected_is_purged_when_its_period_ends_and_the_decision_stays(store):
    """O08"""
    case, photo = await closed_case(store, 1, NOW)
    await swept(store, later(days=89))
    assert await swept(store, later(days=91)) == 1
    async with store.reading() as tx:
        again = await tx.cases.by_ref(case.ref)
        assert (again.stage, again.decided_by, again.decided_at, again.reason) == ("approved", 51, NOW, "approved")
        assert again.answers == {}
        with pytest.raises(Gone):
            await tx.photos.view(photo)
        assert await tx.photos.known("d") == []
        assert await tx.cases.find("phone", "+442079460000") == []


async def test_a_purge_is_an_event_and_happens_once(store):
    """O08: purge is audited."""
    case, _ = await closed_case(store, 1, NOW)
    await swept(store, later(days=91))
    assert await swept(store, later(days=92)) == 0
    async with store.reading() as tx:
        timeline = await tx.audit.timeline(case.id)
        assert [(event.actor, event.kind) for event in timeline] == [("51", "approved"), ("retention", "purged")]
        assert await tx.audit.verify() is None


async def test_a_purge_leaves_no_key_and_no_ciphertext_on_the_disk(store, file, rows):
    """O08"""
    await closed_case(store, 1, NOW)
    secrets = [
        rows("SELECT wrapped FROM case_keys")[0][0],
        rows("SELECT sealed_answer FROM answers")[0][0],
        rows("SELECT sealed_view FROM photos")[0][0],
        rows("SELECT sealed_original FROM photos")[0][0],
    ]
    await swept(store, later(days=91))
    disk = everything_on_disk(file)
    assert not [secret for secret in secrets if secret in disk]


async def test_open_cases_are_never_purged(store):
    case = new_case(1, answers={"phone": answered("+441")}, submitted_at=NOW)
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
    assert await swept(store, later(days=9999)) == 0
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).value("phone") == "+441"


async def test_a_purged_case_leaves_others_as_they_are(store):
    await closed_case(store, 1, NOW)
    young, photo = await closed_case(store, 2, later(days=80))
    assert await swept(store, later(days=91)) == 1
    async with store.reading() as tx:
        assert (await tx.cases.get(young.id)).value("phone") == "+442079460000"
        assert await tx.photos.view(photo) == b"copy"


async def test_a_sweep_takes_no_more_than_a_transaction_should(store):
    async with store.transaction() as tx:
        for person in range(AT_ONCE + 1):
            await tx.cases.add(new_case(person, closed_at=NOW), now=NOW)
    assert await swept(store, later(days=91)) == AT_ONCE
    assert await swept(store, later(days=91)) == 1


async def test_the_operators_period_counts(store):
    await closed_case(store, 1, NOW)
    assert await swept(store, later(days=11), cases=timedelta(days=10)) == 1


async def test_traffic_is_forgotten_after_its_period_and_what_waits_is_not(store, rows):
    async with store.transaction() as tx:
        await tx.inbox.put(1, [(1, 1, b"x"), (2, 2, b"waits")], now=NOW)
        await tx.inbox.done((await tx.inbox.pending(1, now=NOW, limit=1))[0])
        for key, chat in (("sent", 1), ("dead", 2), ("waits", 3)):
            await tx.outbox.put(key, chat, "customer", "sendMessage", {}, now=NOW)
        sent, dead, _ = await line(tx)
        await tx.outbox.sent(sent.id, message_id=1, now=NOW)
        await tx.outbox.dead(dead.id, "blocked")

    await swept(store, later(minutes=59))
    assert rows("SELECT key, chat_id FROM outbox ORDER BY id") == [("sent", 1), ("dead", 2), ("waits", 3)]
    await swept(store, later(hours=2))
    assert rows("SELECT key, chat_id FROM outbox ORDER BY id") == [("sent", 0), ("dead", 2), ("waits", 3)]
    await swept(store, later(days=3))
    assert rows("SELECT key FROM outbox ORDER BY id") == [("dead",), ("waits",)]
    assert rows("SELECT update_id FROM inbox ORDER BY id") == [(1,), (2,)]
    await swept(store, later(days=31))
    assert rows("SELECT key FROM outbox") == [("waits",)]
    assert rows("SELECT update_id FROM inbox") == [(2,)]
