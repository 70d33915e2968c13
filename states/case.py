"""A case: one person's request to get back into one account, from the first tap to the decision."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from states.desk import Desk
from states.verdicts import Option


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered to one question."""

    value: Any
    """As we read it: the question's own type."""
    typed: str
    """As the person wrote it; empty for a tap, a contact, a photo or a video."""
    at: datetime
    """When it was accepted, UTC."""
    via: Literal["words", "button", "contact", "photo", "video"] = "words"
    """How it came; a shared contact is the number of the Telegram account itself."""

    def __repr__(self) -> str:
        return "Answer()"


@dataclass(slots=True)
class Memory:
    """What the dialogue remembers between two messages, besides the answers."""

    revising: set[str] = field(default_factory=set)
    """Questions asked again whose former answer stands until there is a new one."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What was right in a refused answer, by question."""
    tries: dict[str, int] = field(default_factory=dict)
    """Refusals in a row, by question."""
    offered: tuple[Option, ...] = ()
    """The readings offered at the present step."""
    guessed: bool = False
    """Whether we asked if the first of them was meant, so that a yes chooses it."""
    person: Literal["", "offered", "wanted"] = ""
    """Whether an answer of the present step may, or shall, go to a person as it is."""
    asked: str = ""
    """What we asked beside the questions and wait to hear: cancel, withdraw, delete; or nothing."""
    album: str = ""
    """The album whose first photo was taken."""

    def leave(self, question: str) -> None:
        """The step is left with an answer: what was remembered for it alone is forgotten."""
        self.kept.pop(question, None)
        self.tries.pop(question, None)
        self.turn_away()

    def turn_away(self) -> None:
        """Another step is gone to: what was offered here holds no more."""
        self.offered, self.person = (), ""

    def __repr__(self) -> str:
        return "Memory()"


@dataclass(slots=True)
class Case:
    """One request. `step` belongs to the applicant's machine, `stage` to the reviewer's; nothing else says where it is.

    Times are UTC. `id` and `ref` are given by storage when the case is first saved.
    """

    applicant: int
    """Telegram id of the person, which is also the id of their private chat with the bot."""
    language: str = "en"
    locale: str | None = None
    """The person's own language tag as Telegram gives it; settles 03/04/2024 where it can."""
    id: int | None = None
    ref: str = ""
    """What people call it: R-2041."""
    step: str | None = None
    stage: str | None = None
    answers: MutableMapping[str, Answer] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    desk: Desk = field(default_factory=Desk)
    created_at: datetime | None = None
    touched_at: datetime | None = None
    """When the applicant last did something."""
    submitted_at: datetime | None = None
    due_at: datetime | None = None
    """When we want to have answered; a target, never a promise."""
    claimed_by: int | None = None
    claimed_name: str = ""
    """How the claimer calls themselves, so that others can be told who has the case."""
    claimed_at: datetime | None = None
    decided_by: int | None = None
    decided_name: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    """Code of the reason that the customer was given."""
    closed_at: datetime | None = None
    """Set once nothing more can happen: decided or withdrawn. A person has one case that is not closed."""
    version: int = 0
    """Counts saves; two savers of the same version: one wins."""

    def value(self, question: str) -> Any:
        """The typed answer to a question, or None where there is none."""
        answer = self.answers.get(question)
        return answer.value if answer else None

    def settled(self, question: str) -> bool:
        """Whether a question has an answer that is not being revised."""
        return question in self.answers and question not in self.memory.revising

    def __repr__(self) -> str:
        return f"Case(ref={self.ref!r}, step={self.step!r}, stage={self.stage!r})"


Event = Mapping[str, Any]
"""What happened, for the audit: kind, and details that are no personal data."""
