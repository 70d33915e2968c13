import sqlite3

import pytest
from storage_samples import NOW, later, new_case

from storage.audit import Event


@pytest.fixture
async def case(store):
    """A case with three events."""
    case = new_case()
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
        await tx.audit.record(case.id, actor=7001, kind="submitted", now=NOW)
        await tx.audit.record(
            case.id, actor=51, kind="claimed", now=later(minutes=1), details={"from": "waiting", "n": 2}
        )
    async with store.transaction() as tx:
        await tx.audit.record(None, actor="clock", kind="swept", now=later(minutes=2), audience="operator")
    return case


async def broken(store):
    async with store.reading() as tx:
        return await tx.audit.verify()


async def test_the_timeline_of_a_case_names_what_happened_and_who_did_it(store, case):
    """R25"""
    async with store.reading() as tx:
        assert await tx.audit.timeline(case.id) == [
            Event(1, case.id, "applicant", "submitted", NOW, "staff", {}),
            Event(2, case.id, "51", "claimed", later(minutes=1), "staff", {"from": "waiting", "n": 2}),
        ]


async def test_an_untouched_chain_verifies(store, case):
    """O13"""
    assert await broken(store) is None


async def test_an_empty_chain_verifies_and_has_no_head(store):
    async with store.reading() as tx:
        assert await tx.audit.verify() is None
        assert await tx.audit.head() is None


@pytest.mark.parametrize("statement", ["UPDATE events SET kind = 'approved'", "DELETE FROM events"])
async def test_the_database_itself_refuses_to_change_an_event(store, case, rows, statement):
    """O13"""
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows(statement)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE events SET actor = '52' WHERE id = 2", 2),
        ("UPDATE events SET kind = 'released' WHERE id = 1", 1),
        ("UPDATE events SET at = at + 1 WHERE id = 2", 2),
        ("UPDATE events SET case_id = 9 WHERE id = 3", 3),
        ("""UPDATE events SET details = '{"from": "waiting", "n": 3}' WHERE id = 2""", 2),
        ("UPDATE events SET audience = 'customer' WHERE id = 2", 2),
        ("UPDATE events SET mac = x'00' WHERE id = 3", 3),
        ("DELETE FROM events WHERE id = 2", 3),
        ("DELETE FROM events WHERE id = 1", 2),
    ],
)
async def test_tampering_by_someone_who_takes_the_triggers_away_is_found(store, case, rows, tampering, found):
    """O13"""
    rows("DROP TRIGGER events_keep_on_UPDATE")
    rows("DROP TRIGGER events_keep_on_DELETE")
    rows(tampering)
    assert await broken(store) == found


async def test_a_forged_event_is_found(store, case, rows):
    """O13: without the key nobody continues the chain."""
    rows(
        "INSERT INTO events (case_id, actor, kind, at, audience, details, previous, mac)"
        " SELECT 1, '51', 'approved', at, 'staff', '{}', mac, x'1234' FROM events WHERE id = 3"
    )
    assert await broken(store) == 4


async def test_rows_cut_off_the_end_show_against_a_head_kept_outside(store, case, rows):
    """O13"""
    async with store.reading() as tx:
        before = await tx.audit.head()
    rows("DROP TRIGGER events_keep_on_DELETE")
    rows("DELETE FROM events WHERE id = 3")
    async with store.reading() as tx:
        assert await tx.audit.verify() is None
        assert await tx.audit.head() != before


async def test_the_chain_goes_on_after_a_restart(store, case):
    async with store.transaction() as tx:
        await tx.audit.record(case.id, actor=51, kind="approved", now=later(hours=1))
    assert await broken(store) is None


async def test_the_applicants_id_stands_in_no_event(store, case, rows):
    """C03: what stays when a draft is forgotten points at nobody."""
    assert "7001" not in str(rows("SELECT * FROM events"))
