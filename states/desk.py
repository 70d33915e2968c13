"""What the reviewers keep with a case: marks, checks, notes, what they ask for, who approved first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from states.text import Text

Mark = Literal["ok", "bad", "unsure"]
MARKS: Mapping[Mark, Text] = {"ok": Text("right"), "bad": Text("not right"), "unsure": Text("cannot tell")}
NEXT_MARK: Mapping[str, Mark | None] = {"": "ok", "ok": "bad", "bad": "unsure", "unsure": None}
"""What another press on an item makes of its mark."""

CHECKS: Mapping[str, Text] = {
    "sheet": Text("Sheet: text, name, date"),
    "dates": Text("In date, max {years} years old"),
    "legible": Text("Latin letters, both dates"),
    "person": Text("Same face, same document"),
    "account": Text("Answers match the account"),
}
"""The five checks that a person makes; all of them before an approval."""


GIVING_AWAY: Mapping[str, Text] = {
    "shift": Text("End of my shift"),
    "language": Text("Needs another language"),
    "known": Text("I know the customer"),
    "other": Text("Another reason"),
}
"""Why a reviewer lets a case go, by code (R04)."""


LOOKING_AGAIN: Mapping[str, Text] = {
    "contested": Text("The customer contests it"),
    "mistake": Text("Decided by mistake"),
    "new": Text("Something new came up"),
}
"""Why a refusal is looked at again, by code (R27)."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reviewer wrote for the others; no customer ever reads it."""

    by: str
    at: datetime
    text: str

    def __repr__(self) -> str:
        return "Note()"


@dataclass(slots=True)
class Request:
    """What the customer is asked for after sending: these questions are open to them, all else stays locked."""

    items: dict[str, str]
    """The code of the reason, by question."""
    asked_at: datetime
    due_at: datetime
    phrase: str = ""
    """What is to be spoken in the video."""
    word: str = ""
    """What both sides say at the beginning of a call."""

    def __repr__(self) -> str:
        return f"Request({sorted(self.items)})"


@dataclass(frozen=True, slots=True)
class Approval:
    """The first of two approvals."""

    by: int
    name: str
    at: datetime


@dataclass(slots=True)
class OnFile:
    """What the account system knows of the account that is claimed, beside the answers."""

    values: dict[str, str] = field(default_factory=dict)
    """In the system's words, by question."""
    agrees: dict[str, bool] = field(default_factory=dict)
    """Whether the answer is the same, by question; none where that cannot be said."""
    found: bool = True
    """Whether there is such an account."""
    told: bool | None = None
    """Whether its owner was sent the way to stop the request; None before that was tried."""

    def __repr__(self) -> str:
        return "OnFile()"


@dataclass(slots=True)
class Desk:
    marks: dict[str, Mark] = field(default_factory=dict)
    checks: set[str] = field(default_factory=set)
    basket: dict[str, str] = field(default_factory=dict)
    """Gathered for the next request: the code of the reason, by question."""
    request: Request | None = None
    """What the customer was asked for last."""
    rounds: int = 0
    """How often the customer was asked for more."""
    first: Approval | None = None
    notes: list[Note] = field(default_factory=list)
    awaits: str = ""
    """What the claimer is to type next: username, note, or nothing."""
    active_at: datetime | None = None
    """When the claimer last did something; a silent claim lapses."""
    effective_at: datetime | None = None
    """When an approval may take effect; until then it can be taken back."""
    on_file: OnFile | None = None
    """None where no account system is connected, or it did not answer yet."""
    shared_phone: str = ""
    """The number of the customer's own Telegram account in E.164 form, where it was shared."""
    reopened: bool = False
    former_reason: str = ""
    """The reason of the refusal that was reopened."""

    def __repr__(self) -> str:
        return "Desk()"


def was_asked_for(desk: Desk, question: str, answers: Mapping[str, object]) -> bool:
    """Whether a reviewer asked for this, now or before: such a question is never asked of its own accord."""
    return question in answers or (desk.request is not None and question in desk.request.items)


def unticked(desk: Desk) -> int:
    """How many of the five checks are still to be made."""
    return sum(check not in desk.checks for check in CHECKS)


CHECKS_FIRST = Text("Tick all {all} checks before you approve. {missing} to go.", all=len(CHECKS))
