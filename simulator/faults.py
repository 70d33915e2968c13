"""Faults on demand: what goes wrong, for which calls, how often."""

from dataclasses import dataclass, field
from typing import Any

from simulator.errors import ApiError, ControlError, too_many_requests
from simulator.limits import Limits
from simulator.params import Params

KINDS = frozenset({"429", "502", "500", "reset_before", "reset_after", "delay", "code"})
DEFAULT_RETRY_AFTER = 1


@dataclass
class Fault:
    kind: str
    method: str | None = None
    chat: str | None = None
    text: str | None = None
    """A part of the text or caption."""
    times: int = 1
    retry_after: int = DEFAULT_RETRY_AFTER
    seconds: float = 0.0
    code: int = 400
    description: str = "Bad Request: fault"
    item: int = 1
    """The item of an album that a 429 hits, from 1."""

    def hits(self, method: str, params: Params) -> bool:
        words = params.text("text") + params.text("caption")
        return (
            (self.method is None or self.method.lower() == method.lower())
            and (self.chat is None or self.chat == params.text("chat_id"))
            and (self.text is None or self.text in words)
        )

    def error(self) -> ApiError | None:
        """The refusal that this fault answers with; None where it does something else."""
        return {
            "429": too_many_requests(self.retry_after),
            "502": ApiError(502, "Bad Gateway"),
            "500": ApiError(500, "Internal Server Error: restart"),
            "code": ApiError(self.code, self.description),
        }.get(self.kind)


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)

    def add(self, asked: dict[str, Any]) -> Fault:
        """A fault as the control API describes it.

        Raises:
            ControlError: no such kind, or a field that faults don't have.
        """
        if str(asked.get("kind")) not in KINDS:
            raise ControlError(f"kind must be one of {', '.join(sorted(KINDS))}", 400)
        unknown = set(asked) - set(Fault.__dataclass_fields__)
        if unknown:
            raise ControlError(f"A fault has no {', '.join(sorted(unknown))}", 400)
        given = {name: value for name, value in asked.items() if value is not None}
        given |= {name: str(given[name]) for name in ("kind", "chat") if name in given}
        fault = Fault(**given)
        self.waiting.append(fault)
        return fault

    def take(self, method: str, params: Params) -> Fault | None:
        """The first fault that hits this call, counted down."""
        fault = next((fault for fault in self.waiting if fault.hits(method, params)), None)
        if fault:
            fault.times -= 1
            if fault.times <= 0:
                self.waiting.remove(fault)
        return fault

    def clear(self) -> None:
        self.waiting.clear()


class AlbumFault(Limits):
    """Limits under which one item of an album comes too early."""

    def __init__(self, limits: Limits, fault: Fault) -> None:
        self._limits = limits
        self._fault = fault
        self._item = 0

    def take(self, bot_id: int, chat_id: str) -> None:
        self._item += 1
        if self._item == self._fault.item:
            raise too_many_requests(self._fault.retry_after)
        self._limits.take(bot_id, chat_id)
