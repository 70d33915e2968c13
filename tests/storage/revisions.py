"""Databases as earlier releases left them: of any older revision, with rows in every table that it had."""

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, func, insert, select
from sqlalchemy.ext.asyncio import create_async_engine
from storage_samples import later

from storage.migrate import MIGRATIONS
from storage.seal import KEY_BYTES, Box, Installation, Keys
from storage.tables import EPOCH, MICROSECOND

BOT = 99
DRAFT, WAITING, CLAIMED, APPROVED, PURGED = range(1, 6)
"""The cases, by the numbers that they get."""

Rows = Sequence[Mapping[str, Any]]


def older_revisions() -> list[str]:
    """All but the newest, oldest first."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    return [script.revision for script in scripts.walk_revisions()][:0:-1]


async def leave_behind(url: str, revision: str, keys: Keys) -> dict[str, int]:
    """Makes the database at an address one of this revision and fills it; how many rows each table got."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(_migrate, revision)
        await connection.run_sync(_fill, contents(keys))
        counts = await connection.run_sync(_counted)
    await engine.dispose()
    return counts


async def looked_at(url: str) -> tuple[dict[str, int], list[Any]]:
    """How many rows each table holds, and which point at rows that are not there: past all of our code."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        counts = await connection.run_sync(_counted)
        dangling = await connection.run_sync(_dangling)
    await engine.dispose()
    return counts, dangling


def _counted(connection: Connection) -> dict[str, int]:
    return {
        name: connection.scalar(select(func.count()).select_from(table))
        for name, table in _reflected(connection).tables.items()
    }


def _dangling(connection: Connection) -> list[Any]:
    """PostgreSQL lets there be none."""
    is_sqlite = connection.dialect.name == "sqlite"
    return list(connection.exec_driver_sql("PRAGMA foreign_key_check")) if is_sqlite else []


def _migrate(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _fill(connection: Connection, rows: Mapping[str, Rows]) -> None:
    """Of each row the columns that its table had then; what is numbered by itself is."""
    for table in _reflected(connection).sorted_tables:
        for row in rows.get(table.name, ()):
            connection.execute(
                insert(table), {column.name: row[column.name] for column in table.c if column.name in row}
            )


def _reflected(connection: Connection) -> MetaData:
    metadata = MetaData()
    metadata.reflect(connection)
    return metadata


# --- what was in them


def contents(keys: Keys) -> dict[str, Rows]:
    """Rows of every table there ever was, with every column it ever had, sealed as the releases sealed them."""
    root, boxes = secrets.token_bytes(KEY_BYTES), {}
    for case in (DRAFT, WAITING, CLAIMED, APPROVED):
        boxes[case] = secrets.token_bytes(KEY_BYTES)
    installation = Installation(root)
    return {
        "installation": [{"id": 1, "kek": keys.newest, "wrapped": keys.wrap(root, "installation|wrapped|1")}],
        "cases": _cases({case: Box(key) for case, key in boxes.items()}),
        "case_keys": [
            {"case_id": case, "kek": keys.newest, "wrapped": keys.wrap(key, f"case_keys|wrapped|{case}")}
            for case, key in boxes.items()
        ],
        "answers": [
            _answer(Box(boxes[DRAFT]), DRAFT, "username", "marta.k", "Marta.K", "words"),
            _answer(Box(boxes[DRAFT]), DRAFT, "amount", "2.00456", "2,00456", "words"),
            _answer(Box(boxes[WAITING]), WAITING, "phone", "+447400123456", "", "contact"),
            _answer(Box(boxes[APPROVED]), APPROVED, "phone_access", True, "", "button"),
        ],
        "lookups": [{"case_id": WAITING, "field": "phone", "digest": installation.digest("phone", "+447400123456")}],
        "photos": [_photo(Box(boxes[WAITING]), WAITING, installation)],
        "cards": [{"case_id": WAITING, "chat_id": -1001, "message_id": 51}],
        "desk_messages": [{"case_id": CLAIMED, "chat_id": 1003, "message_id": 52}],
        "timers": [
            {"key": f"draft:{DRAFT}", "case_id": DRAFT, "kind": "remind", "due_at": _at(hours=24)},
            {"key": "weekly", "case_id": None, "kind": "report", "due_at": _at(days=7)},
        ],
        "inbox": _inbox(installation.messages),
        "outbox": _outbox(installation.messages),
        "events": _events(installation),
        "tallies": [{"kind": "cases", "digest": installation.digest("person", "7001"), "until": _at(), "count": 2}],
    }


def _at(**span: float) -> int:
    return (later(**span) - EPOCH) // MICROSECOND


def _cases(boxes: Mapping[int, Box]) -> Rows:
    begun = {"language": "en", "created_at": _at(), "touched_at": _at(minutes=5), "saved_at": _at(minutes=5)}
    begun |= {"claimed_name": "", "decided_name": "", "reason": "", "version": 3}
    sent = begun | {"step": "sent", "submitted_at": _at(minutes=9), "due_at": _at(days=1)}
    taken = {"claimed_by": 1003, "claimed_name": "Rita", "claimed_at": _at(hours=1)}
    decided = {"decided_by": 1003, "decided_name": "Rita", "decided_at": _at(hours=2), "closed_at": _at(hours=2)}
    memory, desk = '{"tries": {"phone": 2}, "asked": "cancel"}', '{"rounds": 1, "checks": ["dates"]}'
    return [
        begun | {"applicant": 7001, "locale": "en-GB", "step": "phone", "sealed_memory": _part(boxes, DRAFT, memory)},
        sent | {"applicant": 7002, "stage": "waiting"},
        sent | taken | {"applicant": 7003, "stage": "claimed", "sealed_desk": _part(boxes, CLAIMED, desk)},
        sent | taken | decided | {"applicant": 7004, "stage": "approved"},
        sent | decided | {"applicant": 7005, "stage": "refused", "reason": "no_match"}
        | {"purged_at": _at(days=90), "photos_purged_at": _at(days=90)},
    ]  # fmt: skip


def _part(boxes: Mapping[int, Box], case: int, content: str) -> bytes:
    column = "sealed_memory" if case == DRAFT else "sealed_desk"
    return boxes[case].seal(content.encode(), f"cases|{column}|{case}")


def _answer(box: Box, case: int, question: str, value: Any, typed: str, via: str) -> dict[str, Any]:
    plain = json.dumps({"value": value, "typed": typed, "via": via}).encode()
    sealed = box.seal(plain, f"answers|sealed_answer|{case}|{question}")
    return {"case_id": case, "question": question, "at": _at(minutes=1), "sealed_answer": sealed}


def _photo(box: Box, case: int, installation: Installation) -> dict[str, Any]:
    return {
        "id": "passport",
        "case_id": case,
        "question": "document_photo",
        "at": _at(minutes=2),
        "digest": installation.digest("photo", "d" * 64),
        "sealed_view": box.seal(b"the copy", "photos|sealed_view|passport"),
        "sealed_original": box.seal(b"the picture", "photos|sealed_original|passport"),
    }


def _inbox(box: Box) -> Rows:
    ended = {"bot_id": BOT, "chat_id": 0, "received_at": _at(), "attempts": 0}
    return [
        ended | {"update_id": 500, "ended": "done"},
        ended | {"update_id": 501, "ended": "dead", "error": "ValueError", "attempts": 5},
        _pending(box, 502, chat_id=7001, attempts=0),
        _pending(box, 503, chat_id=7002, attempts=2, not_before=_at(minutes=1), error="NotReached"),
    ]


def _pending(box: Box, update: int, **more: Any) -> dict[str, Any]:
    sealed = box.seal(f'{{"update_id": {update}}}'.encode(), f"inbox|sealed_update|{BOT}|{update}")
    return {"bot_id": BOT, "update_id": update, "received_at": _at(), "sealed_update": sealed, **more}


def _outbox(box: Box) -> Rows:
    ended = {"lane": 0, "method": "sendMessage", "on_ambiguous": "resend", "put_at": _at(), "sending": False}
    return [
        ended | {"key": "500.1", "chat_id": 7001, "ended": "sent", "sent_at": _at(), "message_id": 11, "attempts": 1},
        ended | {"key": "500.2", "chat_id": 7004, "ended": "dead", "error": "forbidden", "attempts": 1},
        _unsent(box, "500.3", chat_id=7001, attempts=0, sending=False, on_ambiguous="resend"),
        _unsent(box, "500.4", chat_id=7002, attempts=1, sending=True, on_ambiguous="resend"),
        _unsent(box, "timer:1.remind", chat_id=7003, attempts=1, sending=True, on_ambiguous="skip"),
    ]


def _unsent(box: Box, key: str, **more: Any) -> dict[str, Any]:
    params = json.dumps({"chat_id": more["chat_id"], "text": f"text of {key}"}).encode()
    sealed = box.seal(params, f"outbox|sealed_params|{key}")
    return {"key": key, "lane": 0, "method": "sendMessage", "put_at": _at(), "sealed_params": sealed, **more}


def _events(installation: Installation) -> Rows:
    """A chain of three."""
    happened = (
        (WAITING, "applicant", "submitted", _at(minutes=9), "staff", {}),
        (APPROVED, "1003", "approved", _at(hours=2), "staff", {}),
        (PURGED, "retention", "photos_purged", _at(days=90), "staff", {"photos": 2}),
    )
    rows: list[dict[str, Any]] = []
    for case, actor, kind, at, audience, details in happened:
        previous = rows[-1]["mac"] if rows else b""
        content = json.dumps([case, actor, kind, at, audience, details], sort_keys=True).encode()
        row = {"case_id": case, "actor": actor, "kind": kind, "at": at, "audience": audience, "details": details}
        rows.append(row | {"previous": previous, "mac": installation.link(previous, content)})
    return rows
