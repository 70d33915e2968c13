from datetime import timedelta

import pytest
from storage_samples import NOW, later, new_case

from storage import Gone
from storage.timers import Timer


@pytest.fixture
async def case(store):
    case = new_case()
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
    return case


async def test_a_photo_comes_back_as_the_original_and_as_the_reviewers_copy(store, case):
    """O07"""
    async with store.transaction() as tx:
        photo = await tx.photos.add(case, "document", b"original \x00\xff", b"copy", digest="sha", now=NOW)
    async with store.reading() as tx:
        assert await tx.photos.original(photo) == b"original \x00\xff"
        assert await tx.photos.view(photo) == b"copy"
        assert await tx.photos.of(case.id, "document") == [photo]


async def test_photo_ids_cannot_be_guessed(store, case):
    """O07: random names."""
    async with store.transaction() as tx:
        ids = {await tx.photos.add(case, "document", b"x", b"x", digest="sha", now=NOW) for _ in range(20)}
    assert len(ids) == 20
    assert all(len(photo) >= 22 for photo in ids)


async def test_a_dropped_photo_is_gone(store, case):
    async with store.transaction() as tx:
        document = await tx.photos.add(case, "document", b"a", b"a", digest="1", now=NOW)
        selfie = await tx.photos.add(case, "selfie", b"b", b"b", digest="2", now=NOW)
        await tx.photos.drop(case, "document")
    async with store.reading() as tx:
        assert await tx.photos.view(selfie) == b"b"
        with pytest.raises(Gone):
            await tx.photos.view(document)
        with pytest.raises(Gone):
            await tx.photos.original(document)


async def test_a_picture_seen_before_is_known_by_its_keyed_hash(store, case, rows):
    """C38, O14"""
    other = new_case(2)
    async with store.transaction() as tx:
        await tx.cases.add(other, now=NOW)
        await tx.photos.add(case, "document", b"a", b"a", digest="d1", now=NOW)
        await tx.photos.add(other, "document", b"a", b"a", digest="d1", now=NOW)
        await tx.photos.add(other, "selfie", b"b", b"b", digest="d2", now=NOW)
    async with store.reading() as tx:
        assert await tx.photos.known("d1") == [case.ref, other.ref]
        assert await tx.photos.known("d2") == [other.ref]
        assert await tx.photos.known("d3") == []
    assert not any(b"d1" in digest for (digest,) in rows("SELECT digest FROM photos"))


async def test_a_photo_of_a_case_that_was_never_added_is_refused(store):
    async with store.transaction() as tx:
        with pytest.raises(ValueError, match="never added"):
            await tx.photos.add(new_case(), "document", b"a", b"a", digest="1", now=NOW)


async def test_timers_are_due_in_order_and_done_once(store, case):
    async with store.transaction() as tx:
        await tx.timers.set("late", case_id=case.id, kind="expiry", due_at=later(days=7))
        await tx.timers.set("second", case_id=case.id, kind="reminder", due_at=later(days=2))
        await tx.timers.set("first", case_id=None, kind="sweep", due_at=later(days=1))
    async with store.transaction() as tx:
        assert await tx.timers.due(NOW, 9) == []
        due = await tx.timers.due(later(days=2), 9)
        assert due == [
            Timer("first", None, "sweep", later(days=1)),
            Timer("second", case.id, "reminder", later(days=2)),
        ]
        assert await tx.timers.due(later(days=2), 1) == due[:1]
        for timer in due:
            await tx.timers.done(timer)
    async with store.reading() as tx:
        assert [timer.key for timer in await tx.timers.due(later(days=30), 9)] == ["late"]


async def test_a_timer_set_anew_while_it_fires_stays(store):
    async with store.transaction() as tx:
        await tx.timers.set("sweep", case_id=None, kind="sweep", due_at=NOW)
        (timer,) = await tx.timers.due(NOW, 1)
        await tx.timers.set("sweep", case_id=None, kind="sweep", due_at=later(hours=1))
        await tx.timers.done(timer)
    async with store.reading() as tx:
        assert [timer.due_at for timer in await tx.timers.due(later(hours=1), 9)] == [later(hours=1)]


async def test_a_cancelled_timer_never_fires(store):
    async with store.transaction() as tx:
        await tx.timers.set("x", case_id=None, kind="x", due_at=NOW)
        await tx.timers.cancel("x")
        await tx.timers.cancel("never set")
    async with store.reading() as tx:
        assert await tx.timers.due(later(days=1), 9) == []


async def test_a_card_posted_again_replaces_the_lost_one(store, case):
    async with store.transaction() as tx:
        assert await tx.cards.of(case.id) is None
        await tx.cards.remember(case.id, -100, 5)
        await tx.cards.remember(case.id, -100, 9)
    async with store.transaction() as tx:
        assert await tx.cards.of(case.id) == (-100, 9)
        await tx.cards.forget(case.id)
    async with store.reading() as tx:
        assert await tx.cards.of(case.id) is None


async def test_a_timer_is_set_for_each_draft_touched_in_a_period(store):
    """With its case it goes; one that is set already stays."""
    cases = [new_case(person) for person in (1, 2, 3, 4)]
    async with store.transaction() as tx:
        for number, case in enumerate(cases):
            case.touched_at = later(hours=number)
            case.submitted_at = NOW if number == 3 else None
            await tx.cases.add(case, now=NOW)
        await tx.timers.set("asleep:2", case_id=2, kind="asleep", due_at=NOW)
        for _ in range(2):
            await tx.timers.set_for_drafts(
                "asleep:", kind="asleep", since=NOW, until=later(hours=2), due_at=later(days=1)
            )
        due = await tx.timers.due(later(days=2), limit=10)
        assert due == [Timer("asleep:2", 2, "asleep", NOW), Timer("asleep:1", 1, "asleep", later(days=1))]
        await tx.cases.forget(cases[0])
        assert await tx.timers.get("asleep:1") is None


async def test_timers_for_the_queue_come_one_after_another_the_most_urgent_first(store):
    async with store.transaction() as tx:
        for person, hours in ((1, 3), (2, 1), (3, 2), (4, 4)):
            case = new_case(person, stage="waiting", submitted_at=NOW, due_at=later(hours=hours))
            case.closed_at = NOW if person == 4 else None
            await tx.cases.add(case, now=NOW)
        await tx.timers.set_for_queue("asleep:", kind="asleep", due_at=NOW, every=timedelta(seconds=6))
        due = await tx.timers.due(later(days=1), limit=10)
    assert [(timer.case_id, timer.due_at) for timer in due] == [(2, NOW), (3, later(seconds=6)), (1, later(seconds=12))]
