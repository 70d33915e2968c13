"""python -m states.check FIELD: customers' messages as JSON lines in, what the question says of each as JSON lines out.

In: {"text", "now", "locale"}. Out, in the same order: {"verdict", "value", "reason"}. FIELD is the name of a question,
or `secrets` for the guard alone.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib import import_module
from typing import Any

from states.reading.normalise import normalise
from states.reading.secrets import find_secret
from states.verdicts import Refused, Unsure

Reader = Callable[..., Any]

READERS: Mapping[str, str] = {
    "username": "username.read_username",
    "phone": "phone.read_phone",
    "phone_access": "access.read_phone_access",
    "transactions": "transactions.read_transactions",
    "address": "address.read_address",
    "banks": "banks.read_banks",
    "doc_type": "document.read_doc_type",
    "doc_country": "countries.read_doc_country",
    "issue_date": "dates.read_issue_date",
    "expiry_date": "dates.read_expiry_date",
    "birth_date": "dates.read_birth_date",
    "full_name": "names.read_full_name",
}
"""Where the reader of each field is; only the one that is asked for is imported."""

_KEYS: Mapping[str, str] = {
    "phone_access": "access",
    "transactions": "transactions",
    "banks": "banks",
    "doc_type": "type",
    "full_name": "full_name",
}
"""The key under which a value that has no named parts is shown."""


def reader_of(field: str) -> Reader:
    """The reader of a field. `secrets` has one that takes whatever the guard lets through."""
    if field == "secrets":
        return lambda _text, **_: {"clean": True}
    module, function = READERS[field].split(".")
    reader: Reader = getattr(import_module(f"states.reading.{module}"), function)
    return reader


def check(read: Reader, text: str, *, now: datetime, locale: str | None) -> tuple[str, Any, str | None]:
    """The verdict on one message as it was sent, the value if it is accepted, the reason if not."""
    message = normalise(text)
    if secret := find_secret(message):
        return "refuse", None, secret.kind
    try:
        return "accept", read(message, now=now, locale=locale), None
    except Refused as refused:
        return "refuse", None, refused.reason
    except Unsure as unsure:
        return "clarify", None, unsure.reason


def shown(field: str, value: Any) -> Any:
    """A value as plain JSON."""
    if field in _KEYS:
        return {_KEYS[field]: _plain(value)}
    return {"date": value.isoformat()} if isinstance(value, date) else _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.model_dump(mode="json", exclude_none=True) if hasattr(value, "model_dump") else value


def answer(field: str, read: Reader, line: str) -> str:
    """One JSON line in, one out."""
    question = json.loads(line)
    now = datetime.fromisoformat(question["now"])
    verdict, value, reason = check(read, question["text"], now=now, locale=question.get("locale"))
    shown_value = shown(field, value) if verdict == "accept" else None
    return json.dumps({"verdict": verdict, "value": shown_value, "reason": reason}, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m states.check", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("field", choices=[*READERS, "secrets"], metavar="FIELD")
    field = parser.parse_args().field
    read = reader_of(field)
    for line in sys.stdin:
        if line.strip():
            print(answer(field, read, line))


if __name__ == "__main__":
    main()
