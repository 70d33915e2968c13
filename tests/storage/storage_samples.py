"""What the tests of storage put in, and how they look at the disk."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from states.case import Answer, Case
from storage import Keys
from storage.outbox import LANES, Head
from storage.store import Transaction

NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
KEYS_TEXT = Keys.new()


class FakeCodec:
    """Amounts are decimals, everything else is JSON as it is; one question was dropped in this release."""

    def dump(self, question: str, value: Any) -> Any:
        return str(value) if question == "amount" else value

    def knows(self, question: str) -> bool:
        return question != "dropped"

    def load(self, question: str, raw: Any) -> Any:
        return _amount(raw) if question == "amount" else raw


def _amount(raw: str) -> Decimal:
    try:
        return Decimal(raw)
    except InvalidOperation:
        raise ValueError(raw) from None


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


def new_case(applicant: int = 7001, **fields: Any) -> Case:
    return Case(applicant=applicant, step="username", touched_at=NOW, **fields)


def answered(value: Any, typed: str = "", at: datetime = NOW) -> Answer:
    return Answer(value, typed, at)


async def line(tx: Transaction, now: datetime = NOW, limit: int = 100_000) -> list[Head]:
    """The calls that may be begun, urgent lanes first."""
    return [head for lane in LANES for head in await tx.outbox.heads(lane, now=now, limit=limit)]


def everything_on_disk(file: Path) -> bytes:
    """The bytes of the database and of all files beside it."""
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))
