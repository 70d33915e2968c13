"""What a reader says of an answer that it does not accept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of an answer that had several."""

    label: str
    """As the person would write it: what the button shows and what may be typed instead."""
    text: str
    """The unambiguous answer: the reader is given this text when the option is chosen."""

    def __repr__(self) -> str:
        return "Option()"


class Refused(Exception):  # noqa: N818  it names an outcome, as Taken and NotYours do
    """The answer cannot be taken.

    `reason` is a code that the question has a sentence for; `facts` fill that sentence's gaps; `kept` is what was
    right in the answer (JSON-able), handed to the reader with the person's next message. Nothing of it is printed:
    it may hold personal data.
    """

    def __init__(self, reason: str, *, kept: Any = None, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kept = kept
        self.facts: Mapping[str, Any] = facts


class Unsure(Exception):  # noqa: N818  as Refused
    """The answer has two or more readings, or looks like a slip: a question back, with options."""

    def __init__(self, reason: str, options: tuple[Option, ...], *, kept: Any = None, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.options = options
        self.kept = kept
        self.facts: Mapping[str, Any] = facts
