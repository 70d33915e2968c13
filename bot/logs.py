"""The log: JSON lines that hold allowed keys only, so that nothing personal can slip in (O06)."""

import json
import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event",
        "level",
        "at",
        "case",
        "update",
        "attempt",
        "method",
        "code",
        "kind",
        "seconds",
        "count",
        "name",
        "address",
    }
)
SUSPECT = re.compile(
    r"\d{6,}:[\w-]{20,}"  # a bot token
    r"|[\w.+-]+@[\w-]+\.[\w.]+"  # an e-mail address
    r"|\+?\d[\d \-()]{7,}\d"  # a phone, a card, an id
)


def redact(text: str) -> str:
    """The text without what looks like a token, an address or a long number."""
    return SUSPECT.sub("[...]", text)


def only_allowed(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Drops every key that nobody allowed."""
    return {
        key: redact(value) if isinstance(value, str) and key != "at" else value
        for key, value in event.items()
        if key in ALLOWED
    }


def _stamp(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    event["at"] = datetime.now(UTC).isoformat(timespec="milliseconds")
    return event


class Libraries(logging.Handler):
    """What libraries log: where it came from and its template, never the values filled in; they may be messages.
    A text without gaps may have been filled in already, so it is left out.
    """

    def emit(self, record: logging.LogRecord) -> None:
        line = {
            "event": redact(str(record.msg))[:200] if record.args else "a library complains",
            "level": record.levelname.lower(),
            "name": f"{record.name} {record.filename}:{record.lineno}",
            "code": record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "",
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        }
        sys.stderr.write(json.dumps({key: value for key, value in line.items() if value}) + "\n")


def set_up() -> None:
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, _stamp, only_allowed, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, handlers=[Libraries()], force=True)
    logging.captureWarnings(True)  # a warning of Telegram's library may quote a whole update


def crashed(crash: BaseException) -> None:
    """Logs where the process died: kinds of exceptions and places in the code, no text of theirs."""
    for error in crash.exceptions if isinstance(crash, BaseExceptionGroup) else (crash,):
        if isinstance(error, BaseExceptionGroup):
            crashed(error)
            continue
        places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
        log.critical("crashed", code=type(error).__name__, name=" ".join(places[-8:]))


log: structlog.typing.FilteringBoundLogger = structlog.get_logger()
