"""Whatever runs often, or beside people who wait, finds its rows by the index made for it: no statement reads a table
from end to end, however many cases there are, and none needs to learn what the database holds (ANALYZE) for that.
"""

import re

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import asyncpg
from storage_samples import FakeCodec

from storage import Store, audit, cards, cases, inbox, keyring, outbox, photos, statistics, tallies, timers

LAST_ROW = "the newest event"
"""Read from the end of the table, one row."""
PLANS = {
    "the open case of a person": (cases.OPEN, {"one_open_case"}),
    "the latest case of a person": (cases.LATEST, {"cases_of"}),
    "a case": (cases.BY_ID, set()),
    "earlier cases of a person": (cases.EARLIER, {"cases_of"}),
    "the queue": (cases.QUEUE, {"queue"}),
    "the first page of the queue": (cases.FIRST_OF_QUEUE, {"queue"}),
    "how long the queue is": (cases.QUEUED, {"queue"}),
    "the next case": (cases.NEXT, {"waiting"}),
    "what is before a case": (cases.AHEAD, {"waiting"}),
    "other people's claims": (cases.CLAIMS, {"lookups_by_digest"}),
    "what a reviewer has in hand": (cases.CLAIMED, {"claims"}),
    "saving a case": (cases.SAVE.values(step="x"), set()),
    "cases to purge": (cases.TO_PURGE, {"to_purge"}),
    "cases with a value": (cases.FIND, {"lookups_by_digest"}),
    "cases that share a value": (cases.ALIKE, {"lookups_by_digest"}),
    "whose case": (cases.APPLICANT, set()),
    "the key of a case": (keyring.KEY_OF, set()),
    "cases with a picture": (photos.KNOWN, {"photos_by_digest"}),
    "pictures of an answer": (photos.OF, {"photos_of"}),
    "pictures to purge": (photos.TO_PURGE, {"photos_to_purge"}),
    "the card of a case": (cards.OF, set()),
    "what was shown of a case": (cards.CLEAR, set()),
    LAST_ROW: (audit.NEWEST, set()),
    "requests of the last hour": (audit.COUNT, {"events_by_kind"}),
    "events of a case": (audit.TIMELINE, {"events_of"}),
    "updates to deal with": (inbox.PENDING, {"inbox_pending", "inbox_waiting"}),
    "the end of an update": (inbox.SET.values(ended="done"), set()),
    "an update to blank": (inbox.BLANK.values(sealed_update=None), {"inbox_pending"}),
    "updates that wait": (inbox.COUNT, {"inbox_pending"}),
    "updates set aside": (inbox.COUNT_DEAD, {"inbox_dead"}),
    "updates to forget": (inbox.PRUNE, {"inbox_by_age"}),
    "the end of a call": (outbox.SET.values(ended="sent"), set()),
    "lanes with calls to make": (outbox.NEEDED, {"outbox_lanes"}),
    "calls to make": (outbox.HEADS, {"outbox_lanes", "outbox_line"}),
    "calls of a killed process": (outbox.RESEND_AMBIGUOUS, {"outbox_lanes"}),
    "calls that count": (outbox.RECENT, {"outbox_sent"}),
    "calls that never worked": (outbox.UNDELIVERED, {"outbox_dead"}),
    "calls that wait": (outbox.COUNT, {"outbox_lanes"}),
    "calls given up": (outbox.COUNT_DEAD, {"outbox_dead"}),
    "calls to forget": (outbox.PRUNE_SENT, {"outbox_sent"}),
    "dead calls to forget": (outbox.PRUNE_DEAD, {"outbox_dead"}),
    "chats to forget": (outbox.FORGET_CHATS, {"outbox_sent"}),
    "timers that are due": (timers.DUE, {"timers_due"}),
    "timers for the drafts": (timers.SET_FOR_DRAFTS, {"drafts"}),
    "timers for the queue": (timers.SET_FOR_QUEUE, {"queue"}),
    "a tally": (tallies.OF, set()),
    "tallies to forget": (tallies.PRUNE, {"tallies_until"}),
    "figures: open": (statistics.QUEUE, {"queue"}),
    "figures: decided": (statistics.DECIDED, {"decided"}),
    "figures: sent": (statistics.SENT, {"events_by_kind"}),
    "figures: claimed": (statistics.CLAIMED, {"events_by_kind"}),
    "figures: asked": (statistics.CUSTOMERS_ASKED, {"events_by_kind"}),
    "figures: what was asked": (statistics.ASKS, {"events_by_kind"}),
    "figures: first case": (statistics.FIRST_CASE, {"events_by_kind"}),
    "figures: steps": (statistics.STEPS, {"events_by_kind"}),
    "figures: last steps": (statistics.LAST_STEPS, {"events_by_kind"}),
    "figures: turned down": (statistics.TURNED_DOWN, {"events_by_kind"}),
}
"""The statements by what they find, and the indexes that they need besides primary keys."""
A_FEW = (
    "queue",
    "claims",
    "waiting",
    "drafts",
    "inbox_pending",
    "inbox_dead",
    "outbox_lanes",
    "outbox_line",
    "outbox_dead",
)
"""Partial indexes of what is open or broken: reading one from end to end reads a few rows, not all that ever were."""


@pytest.mark.parametrize("name", PLANS)
def test_a_query_uses_the_index_made_for_it(rows, name):
    """Its parameters are bound, as they are when it runs: a partial index must not need to know them."""
    statement, indexes = PLANS[name]
    plan = [step for *_, step in rows(*explained(statement))]
    assert {index for index in indexes if any(f"INDEX {index} " in f"{step} " for step in plan)} == indexes, plan
    assert name == LAST_ROW or [step for step in plan if reads_everything(step)] == []


def explained(statement):
    """The question for the plan, and a value for each parameter."""
    compiled = statement.compile(dialect=sqlite.dialect())
    values = {name: bind.value or ([1] if bind.expanding else 1) for bind, name in compiled.bind_names.items()}
    ready = compiled.construct_expanded_state(values)
    return f"EXPLAIN QUERY PLAN {ready.statement}", *ready.positional_parameters


def reads_everything(step):
    scanned = re.fullmatch(r"SCAN (\S+)(?: USING (?:COVERING )?INDEX (\S+))?", step)
    if scanned is None or scanned[1].startswith(("(", "anon_", "CONSTANT")):
        return False
    return scanned[2] not in A_FEW


ON_POSTGRESQL = sorted(PLANS.keys() - {"the open case of a person", "an update to blank"})
"""All but two, for which another small index is as good in its eyes: few people have many cases, few updates wait."""


async def test_on_postgresql_too_each_finds_its_index_before_it_knows_its_parameters(emptied, keys):
    """A prepared statement is planned once for all values (`force_generic_plan`), as it is after five runs."""
    store = await Store.open(emptied, keys, FakeCodec())
    async with store.transaction() as tx:
        run = tx._connection.exec_driver_sql
        await run("SET LOCAL enable_seqscan = off")
        await run("SET LOCAL plan_cache_mode = force_generic_plan")
        found = {}
        for name in ON_POSTGRESQL:
            statement, indexes = PLANS[name]
            text, count = prepared(statement)
            await run(f"PREPARE wanted AS {text}")
            nothing = f"({', '.join(['NULL'] * count)})" if count else ""
            plan = "\n".join((await run(f"EXPLAIN EXECUTE wanted{nothing}")).scalars())
            await run("DEALLOCATE wanted")
            found[name] = (indexes & set(re.findall(r"\w+", plan)), "Seq Scan" in plan)
    await store.close()
    assert found == {name: (PLANS[name][1], False) for name in ON_POSTGRESQL}


def prepared(statement):
    """The statement for PostgreSQL, and how many parameters it has."""
    compiled = statement.compile(dialect=asyncpg.dialect())
    values = {name: [1] if bind.expanding else bind.value or 1 for bind, name in compiled.bind_names.items()}
    ready = compiled.construct_expanded_state(values)
    return ready.statement, len(ready.positional_parameters)
