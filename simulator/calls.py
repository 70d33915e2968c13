"""The log of Bot API calls, and what strict mode found wrong with them."""

import itertools
from collections import deque
from dataclasses import dataclass
from typing import Any

from simulator.parameters import PARAMETERS
from simulator.params import Params

KEPT = 50_000


@dataclass(frozen=True)
class LoggedCall:
    n: int
    method: str
    params: dict[str, Any]
    status: int
    """The HTTP status; 0 when the connection was cut instead."""
    ok: bool
    result: Any
    description: str | None
    ms: float
    at: float

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


class CallLog:
    def __init__(self) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=KEPT)
        self._numbers = itertools.count(1)
        self.violations: list[dict[str, Any]] = []

    def add(self, **facts: Any) -> LoggedCall:
        call = LoggedCall(n=next(self._numbers), **facts)
        self._calls.append(call)
        return call

    def since(self, number: int) -> list[dict[str, Any]]:
        return [call.as_json() for call in self._calls if call.n > number]

    def check(self, method: str, params: Params) -> None:
        """Note the parameters that Telegram would silently ignore."""
        known = PARAMETERS.get(method)
        if known is None:
            self.violations.append({"method": method, "problem": "unknown method"})
            return
        texts = [value for value in params.values.values() if isinstance(value, str)]
        unknown = sorted({*params.values, *params.files} - known)
        self.violations.extend(
            {"method": method, "problem": f"unknown parameter {name}"}
            for name in unknown
            if not any(f"attach://{name}" in text for text in texts)
        )

    def clear(self) -> None:
        self._calls.clear()
        self.violations.clear()


def summary(method: str, result: Any) -> Any:
    """What a log line says about a result: ids rather than whole messages."""
    if method == "getUpdates":
        return {"updates": [update["update_id"] for update in result]}
    if isinstance(result, list):
        return [summary("", item) for item in result]
    if isinstance(result, dict) and "message_id" in result:
        chat = result.get("chat", {})
        return {"message_id": result["message_id"]} | ({"chat": chat["id"]} if chat else {})
    return result
