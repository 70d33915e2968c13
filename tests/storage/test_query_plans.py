"""The frequent queries stay fast however many cases are closed: each finds its rows by the index made for it."""

import pytest
from sqlalchemy.dialects import sqlite

from storage import cases, inbox, outbox, photos, timers

PLANS = [
    (cases.OPEN, {"one_open_case"}),
    (cases.LATEST, {"cases_of"}),
    (cases.QUEUE, {"queue"}),
    (cases.CLAIMED, {"claims"}),
    (cases.IDLE, {"drafts"}),
    (cases.TO_PURGE, {"to_purge"}),
    (cases.FIND, {"lookups_by_digest"}),
    (cases.ALIKE, {"lookups_by_digest"}),
    (photos.KNOWN, {"photos_by_digest"}),
    (photos.TO_PURGE, {"photos_of"}),
    (inbox.PENDING, {"inbox_pending", "inbox_waiting"}),
    (inbox.COUNT, {"inbox_pending"}),
    (inbox.COUNT_DEAD, {"inbox_dead"}),
    (inbox.PRUNE, {"inbox_by_age"}),
    (outbox.HEADS, {"outbox_lanes", "outbox_line"}),
    (outbox.RECENT, {"outbox_sent"}),
    (outbox.UNDELIVERED, {"outbox_dead"}),
    (outbox.COUNT_DEAD, {"outbox_dead"}),
    (outbox.PRUNE_SENT, {"outbox_sent"}),
    (outbox.PRUNE_DEAD, {"outbox_dead"}),
    (timers.DUE, {"timers_due"}),
]


@pytest.mark.parametrize(("statement", "indexes"), PLANS)
def test_a_query_uses_the_index_made_for_it(rows, statement, indexes):
    compiled = statement.compile(
        dialect=sqlite.dialect(paramstyle="named"), compile_kwargs={"render_postcompile": True}
    )
    plan = " ".join(step for *_, step in rows(f"EXPLAIN QUERY PLAN {with_numbers(compiled)}"))
    assert {name for name in indexes if f"INDEX {name} " in f"{plan} "} == indexes, plan


def with_numbers(compiled):
    """The statement with 1 for each parameter: the plan must not depend on what is asked for."""
    text = str(compiled)
    for name in sorted(compiled.params, key=len, reverse=True):
        text = text.replace(f":{name}", "1" if compiled.params[name] is None else repr(compiled.params[name]))
    return text
