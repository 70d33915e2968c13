"""What the operator's commands do with the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.settings import Settings
from states.questionnaire import Questionnaire
from states.questions import QUESTIONS
from storage.seal import Keys
from storage.store import Store


@asynccontextmanager
async def store_of(settings: Settings) -> AsyncIterator[Store]:
    """The database of an installation. On SQLite the bot must be stopped: one process holds the file."""
    keys = Keys.parse(settings.data_keys.get_secret_value())
    store = await Store.open(settings.database_url, keys, Questionnaire(QUESTIONS))
    try:
        yield store
    finally:
        await store.close()


async def upgrade(settings: Settings) -> None:
    async with store_of(settings):
        return


async def listed(settings: Settings) -> list[dict[str, Any]]:
    """The open requests without anything personal."""
    async with store_of(settings) as store, store.reading() as tx:
        return [
            {
                "ref": case.ref,
                "stage": case.stage,
                "submitted_at": case.submitted_at.isoformat() if case.submitted_at else None,
                "due_at": case.due_at.isoformat() if case.due_at else None,
                "claimed": case.claimed_by is not None,
            }
            for case in await tx.cases.queue()
        ]


async def timeline(settings: Settings, ref: str) -> list[dict[str, Any]] | None:
    """The events of a case; None where there is none."""
    async with store_of(settings) as store, store.reading() as tx:
        case = await tx.cases.by_ref(ref.upper())
        if case is None or case.id is None:
            return None
        return [
            {"at": event.at.isoformat(), "kind": event.kind, "actor": event.actor, "details": dict(event.details)}
            for event in await tx.audit.timeline(case.id)
        ]


async def broken_row(settings: Settings) -> int | None:
    async with store_of(settings) as store, store.reading() as tx:
        return await tx.audit.verify()
