"""What the operator's commands do with the cases and their record."""

import base64
from datetime import datetime
from typing import Any

from bot import database
from bot.settings import Settings
from states.case import Answer, Case
from storage.audit import Event
from storage.store import Transaction, bring_up_to_date

ACTOR = "operator"


class Declined(Exception):  # noqa: N818  it names an outcome
    """The command cannot do that; the text says why."""


async def upgrade(settings: Settings) -> None:
    """Brings the database, new or old, to the schema of this release. Raises Wrong."""
    with database.complaints():
        await bring_up_to_date(settings.database_url)


async def rewrap(settings: Settings) -> int:
    """Wraps all data keys with the newest of DATA_KEYS; how many older ones had wrapped."""
    async with database.writing(settings) as store:
        return await store.rewrap()


async def listed(settings: Settings) -> list[dict[str, Any]]:
    """The open requests without anything personal."""
    async with database.looking(settings) as reader, reader.reading() as tx:
        return [
            {
                "ref": case.ref,
                "stage": case.stage,
                "submitted_at": _written(case.submitted_at),
                "due_at": _written(case.due_at),
                "claimed": case.claimed_by is not None,
            }
            for case in await tx.cases.queue()
        ]


async def timeline(settings: Settings, ref: str) -> list[dict[str, Any]]:
    """The events of a case. Raises Declined when there is none."""
    async with database.looking(settings) as reader, reader.reading() as tx:
        case_id, _ = await _found(ref, tx)
        return [_event(event) for event in await tx.audit.timeline(case_id)]


async def export(settings: Settings, ref: str, now: datetime) -> dict[str, Any]:
    """Everything that is kept of a case, opened; recorded as an event. Raises Declined when there is none."""
    async with database.writing(settings) as store, store.transaction() as tx:
        case_id, case = await _found(ref, tx)
        await tx.audit.record(case_id, actor=ACTOR, kind="exported", now=now)
        return {
            "ref": case.ref,
            "telegram_id": case.applicant,
            "stage": case.stage,
            "created_at": _written(case.created_at),
            "submitted_at": _written(case.submitted_at),
            "decided_at": _written(case.decided_at),
            "closed_at": _written(case.closed_at),
            "reason": case.reason,
            "answers": {question: _answer(question, answer) for question, answer in case.answers.items()},
            "photos": [photo for question in case.answers for photo in await _photos(case_id, question, tx)],
            "events": [_event(event) for event in await tx.audit.timeline(case_id)],
        }


async def purge(settings: Settings, ref: str, now: datetime) -> None:
    """Destroys what a case collected. Of a draft nothing stays, of a closed case the decision and its events.

    Raises Declined when there is none, or when reviewers still have it.
    """
    async with database.writing(settings) as store, store.transaction() as tx:
        case_id, case = await _found(ref, tx)
        if case.submitted_at and not case.closed_at:
            raise Declined(f"{case.ref} is open: a reviewer decides it, or its person withdraws it")
        if case.closed_at:
            await tx.cases.purge(case_id, now=now)
        else:
            await tx.cases.forget(case)
        await tx.audit.record(case_id, actor=ACTOR, kind="purged", now=now)


async def broken_row(settings: Settings) -> int | None:
    """The first row at which the audit's chain does not hold."""
    async with database.looking(settings) as reader, reader.reading() as tx:
        return await tx.audit.verify()


async def _found(ref: str, tx: Transaction) -> tuple[int, Case]:
    case = await tx.cases.by_ref(ref)
    if case is None or case.id is None:
        raise Declined("there is no such case")
    return case.id, case


def _answer(question: str, answer: Answer) -> dict[str, Any]:
    value = database.questionnaire().dump(question, answer.value)
    return {"typed": answer.typed, "value": value, "at": _written(answer.at)}


async def _photos(case_id: int, question: str, tx: Transaction) -> list[dict[str, str]]:
    """The original bytes in base64."""
    return [
        {"question": question, "base64": base64.b64encode(await tx.photos.original(photo)).decode()}
        for photo in await tx.photos.of(case_id, question)
    ]


def _event(event: Event) -> dict[str, Any]:
    return {"at": event.at.isoformat(), "kind": event.kind, "actor": event.actor, "details": dict(event.details)}


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
